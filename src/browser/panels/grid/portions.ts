/** In what portions the rows of a grid come. Pure. */

/** Cells that are made and laid out in one task: some tenth of a second on a slow computer. */
const CELLS = 2000;

/** Rows that are there after the next portion, when `there` are; never more than all. */
export const grown = (there: number, rows: number, columns: number): number =>
  Math.min(rows, there + Math.max(1, Math.floor(CELLS / Math.max(1, columns))));
