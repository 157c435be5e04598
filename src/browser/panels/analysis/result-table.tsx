/** One table of a result: headers that sort, names that select their node, rows that open to their statements. */

import { Button, UnstyledButton } from "@mantine/core";
import { Fragment, useId, useMemo, useState } from "react";
import type { ResultRow, ResultTable as Table } from "../../api/computed.ts";
import { useDirectory } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { NodeLink } from "../parts/node-link.tsx";
import { FetchedStatements } from "../statements/fetched-statements.tsx";
import { nextSorting, type Sorting } from "../table/sort.ts";
import { foldPieces, listsFirst, type Piece, piecesOf, rowName, sortRows, valueText } from "./cells.ts";
import { seriesOf } from "./series.ts";
import { SeriesChart } from "./series-chart.tsx";
import { ANALYSIS_TEXTS as TEXTS } from "./texts.ts";

/** Rows shown at first, and at each wish for more. */
const STEP = 25;

export function ResultTable({ table }: { readonly table: Table }) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [shown, setShown] = useState(STEP);
  const heading = useId();
  const labels = useNodeLabels();
  const { title, columns, rows } = table;
  const series = useMemo(() => seriesOf(table), [table]);
  const sorted = useMemo(() => sortRows(rows, sorting), [rows, sorting]);
  const sortOf = (id: string) =>
    sorting?.by !== id ? "none" : sorting.descending ? "descending" : "ascending";
  return (
    <section className="sg-result" aria-labelledby={heading}>
      <h3 id={heading}>
        {title} <span className="sg-section-count">{rows.length.toLocaleString("en-GB")}</span>
      </h3>
      {series && <SeriesChart key={table.id} table={table} series={series} />}
      {rows.length === 0 ? (
        <p className="sg-line sg-dim">{TEXTS.noRows}</p>
      ) : (
        <section
          className="sg-result-box"
          data-keys
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={TEXTS.scroll(title)}
        >
          <table className="sg-table sg-result-table">
            <caption>{title}</caption>
            <thead>
              <tr>
                {columns.map(({ id, label, type }) => (
                  <th key={id} scope="col" aria-sort={sortOf(id)} className={`sg-is-${type}`}>
                    <UnstyledButton className="sg-sort" onClick={() => setSorting(nextSorting(sorting, id))}>
                      {label}
                      <span aria-hidden="true" className="sg-sort-mark">
                        {{ none: "↕", ascending: "↑", descending: "↓" }[sortOf(id)]}
                      </span>
                    </UnstyledButton>
                  </th>
                ))}
                <th scope="col">{TEXTS.evidence}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, shown).map(([row, at]) => (
                <Row key={at} row={row} columns={columns} labels={labels} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > shown && (
        <Button size="compact-sm" variant="default" onClick={() => setShown(shown + 4 * STEP)}>
          {TEXTS.moreRows(rows.length - shown)}
        </Button>
      )}
    </section>
  );
}

/** Full labels of nodes by key. */
function useNodeLabels(): ReadonlyMap<string, string> {
  const directory = useDirectory().data;
  return useMemo(
    () =>
      new Map(
        [...(directory?.actors ?? []), ...(directory?.issues ?? [])].map(({ key, label }) => [key, label]),
      ),
    [directory],
  );
}

/** A cell of text, its names as links; a long list of them is folded. */
function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const [whole, setWhole] = useState(false);
  const { shown, rest } = foldPieces(pieces);
  return (
    <>
      {(whole ? pieces : shown).map(({ text, node }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text never move
        <Fragment key={at}>{node ? <NodeLink node={node}>{text}</NodeLink> : text}</Fragment>
      ))}
      {rest > 0 && (
        <>
          {" "}
          <UnstyledButton className="sg-link sg-fold" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? TEXTS.fewerNames : TEXTS.moreNames(rest)}
          </UnstyledButton>
        </>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ResultRow;
  readonly columns: Table["columns"];
  readonly labels: ReadonlyMap<string, string>;
}

function Row({ row, columns, labels }: RowProps) {
  const [open, setOpen] = useState(false);
  const body = useId();
  const { showOnMap } = useExplorer.getState();
  const { nodes = [], statements, otherStatements = [] } = row;
  const nodeByLabel = useMemo(
    () =>
      new Map(nodes.flatMap((key) => (labels.has(key) ? [[labels.get(key) as string, key] as const] : []))),
    [nodes, labels],
  );
  const name = rowName(row, columns);
  const number = statements.length + otherStatements.length;
  const words = TEXTS.statements(number, listsFirst(row));
  return (
    <>
      <tr className={open ? "sg-row-selected" : undefined}>
        {columns.map(({ id, type }, place) => {
          const Cell = place === 0 ? "th" : "td";
          const text = valueText(row.cells[id], type);
          return (
            <Cell key={id} {...(place === 0 ? { scope: "row" } : {})} className={`sg-is-${type}`}>
              {type === "text" ? <Pieces pieces={piecesOf(text, nodeByLabel)} /> : text}
            </Cell>
          );
        })}
        <td className="sg-result-evidence">
          {number > 0 ? (
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={open}
              aria-controls={open ? body : undefined}
              aria-label={TEXTS.openRow(open, words, name)}
              onClick={() => setOpen(!open)}
            >
              {words}
            </Button>
          ) : (
            <span className="sg-dim">{TEXTS.noStatements}</span>
          )}
          {nodes.length > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={TEXTS.onMapOf(name)}
              onClick={() => showOnMap(nodes, statements)}
            >
              {TEXTS.onMap}
            </Button>
          )}
        </td>
      </tr>
      {open && (
        <tr id={body} className="sg-result-open">
          <td colSpan={columns.length + 1}>
            <div className="sg-panel sg-result-statements">
              <FetchedStatements ids={statements} label={TEXTS.rowOf(name)} hint={false} />
              {otherStatements.length > 0 && (
                <p className="sg-line sg-dim">
                  {TEXTS.others}: {otherStatements.join(", ")}
                </p>
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
