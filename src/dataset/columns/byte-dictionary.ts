/** Distinct cells of one column as bytes: each gets the number under which rows name it; 0 is the empty cell. */

import {
  hashOf,
  KEEP_FIRST,
  KEEP_SECOND,
  KEEP_THIRD,
  mixed,
  SHORT,
  undoubled,
  viewOf,
  wordAt,
} from "./words.ts";

/** Cells that may share a place in the table before a file is taken for one made to be slow. */
const MOST_PROBES = 4096;
/** Numbers per place: the three words of a key, and the code. */
const STRIDE = 4;
/** Set in the code of a long cell. */
const LONG = 1 << 31;

/** Where cells stand that are not empty: of each its row, begin and end, the rows ascending. */
export interface CellPlaces {
  readonly rows: Int32Array;
  readonly begins: Int32Array;
  /** An end below zero, −1 − end, says that quotes are doubled in the cell. */
  readonly ends: Int32Array;
}

/** What is kept of a dictionary: the cell of code c is `heap[ends[c − 1] … ends[c])`, UTF-8. */
export interface CellHeap {
  readonly heap: Uint8Array;
  /** By code; `ends[0]` is 0. */
  readonly ends: Uint32Array;
}

/** Codes by cells. */
export class ByteDictionary {
  /**
   * One that is always there: engines forget how to work fast on objects when none of their kind is left, and would learn it anew
   * for each file.
   */
  static readonly example = new ByteDictionary();
  /** How many codes there are. */
  size = 1;
  private heap = new Uint8Array(256);
  private heapView = viewOf(this.heap);
  private ends = new Uint32Array(32);
  /** Places of key and code; no code = free. */
  private table: Int32Array;
  /** One less than the number of places. */
  private mask: number;
  /** The key that was looked for last, and the mark of its code. */
  private readonly key = new Int32Array(4);

  /** `expected` is about how many cells there will be. */
  constructor(expected = 0) {
    const places = placesFor(expected);
    this.table = new Int32Array(places * STRIDE);
    this.mask = places - 1;
  }

  /** A dictionary of cells that are known already, for look-ups. */
  static of({ heap, ends }: CellHeap): ByteDictionary {
    const made = new ByteDictionary(ends.length);
    made.size = ends.length;
    made.heap = heap as Uint8Array<ArrayBuffer>;
    made.heapView = viewOf(heap);
    made.ends = ends as Uint32Array<ArrayBuffer>;
    // Cells that share a place are all to be found here: there is no other way to them.
    for (let code = 1; code < ends.length; code++)
      made.put(made.place(made.heapView, ends[code - 1] as number, ends[code] as number, made.size), code);
    return made;
  }

  /** The code of bytes that are not empty, a new one if need be; −1 when too many cells share a place. */
  intern(bytes: DataView, from: number, to: number): number {
    const place = this.place(bytes, from, to, MOST_PROBES);
    if (place < 0) return -1;
    const known = (this.table[place + STRIDE - 1] as number) & ~LONG;
    if (known !== 0) return known;
    const code = this.add(bytes, from, to);
    this.put(place, code);
    if (this.size * 8 > this.mask * 7) this.spreadOut();
    return code;
  }

  /**
   * The codes of cells `from` to `to`, as `intern` gives them one by one; false when too many cells share a place. Cells hold no
   * NUL. The short ones that are known are looked up here, with nothing called, so that many wait for memory at once.
   */
  internAll(
    bytes: DataView,
    { begins, ends }: CellPlaces,
    from: number,
    to: number,
    codes: Int32Array,
  ): boolean {
    const last = bytes.byteLength - SHORT;
    let { table, mask } = this;
    // The cell before, since the same one often comes again.
    let lastA = 0;
    let lastB = 0;
    let lastC = 0;
    let lastCode = 0;
    for (let each = from; each < to; each++) {
      const begin = begins[each] as number;
      const end = ends[each] as number;
      const size = end - begin;
      let code = 0;
      const short = end >= 0 && size <= SHORT && begin <= last;
      if (short) {
        const a = bytes.getInt32(begin, true) & (KEEP_FIRST[size] as number);
        const b = bytes.getInt32(begin + 4, true) & (KEEP_SECOND[size] as number);
        const c = bytes.getInt32(begin + 8, true) & (KEEP_THIRD[size] as number);
        if (a === lastA && b === lastB && c === lastC) {
          codes[each - from] = lastCode;
          continue;
        }
        let at = (mixed(a, b, c) & mask) * STRIDE;
        code = table[at + 3] as number;
        while (code !== 0 && !(table[at] === a && table[at + 1] === b && table[at + 2] === c && code > 0)) {
          at = (at + STRIDE) & (mask * STRIDE + STRIDE - 1);
          code = table[at + 3] as number;
        }
        lastA = a;
        lastB = b;
        lastC = c;
        lastCode = code;
      }
      if (code === 0) {
        if (end >= 0) code = this.intern(bytes, begin, end);
        else {
          const plain = undoubled(bytes, begin, -1 - end);
          code = this.intern(plain, 0, plain.byteLength);
        }
        if (code < 0) return false;
        table = this.table;
        mask = this.mask;
        if (short) lastCode = code;
      }
      codes[each - from] = code;
    }
    return true;
  }

