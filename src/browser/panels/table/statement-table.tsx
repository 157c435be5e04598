/** The table itself: headers that sort, rows that open a statement; arrow keys walk from row to row. */

import { UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { useExplorer } from "../../state/store.ts";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { TEXTS } from "../texts.ts";
import type { Column, SourcesById } from "./columns.ts";
import { nextSorting, type Sorting } from "./sort.ts";

export interface StatementTableProps {
  readonly rows: readonly StatementRecord[];
  readonly columns: readonly Column[];
  readonly sources: SourcesById;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly caption: string;
}

/** Key → rows to go; Home and End go all the way. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function StatementTable({ rows, columns, sources, sorting, onSort, caption }: StatementTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const selected = useExplorer(({ selection }) => (selection?.type === "statement" ? selection.id : null));
  const { select } = useExplorer.getState();
  const tabStop = Math.min(current, rows.length - 1);
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, tabStop + step));
    setCurrent(next);
    body.current?.querySelectorAll<HTMLElement>("[data-row]")[next]?.focus();
  };
  const sortOf = (id: string) =>
    sorting?.by !== id ? "none" : sorting.descending ? "descending" : "ascending";
  return (
    <table className="sg-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, label }) => (
            <th key={id} scope="col" aria-sort={sortOf(id)} className={`sg-col-${id}`}>
              <UnstyledButton className="sg-sort" onClick={() => onSort(nextSorting(sorting, id))}>
                {label}
                <span aria-hidden="true" className="sg-sort-mark">
                  {{ none: "↕", ascending: "↑", descending: "↓" }[sortOf(id)]}
                </span>
              </UnstyledButton>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={walk}>
        {rows.map((statement, at) => (
          <tr
            key={statement.id}
            className={statement.id === selected ? "sg-row-selected" : undefined}
            onClick={() => {
              setCurrent(at);
              select({ type: "statement", id: statement.id });
            }}
          >
            {columns.map((column, place) => {
              const text = column.text(statement, sources);
              const content = (
                <>
                  {column.id === "polarity" && (
                    <PolarityMark polarity={statement.polarity} silent={statement.issue !== null} />
                  )}
                  {text}
                </>
              );
              return place === 0 ? (
                <th key={column.id} scope="row" className={`sg-col-${column.id}`}>
                  <UnstyledButton
                    data-row
                    className="sg-link"
                    tabIndex={at === tabStop ? 0 : -1}
                    aria-label={`${text === "" ? TEXTS.empty : text}: ${TEXTS.openStatement(statement.id)}`}
                    aria-current={statement.id === selected ? "true" : undefined}
                    onFocus={() => setCurrent(at)}
                  >
                    {content}
                  </UnstyledButton>
                </th>
              ) : (
                <td key={column.id} className={`sg-col-${column.id}`}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
