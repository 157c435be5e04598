/** The right column for one statement and its passage. */

import { Button } from "@mantine/core";
import type { StatementRecord } from "../../model/api.ts";
import { useDataset, useGraph, useStatement } from "../api/hooks.ts";
import { useExplorer } from "../state/store.ts";
import type { PanelProps } from "./panel.ts";
import { Answered } from "./parts/answered.tsx";
import { follow, useHeadingFocus } from "./parts/follow.ts";
import { StatementCard } from "./statements/statement-card.tsx";
import { TEXTS } from "./texts.ts";
import { claimOf } from "./words/statement-words.ts";
import "./panels.css";

/** Reads `selection` (a statement). */
export function StatementDetails(_: PanelProps) {
  const selection = useExplorer((state) => state.selection);
  if (selection?.type !== "statement") return null;
  return <OneStatement key={selection.id} id={selection.id} />;
}

function OneStatement({ id }: { readonly id: string }) {
  const query = useStatement(id);
  const served = useDataset().data?.passages.served ?? false;
  return (
    <div className="sg-panel sg-details">
      <Answered query={query} lines={8}>
        {(statement) => (
          <>
            <Heading statement={statement} />
            <StatementCard statement={statement} passageOpen={served} key={String(served)} />
            <Line statement={statement} />
            {statement.repeatOf !== null && <Original id={statement.repeatOf} />}
          </>
        )}
      </Answered>
    </div>
  );
}

function Heading({ statement }: { readonly statement: StatementRecord }) {
  const heading = useHeadingFocus(statement.id);
  return (
    <h2 ref={heading} tabIndex={-1} className="sg-title">
      {claimOf(statement)}
    </h2>
  );
}

/** The way to the edge of the map on which the statement lies. */
function Line({ statement }: { readonly statement: StatementRecord }) {
  const view = useExplorer((state) => state.view);
  const edge = useGraph(view).data?.edges.find(({ attributes }) =>
    attributes.statements.includes(statement.id),
  );
  if (!edge) return <p className="sg-dim sg-line">{TEXTS.notInView}</p>;
  return (
    <Button size="compact-sm" variant="default" onClick={() => follow({ type: "edge", key: edge.key })}>
      {TEXTS.wholeLine(edge.attributes.statements.length)}
    </Button>
  );
}

function Original({ id }: { readonly id: string }) {
  return (
    <p className="sg-line">
      {TEXTS.isRepeat}{" "}
      <Button size="compact-sm" variant="default" onClick={() => follow({ type: "statement", id })}>
        {TEXTS.original(id)}
      </Button>
    </p>
  );
}
