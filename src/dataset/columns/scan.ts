/**
 * CSV by its bytes: the cells of well-formed rows go straight into dictionaries, and no text is made of them. Whatever is not well
 * formed ends the scan: then `csv.ts` reads the file and says what is wrong.
 */

import { MAX_CELL } from "../csv.ts";
import { BLOCK, type Collector } from "./collect.ts";
import { viewOf } from "./words.ts";

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;
const NUL = 0;

const FOUR_COMMAS = 0x2c2c2c2c;

export interface ScannedRows {
  readonly count: number;
  /** The line of each row; null where row r is on line r + 2, as it is when no cell has line breaks and no line is empty. */
  readonly lines: Uint32Array | null;
  /** Lines without anything on them. */
  readonly blankLines: readonly number[];
  /** Whether line ends and quotes are those that the writer of packages makes. */
  readonly canonical: boolean;
}

/** The first line's cells and where the next begins; null where quotes or NULs are in it, or half characters. */
export function scanHeader(
  bytes: Uint8Array,
): { readonly cells: readonly string[]; readonly next: number; readonly canonical: boolean } | null {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const begin = marked ? 3 : 0;
  let at = begin;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === LF || byte === CR) break;
    if (byte === QUOTE || byte === NUL) return null;
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(begin, at));
  } catch {
    return null;
  }
  const canonical = !marked && bytes[at] === LF;
  return { cells: text.split(","), next: afterLineEnd(bytes, at), canonical };
}

/** Where the line behind a line end begins. */
const afterLineEnd = (bytes: Uint8Array, at: number): number =>
  bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;

/** About how many rows there are. */
export function guessRows(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 16_384);
  let ends = 1;
  for (let at = sample.indexOf(LF); at >= 0; at = sample.indexOf(LF, at + 1)) ends++;
  return Math.ceil((bytes.length / Math.max(1, sample.length)) * ends);
}

/**
 * Reads the rows that begin at `from` on line 2, each with as many cells as there are collectors. Cells are bytes: whether they are
 * UTF-8 is for whoever reads the dictionaries. Null where a row is not well formed or a cell is too large.
 */
export function scanRows(
  bytes: Uint8Array,
  from: number,
  collectors: readonly Collector[],
): ScannedRows | null {
  const { length } = bytes;
  const view = viewOf(bytes);
  // Bytes behind the last of which no word can be read.
  const lastWord = length - 4;
  const width = collectors.length;
  const blankLines: number[] = [];
  let lines: Uint32Array | null = null;
  let canonical = bytes[length - 1] === LF;
  const rows = new Int32Array(width * BLOCK);
  const begins = new Int32Array(width * BLOCK);
  const ends = new Int32Array(width * BLOCK);
  const places = { rows, begins, ends };
  // Where the next cell of each column is put.
  const next = Int32Array.from(collectors, (_, place) => place * BLOCK);
  const takeBlock = (): boolean => {
    for (let place = 0; place < width; place++) {
      if (!(collectors[place] as Collector).take(view, places, place * BLOCK, next[place] as number))
        return false;
      next[place] = place * BLOCK;
    }
    return true;
  };
  let row = 0;
  let line = 2;
  for (let at = from; at < length; row++) {
    let byte = bytes[at] as number;
    if (byte === LF || byte === CR) {
      blankLines.push(line++);
      canonical = false;
      at = afterLineEnd(bytes, at);
      row--;
      continue;
    }
    if (lines === null && line !== row + 2)
      lines = Uint32Array.from({ length: Math.max(64, row * 2) }, (_, before) => before + 2);
    if (lines !== null) {
      if (row === lines.length) lines = doubled(lines);
      lines[row] = line;
    }
    // Rows are not taken while one is read, so that a block is never full within a row.
    if (row % BLOCK === 0 && row > 0 && !takeBlock()) return null;
    for (let place = 0; ; ) {
      const first = at <= lastWord ? view.getInt32(at, true) : lastBytes(bytes, at);
      // Commas at the beginning are cells with nothing in them.
      const other = first ^ FOUR_COMMAS;
      const empty = other === 0 ? 4 : firstByte(other);
      if (empty > 0) {
        place += empty;
        at += empty;
        continue;
      }
      if (place >= width) return null;
      byte = first & 0xff;
      if (byte === QUOTE) {
        const begin = ++at;
        let pairs = 0;
        let needed = false;
        for (; ; at++) {
          if (at >= length) return null;
          byte = bytes[at] as number;
          if (byte === QUOTE) {
            if (bytes[at + 1] !== QUOTE) break;
            at++;
            pairs++;
          } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) line++;
          else if (byte === NUL) return null;
          if (byte === COMMA || byte === LF || byte === CR || byte === QUOTE) needed = true;
        }
        if (!needed) canonical = false;
        const size = at - begin - pairs;
        if (size > MAX_CELL) return null;
        if (size > 0) {
          const put = next[place] as number;
          next[place] = put + 1;
          rows[put] = row;
          begins[put] = begin;
          ends[put] = pairs === 0 ? at : -1 - at;
        }
        at++;
        byte = at < length ? (bytes[at] as number) : LF;
        if (byte !== COMMA && byte !== LF && byte !== CR) return null;
      } else if (byte !== LF && byte !== CR) {
        const begin = at;
        for (let word = first; ; ) {
          // All bytes that matter are small.
          const small = (word - 0x2d2d2d2d) & ~word & 0x80808080;
          if (small === 0) at += 4;
          else {
            at += firstByte(small);
            byte = at < length ? (bytes[at] as number) : LF;
            if (byte === COMMA || byte === LF || byte === CR) break;
            if (byte === QUOTE || byte === NUL) return null;
            at++;
          }
          word = at <= lastWord ? view.getInt32(at, true) : lastBytes(bytes, at);
        }
        if (at - begin > MAX_CELL) return null;
        const put = next[place] as number;
        next[place] = put + 1;
        rows[put] = row;
        begins[put] = begin;
        ends[put] = at;
      }
      if (byte === COMMA) {
        place++;
        at++;
        continue;
      }
      if (place !== width - 1) return null;
      if (byte === CR) canonical = false;
      at = afterLineEnd(bytes, at);
      line++;
      break;
    }
  }
  if (!takeBlock()) return null;
  return { count: row, lines: lines?.slice(0, row) ?? null, blankLines, canonical };
}

/** Which of four bytes is the first that is not zero. */
const firstByte = (word: number): number => (31 - Math.clz32(word & -word)) >> 3;

/** The bytes at the end of a file as a word, with line ends behind them. */
function lastBytes(bytes: Uint8Array, from: number): number {
  let word = 0;
  for (let at = 0; at < 4; at++) word |= (bytes[from + at] ?? LF) << (8 * at);
  return word;
}

function doubled(numbers: Uint32Array): Uint32Array {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
