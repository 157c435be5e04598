/** Distinct cells of one column as bytes: each gets the number under which rows name it; 0 is the empty cell. */

/** FNV-1a; a scanner hashes the bytes while it looks for the end of the cell. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), HASH_PRIME);
  return hash;
}

/** Cells that may share a place in the table before a file is taken for one made to be slow. */
const MOST_PROBES = 4096;

/** What is kept of a dictionary: the cell of code c is `heap[ends[c − 1] … ends[c])`, UTF-8. */
export interface CellHeap {
  readonly heap: Uint8Array;
  /** By code; `ends[0]` is 0. */
  readonly ends: Uint32Array;
}

/** Codes by cells. */
export class ByteDictionary {
  /** How many codes there are. */
  size = 1;
  private heap = new Uint8Array(256);
  private ends = new Uint32Array(32);
  /** Places of hash and code in turns; no code = free. */
  private table: Uint32Array;
  /** One less than the number of places. */
  private mask: number;

  /** `expected` is about how many cells there will be. */
  constructor(expected = 0) {
    const places = placesFor(expected);
    this.table = new Uint32Array(places * 2);
    this.mask = places - 1;
  }

  /** A dictionary of cells that are known already, for look-ups. */
  static of({ heap, ends }: CellHeap): ByteDictionary {
    const made = new ByteDictionary(ends.length);
    made.size = ends.length;
    made.heap = heap as Uint8Array<ArrayBuffer>;
    made.ends = ends as Uint32Array<ArrayBuffer>;
    for (let code = 1; code < ends.length; code++)
      put(made.table, made.mask, hashOf(heap, ends[code - 1] as number, ends[code] as number), code);
    return made;
  }

  /** The code of bytes that are not empty, a new one if need be; −1 when too many cells share a place. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { table, mask } = this;
    const unsigned = hash >>> 0;
    let place = spread(hash) & mask;
    for (let probes = 0; ; probes++) {
      const code = table[2 * place + 1] as number;
      if (code === 0) break;
      if (table[2 * place] === unsigned && this.equals(code, bytes, from, to)) return code;
      if (probes === MOST_PROBES) return -1;
      place = (place + 1) & mask;
    }
    const code = this.add(bytes, from, to);
    table[2 * place] = unsigned;
    table[2 * place + 1] = code;
    if (this.size * 2 > mask) this.spreadOut();
    return code;
  }

  /** The code of bytes that are not empty, a new one if need be. */
  code(bytes: Uint8Array): number {
    return this.intern(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
  }

  /** The code of bytes that are not empty; 0 when there is none. */
  find(bytes: Uint8Array): number {
    const { table, mask } = this;
    const hash = hashOf(bytes, 0, bytes.length);
    for (let place = spread(hash) & mask; ; place = (place + 1) & mask) {
      const code = table[2 * place + 1] as number;
      if (code === 0) return 0;
      if (table[2 * place] === hash >>> 0 && this.equals(code, bytes, 0, bytes.length)) return code;
    }
  }

  /** The new code of bytes that are known to be new. They cannot be found; make another dictionary `of` the cells for that. */
  add(bytes: Uint8Array, from = 0, to = bytes.length): number {
    const code = this.size++;
    const begin = this.ends[code - 1] as number;
    const end = begin + to - from;
    if (end > this.heap.length) this.heap = grown(this.heap, Math.max(end, this.heap.length * 2));
    if (code === this.ends.length) this.ends = grown(this.ends, code * 2);
    const { heap } = this;
    for (let at = from, put = begin; at < to; at++, put++) heap[put] = bytes[at] as number;
    this.ends[code] = end;
    return code;
  }

  /** The bytes of a code, good until the next new one. */
  bytes(code: number): Uint8Array {
    return code === 0 ? this.heap.subarray(0, 0) : this.heap.subarray(this.ends[code - 1], this.ends[code]);
  }

  /** Whether two codes stand for the same bytes, as they may where cells were added unseen. */
  same(one: number, other: number): boolean {
    return this.equals(one, this.heap, this.ends[other - 1] as number, this.ends[other] as number);
  }

  /** What is to be kept, in arrays no longer than need be. */
  cells(): CellHeap {
    const { size } = this;
    return { heap: this.heap.slice(0, this.ends[size - 1]), ends: this.ends.slice(0, size) };
  }

  private equals(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { heap } = this;
    let at = this.ends[code - 1] as number;
    if ((this.ends[code] as number) - at !== to - from) return false;
    for (let other = from; other < to; other++, at++) if (heap[at] !== bytes[other]) return false;
    return true;
  }

  /** Twice as many places. */
  private spreadOut(): void {
    const { table } = this;
    const places = table.length;
    const wider = new Uint32Array(places * 2);
    for (let at = 0; at < table.length; at += 2)
      if (table[at + 1] !== 0) put(wider, places - 1, table[at] as number, table[at + 1] as number);
    this.table = wider;
    this.mask = places - 1;
  }
}

/** A power of two that leaves half of the places free. */
const placesFor = (cells: number): number => 2 ** Math.ceil(Math.log2(Math.max(64, cells * 2 + 2)));

function put(table: Uint32Array, mask: number, hash: number, code: number): void {
  let place = spread(hash) & mask;
  while (table[2 * place + 1] !== 0) place = (place + 1) & mask;
  table[2 * place] = hash;
  table[2 * place + 1] = code;
}

/** Lets every bit of a hash have its say in the low ones, which FNV does not: ids often differ in a few digits only. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function grown<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, length: number): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(length);
  longer.set(numbers);
  return longer;
}