  /** The code of bytes that are not empty, a new one if need be. */
  code(bytes: Uint8Array): number {
    return this.intern(viewOf(bytes), 0, bytes.length);
  }

  /** The code of bytes that are not empty; 0 when there is none. */
  find(bytes: Uint8Array): number {
    const place = this.place(viewOf(bytes), 0, bytes.length, this.size);
    return place < 0 ? 0 : (this.table[place + STRIDE - 1] as number) & ~LONG;
  }

  /** The new code of bytes that are known to be new. They cannot be found; make another dictionary `of` the cells for that. */
  add(bytes: DataView, from: number, to: number): number {
    const code = this.size++;
    const begin = this.ends[code - 1] as number;
    const end = begin + to - from;
    if (end + 4 > this.heap.length) {
      this.heap = grown(this.heap, Math.max(end + 4, this.heap.length * 2));
      this.heapView = viewOf(this.heap);
    }
    if (code === this.ends.length) this.ends = grown(this.ends, code * 2);
    const { heapView } = this;
    // The last word may say more than belongs to the cell; what comes next is written over it.
    for (let at = from, put = begin; at < to; at += 4, put += 4)
      heapView.setInt32(put, wordAt(bytes, at), true);
    this.ends[code] = end;
    return code;
  }

  /** `add` of a cell of another dictionary. */
  addFrom(other: ByteDictionary, code: number): number {
    return this.add(other.heapView, other.ends[code - 1] as number, other.ends[code] as number);
  }

  /** `add` of all of the bytes. */
  addBytes(bytes: Uint8Array): number {
    return this.add(viewOf(bytes), 0, bytes.length);
  }

  /** The bytes of a code, good until the next new one. */
  bytes(code: number): Uint8Array {
    return code === 0 ? this.heap.subarray(0, 0) : this.heap.subarray(this.ends[code - 1], this.ends[code]);
  }

  /** What is to be kept, in arrays no longer than need be. */
  cells(): CellHeap {
    const { size } = this;
    return { heap: this.heap.slice(0, this.ends[size - 1]), ends: this.ends.slice(0, size) };
  }

  /** Where the bytes are in the table, or would be; −1 beyond `most` cells that share the place. */
  private place(bytes: DataView, from: number, to: number, most: number): number {
    const { table, mask, key } = this;
    const size = to - from;
    // Zeros at the end would look like bytes that are not there.
    const short = size <= SHORT && bytes.getUint8(to - 1) !== 0;
    let a: number;
    let b = 0;
    let c = size;
    if (short) {
      a = wordAt(bytes, from) & (KEEP_FIRST[size] as number);
      b = wordAt(bytes, from + 4) & (KEEP_SECOND[size] as number);
      c = wordAt(bytes, from + 8) & (KEEP_THIRD[size] as number);
    } else {
      a = hashOf(bytes, from, to);
      b = size < 4 ? 0 : bytes.getInt32(to - 4, true);
    }
    key[0] = a;
    key[1] = b;
    key[2] = c;
    key[3] = short ? 0 : LONG;
    let at = (mixed(a, b, c) & mask) * STRIDE;
    for (let probes = 0; ; probes++) {
      const code = table[at + 3] as number;
      if (code === 0) return at;
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c && code < 0 !== short)
        if (short || this.equals(code & ~LONG, bytes, from, to)) return at;
      if (probes === most) return -1;
      at = (at + STRIDE) & (mask * STRIDE + STRIDE - 1);
    }
  }

  /** Puts a code with the key that was looked for last. */
  private put(at: number, code: number): void {
    const { table, key } = this;
    table[at] = key[0] as number;
    table[at + 1] = key[1] as number;
    table[at + 2] = key[2] as number;
    table[at + 3] = code | (key[3] as number);
  }

  private equals(code: number, bytes: DataView, from: number, to: number): boolean {
    const { heap } = this;
    let at = this.ends[code - 1] as number;
    if ((this.ends[code] as number) - at !== to - from) return false;
    for (let other = from; other < to; other++, at++) if (heap[at] !== bytes.getUint8(other)) return false;
    return true;
  }

  /** Twice as many places. */
  private spreadOut(): void {
    const { table } = this;
    const places = (this.mask + 1) * 2;
    const wider = new Int32Array(places * STRIDE);
    for (let from = 0; from < table.length; from += STRIDE) {
      if (table[from + 3] === 0) continue;
      const hash = mixed(table[from] as number, table[from + 1] as number, table[from + 2] as number);
      let at = (hash & (places - 1)) * STRIDE;
      while (wider[at + 3] !== 0) at = (at + STRIDE) & (wider.length - 1);
      for (let each = 0; each < STRIDE; each++) wider[at + each] = table[from + each] as number;
    }
    this.table = wider;
    this.mask = places - 1;
  }
}

/** A power of two that leaves an eighth of the places free. */
function placesFor(cells: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(64, (cells * 8) / 7 + 2)));
}

function grown<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, length: number): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(length);
  longer.set(numbers);
  return longer;
}
