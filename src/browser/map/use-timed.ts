/**
 * What the map draws while the time line is used: the whole time, whose places hold, and over it the part that the dates leave.
 * Otherwise the view's own graph, as where the server draws of the part what it does not draw of the whole.
 */

import type { UseQueryResult } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import type { Theme, View } from "../../model/view.ts";
import { PALETTES } from "../../view/appearance.ts";
import type { ApiError, GraphDocument } from "../api/client.ts";
import { useGraph } from "../api/hooks.ts";
import type { Dressing } from "../look/dressing.ts";
import { NO_PINS } from "../state/pins.ts";
import { NO_DATES, useShownDates, useTime, withDates } from "../state/time.ts";
import { bareView } from "../state/timed-view.ts";
import { type Drawable, drawable, isOfOneKind } from "./drawable.ts";
import { overlay } from "./overlay.ts";
import { composePicture, type Picture } from "./picture.ts";

export interface TimedGraph extends Drawable {
  /** How the graph is had whose nodes are drawn. */
  readonly graph: UseQueryResult<GraphDocument, ApiError>;
}

export function useTimedGraph(view: View): TimedGraph {
  const steady = useTime((state) => state.steady);
  const dates = useShownDates(view);
  const timed = steady && (dates.since !== "" || dates.until !== "");
  const dated = withDates(view, dates);
  const standingView = timed ? withDates(view, NO_DATES) : dated;
  const all = useGraph(standingView);
  const part = useGraph(timed ? bareView(view, dates) : dated);
  const holds = !timed || isOfOneKind(all.data, part.data);
  const own = useGraph(holds ? standingView : dated);
  // Until the first of its own is there, the question is still answered by the whole.
  const isOwn = !holds && own.data !== all.data;
  const graph = isOwn ? own : all;
  const whole = graph.data;
  const standing = timed && !isOwn ? (part.data ?? null) : null;
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

/** The graph whose nodes, lines and statements are the ones that the map shows now, for their numbers. Its places mean nothing. */
export function useShownGraph(view: View): GraphDocument | undefined {
  const window = useTime((state) => state.window);
  const dated = window !== null && (window.since !== "" || window.until !== "");
  return useGraph(window === null ? view : dated ? bareView(view, window) : withDates(view, NO_DATES)).data;
}
