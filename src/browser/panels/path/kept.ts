/** An earlier question kept to compare its answer with the present one: its text in the address, and how two answers differ. Pure. */

import type { Path, PathAnswer } from "../../../model/path.ts";
import { Fault } from "../../../model/problem.ts";
import { DEFAULT_VIEW, type View } from "../../../model/view.ts";
import { formatPairs, parseView, VIEW_PARAMETERS } from "../../../view/grammar.ts";
import { statementPairs } from "../../api/hooks.ts";
import {
  isComplete,
  parseQuestion,
  QUESTION_PARAMETERS,
  type Question,
  questionPairs,
} from "../../state/question.ts";

export interface Kept {
  readonly question: Question;
  readonly view: View;
}

/** The pairs that a question is asked with, question and filters. */
export const formatKept = ({ question, view }: Kept): string =>
  formatPairs([
    ...questionPairs(question),
    ...statementPairs({ ...view, ego: [], depth: DEFAULT_VIEW.depth }),
  ]);

/** Reads what `formatKept` writes; null when it is no whole question. */
export function parseKept(text: string): Kept | null {
  if (text === "") return null;
  const pairs = [...new URLSearchParams(text)];
  try {
    const question = parseQuestion(pairs.filter(([name]) => QUESTION_PARAMETERS.has(name)));
    const view = parseView(pairs.filter(([name]) => Object.hasOwn(VIEW_PARAMETERS, name)));
    return isComplete(question) ? { question, view } : null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

export interface Difference {
  /** Through the same nodes in both answers, though perhaps by other statements. */
  readonly both: readonly Path[];
  readonly onlyNow: readonly Path[];
  readonly onlyKept: readonly Path[];
}

const way = ({ nodes }: Path): string => nodes.join("\n");

/** How the present answer differs from the kept one, in the order of the answers. */
export function differenceOf(now: PathAnswer, kept: PathAnswer): Difference {
  const here = new Set(now.paths.map(way));
  const there = new Set(kept.paths.map(way));
  return {
    both: now.paths.filter((path) => there.has(way(path))),
    onlyNow: now.paths.filter((path) => !there.has(way(path))),
    onlyKept: kept.paths.filter((path) => !here.has(way(path))),
  };
}
