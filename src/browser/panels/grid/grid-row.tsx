/** One row of a grid; drawn again only when it changes itself. */

import { memo, type ReactNode } from "react";
import type { GridItem } from "./grid-types.ts";

export interface GridRowProps {
  readonly item: GridItem;
  readonly at: number;
  readonly columns: readonly GridItem[];
  /** Columns that begin a group. */
  readonly starts: ReadonlySet<number>;
  readonly cell: (row: number, column: number) => ReactNode;
  readonly tint?: (row: number, column: number) => string | undefined;
  /** Key of the chosen column, when the chosen cell is in this row. */
  readonly chosen: string | null;
}

function Row({ item, at, columns, starts, cell, tint, chosen }: GridRowProps) {
  return (
    <tr aria-rowindex={at + 2}>
      <th
        scope="row"
        aria-colindex={1}
        data-r={at}
        data-c={-1}
        tabIndex={-1}
        className="sg-grid-row"
        title={item.full}
      >
        <span className="sg-grid-head" aria-hidden="true">
          <span className="sg-grid-name" dir="auto">
            {item.label}
          </span>
          <span className="sg-grid-total">{item.total}</span>
        </span>
        <span className="sg-hidden">{item.spoken}</span>
      </th>
      {columns.map((column, place) => {
        const content = cell(at, place);
        const isChosen = chosen === column.key;
        const classes = [
          content === null ? "sg-grid-empty" : "sg-grid-full",
          ...(starts.has(place) ? ["sg-grid-start"] : []),
          ...(isChosen ? ["sg-grid-chosen"] : []),
        ];
        const background = tint?.(at, place);
        return (
          <td
            key={column.key}
            aria-colindex={place + 2}
            data-r={at}
            data-c={place}
            tabIndex={-1}
            className={classes.join(" ")}
            {...(isChosen ? { "aria-selected": true } : {})}
            {...(background === undefined ? {} : { style: { background } })}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

export const GridRow = memo(Row);
