/** The cells of statements by column, as they are kept: bytes of the distinct cells and a code per row. */

import type { Dataset, Statement } from "../../model/dataset.ts";
import type { Codes } from "../../model/statement-columns.ts";
import { emptyValue, formatCell } from "../cells.ts";
import { tableOf } from "../tables.ts";
import type { CellHeap } from "./byte-dictionary.ts";
import { CellCollector } from "./collect.ts";
import { ColumnStore } from "./store.ts";

export const STATEMENTS = tableOf("statements");

export interface CellColumn extends CellHeap {
  /** Name of a known column, or of a further one as records carry it. */
  readonly name: string;
  readonly further: boolean;
  /** By row; null = every row has a cell of its own: row r has code r + 1. */
  readonly codes: Codes | null;
}

/** Columns that are not there are empty in all rows. The polarity of a row with a relation is the relation's. */
export interface StatementCells {
  readonly count: number;
  readonly columns: readonly CellColumn[];
}

/** The cells of a dataset's statements: those it was read into, else its records written out. */
export function cellsOf({ statements, columns }: Pick<Dataset, "statements" | "columns">): StatementCells {
  if (columns instanceof ColumnStore && columns.records === statements) return columns.cells;
  const count = statements.length;
  const encoder = new TextEncoder();
  const collect = (name: string, further: boolean, text: (statement: Statement) => string): CellColumn[] => {
    const collector = new CellCollector(count);
    const { dictionary } = collector;
    const known = new Map<string, number>([["", 0]]);
    statements.forEach((statement, row) => {
      const cell = text(statement);
      let code = known.get(cell);
      if (code === undefined) {
        code = dictionary.add(encoder.encode(cell));
        known.set(cell, code);
      }
      if (code !== 0) collector.set(row, code);
    });
    const column = collector.column(name, further, count);
    return column === null ? [] : [column];
  };
  const names = new Set<string>();
  for (const { extra } of statements) for (const name of extra.keys()) names.add(name);
  return {
    count,
    columns: [
      ...STATEMENTS.columns.flatMap((column) => {
        const empty = emptyValue(column);
        return collect(column.name, false, (statement) => {
          const value = (statement as unknown as Readonly<Record<string, unknown>>)[column.property];
          return value === empty ? "" : formatCell(column, value);
        });
      }),
      ...[...names].flatMap((name) => collect(name, true, ({ extra }) => extra.get(name) ?? "")),
    ],
  };
}
