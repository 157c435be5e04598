/** Statements counted into cells (row, column, level) by linear-time sorting of their codes. */

import type { Roles } from "./select.ts";

/** The nodes of one side: label codes ascending, and the position of each code among them (−1 = not there). */
export interface Side {
  readonly codes: Int32Array;
  readonly position: Int32Array;
}

/** The distinct codes of statements in a column of `vocabulary` labels; the empty label (code `without`) is no node. */
export function sideOf(codes: Int32Array, statements: Int32Array, vocabulary: number, without: number): Side {
  // Each label of a column occurs, so all statements have all of them.
  const all = statements.length === codes.length;
  const position = new Int32Array(vocabulary).fill(all ? 0 : -1);
  if (without >= 0) position[without] = -1;
  let unseen = all ? 0 : without < 0 ? vocabulary : vocabulary - 1;
  for (let i = 0; i < statements.length && unseen > 0; i += 1) {
    const code = codes[statements[i] as number] as number;
    if (code < 0 || code === without || position[code] === 0) continue;
    position[code] = 0;
    unseen -= 1;
  }
  let size = 0;
  for (let code = 0; code < vocabulary; code += 1) if (position[code] === 0) position[code] = size++;
  const distinct = new Int32Array(size);
  for (let code = 0; code < vocabulary; code += 1) {
    const at = position[code] as number;
    if (at >= 0) distinct[at] = code;
  }
  return { codes: distinct, position };
}

/**
 * The cells that statements fill, sorted by column, then level, then row. `level` is a code of the qualifier (0 without one).
 * `z` is the number of statements or the sum of their weights; `a` the sum of the square roots of their weights.
 */
export interface Cells {
  readonly rows: number;
  readonly columns: number;
  readonly size: number;
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly level: Int32Array;
  readonly z: Float64Array;
  readonly a: Float64Array;
}

/** A stable counting sort of `order` by `keys`, whose values are below `range`. Loops by index: this runs over every statement. */
function countingSort(order: Int32Array, keys: Int32Array, range: number): Int32Array {
  const size = order.length;
  const starts = new Int32Array(range + 1);
  for (let i = 0; i < size; i += 1) {
    const after = (keys[i] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let key = 0; key < range; key += 1)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const sorted = new Int32Array(size);
  for (let i = 0; i < size; i += 1) {
    const item = order[i] as number;
    const key = keys[item] as number;
    const at = starts[key] as number;
    sorted[at] = item;
    starts[key] = at + 1;
  }
  return sorted;
}

/** Counts statements whose row and column are nodes of the sides. `weights` by position in `statements`; null = each counts 1. */
export function countCells(
  { rows, columns, qualifier }: Roles,
  statements: Int32Array,
  rowSide: Side,
  columnSide: Side,
  weights: Float64Array | null,
): Cells {
  const size = statements.length;
  const row = new Int32Array(size);
  const column = new Int32Array(size);
  const level = new Int32Array(size);
  let order = new Int32Array(size) as Int32Array;
  const levelCodes = qualifier?.codes;
  let levels = 1;
  for (let i = 0; i < size; i += 1) {
    const statement = statements[i] as number;
    row[i] = rowSide.position[rows.codes[statement] as number] as number;
    column[i] = columnSide.position[columns.codes[statement] as number] as number;
    order[i] = i;
    if (!levelCodes) continue;
    const code = levelCodes[statement] as number;
    level[i] = code;
    if (code >= levels) levels = code + 1;
  }
  order = countingSort(order, row, rowSide.codes.length);
  if (levels > 1) order = countingSort(order, level, levels);
  order = countingSort(order, column, columnSide.codes.length);

  const cells = {
    row: new Int32Array(size),
    column: new Int32Array(size),
    level: new Int32Array(size),
    z: new Float64Array(size),
  };
  const a = weights ? new Float64Array(size) : cells.z;
  let at = -1;
  for (let n = 0; n < size; n += 1) {
    const i = order[n] as number;
    const r = row[i] as number;
    const c = column[i] as number;
    const l = level[i] as number;
    if (at < 0 || cells.row[at] !== r || cells.level[at] !== l || cells.column[at] !== c) {
      at += 1;
      cells.row[at] = r;
      cells.column[at] = c;
      cells.level[at] = l;
    }
    const weight = weights ? (weights[i] as number) : 1;
    cells.z[at] = (cells.z[at] as number) + weight;
    if (weights) a[at] = (a[at] as number) + Math.sqrt(weight);
  }
  return { rows: rowSide.codes.length, columns: columnSide.codes.length, size: at + 1, ...cells, a };
}

/** The same cells with their levels added up. */
export function withoutLevels(cells: Cells): Cells {
  const { size, columns, rows } = cells;
  const sumZ = new Float64Array(rows);
  const sumA = new Float64Array(rows);
  const seenIn = new Int32Array(rows).fill(-1);
  const out = {
    row: new Int32Array(size),
    column: new Int32Array(size),
    level: new Int32Array(size),
    z: new Float64Array(size),
    a: new Float64Array(size),
  };
  let filled = 0;
  let start = 0;
  while (start < size) {
    const column = cells.column[start] as number;
    const touched: number[] = [];
    let end = start;
    for (; end < size && cells.column[end] === column; end += 1) {
      const row = cells.row[end] as number;
      if (seenIn[row] !== column) {
        seenIn[row] = column;
        sumZ[row] = 0;
        sumA[row] = 0;
        touched.push(row);
      }
      sumZ[row] = (sumZ[row] as number) + (cells.z[end] as number);
      sumA[row] = (sumA[row] as number) + (cells.a[end] as number);
    }
    // Levels are contiguous and rows ascend within each, so only a column with several levels needs sorting.
    if (cells.level[start] !== cells.level[end - 1]) touched.sort((a, b) => a - b);
    for (const row of touched) {
      out.row[filled] = row;
      out.column[filled] = column;
      out.z[filled] = sumZ[row] as number;
      out.a[filled] = sumA[row] as number;
      filled += 1;
    }
    start = end;
  }
  return { rows, columns, size: filled, ...out };
}
