/** Statements as bits, at most one for each row and column: what two rows share is then counted many columns at a time. */

import { type BitCounter, bitCounter, wordOf } from "./bit-counter.ts";
import type { Side } from "./cells.ts";
import type { Column, Qualifier } from "./column.ts";
import type { Roles } from "./select.ts";

/** What pairs of rows share. Matrices by their upper triangle with diagonal, row-major, side `rows`. */
export interface Shared {
  readonly rows: number;
  /** Columns with a statement of either. The diagonal is the number of statements of the row. */
  readonly all: Float64Array;
  /** Those with the same level. */
  readonly same: Float64Array;
}

/**
 * Counts what rows share; null where a cell has more than one statement, or where counting by lists is less work. All statements
 * have a row, a column and, with a qualifier, a level.
 */
export function countShared(roles: Roles, statements: Int32Array, rowSide: Side): Shared | null {
  const rows = rowSide.codes.length;
  const columns = columnsAmong(roles.columns, statements);
  const planes = roles.qualifier ? 32 - Math.clz32(roles.qualifier.labels.length) : 1;
  // Statements spread evenly over the columns make the fewest pairs in lists (Jensen).
  if (rows * rows * Math.ceil(columns / 32) * planes > statements.length ** 2 / columns) return null;
  const counter = bitCounter({ rows, columns, planes });
  const mark = planes === 2 ? markTwoPlanes : markPlanes;
  return mark(counter, roles, statements, rowSide, planes) ? countPairs(counter, rows) : null;
}

/** A statement list as long as this many times the vocabulary is taken to have all columns. */
const MANY = 16;

/** How many columns statements have, at most; exact where they are few. */
function columnsAmong({ codes, labels }: Column, statements: Int32Array): number {
  if (statements.length > MANY * labels.length) return labels.length;
  const seen = new Uint8Array(labels.length);
  let columns = 0;
  for (let i = 0; i < statements.length; i += 1) {
    const code = codes[statements[i] as number] as number;
    if (seen[code] !== 0) continue;
    seen[code] = 1;
    columns += 1;
  }
  return columns;
}

/**
 * Marks every statement; false when a cell has two. Columns are numbered as they are met: in order of time a row that comes late or goes
 * early has a short stretch of words.
 */
function markPlanes(
  { words, width }: BitCounter,
  { rows, columns, qualifier }: Roles,
  statements: Int32Array,
  { position }: Side,
  planes: number,
): boolean {
  const number = new Int32Array(columns.labels.length).fill(-1);
  const [rowCodes, columnCodes, levels] = [rows.codes, columns.codes, qualifier?.codes];
  let met = 0;
  for (let i = 0; i < statements.length; i += 1) {
    const statement = statements[i] as number;
    const column = columnCodes[statement] as number;
    let bit = number[column] as number;
    if (bit < 0) {
      bit = met++;
      number[column] = bit;
    }
    const level = levels ? (levels[statement] as number) + 1 : 1;
    const at = (position[rowCodes[statement] as number] as number) * width + wordOf(bit, planes);
    let before = 0;
    for (let plane = 0; plane < planes; plane += 1) {
      const word = words[at + 4 * plane] as number;
      before |= word;
      words[at + 4 * plane] = word | (((level >>> plane) & 1) << bit);
    }
    if (((before >>> bit) & 1) !== 0) return false;
  }
  return true;
}

/** The same for two planes, the common case of up to three levels, five times as fast: a stretch of one column at a time. */
function markTwoPlanes(
  { words, width }: BitCounter,
  { rows, columns, qualifier }: Roles,
  statements: Int32Array,
  { position }: Side,
): boolean {
  const columnCodes = columns.codes;
  const rowCodes = rows.codes;
  const levels = (qualifier as Qualifier).codes;
  const starts = position.map((row) => row * width);
  const number = new Int32Array(columns.labels.length).fill(-1);
  const size = statements.length;
  let met = 0;
  for (let i = 0; i < size; ) {
    const column = columnCodes[statements[i] as number] as number;
    let bit = number[column] as number;
    if (bit < 0) {
      bit = met++;
      number[column] = bit;
    }
    const word = wordOf(bit, 2);
    let twice = 0;
    do {
      const statement = statements[i] as number;
      if (columnCodes[statement] !== column) break;
      const at = (starts[rowCodes[statement] as number] as number) + word;
      const level = (levels[statement] as number) + 1;
      const low = words[at] as number;
      const high = words[at + 4] as number;
      twice |= (low | high) >>> bit;
      words[at] = low | ((level & 1) << bit);
      words[at + 4] = high | ((level >>> 1) << bit);
      i += 1;
    } while (i < size);
    if ((twice & 1) !== 0) return false;
  }
  return true;
}

/** Per row, the first word of the first block with a bit, and the word after the last one. */
function stretches({ words, width, step }: BitCounter, rows: number): Int32Array {
  const ends = new Int32Array(2 * rows);
  for (let row = 0; row < rows; row += 1) {
    let [from, to] = [row * width, (row + 1) * width];
    while (from < to && words[from] === 0) from += 1;
    while (from < to && words[to - 1] === 0) to -= 1;
    ends[2 * row] = Math.floor((from - row * width) / step) * step;
    ends[2 * row + 1] = Math.ceil((to - row * width) / step) * step;
  }
  return ends;
}

function countPairs(counter: BitCounter, rows: number): Shared {
  const shared = { rows, all: new Float64Array(rows * rows), same: new Float64Array(rows * rows) };
  const ends = stretches(counter, rows);
  const { found } = counter;
  for (let row = 0; row < rows; row += 1)
    for (let other = row; other < rows; other += 1) {
      const from = Math.max(ends[2 * row] as number, ends[2 * other] as number);
      const end = Math.min(ends[2 * row + 1] as number, ends[2 * other + 1] as number);
      if (end <= from) continue;
      counter.count(row, other, from, end);
      const at = row * rows + other;
      shared.all[at] = found[0] as number;
      shared.same[at] = (found[0] as number) - (found[1] as number);
    }
  return shared;
}
