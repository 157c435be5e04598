/** Problems as a text to be kept or sent on. Pure. */

import type { Problem } from "../../../model/problem.ts";
import { OPEN_REMEDIES, OPEN_TEXTS as T } from "./texts.ts";

/** What the command line adds where rows can be left out. */
const SKIP_FLAG = "Or leave such rows out with --skip-incomplete.";

/** In the page's words. */
export const remedyOf = ({ code, remedy }: Problem): string =>
  OPEN_REMEDIES[code] ?? remedy.replace(SKIP_FLAG, OPEN_REMEDIES["skip-incomplete"] ?? "");

const sentence = (text: string): string => (text === "" || /[.!?]$/.test(text) ? text : `${text}.`);

/** One line for each: place, what is wrong, what to do. */
export const problemsText = (problems: readonly Problem[]): string =>
  problems
    .map((problem) => {
      const { file, row, column, message } = problem;
      const place = [
        file,
        row === null ? "" : `${T.row.toLowerCase()} ${row}`,
        column === "" ? "" : `${T.column.toLowerCase()} ${column}`,
      ].filter((part) => part !== "");
      return `${place.join(", ")}: ${sentence(message)} ${remedyOf(problem)}\n`.replace(/^: /, "");
    })
    .join("");
