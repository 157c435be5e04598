/** The two pictures of a comparison, with the same nodes at the same places, and the positions that each side reports. */

import { useMemo } from "react";
import { PALETTES } from "../../../view/appearance.ts";
import type { GraphDocument } from "../../api/client.ts";
import { useGraph } from "../../api/hooks.ts";
import { around, overlay } from "../../map/overlay.ts";
import { assemble, composePicture, type Picture, type PictureEdge } from "../../map/picture.ts";
import { NO_PINS } from "../../state/pins.ts";
import { useExplorer } from "../../state/store.ts";
import type { CompareChoice } from "./choice.ts";
import { heldBy, heldOn } from "./differences.ts";
import { centreOf, isChosen, sharedView, sideView } from "./sides.ts";

export interface SidePicture {
  readonly picture: Picture;
  /** Positions to be compared: what the actor holds, what is held on the issue, or everything of the part. */
  readonly edges: readonly PictureEdge[];
  readonly nodes: number;
  readonly statements: number;
}

export interface Sides {
  readonly a: SidePicture | null;
  readonly b: SidePicture | null;
  /** Names what is drawn: another text means other maps. */
  readonly drawn: string;
  readonly pending: boolean;
  readonly error: ReturnType<typeof useGraph>["error"];
}

const statementsOf = (edges: readonly PictureEdge[]): number =>
  new Set(edges.flatMap(({ listed }) => listed.statements)).size;

export function useSides(choice: CompareChoice): Sides {
  const view = useExplorer((state) => state.view);
  const shared = useMemo(() => sharedView(view, choice), [view, choice]);
  // Where there is nothing to fetch, what the map shows is asked for, which is there already.
  const whole = useGraph(shared ?? view);
  const viewA = useMemo(() => sideView(view, choice, choice.a), [view, choice]);
  const viewB = useMemo(() => sideView(view, choice, choice.b), [view, choice]);
  const partA = useGraph(viewA ?? view);
  const partB = useGraph(viewB ?? view);
  const { theme } = view;
  const base = useMemo(
    () => (shared && whole.data ? composePicture(whole.data, theme, NO_PINS) : null),
    [shared, whole.data, theme],
  );
  const a = useMemo(
    () => base && sideOf(base, choice, choice.a, viewA ? partA.data : undefined, theme),
    [base, choice, viewA, partA.data, theme],
  );
  const b = useMemo(
    () => base && sideOf(base, choice, choice.b, viewB ? partB.data : undefined, theme),
    [base, choice, viewB, partB.data, theme],
  );
  const queries = [...(shared ? [whole] : []), ...(viewA ? [partA] : []), ...(viewB ? [partB] : [])];
  return {
    a,
    b,
    drawn: whole.data && shared ? `${whole.data.attributes.version} ${whole.data.attributes.view}` : "",
    pending: queries.some((query) => query.isPending || query.isPlaceholderData),
    error: queries.find((query) => query.error !== null)?.error ?? null,
  };
}

function sideOf(
  base: Picture,
  choice: CompareChoice,
  value: string,
  part: GraphDocument | undefined,
  theme: "light" | "dark",
): SidePicture | null {
  if (!isChosen(choice, value)) return null;
  const { background } = PALETTES[theme];
  const centre = centreOf(choice, value);
  if (centre === null && !part) return null;
  const picture =
    centre === null
      ? overlay(base, composePicture(part as GraphDocument, theme, NO_PINS), background)
      : base.nodeByKey.has(centre)
        ? around(base, centre, background)
        : overlay(base, assemble([], []), background);
  const edges =
    centre === null
      ? picture.edges
      : choice.by === "actors"
        ? heldBy(picture, centre)
        : heldOn(picture, centre);
  return {
    picture,
    edges,
    nodes: picture.nodes.filter(({ trace }) => !trace).length,
    statements: statementsOf(picture.edges),
  };
}
