/** The places where a source says the same thing again: listed under their original, never counted. */

import { Button, Text } from "@mantine/core";
import { useState } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { Failure, Waiting } from "../parts/answered.tsx";
import { TEXTS } from "../texts.ts";
import { placeWords } from "../words/statement-words.ts";
import { Passage } from "./passage.tsx";
import { useStatementsById } from "./use-evidence.ts";

export function Repeats({ ids }: { readonly ids: readonly string[] }) {
  const { statements, pending, error, retry } = useStatementsById(ids);
  return (
    <div className="sg-repeats">
      <Text size="xs" className="sg-dim">
        {TEXTS.repeatsExplained}
      </Text>
      <ul className="sg-list">
        {statements.map((statement) => (
          <Repeat key={statement.id} statement={statement} />
        ))}
      </ul>
      {pending && <Waiting lines={2} />}
      {error && <Failure error={error} retry={retry} />}
    </div>
  );
}

function Repeat({ statement }: { readonly statement: StatementRecord }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <p className="sg-line">
        {statement.summary} <span className="sg-dim">{placeWords(statement) ?? TEXTS.noPlace}</span>{" "}
        <code>{statement.id}</code>
      </p>
      <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? TEXTS.hidePassage : TEXTS.showPassage}
      </Button>
      {open && <Passage statement={statement} pressed />}
    </li>
  );
}
