/**
 * CSV by its bytes: the cells of well-formed rows go straight into dictionaries, and no text is made of them. Whatever is not well
 * formed ends the scan: then `csv.ts` reads the file and says what is wrong.
 */

import { MAX_CELL } from "../csv.ts";
import { HASH_PRIME, HASH_SEED } from "./byte-dictionary.ts";
import type { Collector } from "./collect.ts";

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;
const NUL = 0;

/** Cells that may differ from the one before, beyond those that do not, until a column is taken for one without repetitions. */
const PATIENCE = 32;

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
  file: Uint8Array,
  from: number,
  collectors: readonly Collector[],
): ScannedRows | null {
  // With a line end at the end, no loop below needs to look out for the end of the file.
  const ended = file[file.length - 1] === LF;
  const bytes = ended ? file : withLineEnd(file);
  const { length } = file;
  const width = collectors.length;
  const blankLines: number[] = [];
  let lines: Uint32Array | null = null;
  let canonical = ended;
  // Of each column the cell before, and whether cells repeat the one before often enough to be compared with it.
  const before = new Int32Array(width).fill(-1);
  const codeBefore = new Uint32Array(width);
  const repeats = new Int32Array(width).fill(PATIENCE);
  let scratch = new Uint8Array(256);
  let row = 0;
  let line = 2;
  for (let at = from; at < length; row++) {
    if (bytes[at] === LF || bytes[at] === CR) {
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
    for (let place = 0; ; place++, at++) {
      if (place === width) return null;
      let byte = bytes[at] as number;
      if (byte === COMMA) continue;
      const collector = collectors[place] as Collector;
      let hash = HASH_SEED;
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
          hash = Math.imul(hash ^ byte, HASH_PRIME);
        }
        if (!needed) canonical = false;
        const size = at - begin - pairs;
        if (size > MAX_CELL) return null;
        if (size > 0) {
          let code: number;
          if (pairs === 0) code = collector.take(row, bytes, begin, at, hash);
          else {
            if (scratch.length < size) scratch = new Uint8Array(size * 2);
            for (let read = begin, put = 0; read < at; read++) {
              if (bytes[read] === QUOTE) read++;
              scratch[put++] = bytes[read] as number;
            }
            code = collector.take(row, scratch, 0, size, hash);
          }
          if (code < 0) return null;
        }
        at++;
        byte = bytes[at] as number;
        if (byte !== COMMA && byte !== LF && byte !== CR) return null;
      } else if (byte !== LF && byte !== CR) {
        const begin = at;
        const last = before[place] as number;
        const tried = repeats[place] as number;
        if (last >= 0 && tried >= 0) {
          let other = last;
          while (byte === bytes[other] && byte !== COMMA && byte !== LF && byte !== CR) {
            byte = bytes[++at] as number;
            other++;
          }
          if (byte === bytes[other]) {
            if (tried < PATIENCE) repeats[place] = tried + 1;
            if (!collector.repeat(row, codeBefore[place] as number)) return null;
            if (byte === COMMA) continue;
            if (place !== width - 1) return null;
            if (byte === CR) canonical = false;
            at = afterLineEnd(bytes, at);
            line++;
            break;
          }
          repeats[place] = tried - 1;
          at = begin;
          byte = bytes[at] as number;
        }
        for (;;) {
          // All bytes that matter are small, so that most need one comparison.
          if (byte <= COMMA) {
            if (byte === COMMA || byte === LF || byte === CR) break;
            if (byte === QUOTE || byte === NUL) return null;
          }
          hash = Math.imul(hash ^ byte, HASH_PRIME);
          at++;
          byte = bytes[at] as number;
        }
        if (at - begin > MAX_CELL) return null;
        const code = collector.take(row, bytes, begin, at, hash);
        if (code < 0) return null;
        before[place] = begin;
        codeBefore[place] = code;
      }
      if (byte === COMMA) continue;
      if (place !== width - 1) return null;
      if (byte === CR) canonical = false;
      at = afterLineEnd(bytes, at);
      line++;
      break;
    }
  }
  return { count: row, lines: lines?.slice(0, row) ?? null, blankLines, canonical };
}

function withLineEnd(file: Uint8Array): Uint8Array {
  const ended = new Uint8Array(file.length + 1);
  ended.set(file);
  ended[file.length] = LF;
  return ended;
}

function doubled(numbers: Uint32Array): Uint32Array {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
