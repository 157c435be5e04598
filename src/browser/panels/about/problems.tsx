/** What is wrong with a newer version of the data that the server could not take over. */

import { Alert } from "@mantine/core";
import type { Problem } from "../../../model/problem.ts";
import { ProblemList } from "../../shell/problem-list.tsx";
import { TEXTS } from "../texts.ts";

const MOST = 200;

export function PendingProblems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" title={TEXTS.pending} className="sg-alert">
      <ProblemList problems={problems.slice(0, MOST)} most={MOST} />
      {problems.length > MOST && <p>{TEXTS.furtherProblems(problems.length - MOST)}</p>}
    </Alert>
  );
}
