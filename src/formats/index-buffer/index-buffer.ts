/** A statement index with its dataset as one buffer, for another thread, a cache or a page; and back without a copy. */

import { type Numbers, packDataset, unpackDataset } from "../../dataset/columns/pack.ts";
import type { Adjacency } from "../../graph/adjacency.ts";
import type { EdgeColumns } from "../../graph/edge-columns.ts";
import { restoreStatementIndex, type StatementIndex } from "../../graph/statement-index.ts";
import { Fault } from "../../model/problem.ts";
import { xxHash32 } from "../columns/checksum.ts";
import { AT, ENTRY, KINDS, MAGIC, ORDER_MARK, padded, VERSION } from "./layout.ts";

const EDGE_COLUMNS = [
  "from",
  "to",
  "flags",
  "source",
  "relation",
  "firstDay",
  "lastDay",
  "confidence",
] as const satisfies readonly (keyof EdgeColumns)[];

const ADJACENCY = [
  "standsFor",
  "merged",
  "outStart",
  "outEdge",
  "inStart",
  "inEdge",
] as const satisfies readonly (keyof Adjacency)[];

/** Makes the buffer of a length; a `SharedArrayBuffer` lets threads read one index. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** The index, its plain adjacency and its dataset in one buffer. */
export function toBuffer(
  index: StatementIndex,
  allocate: Allocate = (bytes) => new ArrayBuffer(bytes),
): ArrayBufferLike {
  const { head, arrays: cells } = packDataset(index.dataset);
  const adjacency = index.adjacency("none");
  const arrays: Numbers[] = [
    new TextEncoder().encode(head),
    ...EDGE_COLUMNS.map((name) => index[name]),
    ...ADJACENCY.map((name) => adjacency[name]),
    ...cells,
  ];
  const table = padded((AT.header + ENTRY * arrays.length) * 4);
  const bytes = arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), table);
  const buffer = allocate(bytes);
  const words = new Uint32Array(buffer, 0, table / 4);
  new Uint8Array(buffer).set(MAGIC);
  words[AT.order] = ORDER_MARK;
  words[AT.version] = VERSION;
  words[AT.lengthLow] = bytes % 2 ** 32;
  words[AT.lengthHigh] = Math.floor(bytes / 2 ** 32);
  words[AT.arrays] = arrays.length;
  words[AT.structure] = index.structure.length;
  let at = table;
  arrays.forEach((numbers, place) => {
    const kind = KINDS.findIndex((candidate) => candidate.is(numbers));
    words.set([kind, numbers.length], AT.header + ENTRY * place);
    const { buffer: from, byteOffset, byteLength } = numbers;
    new Uint8Array(buffer, at, byteLength).set(new Uint8Array(from, byteOffset, byteLength));
    at += padded(byteLength);
  });
  words[AT.checksum] = checksumOf(buffer);
  return buffer;
}

/** Over all words but the checksum itself. */
function checksumOf(buffer: ArrayBufferLike): number {
  const words = new Uint32Array(buffer);
  return xxHash32(words.subarray(AT.checksum + 1), xxHash32(words.subarray(0, AT.checksum), 0));
}

const refused = (
  code: "index-damaged" | "index-version" | "index-order",
  what: string,
  remedy: string,
): Fault => new Fault({ class: "bad-data", code, message: `the index could not be read: ${what}`, remedy });

const damaged = (what: string): Fault =>
  refused("index-damaged", what, "Build it again from the data it was made of.");

/**
 * The index of a buffer that `toBuffer` filled. Its arrays lie in the buffer, which must not change any more.
 * @throws Fault of class `bad-data`: `index-damaged` where the bytes are none, are cut short or were changed; `index-version` where
 * another version wrote them; `index-order` where a machine with another order of bytes did
 */
export function fromBuffer(buffer: ArrayBufferLike): StatementIndex {
  const [first, ...arrays] = readArrays(buffer);
  const structure = new Uint32Array(buffer, 0, AT.header)[AT.structure] as number;
  try {
    if (!(first instanceof Uint8Array)) throw new Error("there is no head");
    const head = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(first.slice());
    const cells = arrays.slice(EDGE_COLUMNS.length + ADJACENCY.length);
    const dataset = unpackDataset({ head, arrays: cells });
    const named = Object.fromEntries(
      [...EDGE_COLUMNS, ...ADJACENCY].map((name, at) => [name, arrays[at] as Numbers]),
    ) as unknown as EdgeColumns & Omit<Adjacency, "from" | "to">;
    const index = restoreStatementIndex(dataset, edgesOf(named), adjacencyOf(named));
    if (index.structure.length !== structure) throw new Error("its structure is another");
    checkNumbers(index);
    return index;
  } catch (error) {
    throw error instanceof Fault ? error : damaged(error instanceof Error ? error.message : String(error));
  }
}

