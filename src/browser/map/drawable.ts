/** Which graph the map draws while the page goes over to another: a large one waits until what was clicked has answered. Pure. */

import type { GraphDocument } from "../api/client.ts";

/** A graph in its layout, and what stands of it under dates; null = all of it. */
export interface Drawable {
  readonly whole: GraphDocument | undefined;
  readonly part: GraphDocument | null;
}

/** Nodes and edges up to which a picture is made within a frame. */
const MOST_AT_ONCE = 6000;

const isLarge = (graph: GraphDocument | null | undefined): boolean =>
  (graph?.nodes.length ?? 0) + (graph?.edges.length ?? 0) > MOST_AT_ONCE;

/**
 * What is drawn of what there is `now`: all of it at once, but for a large picture, which follows `later`, in a task of its own. One
 * that stands there already stays for so long.
 */
export const drawable = (now: Drawable, later: Drawable): Drawable =>
  later.whole && now.whole && (isLarge(now.whole) || isLarge(now.part)) ? later : now;
