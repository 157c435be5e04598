/** The tables of an alignment as a list: each issue or relation with what both are reported to hold, opening to the statements. */

import { useId, useState } from "react";
import type { ResultRow, ResultTable } from "../../api/computed.ts";
import { EvidenceToggle } from "../parts/evidence-toggle.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { Section } from "../parts/section.tsx";
import { FetchedStatements } from "../statements/fetched-statements.tsx";
import { PAIR_TEXTS } from "./texts.ts";

export function AlignedIssues({ tables }: { readonly tables: readonly ResultTable[] }) {
  const issues = tables.find(({ id }) => id === "issues");
  const relations = tables.find(({ id }) => id === "relations");
  return (
    <>
      {issues && issues.rows.length > 0 && (
        <Section title={PAIR_TEXTS.issues} count={issues.rows.length}>
          <Rows table={issues} />
        </Section>
      )}
      {relations && relations.rows.length > 0 && (
        <Section title={PAIR_TEXTS.relations} count={relations.rows.length}>
          <Rows table={relations} />
        </Section>
      )}
    </>
  );
}

function Rows({ table }: { readonly table: ResultTable }) {
  return (
    <ul className="sg-list">
      {table.rows.map((row) => (
        <li key={row.statements.join(" ")}>
          <Row row={row} columns={table.columns} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row, columns }: { readonly row: ResultRow; readonly columns: ResultTable["columns"] }) {
  const [open, setOpen] = useState(false);
  const body = useId();
  const [first, ...rest] = columns;
  const title = String(row.cells[first?.id ?? ""] ?? "");
  const issue = row.nodes?.find((key) => key.startsWith("issue:"));
  const facts = rest.flatMap(({ id, label, type }) => {
    const value = row.cells[id];
    return value === null || value === undefined || type !== "text" ? [] : [{ id, label, value }];
  });
  return (
    <>
      <div>{issue ? <NodeLink node={issue}>{title}</NodeLink> : title}</div>
      <dl className="sg-facts">
        {facts.map(({ id, label, value }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <EvidenceToggle count={row.statements.length} of={title} open={open} onOpen={setOpen} body={body} />
      <div id={body}>{open && <FetchedStatements ids={row.statements} label={title} hint={false} />}</div>
    </>
  );
}
