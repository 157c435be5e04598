/** Statements by their ids, fetched some at a time when they are to be shown. */

import { Button } from "@mantine/core";
import { useState } from "react";
import { Failure, Waiting } from "../parts/answered.tsx";
import { TEXTS } from "../texts.ts";
import { StatementList } from "./statement-list.tsx";
import { useStatementsById } from "./use-evidence.ts";

const STEP = 20;

export interface FetchedStatementsProps {
  readonly ids: readonly string[];
  /** What the list is called. */
  readonly label: string;
  readonly hint?: boolean;
  readonly between?: readonly [from: string, to: string];
}

export function FetchedStatements({ ids, label, hint = true, between }: FetchedStatementsProps) {
  const [wanted, setWanted] = useState(STEP);
  const { statements, pending, error, retry } = useStatementsById(ids.slice(0, wanted));
  return (
    <>
      {statements.length > 0 && (
        <StatementList
          statements={statements}
          label={label}
          hint={hint}
          step={Number.POSITIVE_INFINITY}
          {...(between ? { between } : {})}
        />
      )}
      {pending && <Waiting lines={4} />}
      {error && <Failure error={error} retry={retry} />}
      {ids.length > wanted && !pending && (
        <Button size="compact-sm" variant="default" onClick={() => setWanted(wanted + STEP)}>
          {TEXTS.showMore(ids.length - wanted)}
        </Button>
      )}
    </>
  );
}
