/** Boxes around nodes, and the step that moves two of them apart. */

import type { LayoutInput } from "./layout.ts";

/** How far the room of a node reaches from its centre; y upwards, so that a label lies on the `down` side of the picture. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

/** The room a node takes around its centre: its disc, and its label centred below. */
export function boxOf(input: LayoutInput, node: number, margin: number): Box {
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

/** Moves two overlapping nodes apart; says whether they overlapped. */
export function push(boxA: Box, boxB: Box, a: number, b: number, x: Float64Array, y: Float64Array): boolean {
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
