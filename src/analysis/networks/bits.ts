/**
 * Statements as bits: one bit of a row of words for each column, the level of the statement there spread over planes. What two
 * rows share is then counted 32 columns at a time.
 */

import type { Side } from "./cells.ts";
import type { Column, Qualifier } from "./column.ts";
import type { Roles } from "./select.ts";

/** Statements of which each cell (row, column) has at most one. */
interface BitTable {
  readonly rows: number;
  /** Per row and plane. */
  readonly words: number;
  /** Planes: the level of a cell is a number from 1 in binary, 0 = no statement. */
  readonly depth: number;
  /** Word w of plane p of row i at `(i · words + w) · depth + p`. */
  readonly planes: Int32Array;
  /** The words of a row outside `first … end − 1` are 0. */
  readonly first: Int32Array;
  readonly end: Int32Array;
}

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
  const words = (columns + 31) >>> 5;
  const depth = roles.qualifier ? 32 - Math.clz32(roles.qualifier.labels.length) : 1;
  // Statements spread evenly over the columns make the fewest pairs in lists (Jensen).
  if (rows * rows * words * depth > statements.length ** 2 / columns) return null;
  const table = markBits(roles, statements, rowSide, words, depth);
  return table && countPairs(table);
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

/** Columns are numbered as they are met: in order of time a row that comes late or goes early has a short stretch of words. */
function markBits(
  roles: Roles,
  statements: Int32Array,
  rowSide: Side,
  words: number,
  depth: number,
): BitTable | null {
  const rows = rowSide.codes.length;
  const planes = new Int32Array(rows * words * depth);
  const mark = depth === 2 ? markTwoPlanes : markPlanes;
  if (!mark(planes, roles, statements, rowSide, words, depth)) return null;
  const first = new Int32Array(rows);
  const end = new Int32Array(rows);
  const width = words * depth;
  for (let row = 0; row < rows; row += 1) {
    let [from, to] = [0, width];
    while (from < to && planes[row * width + from] === 0) from += 1;
    while (from < to && planes[row * width + to - 1] === 0) to -= 1;
    first[row] = Math.floor(from / depth);
    end[row] = Math.ceil(to / depth);
  }
  return { rows, words, depth, planes, first, end };
}

/** Marks every statement; false when a cell has two. */
function markPlanes(
  planes: Int32Array,
  { rows, columns, qualifier }: Roles,
  statements: Int32Array,
  { position }: Side,
  words: number,
  depth: number,
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
    const row = position[rowCodes[statement] as number] as number;
    const level = levels ? (levels[statement] as number) + 1 : 1;
    const at = (row * words + (bit >>> 5)) * depth;
    let before = 0;
    for (let plane = 0; plane < depth; plane += 1) {
      const word = planes[at + plane] as number;
      before |= word;
      planes[at + plane] = word | (((level >>> plane) & 1) << (bit & 31));
    }
    if (((before >>> (bit & 31)) & 1) !== 0) return false;
  }
  return true;
}

/** The same for two planes, three times as fast: this runs over every statement. */
function markTwoPlanes(
  planes: Int32Array,
  { rows, columns, qualifier }: Roles,
  statements: Int32Array,
  { position }: Side,
  words: number,
): boolean {
  const { codes: columnCodes, labels } = columns;
  const rowCodes = rows.codes;
  const levels = (qualifier as Qualifier).codes;
  const number = new Int32Array(labels.length).fill(-1);
  const width = 2 * words;
  let met = 0;
  for (let i = 0; i < statements.length; i += 1) {
    const statement = statements[i] as number;
    const column = columnCodes[statement] as number;
    let bit = number[column] as number;
    if (bit < 0) {
      bit = met++;
      number[column] = bit;
    }
    const at = (position[rowCodes[statement] as number] as number) * width + ((bit >>> 5) << 1);
    const level = (levels[statement] as number) + 1;
    const low = planes[at] as number;
    const high = planes[at + 1] as number;
    if ((((low | high) >>> bit) & 1) !== 0) return false;
    planes[at] = low | ((level & 1) << bit);
    planes[at + 1] = high | ((level >>> 1) << bit);
  }
  return true;
}

