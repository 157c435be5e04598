/**
 * One word of bits per edge, each property one-hot, so that a whole filter is a single AND: an edge fails when it has any
 * forbidden bit. Structural edges have no polarity, voice or modality bit and so pass every filter on those.
 */

import type { Modality, Polarity, Voice } from "../model/vocabulary.ts";

export const POLARITY_BIT: Readonly<Record<Polarity, number>> = {
  support: 1 << 0,
  oppose: 1 << 1,
  neutral: 1 << 2,
};
export const VOICE_BIT: Readonly<Record<Voice, number>> = { reported: 1 << 3, author: 1 << 4 };
export const MODALITY_BIT: Readonly<Record<Modality, number>> = {
  position: 1 << 5,
  forecast: 1 << 6,
  allegation: 1 << 7,
  fact: 1 << 8,
};
export const STANCE = 1 << 9;
export const RELATION = 1 << 10;
/** speaks-for, member-of, in-group. */
export const MEMBERSHIP = 1 << 11;
/** part-of between issues that are no containers. */
export const SUBISSUE = 1 << 12;
/** part-of where the parent is a container: drawn as structure, never walked by paths. */
export const CONTAINED = 1 << 13;
export const REPEAT = 1 << 14;
export const OFF_TOPIC = 1 << 15;
/** The coded actor, the target or an end of a structural edge is no stakeholder. */
export const NON_STAKEHOLDER = 1 << 16;
export const UNDATED = 1 << 17;
export const CONDITIONAL = 1 << 18;
/** A relation that holds both ways. */
export const SYMMETRIC = 1 << 19;
