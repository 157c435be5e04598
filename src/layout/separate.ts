/** Overlap removal: moves nodes apart until no disc and no label box covers another, keeping the picture's shape. */

import type { Coordinates, LayoutInput } from "./layout.ts";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

/** The room a node takes around its centre: its disc, and its label centred below. */
function boxOf(input: LayoutInput, node: number, margin: number): Box {
  const radius = input.size[node] as number;
  const width = input.labelWidth[node] as number;
  const side = Math.max(radius, width / 2) + margin;
  return {
    left: side,
    right: side,
    up: radius + margin,
    down: radius + margin + (width > 0 ? input.labelHeight : 0),
  };
}

/**
 * Pushes overlapping boxes apart along the axis of least overlap, half each, sweep by sweep, until none overlaps or
 * `sweeps` is reached (then the rest is left to the label pass of the drawing). O(n log n + overlaps) per sweep by
 * sorting on x. Deterministic: ties are broken by node number. Compare Dwyer, Marriott & Stuckey, "Fast node overlap
 * removal", GD 2005, of which this is the plain iterative form.
 */
export function separate(input: LayoutInput, start: Coordinates, margin = 4, sweeps = 400): Coordinates {
  const count = input.size.length;
  const x = Float64Array.from(start.x);
  const y = Float64Array.from(start.y);
  const boxes = Array.from({ length: count }, (_, node) => boxOf(input, node, margin));
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

/** Moves two overlapping nodes apart; says whether they overlapped. */
function push(boxA: Box, boxB: Box, a: number, b: number, x: Float64Array, y: Float64Array): boolean {
  const dx = (x[b] as number) - (x[a] as number);
  const dy = (y[b] as number) - (y[a] as number);
  const overlapX = dx >= 0 ? boxA.right + boxB.left - dx : boxB.right + boxA.left + dx;
  const overlapY = dy >= 0 ? boxA.up + boxB.down - dy : boxB.up + boxA.down + dy;
  if (overlapX <= 1e-6 || overlapY <= 1e-6) return false;
  // Vertical moves are cheaper for labels, which are wide and low.
  if (overlapX < overlapY) {
    const shift = (overlapX / 2 + 0.01) * (dx > 0 || (dx === 0 && a < b) ? 1 : -1);
    x[a] = (x[a] as number) - shift;
    x[b] = (x[b] as number) + shift;
  } else {
    const shift = (overlapY / 2 + 0.01) * (dy > 0 || (dy === 0 && a < b) ? 1 : -1);
    y[a] = (y[a] as number) - shift;
    y[b] = (y[b] as number) + shift;
  }
  return true;
}
