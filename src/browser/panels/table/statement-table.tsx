/**
 * The table itself: headers that sort, rows that open a statement; arrow keys walk from row to row. Only the rows in sight are
 * in the document; each says its place among all of them.
 */

import { UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { StatementRecord } from "../../../model/api.ts";
import { formatSelection } from "../../state/selection.ts";
import { useExplorer } from "../../state/store.ts";
import { PolarityMark } from "../parts/polarity-mark.tsx";
import { TEXTS } from "../texts.ts";
import type { Column, SourcesById } from "./columns.ts";
import { nextSorting, type Sorting } from "./sort.ts";
import { touching } from "./touching.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

export interface StatementTableProps {
  readonly rows: readonly StatementRecord[];
  readonly columns: readonly Column[];
  readonly sources: SourcesById;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly caption: string;
  /** The element that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  /** Another value: other rows. */
  readonly reset: unknown;
  /** Rows there are, loaded or not. */
  readonly total: number;
  /** Called when the last rows come in sight. */
  readonly onEnd: () => void;
}

/** Height of the header row in pixels. */
const HEAD_PX = 31;
/** The next piece is fetched when so many rows or fewer are left below. */
const NEAR_END = 60;

/** Key → rows to go; Home and End go all the way. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function StatementTable(props: StatementTableProps) {
  const { rows, columns, sources, sorting, onSort, caption, box, reset, total, onEnd } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const selection = useExplorer((state) => state.selection);
  const selected = selection?.type === "statement" ? selection.id : null;
  const { select } = useExplorer.getState();
  const { first, end, before, after, reveal } = useVirtualRows(box, rows.length, reset, HEAD_PX);
  // The row that Tab reaches must be in the document.
  const tabStop = Math.max(first, Math.min(current, end - 1));
  const wanted = useRef(-1);
  useEffect(() => {
    if (rows.length - end < NEAR_END) onEnd();
  }, [end, rows.length, onEnd]);
  useEffect(() => {
    if (wanted.current < 0) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"] [data-row]`);
    if (!row) return;
    wanted.current = -1;
    row.focus({ preventScroll: true });
  });
  const touches = useMemo(() => touching(selection), [selection]);
  useFirstTouching(
    box,
    touches ? rows.findIndex(touches) : -1,
    `${selection && formatSelection(selection)} ${reset}`,
    reveal,
  );
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, current + step));
    wanted.current = next;
    setCurrent(next);
    reveal(next);
  };
  const sortOf = (id: string) =>
    sorting?.by !== id ? "none" : sorting.descending ? "descending" : "ascending";
  return (
    <table className="sg-table" aria-rowcount={total + 1}>
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
        {before > 0 && <Room height={before} columns={columns.length} />}
        {rows.slice(first, end).map((statement, place) => {
          const at = first + place;
          const marked = touches?.(statement) ?? false;
          return (
            <tr
              key={statement.id}
              data-at={at}
              aria-rowindex={at + 2}
              className={
                statement.id === selected ? "sg-row-selected" : marked ? "sg-row-touching" : undefined
              }
              onClick={() => {
                setCurrent(at);
                select({ type: "statement", id: statement.id });
              }}
            >
              {columns.map((column, number) => {
                const text = column.text(statement, sources);
                const content = contentOf(column, statement, text);
                return number === 0 ? (
                  <th key={column.id} scope="row" dir="auto" className={`sg-col-${column.id}`}>
                    <UnstyledButton
                      data-row
                      className="sg-link"
                      tabIndex={at === tabStop ? 0 : -1}
                      aria-label={`${text === "" ? TEXTS.empty : text}: ${TEXTS.openStatement(statement.id)}${marked ? `, ${TEXTS.touches}` : ""}`}
                      aria-current={statement.id === selected ? "true" : undefined}
                      onFocus={() => setCurrent(at)}
                    >
                      {content}
                    </UnstyledButton>
                  </th>
                ) : (
                  <td key={column.id} {...directionOf(column)} className={`sg-col-${column.id}`}>
                    {content}
                  </td>
                );
              })}
            </tr>
          );
        })}
        {after > 0 && <Room height={after} columns={columns.length} />}
      </tbody>
    </table>
  );
}

/** Scrolls to the first row that touches the selection, anew with each selection and each order of rows. */
function useFirstTouching(
  box: RefObject<HTMLElement | null>,
  row: number,
  occasion: string,
  reveal: (row: number) => void,
): void {
  const goal = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that are loaded later are no occasion to scroll
  useEffect(() => {
    goal.current = row;
    if (row >= 0) reveal(row);
  }, [occasion, row >= 0]);
  // Once it is drawn its place is known to the pixel.
  useEffect(() => {
    const drawn = box.current?.querySelector(`tr[data-at="${goal.current}"]`);
    if (!drawn || !box.current) return;
    goal.current = -1;
    const { top, bottom } = drawn.getBoundingClientRect();
    const sight = box.current.getBoundingClientRect();
    if (top < sight.top + HEAD_PX || bottom > sight.bottom)
      box.current.scrollTop += top - sight.top - HEAD_PX;
  });
}

/** Cells run as their text does; a position stands beside its mark at the same side in every row. */
const directionOf = ({ id }: Column) => (id === "polarity" ? {} : { dir: "auto" });

/** The text of a cell; a position's words, of one line or several, beside its mark. */
const contentOf = ({ id }: Column, { polarity, issue }: StatementRecord, text: string) =>
  id === "polarity" ? (
    <span className="sg-position">
      <PolarityMark polarity={polarity} silent={issue !== null} />
      <bdi>{text}</bdi>
    </span>
  ) : (
    text
  );

/** The room of the rows that are not drawn. */
function Room({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of a plain table takes no focus
    <tr aria-hidden="true" className="sg-room">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