function countPairs(table: BitTable): Shared {
  const { rows, words, depth, planes, first, end } = table;
  const shared = { rows, all: new Float64Array(rows * rows), same: new Float64Array(rows * rows) };
  const found = new Int32Array(2);
  const count = depth === 2 ? countTwoPlanes : countPlanes;
  for (let row = 0; row < rows; row += 1)
    for (let other = row; other < rows; other += 1) {
      const from = Math.max(first[row] as number, first[other] as number);
      const size = Math.min(end[row] as number, end[other] as number) - from;
      if (size <= 0) continue;
      count(planes, (row * words + from) * depth, (other * words + from) * depth, size, found, depth);
      const at = row * rows + other;
      shared.all[at] = found[0] as number;
      shared.same[at] = (found[0] as number) - (found[1] as number);
    }
  return shared;
}

/** Number of bits set. */
function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Puts into `found` the columns that both stretches of `size` words have, and those of them with different levels. */
function countPlanes(
  planes: Int32Array,
  a: number,
  b: number,
  size: number,
  found: Int32Array,
  depth: number,
): void {
  let all = 0;
  let apart = 0;
  for (let at = 0; at < size * depth; at += depth) {
    let [left, right, differ] = [0, 0, 0];
    for (let plane = at; plane < at + depth; plane += 1) {
      const [mine, other] = [planes[a + plane] as number, planes[b + plane] as number];
      left |= mine;
      right |= other;
      differ |= mine ^ other;
    }
    all += popcount(left & right);
    apart += popcount(left & right & differ);
  }
  found[0] = all;
  found[1] = apart;
}

/**
 * The same for two planes, the common case of up to three levels. Four words at a time are added up bit by bit before bits are
 * counted (carry-save adders: Warren, "Hacker's Delight", 2nd ed., 5-2).
 */
function countTwoPlanes(planes: Int32Array, a: number, b: number, size: number, found: Int32Array): void {
  let [all, allOnes, allTwos] = [0, 0, 0];
  let [apart, ones, twos] = [0, 0, 0];
  let word = 0;
  for (; word + 4 <= size; word += 4) {
    let i = a + 2 * word;
    let j = b + 2 * word;
    let low = planes[i] as number;
    let high = planes[i + 1] as number;
    let otherLow = planes[j] as number;
    let otherHigh = planes[j + 1] as number;
    let both = (low | high) & (otherLow | otherHigh);
    let differ = ((low ^ otherLow) | (high ^ otherHigh)) & both;
    low = planes[i + 2] as number;
    high = planes[i + 3] as number;
    otherLow = planes[j + 2] as number;
    otherHigh = planes[j + 3] as number;
    let both2 = (low | high) & (otherLow | otherHigh);
    let differ2 = ((low ^ otherLow) | (high ^ otherHigh)) & both2;
    let half = allOnes ^ both;
    const allCarry = (allOnes & both) | (half & both2);
    allOnes = half ^ both2;
    half = ones ^ differ;
    const carry = (ones & differ) | (half & differ2);
    ones = half ^ differ2;
    i += 4;
    j += 4;
    low = planes[i] as number;
    high = planes[i + 1] as number;
    otherLow = planes[j] as number;
    otherHigh = planes[j + 1] as number;
    both = (low | high) & (otherLow | otherHigh);
    differ = ((low ^ otherLow) | (high ^ otherHigh)) & both;
    low = planes[i + 2] as number;
    high = planes[i + 3] as number;
    otherLow = planes[j + 2] as number;
    otherHigh = planes[j + 3] as number;
    both2 = (low | high) & (otherLow | otherHigh);
    differ2 = ((low ^ otherLow) | (high ^ otherHigh)) & both2;
    half = allOnes ^ both;
    const allCarry2 = (allOnes & both) | (half & both2);
    allOnes = half ^ both2;
    half = ones ^ differ;
    const carry2 = (ones & differ) | (half & differ2);
    ones = half ^ differ2;
    half = allTwos ^ allCarry;
    all += popcount((allTwos & allCarry) | (half & allCarry2));
    allTwos = half ^ allCarry2;
    half = twos ^ carry;
    apart += popcount((twos & carry) | (half & carry2));
    twos = half ^ carry2;
  }
  countPlanes(planes, a + 2 * word, b + 2 * word, size - word, found, 2);
  found[0] = (found[0] as number) + 4 * all + 2 * popcount(allTwos) + popcount(allOnes);
  found[1] = (found[1] as number) + 4 * apart + 2 * popcount(twos) + popcount(ones);
}
