/** Conditions in sentences: what a walk along the condition graph says, link by link, with who reports it. */

import { hopSentence } from "../naming/hop-sentence.ts";
import { capitalised, nodeName } from "../naming/names.ts";
import type { StatementSelection } from "./analysis.ts";
import type { ConditionLink } from "./condition-graph.ts";
import { labelList } from "./rows.ts";

/** `“Y”`, or `“Y” not being so`. */
export const requirement = ({ index }: StatementSelection, { to, negated }: ConditionLink): string =>
  `${nodeName(index, to)}${negated ? " not being so" : ""}`;

/** Labels of the actors whose positions make a link. */
export const holdersOf = ({ index, adjacency }: StatementSelection, { statements }: ConditionLink): string =>
  labelList(index, new Set(statements.map((at) => adjacency.from[at] as number)));

/** What hangs on what along a walk, as one sentence. */
export function walkSentence(input: StatementSelection, walk: readonly ConditionLink[]): string {
  const parts = walk.map(
    (link) => `${nodeName(input.index, link.from)} is reported to depend on ${requirement(input, link)}`,
  );
  return capitalised(`${parts.join("; ")}.`);
}

/** One sentence per link with its sources, actors and conditions. */
export const walkEvidence = (
  { index, adjacency }: StatementSelection,
  walk: readonly ConditionLink[],
): string => walk.map(({ statements }) => hopSentence(index, adjacency, statements)).join(" ");

export type CycleKind = "deadlock" | "mutual exclusion" | "contradiction";

/**
 * No negated link: each waits for the next (a circular wait). An even number: the issues rule each other out, but some can hold
 * without the others. An odd number: not all of the conditions can be met.
 */
export function cycleKind(walk: readonly ConditionLink[]): CycleKind {
  const negated = walk.filter((link) => link.negated).length;
  return negated === 0 ? "deadlock" : negated % 2 === 0 ? "mutual exclusion" : "contradiction";
}

const CYCLE_WORDS: Readonly<Record<CycleKind, string>> = {
  deadlock: "each waits for the next, so none of these conditions is met first",
  "mutual exclusion": "the conditions rule each other out: one can be met only while another is not",
  contradiction: "not all of these conditions can be met together",
};

/** What a cycle means, in words. */
export function cycleSentence(input: StatementSelection, walk: readonly ConditionLink[]): string {
  const holders = new Set(walk.flatMap(({ statements }) => statements).map((at) => input.adjacency.from[at]));
  const [first] = walk;
  if (walk.length === 1 && first)
    return `${nodeName(input.index, first.from)} is reported to depend on ${first.negated ? "its own absence" : "itself"}.`;
  const alone = holders.size === 1 ? "; all links rest on positions of one actor" : "";
  return `${walkSentence(input, walk).slice(0, -1)}: as reported, ${CYCLE_WORDS[cycleKind(walk)]}${alone}.`;
}
