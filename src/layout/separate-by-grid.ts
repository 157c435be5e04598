/** Overlap removal for large pictures: sweeps over a grid that look at the neighbours of those nodes alone that have moved. */

import { type Box, push } from "./overlap.ts";

/** Nodes by cell: those of cell c are `member[start[c] … start[c + 1] − 1]`, ascending. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly start: Int32Array;
  readonly member: Int32Array;
  /** By node. */
  readonly column: Int32Array;
  readonly row: Int32Array;
}

/** Cells per node at most, where nodes lie far apart. */
const MOST_CELLS = 4;

function gridOf(x: Float64Array, y: Float64Array, width: number, height: number): Grid {
  const count = x.length;
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let node = 0; node < count; node++) {
    left = Math.min(left, x[node] as number);
    right = Math.max(right, x[node] as number);
    low = Math.min(low, y[node] as number);
    high = Math.max(high, y[node] as number);
  }
  let columns = Math.floor((right - left) / width) + 1;
  let rows = Math.floor((high - low) / height) + 1;
  const shrink = Math.max(1, Math.sqrt((columns * rows) / (MOST_CELLS * count)));
  columns = Math.max(1, Math.floor(columns / shrink));
  rows = Math.max(1, Math.floor(rows / shrink));
  // Cells are never smaller than two nodes reach towards each other, so that overlapping nodes lie in the same cell or in neighbouring ones.
  const across = Math.max(width, (right - left) / columns);
  const along = Math.max(height, (high - low) / rows);
  const column = new Int32Array(count);
  const row = new Int32Array(count);
  const start = new Int32Array(columns * rows + 1);
  for (let node = 0; node < count; node++) {
    column[node] = Math.min(columns - 1, Math.floor(((x[node] as number) - left) / across));
    row[node] = Math.min(rows - 1, Math.floor(((y[node] as number) - low) / along));
    const after = (row[node] as number) * columns + (column[node] as number) + 1;
    start[after] = (start[after] as number) + 1;
  }
  for (let cell = 0; cell < columns * rows; cell++)
    start[cell + 1] = (start[cell + 1] as number) + (start[cell] as number);
  const member = new Int32Array(count);
  const next = start.slice();
  for (let node = 0; node < count; node++) {
    const cell = (row[node] as number) * columns + (column[node] as number);
    const at = next[cell] as number;
    member[at] = node;
    next[cell] = at + 1;
  }
  return { columns, rows, start, member, column, row };
}

/**
 * Pushes overlapping boxes apart in place until none overlaps or `sweeps` is reached. A pair is looked at when one of the two has
 * moved since it was found apart, by node number, so that the same input gives the same picture.
 */
export function separateByGrid(
  boxes: readonly Box[],
  x: Float64Array,
  y: Float64Array,
  sweeps: number,
): void {
  const most = (side: keyof Box): number => boxes.reduce((reach, box) => Math.max(reach, box[side]), 1e-6);
  const width = most("left") + most("right");
  const height = most("up") + most("down");
  let moved = new Uint8Array(boxes.length).fill(1);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const grid = gridOf(x, y, width, height);
    const now = new Uint8Array(boxes.length);
    let any = false;
    for (let a = 0; a < boxes.length; a++) {
      if (moved[a] === 0) continue;
      const [column, row] = [grid.column[a] as number, grid.row[a] as number];
      for (let r = Math.max(0, row - 1); r <= Math.min(grid.rows - 1, row + 1); r++) {
        const from = grid.start[r * grid.columns + Math.max(0, column - 1)] as number;
        const to = grid.start[r * grid.columns + Math.min(grid.columns - 1, column + 1) + 1] as number;
        for (let at = from; at < to; at++) {
          const b = grid.member[at] as number;
          // Two that have moved are looked at once.
          if (b === a || (b < a && moved[b] === 1)) continue;
          if (!push(boxes[a] as Box, boxes[b] as Box, a, b, x, y)) continue;
          now[a] = 1;
          now[b] = 1;
          any = true;
        }
      }
    }
    if (!any) break;
    moved = now;
  }
}
