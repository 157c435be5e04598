/** How large nodes and lines are drawn at a scale: as `growth` has it, but never so large that the nodes of a crowd hide each other. Pure. */

import { growth } from "../../formats/svg/strokes.ts";
import type { PictureNode } from "./picture.ts";

/** Share of the picture's extent that its nodes may cover. */
const FILL = 0.25;

const known = new WeakMap<readonly PictureNode[], number>();

/** Factor of sizes per scale at which nodes cover as much as they may; without a limit for pictures of a few. */
function roomOf(nodes: readonly PictureNode[]): number {
  let room = known.get(nodes);
  if (room === undefined) {
    let [left, right, low, high, area] = [Infinity, -Infinity, Infinity, -Infinity, 0];
    for (const { x, y, size } of nodes) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
      area += Math.PI * size * size;
    }
    const extent = (right - left) * (high - low);
    room = extent > 0 && area > 0 ? Math.sqrt((FILL * extent) / area) : Number.POSITIVE_INFINITY;
    known.set(nodes, room);
  }
  return room;
}

/** The factor by which sizes are multiplied at `scale` screen pixels per unit. O(nodes) the first time. */
export const sizeFactor = (nodes: readonly PictureNode[], scale: number): number =>
  Math.min(growth(scale), Math.max(0.1, scale * roomOf(nodes)));
