/** Follows the hint of an answer without paths, one parameter gets another value; and which filters to lift instead. Pure. */

import type { PathAnswer, PathHint } from "../../../model/path.ts";
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

/** A filter of the view, or all of them, and what the question has without it. */
export interface Lift {
  readonly id: string;
  readonly label: string;
  readonly view: View;
  /** Steps of the shortest path. */
  readonly length: number;
}

/** Buttons beside that of the hint. */
const MOST_LIFTS = 4;

/**
 * The filters without which there is a path, the shortest first and of several the smallest change; `answers` stand beside
 * `tried`. Lifting all of them comes only where it gives something that no single one gives.
 */
export function liftsOf(
  tried: readonly Omit<Lift, "length">[],
  answers: readonly (PathAnswer | undefined)[],
  hint: PathHint | null,
): readonly Lift[] {
  const lifts = tried.flatMap((one, at) => {
    const length = answers[at]?.paths[0]?.length;
    return length === undefined ? [] : [{ ...one, length }];
  });
  const known = (length: number): boolean =>
    (hint?.length ?? Number.POSITIVE_INFINITY) <= length ||
    lifts.some((other) => other.id !== ALL && other.length <= length);
  return lifts
    .filter(({ id, length }) => (id === ALL ? !known(length) : id !== hint?.relax?.parameter))
    .toSorted((a, b) => a.length - b.length)
    .slice(0, MOST_LIFTS);
}

/** The id of lifting all filters. */
export const ALL = "all";
