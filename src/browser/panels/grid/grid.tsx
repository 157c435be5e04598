/**
 * A large table to walk by arrow keys: headers that stay in place, one tab stop, any content in the cells. Tables of positions and
 * of networks are made of it.
 */

import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef } from "react";
import { GridRow } from "./grid-row.tsx";
import type { GridItem, GridPlace } from "./grid-types.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { usePortions } from "./use-portions.ts";
import "./grid.css";

export interface GridProps {
  readonly label: string;
  /** In the corner above the rows. */
  readonly corner: ReactNode;
  readonly rows: readonly GridItem[];
  readonly columns: readonly GridItem[];
  /** Content of a filled cell; null = an empty one. Must not change between draws unless cells do. */
  readonly cell: (row: number, column: number) => ReactNode;
  /** Style of a cell beside its content. */
  readonly tint?: (row: number, column: number) => string | undefined;
  /** Width of a cell in pixels; absent = room for a sign and a number. */
  readonly width?: number;
  /** The chosen row and column by key, or null. */
  readonly chosen: { readonly row: string; readonly column: string } | null;
  /** A press of a filled cell, or Enter on it. */
  readonly onCell: (place: GridPlace) => void;
  /** The same of the header of a row or column. */
  readonly onItem: (item: GridItem) => void;
  /** What the pointer or the focus is on; null when it left. −1 = the header. */
  readonly onPoint: (place: GridPlace | null) => void;
}

/** So few columns have room for wider cells and labels in several lines. */
const FEW = 12;

/** Runs of columns with the same group, for the row of headings above the columns. */
function groupRuns(
  columns: readonly GridItem[],
): readonly { readonly name: string; readonly span: number }[] {
  const runs: { name: string; span: number }[] = [];
  for (const { group = "" } of columns) {
    const last = runs.at(-1);
    if (last && last.name === group) last.span += 1;
    else runs.push({ name: group, span: 1 });
  }
  return runs;
}

export function Grid(props: GridProps) {
  const { label, corner, rows, columns, cell, tint, width, chosen, onCell, onItem, onPoint } = props;
  const table = useRef<HTMLTableElement>(null);
  const there = usePortions(rows.length, columns.length);
  const keys = useGridKeys(table, there, columns.length);
  const grouped = columns.some(({ group }) => group !== undefined);
  const runs = grouped ? groupRuns(columns) : [];
  const starts = useMemo(() => startsOf(columns), [columns]);

  const isChosenThere = chosen !== null && rows.findIndex(({ key }) => key === chosen.row) < there;
  useEffect(() => {
    if (chosen === null || !isChosenThere) return;
    // The details column may take its room first.
    const timer = setTimeout(() => {
      table.current
        ?.querySelector(".sg-grid-chosen")
        ?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }, 80);
    return () => clearTimeout(timer);
  }, [chosen, isChosenThere]);

  const open = (place: GridPlace | null) => {
    if (!place) return;
    const item = place.column < 0 ? rows[place.row] : place.row < 0 ? columns[place.column] : undefined;
    if (item) onItem(item);
    else onCell(place);
  };
  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of WAI-ARIA is made of a table
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      style={width === undefined ? {} : ({ "--cell": `${width}px` } as CSSProperties)}
      className={`sg-grid${columns.length <= FEW ? " sg-grid-wide" : ""}`}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          open(keys.placeOf(event.target));
        } else keys.onKeyDown(event);
      }}
      onClick={(event) => {
        const place = keys.placeOf(event.target);
        if (place) keys.moveTo(place);
        open(place);
      }}
      onFocus={(event) => {
        const place = keys.placeOf(event.target);
        keys.light(place);
        onPoint(place);
      }}
      onMouseOver={(event) => {
        const place = keys.placeOf(event.target);
        keys.light(place);
        onPoint(place);
      }}
      onMouseLeave={() => {
        keys.light(null);
        onPoint(null);
      }}
    >
      <thead>
        {grouped && (
          <tr className="sg-grid-groups">
            <td className="sg-grid-corner" />
            {runs.map(({ name, span }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same heading may come twice
              <th key={at} scope="colgroup" colSpan={span} className="sg-grid-group" title={name}>
                <span dir="auto">{name}</span>
              </th>
            ))}
          </tr>
        )}
        <tr aria-rowindex={1}>
          <td className="sg-grid-corner">{corner}</td>
          {columns.map((item, at) => (
            <th
              key={item.key}
              scope="col"
              aria-colindex={at + 2}
              data-r={-1}
              data-c={at}
              tabIndex={-1}
              className={`sg-grid-column${starts.has(at) ? " sg-grid-start" : ""}`}
              title={item.full}
            >
              <span className="sg-grid-turned" dir="auto" aria-hidden="true">
                {item.label}
              </span>
              <span className="sg-grid-total" aria-hidden="true">
                {item.total}
              </span>
              <span className="sg-hidden">{item.spoken}</span>
            </th>
          ))}
        </tr>
      </thead>
      {byGroup(rows.slice(0, there)).map(({ name, first, items }) => (
        <tbody key={`${first} ${name ?? ""}`}>
          {name !== undefined && (
            <tr className="sg-grid-band">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span>{name}</span>
              </th>
            </tr>
          )}
          {items.map((item, place) => (
            <GridRow
              key={item.key}
              item={item}
              at={first + place}
              columns={columns}
              starts={starts}
              cell={cell}
              {...(tint ? { tint } : {})}
              chosen={chosen?.row === item.key ? chosen.column : null}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Columns that begin a group, but for the first. */
function startsOf(columns: readonly GridItem[]): ReadonlySet<number> {
  const starts = new Set<number>();
  columns.forEach(({ group }, at) => {
    if (at > 0 && group !== columns[at - 1]?.group) starts.add(at);
  });
  return starts;
}

interface Band {
  readonly name: string | undefined;
  readonly first: number;
  readonly items: GridItem[];
}

/** Rows in runs of the same group. */
function byGroup(rows: readonly GridItem[]): readonly Band[] {
  const bands: Band[] = [];
  rows.forEach((item, at) => {
    const last = bands.at(-1);
    if (last && last.name === item.group) last.items.push(item);
    else bands.push({ name: item.group, first: at, items: [item] });
  });
  return bands;
}
