/** The options of a path question that differ from the usual ones, in a few words. */

import { DEFAULT_QUESTION, type Question } from "../../state/question.ts";
import { TEXTS } from "../texts.ts";
import { count } from "../words/numbers.ts";

/** Empty when every option is as usual. */
export function optionsInWords(question: Question): string {
  const usualVia = question.via.join() === DEFAULT_QUESTION.via.join();
  return [
    question.mode === "k"
      ? question.k === DEFAULT_QUESTION.k
        ? ""
        : count(question.k ?? 1, "best path")
      : TEXTS.modes[question.mode],
    question.maxLength === null ? "" : `at most ${count(question.maxLength, "step")}`,
    usualVia ? "" : question.via.map((via) => TEXTS.vias[via]).join(" and "),
    question.directed ? TEXTS.directedShort : "",
    question.weighted ? TEXTS.weightedShort : "",
    question.avoid.length > 0 ? `avoiding ${question.avoid.length}` : "",
    question.through.length > 0 ? `through ${question.through.length}` : "",
  ]
    .filter((words) => words !== "")
    .join("; ");
}
