/** How large nodes and lines are drawn at a scale: as `growth` has it, but never so large that the nodes of a crowd hide each other, or that neighbours touch. Pure. */

import { outlineOf } from "../../formats/svg/shapes.ts";
import { growth } from "../../formats/svg/strokes.ts";
import type { Picture, PictureNode } from "./picture.ts";

/** Share of the picture's extent that its nodes may cover. */
const FILL = 0.25;

/** Share of the distance between two nodes that they may take up together. */
const TOUCH = 0.94;
/** What is left of a size at least where some nodes lie very close. */
const LEAST = 0.6;
/** Pictures of more nodes are a crowd, whose nodes need not be looked at one by one. */
const MOST_COMPARED = 600;

interface Room {
  /** Factor of sizes per scale at which nodes cover as much as they may, and at which the nearest two come close. */
  readonly crowd: number;
  readonly pair: number;
}

const known = new WeakMap<readonly PictureNode[], Room>();

function nearestPair(nodes: readonly PictureNode[]): number {
  if (nodes.length > MOST_COMPARED) return Number.POSITIVE_INFINITY;
  const outlines = nodes.map(({ shape }) => outlineOf(shape));
  let least = Number.POSITIVE_INFINITY;
  for (const [at, a] of nodes.entries())
    for (let next = at + 1; next < nodes.length; next++) {
      const b = nodes[next] as PictureNode;
      const [dx, dy] = [b.x - a.x, a.y - b.y];
      const distance = Math.hypot(dx, dy);
      // No outline reaches further than this.
      if (distance > 1.6 * least * (a.size + b.size)) continue;
      const angle = Math.atan2(dy, dx);
      const rims =
        (outlines[at]?.reach(a.size, angle) ?? 0) + (outlines[next]?.reach(b.size, angle + Math.PI) ?? 0);
      if (rims > 0) least = Math.min(least, (TOUCH * distance) / rims);
    }
  return least;
}

/** Without a limit for pictures of a few. */
function roomOf(nodes: readonly PictureNode[]): Room {
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
    const crowd = extent > 0 && area > 0 ? Math.sqrt((FILL * extent) / area) : Number.POSITIVE_INFINITY;
    room = { crowd, pair: nearestPair(nodes) };
    known.set(nodes, room);
  }
  return room;
}

/** `moved` with nodes as large as in `picture`: what is put somewhere by hand makes no others larger or smaller. */
export function withSizesOf(picture: Picture, moved: Picture): Picture {
  known.set(moved.nodes, roomOf(picture.nodes));
  return moved;
}

/** The factor by which sizes are multiplied at `scale` screen pixels per unit. O(nodes) the first time, O(nodes²) for some hundreds. */
export function sizeFactor(nodes: readonly PictureNode[], scale: number): number {
  const { crowd, pair } = roomOf(nodes);
  const wanted = Math.min(growth(scale), Math.max(0.1, scale * crowd));
  return Math.min(wanted, Math.max(LEAST * wanted, scale * pair));
}
