/**
 * xxHash32 (Y. Collet, public specification) over whole 32-bit words. Each step is a bijection of the state, so a change within
 * one word is always noticed, and others are missed once in four thousand million times. It finds damage, not forgery.
 */

import { AT } from "./layout.ts";

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;

const round = (state: number, word: number): number => {
  const mixed = (state + Math.imul(word, PRIME_2)) | 0;
  return Math.imul((mixed << 13) | (mixed >>> 19), PRIME_1);
};

const turned = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** The hash as an unsigned number. */
export function xxHash32(words: Uint32Array, seed: number): number {
  const { length } = words;
  let at = 0;
  let hash: number;
  if (length >= 4) {
    let a = (seed + PRIME_1 + PRIME_2) | 0;
    let b = (seed + PRIME_2) | 0;
    let c = seed | 0;
    let d = (seed - PRIME_1) | 0;
    for (; at + 4 <= length; at += 4) {
      a = round(a, words[at] as number);
      b = round(b, words[at + 1] as number);
      c = round(c, words[at + 2] as number);
      d = round(d, words[at + 3] as number);
    }
    hash = (turned(a, 1) + turned(b, 7) + turned(c, 12) + turned(d, 18)) | 0;
  } else hash = (seed + 0x165667b1) | 0;
  hash = (hash + length * 4) | 0;
  for (; at < length; at++) {
    hash = (hash + Math.imul(words[at] as number, PRIME_3)) | 0;
    hash = Math.imul(turned(hash, 17), PRIME_4);
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The checksum of a payload: over all bytes but the checksum itself; the length must be a multiple of 8, the start of `bytes` of 4. */
export function checksumOf(bytes: Uint8Array): number {
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, AT.checksum / 4);
  const rest = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset + AT.tables,
    (bytes.byteLength - AT.tables) / 4,
  );
  return xxHash32(rest, xxHash32(head, 0));
}
