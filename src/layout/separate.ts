/** Overlap removal: moves nodes apart until no disc and no label box covers another, keeping the picture's shape. */

import type { Coordinates, LayoutInput } from "./layout.ts";
import { type Box, boxOf, push } from "./overlap.ts";
import { separateByGrid } from "./separate-by-grid.ts";

/** Nodes up to which sweeps go from left to right. */
const MOST_SORTED = 800;

/**
 * Pushes overlapping boxes apart along the axis of least overlap, half each, sweep by sweep, until none overlaps or
 * `sweeps` is reached (then the rest is left to the label pass of the drawing). O(n log n + overlaps) per sweep by
 * sorting on x, and with a grid above `MOST_SORTED` nodes, where sorting is most of the work. Deterministic: ties are broken by node number. Compare Dwyer, Marriott & Stuckey, "Fast node overlap
 * removal", GD 2005, of which this is the plain iterative form.
 */
export function separate(input: LayoutInput, start: Coordinates, margin = 4, sweeps = 400): Coordinates {
  const count = input.size.length;
  const x = Float64Array.from(start.x);
  const y = Float64Array.from(start.y);
  const boxes = Array.from({ length: count }, (_, node) => boxOf(input, node, margin));
  if (count > MOST_SORTED) {
    separateByGrid(boxes, x, y, sweeps);
    return { x, y };
  }
  const widest = boxes.reduce((most, box) => Math.max(most, box.left + box.right), 0);
  const order = Int32Array.from({ length: count }, (_, node) => node);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    order.sort((a, b) => (x[a] as number) - (x[b] as number) || a - b);
    let moved = false;
    for (let i = 0; i < count; i++) {
      const a = order[i] as number;
      for (let j = i + 1; j < count; j++) {
        const b = order[j] as number;
        if ((x[b] as number) - (x[a] as number) > widest) break;
        if (push(boxes[a] as Box, boxes[b] as Box, a, b, x, y)) moved = true;
      }
    }
    if (!moved) break;
  }
  return { x, y };
}
