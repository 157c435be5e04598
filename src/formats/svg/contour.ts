/** Contour lines of a field on a grid by marching squares (Lorensen & Cline 1987, in the plane). Pure. */

import type { Point } from "./geometry.ts";

/** Values at the points of a grid: column by column within a row. Below 0 is inside. */
export interface Field {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Pixels between two points. */
  readonly step: number;
  readonly value: Float32Array;
}

// Sides of a square of four points: upper, right, lower, left.
const [T, R, B, L] = [0, 1, 2, 3];
/** By which points are inside (upper left 1, upper right 2, lower right 4, lower left 8): from which side to which lines run. */
const LINES: readonly (readonly (readonly [from: number, to: number])[])[] = [
  [],
  [[L, T]],
  [[T, R]],
  [[L, R]],
  [[R, B]],
  [
    [L, T],
    [R, B],
  ],
  [[T, B]],
  [[L, B]],
  [[B, L]],
  [[B, T]],
  [
    [T, R],
    [B, L],
  ],
  [[B, R]],
  [[R, L]],
  [[R, T]],
  [[T, L]],
  [],
];

/** Closed lines around everything that is inside, the longest first. Points at the rim of the grid count as outside. */
export function contours({ left, top, columns, rows, step, value }: Field): readonly (readonly Point[])[] {
  const at = (column: number, row: number): number =>
    column === 0 || row === 0 || column === columns - 1 || row === rows - 1
      ? Math.max(0.01, value[row * columns + column] as number)
      : (value[row * columns + column] as number);
  // A side is named by its first point, and by whether it runs down.
  const sideOf = (column: number, row: number, side: number): number => {
    if (side === T) return 2 * (row * columns + column);
    if (side === B) return 2 * ((row + 1) * columns + column);
    return 2 * (row * columns + column + (side === R ? 1 : 0)) + 1;
  };
  const next = new Map<number, number>();
  const inner = new Uint8Array(columns * rows);
  for (let row = 1; row + 1 < rows; row++)
    for (let point = row * columns + 1; point < (row + 1) * columns - 1; point++)
      if ((value[point] as number) < 0) inner[point] = 1;
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const first = row * columns + column;
      const corners =
        (inner[first] as number) +
        2 * (inner[first + 1] as number) +
        4 * (inner[first + columns + 1] as number) +
        8 * (inner[first + columns] as number);
      if (corners === 0 || corners === 15) continue;
      for (const [from, to] of LINES[corners] ?? [])
        next.set(sideOf(column, row, from), sideOf(column, row, to));
    }
  const pointOf = (side: number): Point => {
    const [first, down] = [side >> 1, side & 1];
    const [column, row] = [first % columns, Math.floor(first / columns)];
    const [a, b] = [at(column, row), down ? at(column, row + 1) : at(column + 1, row)];
    const share = a / (a - b);
    return {
      x: left + step * (column + (down ? 0 : share)),
      y: top + step * (row + (down ? share : 0)),
    };
  };
  const loops: Point[][] = [];
  for (const [start] of next) {
    const loop: Point[] = [];
    let side: number | undefined = start;
    while (side !== undefined) {
      const following: number | undefined = next.get(side);
      next.delete(side);
      if (following !== undefined) loop.push(pointOf(side));
      side = following;
    }
    if (loop.length > 2) loops.push(loop);
  }
  return loops.sort((a, b) => b.length - a.length);
}
