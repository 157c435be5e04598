/** What is wrong with a newer version of the data that the server could not take over. */

import { Alert } from "@mantine/core";
import type { Problem } from "../../../model/problem.ts";
import { TEXTS } from "../texts.ts";

const MOST = 20;

const placeOf = ({ file, row, column }: Problem): string =>
  [file, row === null ? "" : TEXTS.line(row), column].filter((part) => part !== "").join(", ");

export function PendingProblems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" title={TEXTS.pending} className="sg-alert">
      <ul>
        {problems.slice(0, MOST).map((problem) => (
          <li key={`${placeOf(problem)} ${problem.code} ${problem.message}`}>
            {placeOf(problem)}: {problem.message} {problem.remedy}
          </li>
        ))}
      </ul>
      {problems.length > MOST && <p>{TEXTS.furtherProblems(problems.length - MOST)}</p>}
    </Alert>
  );
}
