/** The first problems of data that could not be loaded: file, line, column, what is wrong, what to do; and how many more. */

import type { Problem } from "../../model/problem.ts";
import { TEXTS } from "../texts.ts";
import classes from "./shell.module.css";

interface Props {
  readonly problems: readonly Problem[];
  readonly most: number;
}

/** `statements.csv, line 12, actor` */
const placeOf = ({ file, row, column }: Problem): string =>
  [file, row === null ? "" : TEXTS.inLine(row), column].filter((part) => part !== "").join(", ");

/** With its full stop, which messages of the check do not have. */
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

export function ProblemList({ problems, most }: Props) {
  const rest = problems.length - most;
  return (
    <>
      <ul className={classes["problems"]}>
        {problems.slice(0, most).map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read the same, and the list is never reordered
          <li key={at}>
            <strong>{placeOf(problem)}</strong>: {sentence(problem.message)} {problem.remedy}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{TEXTS.moreProblems(rest)}</p>}
    </>
  );
}
