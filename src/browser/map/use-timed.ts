/**
 * What the map draws while the time line is used: the whole time, whose places hold, and over it the part that the dates leave.
 * Otherwise the view's own graph.
 */

import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Theme, View } from "../../model/view.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { ApiError, GraphDocument } from "../api/client.ts";
import { useGraph } from "../api/hooks.ts";
import type { Dressing } from "../look/dressing.ts";
import { NO_PINS } from "../state/pins.ts";
import { NO_DATES, useTime, withDates } from "../state/time.ts";
import { bareView } from "../state/timed-view.ts";
import { overlay } from "./overlay.ts";
import { composePicture, type Picture } from "./picture.ts";

export interface TimedGraph {
  /** The graph whose nodes are drawn, in its layout. */
  readonly graph: UseQueryResult<GraphDocument, ApiError>;
  /** What stands of it under the dates; null = all of it. */
  readonly part: GraphDocument | null;
}

export function useTimedGraph(view: View): TimedGraph {
  const window = useTime((state) => state.window);
  const steady = useTime((state) => state.steady);
  const { since, until } = window ?? view.filter;
  const timed = steady && (since !== "" || until !== "");
  const graph = useGraph(timed ? withDates(view, NO_DATES) : window ? withDates(view, window) : view);
  const part = useGraph(timed ? bareView(view, { since, until }) : view);
  return { graph, part: timed ? (part.data ?? null) : null };
}

/** The picture with what is not in `part` as traces; the picture itself when there is no part. */
export function useStanding(
  { picture, dressing }: { readonly picture: Picture | null; readonly dressing: Dressing },
  part: GraphDocument | null,
  theme: Theme,
): Picture | null {
  return useMemo(
    () =>
      picture && part
        ? overlay(picture, composePicture(part, theme, NO_PINS, dressing), PALETTES[theme].background)
        : picture,
    [picture, dressing, part, theme],
  );
}
