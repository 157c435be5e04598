/** Distinct cells of one column as bytes: each gets the number under which rows name it; 0 is the empty cell. */

/** FNV-1a; a scanner hashes the bytes while it looks for the end of the cell. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

export function hashOf(bytes: Uint8Array, from: number, to: number): number {
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
  private hashes = new Uint32Array(32);
  private table = new Uint32Array(64);

  /** A dictionary of cells that are known already, for look-ups. */
  static of({ heap, ends }: CellHeap): ByteDictionary {
    const made = new ByteDictionary();
    made.size = ends.length;
    made.heap = heap as Uint8Array<ArrayBuffer>;
    made.ends = ends as Uint32Array<ArrayBuffer>;
    made.hashes = Uint32Array.from(ends, (end, code) =>
      code === 0 ? 0 : hashOf(heap, ends[code - 1] as number, end),
    );
    made.rehash(2 ** Math.ceil(Math.log2(Math.max(64, ends.length * 2))));
    return made;
  }

  /** The code of bytes that are not empty, a new one if need be; −1 when too many cells share a place. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { table } = this;
    const mask = table.length - 1;
    let slot = spread(hash) & mask;
    for (let probes = 0; ; probes++) {
      const code = table[slot] as number;
      if (code === 0) break;
      if (this.hashes[code] === hash >>> 0 && this.equals(code, bytes, from, to)) return code;
      if (probes === MOST_PROBES) return -1;
      slot = (slot + 1) & mask;
    }
    const code = this.size;
    table[slot] = code;
    this.append(bytes, from, to, hash);
    if (this.size * 2 > table.length) this.rehash(table.length * 2);
    return code;
  }

  /** The new code of bytes that are known to be new. They cannot be found; make another dictionary `of` the cells for that. */
  add(bytes: Uint8Array): number {
    this.append(bytes, 0, bytes.length, 0);
    return this.size - 1;
  }

  /** The code of bytes that are not empty; 0 when there is none. */
  find(bytes: Uint8Array): number {
    const hash = hashOf(bytes, 0, bytes.length);
    const mask = this.table.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const code = this.table[slot] as number;
      if (code === 0) return 0;
      if (this.hashes[code] === hash >>> 0 && this.equals(code, bytes, 0, bytes.length)) return code;
    }
  }

  /** The bytes of a code, good until the next `intern`. */
  bytes(code: number): Uint8Array {
    return code === 0 ? this.heap.subarray(0, 0) : this.heap.subarray(this.ends[code - 1], this.ends[code]);
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

  private append(bytes: Uint8Array, from: number, to: number, hash: number): void {
    const code = this.size++;
    const begin = this.ends[code - 1] as number;
    const end = begin + to - from;
    if (end > this.heap.length) this.heap = grown(this.heap, Math.max(end, this.heap.length * 2));
    if (code === this.ends.length) {
      this.ends = grown(this.ends, code * 2);
      this.hashes = grown(this.hashes, code * 2);
    }
    const { heap } = this;
    for (let at = from, put = begin; at < to; at++, put++) heap[put] = bytes[at] as number;
    this.ends[code] = end;
    this.hashes[code] = hash;
  }

  private rehash(length: number): void {
    const table = new Uint32Array(length);
    const mask = length - 1;
    for (let code = 1; code < this.size; code++) {
      let slot = spread(this.hashes[code] as number) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.table = table;
  }
}

/** Brings the high bits of a hash down, in which FNV is better mixed. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

function grown<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, length: number): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(length);
  longer.set(numbers);
  return longer;
}
