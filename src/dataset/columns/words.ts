/** Bytes four at a time: words, keys and hashes of cells. */

const QUOTE = 34;

/** Cells up to this many bytes stand in the table themselves; of longer ones it has a hash, the last word and the length. */
export const SHORT = 12;
/** By length of a short cell, which bits of its first, second and third word belong to it. */
export const [KEEP_FIRST, KEEP_SECOND, KEEP_THIRD] = [0, 4, 8].map((before) =>
  Int32Array.from({ length: SHORT + 1 }, (_, size) => {
    const kept = size - before;
    return kept >= 4 ? -1 : kept <= 0 ? 0 : 2 ** (8 * kept) - 1;
  }),
) as [Int32Array, Int32Array, Int32Array];

/** Lets every bit of a key have its say in the low ones: ids often differ in a few digits only. */
export function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0x297a2d39);
  hash = Math.imul((hash ^ (hash >>> 15)) + c, 0x165667b1);
  return hash ^ (hash >>> 16);
}

/** Hash of bytes, four at a time. */
export function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = 0x3c6ef372;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  const rest = to - at;
  if (rest > 0) hash = Math.imul(hash ^ (wordAt(bytes, at) & (KEEP_FIRST[rest] as number)), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Four bytes as a number, the first in the low bits; zeros stand for those beyond the end. */
export function wordAt(bytes: DataView, at: number): number {
  if (at + 4 <= bytes.byteLength) return bytes.getInt32(at, true);
  let word = 0;
  for (let each = at; each < bytes.byteLength; each++) word |= bytes.getUint8(each) << (8 * (each - at));
  return word;
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The bytes of a cell whose quotes are doubled. */
export function undoubled(bytes: DataView, from: number, to: number): DataView {
  const plain = new Uint8Array(to - from);
  let size = 0;
  for (let at = from; at < to; at++) {
    if (bytes.getUint8(at) === QUOTE) at++;
    plain[size++] = bytes.getUint8(at);
  }
  return viewOf(plain.subarray(0, size));
}
