/** Positions in words: the same plain terms in every analysis. */

import { CONDITIONAL } from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Position } from "./positions.ts";

/** `supports`, `opposes`, `both sides`, `no side`, or `not reported` where there is no position. */
export function sideWord(position: Pick<Position, "support" | "oppose" | "neutral"> | undefined): string {
  if (!position) return "not reported";
  const { support, oppose, neutral } = position;
  if (support.length > 0) return oppose.length > 0 ? "both sides" : "supports";
  if (oppose.length > 0) return "opposes";
  return neutral.length > 0 ? "no side" : "not reported";
}

/** The conditions of statements in the coder's words, each once, joined by ` / `; empty when there is none. */
export function conditionWords(index: StatementIndex, statements: Iterable<number>): string {
  const words = new Set<string>();
  for (const at of statements) {
    if (((index.flags[at] as number) & CONDITIONAL) === 0) continue;
    const condition = index.dataset.statements[at]?.condition ?? "";
    if (condition !== "") words.add(condition);
  }
  return [...words].join(" / ");
}
