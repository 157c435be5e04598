/** Seeded random numbers, so that a search gives the same result everywhere. */

import { z } from "zod";

/** Numbers in [0, 1) by mulberry32 (T. Ettinger, 2017); equal seeds give equal sequences. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place (Fisher & Yates 1938). */
export function shuffle(values: Int32Array, random: () => number): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const value = values[at] as number;
    values[at] = values[other] as number;
    values[other] = value;
  }
}

/** The parameter `seed` of every analysis that searches. */
export const seedParameter = z
  .number()
  .int()
  .min(0)
  .max(4294967295)
  .default(1)
  .describe("Seed of the random numbers: the same seed gives the same result.");
