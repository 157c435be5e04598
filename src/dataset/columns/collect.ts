/** Collects the cells of a column while a file is scanned, row after row. */

import { narrow } from "../../model/statement-columns.ts";
import { ByteDictionary } from "./byte-dictionary.ts";
import type { CellColumn } from "./cells.ts";

export interface Collector {
  /** Takes the cell of a row, which is not empty; its code, or −1 when the file had better be read otherwise. */
  take(row: number, bytes: Uint8Array, from: number, to: number, hash: number): number;
  /** Takes a cell that is that of the row before, whose code is given; false as above. */
  repeat(row: number, code: number): boolean;
}

/** A column whose cells may repeat. */
export class CellCollector implements Collector {
  readonly dictionary = new ByteDictionary();
  private codes: Uint32Array | null = null;
  private readonly capacity: number;

  /** `capacity` is the number of rows that are expected. */
  constructor(capacity: number) {
    this.capacity = Math.max(16, capacity);
  }

  take(row: number, bytes: Uint8Array, from: number, to: number, hash: number): number {
    const code = this.dictionary.intern(bytes, from, to, hash);
    if (code > 0) this.set(row, code);
    return code;
  }

  repeat(row: number, code: number): boolean {
    this.set(row, code);
    return true;
  }

  /** Sets the code of a row, which is 0 before. */
  set(row: number, code: number): void {
    if (this.codes === null) this.codes = new Uint32Array(Math.max(this.capacity, row + 1));
    else if (row >= this.codes.length) this.codes = longer(this.codes, row * 2);
    this.codes[row] = code;
  }

  /** Codes of the first `count` rows; null when all are empty. */
  rows(count: number): Uint32Array | null {
    const { codes } = this;
    if (codes === null || codes.length >= count) return codes?.subarray(0, count) ?? null;
    return longer(codes, count);
  }

  /** What is kept of the column; null when all cells are empty. */
  column(name: string, further: boolean, count: number): CellColumn | null {
    const codes = this.rows(count);
    if (codes === null) return null;
    const { size } = this.dictionary;
    const own = size === count + 1 && codes.every((code, row) => code === row + 1);
    return { name, further, ...this.dictionary.cells(), codes: own ? null : narrow(codes, size) };
  }
}

/** A column in which every row has a cell of its own; that it is so is looked at once, in the end. */
export class IdCollector implements Collector {
  private readonly dictionary = new ByteDictionary();
  private hashes: Uint32Array;

  constructor(capacity: number) {
    this.hashes = new Uint32Array(Math.max(16, capacity));
  }

  take(row: number, bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (row + 1 !== this.dictionary.size) return -1;
    if (row === this.hashes.length) this.hashes = longer(this.hashes, row * 2);
    this.hashes[row] = hash;
    return this.dictionary.add(bytes, from, to);
  }

  repeat(): boolean {
    return false;
  }

  /** What is kept of the column; null when a cell is empty or occurs twice. */
  column(name: string, count: number): CellColumn | null {
    if (this.dictionary.size !== count + 1 || this.hasDoubles(count)) return null;
    return { name, further: false, ...this.dictionary.cells(), codes: null };
  }

  /** Cells are first put into groups by their hashes, so that each group fits the processor's cache. */
  private hasDoubles(count: number): boolean {
    const { hashes, dictionary } = this;
    const groupOf = (row: number): number => (hashes[row] as number) >>> (32 - GROUP_BITS);
    const ends = new Uint32Array(2 ** GROUP_BITS + 1);
    for (let row = 0; row < count; row++) (ends[groupOf(row) + 1] as number)++;
    let largest = 0;
    for (let group = 1; group < ends.length; group++) {
      largest = Math.max(largest, ends[group] as number);
      (ends[group] as number) += ends[group - 1] as number;
    }
    const next = ends.slice();
    const grouped = new Uint32Array(count);
    for (let row = 0; row < count; row++) grouped[(next[groupOf(row)] as number)++] = row;
    const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, largest * 2))));
    const mask = table.length - 1;
    for (let group = 1; group < ends.length; group++) {
      table.fill(0);
      for (let at = ends[group - 1] as number; at < (ends[group] as number); at++) {
        const row = grouped[at] as number;
        const hash = hashes[row] as number;
        let place = hash & mask;
        for (let code = table[place] as number; code !== 0; code = table[place] as number) {
          if (hashes[code - 1] === hash && dictionary.same(code, row + 1)) return true;
          place = (place + 1) & mask;
        }
        table[place] = row + 1;
      }
    }
    return false;
  }
}

const GROUP_BITS = 9;

function longer(numbers: Uint32Array, length: number): Uint32Array {
  const copy = new Uint32Array(length);
  copy.set(numbers);
  return copy;
}
