/** Collects the cells of a column while a file is scanned, a block of rows at a time. */

import type { Codes } from "../../model/statement-columns.ts";
import { ByteDictionary, type CellPlaces } from "./byte-dictionary.ts";
import { type CellColumn, cellColumn } from "./cells.ts";
import { hasDoubles } from "./doubles.ts";
import { undoubled } from "./words.ts";

/** Most cells that are taken at once. */
export const BLOCK = 2048;

export interface Collector {
  /** Takes cells number `from` to `to` of a block; false when the file had better be read otherwise. */
  take(bytes: DataView, places: CellPlaces, from: number, to: number): boolean;
}

/** Codes of one block. */
const blockCodes = new Int32Array(BLOCK);

/** A column whose cells may repeat. */
export class CellCollector implements Collector {
  /** See `ByteDictionary.example`. */
  static readonly example = new CellCollector(0);
  readonly dictionary: ByteDictionary;
  /** As narrow as the codes so far. */
  private codes: Codes | null = null;
  private readonly capacity: number;
  private readonly isShared: boolean;

  /**
   * `capacity` is the number of rows that are expected. With `shared`, cells are looked up among those that another table has, and
   * stay there: `column` takes out what this column has of them.
   */
  constructor(capacity: number, shared: ByteDictionary | null = null) {
    this.capacity = Math.max(16, capacity);
    this.isShared = shared !== null;
    this.dictionary = shared ?? new ByteDictionary();
  }

  take(bytes: DataView, places: CellPlaces, from: number, to: number): boolean {
    if (from === to) return true;
    if (!this.dictionary.internAll(bytes, places, from, to, blockCodes)) return false;
    const { rows } = places;
    const codes = this.room(rows[to - 1] as number);
    // A loop for each kind of numbers, as engines are fastest where they know it.
    if (codes instanceof Uint8Array)
      for (let at = from; at < to; at++) codes[rows[at] as number] = blockCodes[at - from] as number;
    else if (codes instanceof Uint16Array)
      for (let at = from; at < to; at++) codes[rows[at] as number] = blockCodes[at - from] as number;
    else for (let at = from; at < to; at++) codes[rows[at] as number] = blockCodes[at - from] as number;
    return true;
  }

  /** Codes of the first `count` rows, to be set: 0 where nothing was taken, and wide enough for all that the dictionary has now. */
  open(count: number): Codes {
    return this.room(count - 1);
  }

  /** Codes with a place for a row, wide enough for all that the dictionary has. */
  private room(row: number): Codes {
    const { codes } = this;
    const { size } = this.dictionary;
    if (codes === null) this.codes = wider(new Uint8Array(0), size, Math.max(this.capacity, row + 1));
    else if (row >= codes.length) this.codes = wider(codes, size, row * 2);
    else if (size > 2 ** (8 * codes.BYTES_PER_ELEMENT)) this.codes = wider(codes, size, codes.length);
    return this.codes as Codes;
  }

  /** Codes of the first `count` rows; null when all are empty. */
  rows(count: number): Codes | null {
    const { codes } = this;
    if (codes === null || codes.length >= count) return codes?.subarray(0, count) ?? null;
    return wider(codes, this.dictionary.size, count);
  }

  /** What is kept of the column; null when all cells are empty. */
  column(name: string, further: boolean, count: number): CellColumn | null {
    const codes = this.rows(count);
    if (codes === null) return null;
    if (this.isShared) return this.ownColumn(name, further, codes);
    return cellColumn(name, further, this.dictionary, codes);
  }

  /** The column with a dictionary of its own: cells in the order in which they come first. */
  private ownColumn(name: string, further: boolean, sharedCodes: Codes): CellColumn {
    const shared = sharedCodes instanceof Uint32Array ? sharedCodes : new Uint32Array(sharedCodes);
    const ownCodes = new Uint32Array(this.dictionary.size);
    const dictionary = new ByteDictionary();
    const origins = [0];
    const codes = new Uint32Array(shared.length);
    for (let row = 0; row < shared.length; row++) {
      const code = shared[row] as number;
      if (code === 0) continue;
      let own = ownCodes[code] as number;
      if (own === 0) {
        own = dictionary.addFrom(this.dictionary, code);
        ownCodes[code] = own;
        origins.push(code);
      }
      codes[row] = own;
    }
    return { ...cellColumn(name, further, dictionary, codes), origins: Int32Array.from(origins) };
  }
}

/** A copy with room for `length` codes below `size`. */
function wider(codes: Codes, size: number, length: number): Codes {
  const copy =
    size <= 0x100
      ? new Uint8Array(length)
      : size <= 0x1_0000
        ? new Uint16Array(length)
        : new Uint32Array(length);
  copy.set(codes);
  return copy;
}

/** A column in which every row has a cell of its own; that it is so is looked at once, in the end. */
export class IdCollector implements Collector {
  /** See `ByteDictionary.example`. */
  static readonly example = new IdCollector();
  private readonly dictionary = new ByteDictionary();

  take(bytes: DataView, { rows, begins, ends }: CellPlaces, from: number, to: number): boolean {
    const { dictionary } = this;
    for (let at = from; at < to; at++) {
      const begin = begins[at] as number;
      const end = ends[at] as number;
      if (rows[at] !== dictionary.size - 1) return false;
      if (end >= 0) dictionary.add(bytes, begin, end);
      else {
        const plain = undoubled(bytes, begin, -1 - end);
        dictionary.add(plain, 0, plain.byteLength);
      }
    }
    return true;
  }

  /** What is kept of the column; null when a cell is empty or occurs twice. */
  column(name: string, count: number): CellColumn | null {
    if (this.dictionary.size !== count + 1) return null;
    const cells = this.dictionary.cells();
    if (hasDoubles(cells)) return null;
    return { name, further: false, ...cells, codes: null };
  }
}
