/** The neighbours of a node that the map does not show: how many there are, and the change that shows them. */

import { useMediaQuery } from "@mantine/hooks";
import { parseLayout } from "../../layout/catalogue.ts";
import { parseNodeKey } from "../../model/id.ts";
import type { View } from "../../model/view.ts";
import { useExpansionRecord, useGraph } from "../api/hooks.ts";
import { NODE_TEXTS } from "../commands/node-texts.ts";
import { SMALL_SCREEN } from "../shell/screen.ts";
import { formatHidden, parseHidden } from "../state/hidden.ts";
import { useMapAccess } from "../state/map-access.ts";
import { say } from "../state/spoken.ts";
import { useExplorer } from "../state/store.ts";
import { isPart } from "./detail.ts";
import { neighboursIn } from "./expanded.ts";

export interface Expansion {
  /** How many neighbours come. */
  readonly more: number;
  /** Why they are not there: the view or a small screen leaves them out, or the reader hid them. */
  readonly because: "view" | "hidden";
  /** Shows them: one step that can be undone. */
  readonly run: () => void;
}

/** Whether the view may leave out neighbours of a node that it would have if the node were expanded. */
const leavesOut = ({ filter, ego }: View): boolean =>
  [ego, filter.actor, filter.kind, filter.issue, filter.relation].some((names) => names.length > 0);

/** Null while it is being found out, when nothing is missing, or for more nodes than one. */
export function useExpansion(keys: readonly string[]): Expansion | null {
  const [key = ""] = keys.length === 1 ? keys : [];
  const view = useExplorer((state) => state.view);
  const showAll = useExplorer((state) => state.showAll);
  const hiddenText = useExplorer((state) => state.settings.hidden);
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  const drawn = useMapAccess((state) => state.places);
  const shown = useGraph(view).data;
  const isNode = parseNodeKey(key) !== null;
  const reduced = shown?.attributes.reduced;
  // In place of a large view stand all its actors, each with its strongest tie.
  const narrowed = leavesOut(view) || (isPart(reduced) && reduced.rule !== "agreement");
  // Beside a spectrum all but its issue and those with a position on it are set aside.
  const isSpectrum = parseLayout(view.layout)?.entry.needsIssue === true;
  const asks = isNode && narrowed && !isSpectrum && !view.expand.includes(key);
  const answer = useExpansionRecord(key, view, asks);
  if (!isNode || !shown || (asks && !answer.data)) return null;

  const { setSetting, setView } = useExplorer.getState();
  const hidden = parseHidden(hiddenText);
  const there = [...neighboursIn(shown.edges, [key])];
  // A small screen draws the best-evidenced nodes at first.
  const undrawn =
    small && !showAll && drawn.size > 0
      ? there.filter((one) => !drawn.has(one) && !hidden.has(one)).length
      : 0;
  const fresh =
    (answer.data?.total ?? 0) - (answer.data?.neighbours ?? []).filter((one) => hidden.has(one.key)).length;
  if (fresh + undrawn > 0)
    return {
      more: fresh + undrawn,
      because: "view",
      run: () => {
        setView({ expand: [...new Set([...view.expand, key])].sort() });
        say(NODE_TEXTS.added(fresh + undrawn));
      },
    };
  const putAway = there.filter((one) => hidden.has(one));
  if (putAway.length === 0) return null;
  return {
    more: putAway.length,
    because: "hidden",
    run: () =>
      setSetting("hidden", formatHidden([...hidden].filter((one) => !putAway.includes(one))), "push"),
  };
}
