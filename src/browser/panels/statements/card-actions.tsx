/** What can be done with a statement: see its passage and repeats, cite it, report an error, open it alone. */

import { Button } from "@mantine/core";
import { useId, useState } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { follow } from "../parts/follow.ts";
import { TEXTS } from "../texts.ts";
import { errorReport, statementCitation } from "./citation.ts";
import { Passage } from "./passage.tsx";
import { Repeats } from "./repeats.tsx";
import { useSource } from "./use-evidence.ts";

export interface CardActionsProps {
  readonly statement: StatementRecord;
  readonly passageOpen: boolean;
}

export function CardActions({ statement, passageOpen }: CardActionsProps) {
  const [passage, setPassage] = useState(passageOpen);
  const [pressed, setPressed] = useState(false);
  const [repeats, setRepeats] = useState(false);
  const [passageId, repeatsId] = [useId(), useId()];
  const dataset = useDataset().data;
  const source = useSource(statement.source.id);
  const alone = useExplorer(
    ({ selection }) => selection?.type === "statement" && selection.id === statement.id,
  );
  return (
    <>
      <div className="sg-actions">
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={passage}
          aria-controls={passageId}
          onClick={() => {
            setPassage(!passage);
            setPressed(true);
          }}
        >
          {passage ? TEXTS.hidePassage : TEXTS.showPassage}
        </Button>
        {statement.repeats.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={repeats}
            aria-controls={repeatsId}
            onClick={() => setRepeats(!repeats)}
          >
            {TEXTS.repeats(statement.repeats.length)}
          </Button>
        )}
        <CopyButton
          label={TEXTS.copyCitation}
          text={() => statementCitation(statement, source, dataset)}
          done={TEXTS.citationCopied}
        />
        <CopyButton
          label={TEXTS.reportError}
          text={() => errorReport(statement, dataset)}
          done={TEXTS.reportCopied}
        />
        {!alone && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => follow({ type: "statement", id: statement.id })}
          >
            {TEXTS.openAlone}
          </Button>
        )}
      </div>
      <div id={passageId}>{passage && <Passage statement={statement} pressed={pressed} />}</div>
      <div id={repeatsId}>{repeats && <Repeats ids={statement.repeats} />}</div>
    </>
  );
}
