/** Statements by their ids, fetched some at a time when they are to be shown. */

import { useState } from "react";
import { Failure, Waiting } from "../parts/answered.tsx";
import { shownIn } from "./page-sizes.ts";
import { StatementList } from "./statement-list.tsx";
import { useStatementsById } from "./use-evidence.ts";

export interface FetchedStatementsProps {
  readonly ids: readonly string[];
  /** What the list is called. */
  readonly label: string;
  readonly hint?: boolean;
  readonly between?: readonly [from: string, to: string];
}

export function FetchedStatements({ ids, label, hint = true, between }: FetchedStatementsProps) {
  const [pages, setPages] = useState(1);
  const wanted = shownIn(pages);
  const { statements, pending, error, retry } = useStatementsById(ids.slice(0, wanted));
  const state = (
    <>
      {pending && <Waiting lines={4} />}
      {error && <Failure error={error} retry={retry} />}
    </>
  );
  if (statements.length === 0) return state;
  // As long as they are on their way, what was asked for is still to come.
  const left = ids.length - (pages > 1 && pending ? statements.length : wanted);
  return (
    <StatementList
      statements={statements}
      label={label}
      hint={hint}
      further={{ left, load: () => setPages(pages + 1), pending }}
      {...(between ? { between } : {})}
    >
      {state}
    </StatementList>
  );
}
