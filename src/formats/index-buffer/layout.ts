/**
 * The bytes of a statement index, version 1: header, table of arrays, arrays. Numbers stand in the order of the machine that wrote
 * them, so that typed arrays can be laid over the bytes without a copy; another machine's order is noticed and refused.
 */

import type { Numbers } from "../../dataset/columns/pack.ts";

/** `SGIX`, read as bytes. */
export const MAGIC: readonly number[] = [0x53, 0x47, 0x49, 0x58];
/** Reads differently where the bytes of a number stand in the other order. */
export const ORDER_MARK = 0x01020304;
export const VERSION = 1;

/** Places in the header, in words of 32 bits. The lengths are in bytes; the length is split into low and high word. */
export const AT = {
  magic: 0,
  order: 1,
  version: 2,
  checksum: 3,
  lengthLow: 4,
  lengthHigh: 5,
  arrays: 6,
  structure: 7,
  header: 8,
} as const;

/** Words of one entry of the table: kind of numbers, how many. Every array begins at a multiple of 8 bytes, where the one before ends. */
export const ENTRY = 2;

interface Kind {
  readonly width: number;
  is(numbers: Numbers): boolean;
  over(buffer: ArrayBufferLike, at: number, length: number): Numbers;
}

/** By code: how the numbers of an array are kept. */
export const KINDS: readonly Kind[] = [
  { width: 1, is: (all) => all instanceof Uint8Array, over: (...place) => new Uint8Array(...place) },
  { width: 2, is: (all) => all instanceof Uint16Array, over: (...place) => new Uint16Array(...place) },
  { width: 4, is: (all) => all instanceof Uint32Array, over: (...place) => new Uint32Array(...place) },
  { width: 4, is: (all) => all instanceof Int32Array, over: (...place) => new Int32Array(...place) },
  { width: 8, is: (all) => all instanceof Float64Array, over: (...place) => new Float64Array(...place) },
];

export const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;
