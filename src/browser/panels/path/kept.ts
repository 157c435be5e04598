/** An earlier question kept to compare its answer with the present one: its text in the address, and how two answers differ. Pure. */

import type { Path, PathAnswer } from "../../../model/path.ts";
import type { Fault } from "../../../model/problem.ts";
import { DEFAULT_VIEW, type View } from "../../../model/view.ts";
import { formatPairs, parseView, VIEW_PARAMETERS } from "../../../view/grammar.ts";
import type { Pair } from "../../../view/parameters.ts";
import { pathView, statementPairs } from "../../api/hooks.ts";
import type { Report } from "../../state/inner-rules.ts";
import { leniently } from "../../state/leniently.ts";
import {
  DEFAULT_QUESTION,
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
  formatPairs([...questionPairs(question), ...statementPairs(pathView(view))]);

/** Reads what `formatKept` writes: what cannot be followed is left out and reported; null when no whole question is left. */
export function parseKept(text: string, report?: Report): Kept | null {
  if (text === "") return null;
  const questionPart: Pair[] = [];
  const viewPart: Pair[] = [];
  for (const [name, value] of new URLSearchParams(text))
    if (QUESTION_PARAMETERS.has(name)) questionPart.push([name, value]);
    else if (Object.hasOwn(VIEW_PARAMETERS, name)) viewPart.push([name, value]);
    else report?.(`${name}=${value}`, "Give the parameters of a path question and of the view.");
  const note = (fault: Fault) => report?.(fault.parameter, fault.remedy);
  const question = leniently(questionPart, parseQuestion, note) ?? DEFAULT_QUESTION;
  const view = leniently(viewPart, parseView, note) ?? DEFAULT_VIEW;
  if (isComplete(question)) return { question, view };
  report?.(text, "Name both ends of the question: from=NODE&to=NODE.");
  return null;
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
