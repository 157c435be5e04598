/** What an edge of a graph says for or against its target. */

import type { Polarity, RelationPolarity } from "../../model/vocabulary.ts";
import { type GatheredEdge, textOf } from "./gather.ts";

/** Attributes that may say it, in the order of trust. */
const NAMES = ["polarity", "sign", "stance", "agreement", "agree", "valence", "qualifier", "kind"];

const WORDS: ReadonlyMap<string, Polarity> = new Map([
  ...[
    "support",
    "supports",
    "positive",
    "pro",
    "for",
    "agree",
    "agrees",
    "agreement",
    "yes",
    "true",
    "1",
    "+",
    "+1",
  ].map((word): [string, Polarity] => [word, "support"]),
  ...[
    "oppose",
    "opposes",
    "negative",
    "contra",
    "con",
    "against",
    "disagree",
    "disagrees",
    "disagreement",
    "no",
    "false",
    "-1",
    "-",
    "−",
    "−1",
  ].map((word): [string, Polarity] => [word, "oppose"]),
  ...["neutral", "none", "0", "neither"].map((word): [string, Polarity] => [word, "neutral"]),
]);

/** By an attribute, else by a weight below 0; null when nothing is said. */
export function signOf({ attributes, weight }: GatheredEdge): Polarity | null {
  for (const name of NAMES) {
    const said = WORDS.get(textOf(attributes, name).trim().toLowerCase());
    if (said) return said;
  }
  return weight !== null && weight < 0 ? "oppose" : null;
}

export const RELATION_POLARITY: Readonly<Record<Polarity, RelationPolarity>> = {
  support: "positive",
  oppose: "negative",
  neutral: "neutral",
};