/** The arrays of a buffer, laid over it, after everything that its header says was checked. */
function readArrays(buffer: ArrayBufferLike): readonly Numbers[] {
  const { byteLength } = buffer;
  if (byteLength < AT.header * 4 || MAGIC.some((byte, at) => new Uint8Array(buffer)[at] !== byte))
    throw damaged("it is no statement index");
  const header = new Uint32Array(buffer, 0, AT.header);
  if (header[AT.order] !== ORDER_MARK) {
    const swapped = header[AT.order] === 0x04030201;
    if (!swapped) throw damaged("it is no statement index");
    throw refused(
      "index-order",
      "it comes from a machine with another order of bytes",
      "Build it on this machine.",
    );
  }
  if (header[AT.version] !== VERSION)
    throw refused(
      "index-version",
      `it is of version ${header[AT.version]}, and this program reads ${VERSION}`,
      "Build it again with this program.",
    );
  const length = (header[AT.lengthHigh] as number) * 2 ** 32 + (header[AT.lengthLow] as number);
  if (length !== byteLength) throw damaged(`it has ${byteLength} bytes and should have ${length}`);
  if (byteLength % 8 !== 0) throw damaged("its length is no multiple of 8");
  if (header[AT.checksum] !== checksumOf(buffer)) throw damaged("its checksum does not match");
  const count = header[AT.arrays] as number;
  let at = padded((AT.header + ENTRY * count) * 4);
  if (at > byteLength) throw damaged(`it cannot hold ${count} arrays`);
  const table = new Uint32Array(buffer, AT.header * 4, ENTRY * count);
  const arrays: Numbers[] = [];
  for (let place = 0; place < count; place++) {
    const kind = KINDS[table[ENTRY * place] as number];
    const size = table[ENTRY * place + 1] as number;
    if (kind === undefined) throw damaged("it holds numbers of a kind that is not known");
    if (size * kind.width > byteLength - at) throw damaged("an array goes beyond its end");
    arrays.push(kind.over(buffer, at, size));
    at += padded(size * kind.width);
  }
  if (at !== byteLength) throw damaged("there is something behind its arrays");
  return arrays;
}

const edgesOf = (named: EdgeColumns): EdgeColumns =>
  Object.fromEntries(EDGE_COLUMNS.map((name) => [name, named[name]])) as unknown as EdgeColumns;

const adjacencyOf = (named: EdgeColumns & Omit<Adjacency, "from" | "to">): Adjacency => ({
  ...(Object.fromEntries(ADJACENCY.map((name) => [name, named[name]])) as unknown as Adjacency),
  from: named.from,
  to: named.to,
});

/** Whether every number is one of a node, edge, source or relation that is there: loops over them trust it. */
function checkNumbers(index: StatementIndex): void {
  const { dataset, edgeCount, nodes } = index;
  const within = (name: string, numbers: unknown, length: number, least: number, bound: number): void => {
    if (!(numbers instanceof Int32Array) || numbers.length !== length)
      throw new Error(`${name} has another length`);
    for (const number of numbers)
      if (number < least || number >= bound) throw new Error(`${name} names what is not there`);
  };
  const sized = (
    name: string,
    numbers: unknown,
    kind: typeof Uint8Array | typeof Uint32Array | typeof Float64Array,
  ) => {
    if (!(numbers instanceof kind) || numbers.length !== edgeCount)
      throw new Error(`${name} has another length`);
  };
  const { standsFor, merged, outStart, outEdge, inStart, inEdge } = index.adjacency("none");
  within("from", index.from, edgeCount, 0, nodes.length);
  within("to", index.to, edgeCount, 0, nodes.length);
  within("source", index.source, edgeCount, -1, dataset.sources.length);
  within("relation", index.relation, edgeCount, -1, dataset.relations.length);
  within("firstDay", index.firstDay, edgeCount, -(2 ** 31), 2 ** 31);
  within("lastDay", index.lastDay, edgeCount, -(2 ** 31), 2 ** 31);
  sized("flags", index.flags, Uint32Array);
  sized("confidence", index.confidence, Float64Array);
  sized("merged", merged, Uint8Array);
  within("standsFor", standsFor, nodes.length, 0, nodes.length);
  within("outStart", outStart, nodes.length + 1, 0, edgeCount + 1);
  within("inStart", inStart, nodes.length + 1, 0, edgeCount + 1);
  within("outEdge", outEdge, edgeCount, 0, edgeCount);
  within("inEdge", inEdge, edgeCount, 0, edgeCount);
}
