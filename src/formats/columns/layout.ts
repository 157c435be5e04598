/** The bytes of `application/vnd.stancegraph.columns`, version 1: what encoder and decoder agree on. docs/columns.md says the same in words. */

export const COLUMNS_MEDIA_TYPE = "application/vnd.stancegraph.columns";

/** A byte above 127, a name and two kinds of line end, so that a file mangled on its way is known at once (as in PNG). */
export const MAGIC: readonly number[] = [0x89, 0x53, 0x47, 0x43, 0x0d, 0x0a, 0x1a, 0x0a];
export const VERSION = 1;
/** The only flag: the edges have no direction. */
export const UNDIRECTED = 1;

/** Byte offsets in the header. Everything is little-endian. */
export const AT = {
  version: 8,
  flags: 10,
  length: 12,
  nodes: 16,
  edges: 20,
  columns: 24,
  checksum: 28,
  tables: 32,
} as const;

/** Size of an entry of the column table and of the vector table, and what every vector's length is rounded up to. */
export const ENTRY = 8;

/** Vectors before those of the columns: text, string lengths, node keys, edge keys, source and target of each edge. */
export const FIXED_VECTORS = 6;

export const OWNERS = ["node", "edge"] as const;
export type Owner = (typeof OWNERS)[number];

/** How a column is stored; the position is its code. */
export const STORAGES = ["text", "coded", "plain", "flag", "list", "pairs"] as const;
export type Storage = (typeof STORAGES)[number];

/** Number of vectors of each storage, in order. */
export const VECTORS: Readonly<Record<Storage, number>> = {
  /** Dictionary of string numbers; per row 0 = absent, else 1 + place in the dictionary. */
  text: 2,
  /** Dictionary of numbers; per row as above. */
  coded: 2,
  /** Numbers; per row 1 = there, 0 = absent, or nothing at all when all are there. */
  plain: 2,
  /** Per row 0 = absent, 1 = false, 2 = true. */
  flag: 1,
  /** Per row 0 = absent, else 1 + number of items; dictionary of string numbers; per item its place in the dictionary. */
  list: 3,
  /** As list, with two places per item. */
  pairs: 4,
};

export type Whole = Uint8Array | Uint16Array | Uint32Array;
export type Vector = Whole | Float64Array;

/** The narrowest whole numbers that hold `greatest`. */
export function wholeArray(length: number, greatest: number): Whole {
  if (greatest < 256) return new Uint8Array(length);
  return greatest < 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}

export const padded = (bytes: number): number => Math.ceil(bytes / ENTRY) * ENTRY;
