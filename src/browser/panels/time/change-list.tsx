/** Changes of positions in groups, each with both sides in words and its statements one press away. */

import { Button } from "@mantine/core";
import { useId, useState } from "react";
import type { ResultRow, ResultTable } from "../../api/computed.ts";
import { EvidenceToggle } from "../parts/evidence-toggle.tsx";
import { NodeLink } from "../parts/node-link.tsx";
import { Section } from "../parts/section.tsx";
import { usePointing } from "../parts/use-pointing.ts";
import { FetchedStatements } from "../statements/fetched-statements.tsx";
import { TEXTS as WORDS } from "../texts.ts";
import { TIME_TEXTS as TEXTS } from "./texts.ts";

/** Rows of a group that are shown at first. */
const STEP = 30;

export function ChangeList({ table }: { readonly table: ResultTable }) {
  const kinds = [...new Set(table.rows.map(({ cells }) => String(cells["kind"])))];
  return (
    <>
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} rows={table.rows.filter(({ cells }) => cells["kind"] === kind)} />
      ))}
    </>
  );
}

function Kind({ kind, rows }: { readonly kind: string; readonly rows: readonly ResultRow[] }) {
  const [shown, setShown] = useState(STEP);
  return (
    <Section title={TEXTS.kinds[kind] ?? kind} count={rows.length} open={kind !== "dropped"}>
      {kind === "dropped" && <p className="sg-line sg-dim">{TEXTS.dropHint}</p>}
      <ul className="sg-list">
        {rows.slice(0, shown).map((row) => (
          <li key={`${row.nodes?.join(" ")} ${row.statements.join(" ")}`} className="sg-change">
            <Change row={row} />
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button size="compact-sm" variant="default" onClick={() => setShown(shown + STEP)}>
          {WORDS.showMore(rows.length - shown)}
        </Button>
      )}
    </Section>
  );
}

/** `opposes, if …`, or that nothing is reported. */
const sideWords = (row: ResultRow, side: "before" | "after"): string => {
  const stance = row.cells[side];
  const condition = row.cells[`condition_${side}`];
  if (stance === null || stance === undefined) return TEXTS.notReported;
  return condition === null || condition === undefined ? String(stance) : `${stance} (${condition})`;
};

function Change({ row }: { readonly row: ResultRow }) {
  const [open, setOpen] = useState(false);
  const body = useId();
  const [holder, issue] = row.nodes ?? [];
  const { mark, unmark } = usePointing(holder);
  const [actor, target] = [String(row.cells["actor"] ?? ""), String(row.cells["issue"] ?? "")];
  const name = TEXTS.statementsOf(actor, target);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering marks the actor on the map, whose name in the row does the same by keyboard
    <div onMouseEnter={mark} onMouseLeave={unmark}>
      <div>
        {holder ? <NodeLink node={holder}>{actor}</NodeLink> : actor} ·{" "}
        {issue ? <NodeLink node={issue}>{target}</NodeLink> : target}
      </div>
      <p className="sg-change-sides">
        {sideWords(row, "before")} <span aria-hidden="true">→</span> {sideWords(row, "after")}
      </p>
      <EvidenceToggle count={row.statements.length} of={name} open={open} onOpen={setOpen} body={body} />
      <div id={body}>{open && <FetchedStatements ids={row.statements} label={name} hint={false} />}</div>
    </div>
  );
}
