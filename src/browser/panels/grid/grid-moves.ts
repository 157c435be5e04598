/** Where a key leads in a grid. Pure. */

import type { GridPlace } from "./grid-types.ts";

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  readonly isFull: (place: GridPlace) => boolean;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

const ARROWS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Rows that Page Up and Page Down go. */
const PAGE = 10;

const clamp = (value: number, most: number): number => Math.max(-1, Math.min(most - 1, value));

/**
 * The place after a key: arrows go one cell, with Ctrl to the next filled cell in that direction; Home and End go along the row, with
 * Ctrl to the first and last cell. The corner is no place. Null = another key, or no way.
 */
export function moved({ row, column }: GridPlace, { key, ctrlKey }: Key, shape: GridShape): GridPlace | null {
  const arrow = ARROWS[key];
  if (arrow && ctrlKey) return nextFull({ row, column }, arrow, shape);
  const at = arrow
    ? { row: row + arrow[0], column: column + arrow[1] }
    : {
        Home: { row: ctrlKey ? 0 : row, column: ctrlKey || row < 0 ? 0 : -1 },
        End: { row: ctrlKey ? shape.rows - 1 : row, column: shape.columns - 1 },
        PageDown: { row: row + PAGE, column },
        PageUp: { row: Math.max(0, row - PAGE), column },
      }[key];
  if (!at) return null;
  const to = { row: clamp(at.row, shape.rows), column: clamp(at.column, shape.columns) };
  const isCorner = to.row < 0 && to.column < 0;
  return isCorner || (to.row === row && to.column === column) ? null : to;
}

function nextFull(
  { row, column }: GridPlace,
  [down, right]: readonly [number, number],
  shape: GridShape,
): GridPlace | null {
  let at = { row: row + down, column: column + right };
  while (at.row >= 0 && at.column >= 0 && at.row < shape.rows && at.column < shape.columns) {
    if (shape.isFull(at)) return at;
    at = { row: at.row + down, column: at.column + right };
  }
  return null;
}
