/** The path question as the page holds it: names or node keys as text, with its pairs for the address and the API. */

import { z } from "zod";
import { DEFAULT_PATH } from "../../model/path.ts";
import { type Pair, readParameters } from "../../view/parameters.ts";
import { type NamedPathQuery, PATH_ONLY_PARAMETERS, pathQuestionOf } from "../../view/path-grammar.ts";

/** A path question; `from`, `to`, `avoid` and `through` are names or node keys, `from` and `to` may still be empty. */
export type Question = NamedPathQuery;

export const DEFAULT_QUESTION: Question = { from: "", to: "", ...DEFAULT_PATH };

const NAME = z.string().min(1).describe("a node, by key, id or name").optional();
const PAGE_PARAMETERS = { ...PATH_ONLY_PARAMETERS, from: NAME, to: NAME } as const;

/** Names of the parameters that make up a question. */
export const QUESTION_PARAMETERS: ReadonlySet<string> = new Set(Object.keys(PATH_ONLY_PARAMETERS));

/** True when both ends are named, so that the question can be asked. */
export const isComplete = (question: Question): boolean => question.from !== "" && question.to !== "";

/**
 * Reads a question whose ends may still be missing.
 * @throws Fault of class bad-parameter or over-limit, naming the parameter.
 */
export const parseQuestion = (pairs: Iterable<Pair>): Question =>
  pathQuestionOf(readParameters(PAGE_PARAMETERS, pairs));

/** The pairs of a question that differ from the defaults, `from` and `to` first. */
export function questionPairs(question: Question): readonly Pair[] {
  const k = question.k === null ? "" : String(question.k);
  const all: readonly (readonly [name: string, text: string, byDefault: string])[] = [
    ["from", question.from, ""],
    ["to", question.to, ""],
    ["avoid", question.avoid.join(","), ""],
    ["directed", question.directed ? "1" : "0", "0"],
    ["k", k, question.mode === "k" ? String(DEFAULT_QUESTION.k) : ""],
    ["maxLength", question.maxLength === null ? "" : String(question.maxLength), ""],
    ["mode", question.mode, DEFAULT_QUESTION.mode],
    ["through", question.through.join(","), ""],
    ["via", question.via.join(","), DEFAULT_QUESTION.via.join(",")],
    ["weighted", question.weighted ? "1" : "0", "0"],
  ];
  return all.filter(([, text, byDefault]) => text !== byDefault).map(([name, text]): Pair => [name, text]);
}
