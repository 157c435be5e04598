/**
 * What the map draws while the time line is used: the whole time, whose places hold, and over it the part that the dates leave.
 * Otherwise the view's own graph.
 */

import type { UseQueryResult } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import type { Theme, View } from "../../model/view.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { ApiError, GraphDocument } from "../api/client.ts";
import { useGraph } from "../api/hooks.ts";
import type { Dressing } from "../look/dressing.ts";
import { NO_PINS } from "../state/pins.ts";
import { NO_DATES, useTime, withDates } from "../state/time.ts";
import { bareView } from "../state/timed-view.ts";
import { type Drawable, drawable } from "./drawable.ts";
import { overlay } from "./overlay.ts";
import { composePicture, type Picture } from "./picture.ts";

export interface TimedGraph extends Drawable {
  /** How the graph is had whose nodes are drawn. */
  readonly graph: UseQueryResult<GraphDocument, ApiError>;
}

export function useTimedGraph(view: View): TimedGraph {
  const window = useTime((state) => state.window);
  const steady = useTime((state) => state.steady);
  const { since, until } = window ?? view.filter;
  const timed = steady && (since !== "" || until !== "");
  const graph = useGraph(timed ? withDates(view, NO_DATES) : window ? withDates(view, window) : view);
  const part = useGraph(timed ? bareView(view, { since, until }) : view);
  const whole = graph.data;
  const standing = timed ? (part.data ?? null) : null;
  const now = useMemo(() => ({ whole, part: standing }), [whole, standing]);
  const later = useDeferredValue(now);
  return { graph, ...drawable(now, later) };
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
