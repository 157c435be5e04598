/** Reads header, tables and vectors of a payload, and nothing beyond its end: whatever the bytes say is checked before it is used. */

import { Fault } from "../../model/problem.ts";
import { checksumOf } from "./checksum.ts";
import {
  AT,
  COLUMNS_MEDIA_TYPE,
  ENTRY,
  MAGIC,
  OWNERS,
  type Owner,
  padded,
  STORAGES,
  type Storage,
  UNDIRECTED,
  VERSION,
  type Vector,
  type Whole,
} from "./layout.ts";

export interface Header {
  readonly undirected: boolean;
  readonly nodes: number;
  readonly edges: number;
  readonly columns: readonly ColumnEntry[];
}

export interface ColumnEntry {
  readonly owner: Owner;
  readonly storage: Storage;
  /** String number of the column's name. */
  readonly name: number;
}

/** A fault of the payload. */
export const damaged = (what: string): Fault =>
  new Fault({
    class: "bad-data",
    code: "columns-damaged",
    message: `the graph could not be read: ${what}`,
    remedy: "Load it again; if it stays so, ask for the graph as JSON.",
  });

/** Gives the vectors of a payload one after the other, as views of its bytes. */
export class VectorReader {
  readonly header: Header;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #entry: number;
  #data: number;

  /** Throws a `Fault` when the bytes are no payload of this version, cut short, or changed since they were written. */
  constructor(given: Uint8Array) {
    const { length } = given;
    if (length < AT.tables || MAGIC.some((byte, at) => given[at] !== byte))
      throw damaged(`it is not ${COLUMNS_MEDIA_TYPE}`);
    // Typed arrays need their place in memory to be a multiple of their width.
    this.#bytes = given.byteOffset % ENTRY === 0 ? given : given.slice();
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, length);
    const version = this.#view.getUint16(AT.version, true);
    if (version !== VERSION) throw damaged(`it has version ${version}, but only ${VERSION} is known`);
    const said = this.#whole(AT.length);
    if (said !== length || length % ENTRY !== 0)
      throw damaged(`it should have ${said} bytes, but has ${length}`);
    if (this.#whole(AT.checksum) !== checksumOf(this.#bytes)) throw damaged("its checksum does not match");
    const flags = this.#view.getUint16(AT.flags, true);
    if ((flags & ~UNDIRECTED) !== 0) throw damaged(`its flags are ${flags}`);
    const count = this.#whole(AT.columns);
    if (count > (length - AT.tables) / ENTRY) throw damaged(`it names ${count} columns`);
    this.header = {
      undirected: flags === UNDIRECTED,
      nodes: this.#whole(AT.nodes),
      edges: this.#whole(AT.edges),
      columns: Array.from({ length: count }, (_, at) => this.#column(AT.tables + at * ENTRY)),
    };
    this.#entry = AT.tables + count * ENTRY;
    this.#data = this.#entry;
  }

  #whole(at: number): number {
    return this.#view.getUint32(at, true);
  }

  #column(at: number): ColumnEntry {
    const owner = OWNERS[this.#view.getUint8(at)];
    const storage = STORAGES[this.#view.getUint8(at + 1)];
    if (owner === undefined || storage === undefined)
      throw damaged("a column is of a kind that is not known");
    return { owner, storage, name: this.#whole(at + 4) };
  }

  /** Must be called once, before the first vector: says where the data begin. */
  start(vectors: number): void {
    this.#data = this.#entry + vectors * ENTRY;
    if (this.#data > this.#bytes.length) throw damaged(`it names ${vectors} vectors`);
  }

  #next(width: number | null): Vector {
    const count = this.#whole(this.#entry);
    const own = this.#view.getUint8(this.#entry + 4);
    this.#entry += ENTRY;
    const at = this.#data;
    if (own !== 1 && own !== 2 && own !== 4 && own !== 8) throw damaged(`a vector has width ${own}`);
    if (width === null ? own === 8 : own !== width) throw damaged(`a vector has width ${own}`);
    this.#data += padded(count * own);
    if (this.#data > this.#bytes.length) throw damaged("a vector reaches beyond the end");
    const { buffer } = this.#bytes;
    const offset = this.#bytes.byteOffset + at;
    if (own === 8) return new Float64Array(buffer, offset, count);
    if (own === 4) return new Uint32Array(buffer, offset, count);
    return own === 2 ? new Uint16Array(buffer, offset, count) : new Uint8Array(buffer, offset, count);
  }

  /** Whole numbers of any width, each below `bound`; as many as `length` unless that is null. */
  wholes(bound: number, length: number | null): Whole {
    const vector = this.#next(null) as Whole;
    expectLength(vector, length);
    if (!allBelow(vector, bound)) throw damaged("a number points at nothing");
    return vector;
  }

  /** Bytes as they are. */
  octets(length: number | null): Uint8Array {
    const vector = this.#next(1) as Uint8Array;
    expectLength(vector, length);
    return vector;
  }

  /** Finite numbers. */
  numbers(length: number | null): Float64Array {
    const vector = this.#next(8) as Float64Array;
    expectLength(vector, length);
    for (let at = 0; at < vector.length; at++)
      if (!Number.isFinite(vector[at])) throw damaged("a number is infinite or none");
    return vector;
  }

  /** After the last vector: nothing may be left. */
  finish(): void {
    if (this.#data !== this.#bytes.length) throw damaged("bytes are left over at its end");
  }
}

function expectLength({ length }: Vector, wanted: number | null): void {
  if (wanted !== null && length !== wanted)
    throw damaged(`a vector has ${length} entries instead of ${wanted}`);
}

/** Whether every number is below a bound, which is a whole number or infinite. */
function allBelow(vector: Whole, bound: number): boolean {
  if (bound >= 2 ** (8 * vector.BYTES_PER_ELEMENT)) return true;
  if (bound > 2 ** 31) return vector.every((value) => value < bound);
  const last = bound - 1;
  // Without a branch in the loop: the sign bit is set by a number from 2³¹ on, or by one that is greater than the last allowed.
  let signs = 0;
  for (let at = 0; at < vector.length; at++)
    signs |= (vector[at] as number) | (last - (vector[at] as number));
  return signs >= 0;
}
