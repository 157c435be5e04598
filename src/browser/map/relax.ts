/**
 * The layout run again around nodes that were put somewhere by hand: neighbours follow them, less with every step and more
 * along strong ties, and whatever lies under a moved node makes room. The picture keeps its shape, so that it is known again.
 * Pure and deterministic; O(rounds · edges).
 */

import type { Pins } from "../state/pins.ts";
import { type Picture, placed } from "./picture.ts";
import { withSizesOf } from "./sizes.ts";

/** Rounds in which a move spreads over the edges; after these it is below a pixel. */
const ROUNDS = 24;
/** How much of its own place a node keeps, against the sum of its ties. */
const INERTIA = 0.6;
/** Room in the picture's units between the rims of a moved node and of what makes room for it. */
const GAP = 14;

/** The picture with the pinned nodes at their places and the others around them. */
export function relaxed(picture: Picture, pins: Pins): Picture {
  const { nodes } = picture;
  const numberOf = new Map<string, number>(nodes.map(({ key }, number) => [key, number]));
  const fixed = nodes.map(({ key }) => pins.get(key) ?? null);
  const moved = fixed.flatMap((at, number) => (at ? [number] : []));
  if (moved.length === 0) return picture;
  const ties = nodes.map(({ key }) => {
    const weights = new Map<number, number>();
    for (const { source, target, count } of picture.incident.get(key) ?? []) {
      const other = numberOf.get(source === key ? target : source);
      if (other !== undefined && source !== target)
        weights.set(other, (weights.get(other) ?? 0) + Math.log2(1 + count));
    }
    return [...weights];
  });
  const shift = (of: "x" | "y") =>
    spread(
      fixed.map((at, node) => (at ? at[of] - (nodes[node]?.[of] ?? 0) : null)),
      ties,
    );
  const [x, y] = [shift("x"), shift("y")];
  const places = nodes.map(
    (node, number) => fixed[number] ?? { x: node.x + (x[number] ?? 0), y: node.y + (y[number] ?? 0) },
  );
  for (const hub of moved) makeRoom(picture, places, fixed, hub);
  return withSizesOf(picture, placed(picture, places));
}

/** Shifts of all nodes from those that are given: each the mean of its neighbours', drawn towards none. */
function spread(
  given: readonly (number | null)[],
  ties: readonly (readonly (readonly [number, number])[])[],
): Float64Array {
  const shift = Float64Array.from(given, (value) => value ?? 0);
  for (let round = 0; round < ROUNDS; round++)
    for (const [node, own] of ties.entries()) {
      if (given[node] !== null || own.length === 0) continue;
      let sum = 0;
      let weights = 0;
      for (const [other, weight] of own) {
        sum += weight * (shift[other] ?? 0);
        weights += weight;
      }
      shift[node] = sum / (weights * (1 + INERTIA));
    }
  return shift;
}

/** Pushes free nodes that lie under a moved one out of its way, along the line between the two. */
function makeRoom(
  { nodes }: Picture,
  places: { readonly x: number; readonly y: number }[],
  fixed: readonly unknown[],
  hub: number,
): void {
  const centre = places[hub];
  if (!centre) return;
  for (const [number, node] of nodes.entries()) {
    const at = places[number];
    if (fixed[number] || !at) continue;
    const least = (nodes[hub]?.size ?? 0) + node.size + GAP;
    const distance = Math.hypot(at.x - centre.x, at.y - centre.y);
    if (distance >= least) continue;
    // Two nodes at the same place part in a direction that their number gives.
    const angle = distance > 0.01 ? Math.atan2(at.y - centre.y, at.x - centre.x) : number;
    places[number] = { x: centre.x + least * Math.cos(angle), y: centre.y + least * Math.sin(angle) };
  }
}
