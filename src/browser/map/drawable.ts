/** Which graph the map draws while the page goes over to another: a large one waits until what was clicked has answered. Pure. */

import type { GraphDocument } from "../api/client.ts";
import { isPart } from "./detail.ts";

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

/** What the server draws of a large view; null = all of it. */
const ruleOf = ({ attributes: { reduced } }: GraphDocument): string | null =>
  isPart(reduced) ? reduced.rule : null;

/**
 * Whether a part can be drawn at the places of the whole: a view too large to be drawn may be the agreement of its actors, of which
 * the actors and issues of a few days are no part. What is not there yet counts as such.
 */
export const isOfOneKind = (whole: GraphDocument | undefined, part: GraphDocument | undefined): boolean =>
  whole === undefined || part === undefined || ruleOf(whole) === ruleOf(part);

/** How many nodes of the part have no place in the whole, which drew others or set them aside by its layout. */
export function placeless({ whole, part }: Drawable): number {
  if (!whole || !part) return 0;
  const placed = new Set<string>(whole.nodes.map(({ key }) => key));
  for (const key of whole.attributes.guides?.aside ?? []) placed.add(key);
  return part.nodes.filter(({ key }) => !placed.has(key)).length;
}
