/** Follows the hint of an answer without paths: one parameter of the question or the view gets another value. */

import type { PathHint } from "../../../model/path.ts";
import { Fault } from "../../../model/problem.ts";
import type { View } from "../../../model/view.ts";
import { parseView, VIEW_PARAMETERS, viewPairs } from "../../../view/grammar.ts";
import type { Pair } from "../../../view/parameters.ts";
import { parseQuestion, QUESTION_PARAMETERS, type Question, questionPairs } from "../../state/question.ts";

export interface Relaxed {
  readonly question: Question;
  readonly view: View;
}

const withPair = (pairs: readonly Pair[], name: string, value: string): readonly Pair[] => [
  ...pairs.filter(([other]) => other !== name),
  ...(value === "" ? [] : [[name, value] as const]),
];

/** The question and the view after the change, or null when the hint names no parameter known here. */
export function relaxed(
  question: Question,
  view: View,
  { parameter, value }: NonNullable<PathHint["relax"]>,
): Relaxed | null {
  try {
    if (QUESTION_PARAMETERS.has(parameter))
      return { question: parseQuestion(withPair(questionPairs(question), parameter, value)), view };
    if (Object.hasOwn(VIEW_PARAMETERS, parameter))
      return { question, view: parseView(withPair(viewPairs(view), parameter, value)) };
    return null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
