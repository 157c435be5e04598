/** The cells of statements by column, as they are kept: bytes of the distinct cells and a code per row. */

import type { Dataset, Statement } from "../../model/dataset.ts";
import { type Codes, narrow } from "../../model/statement-columns.ts";
import { emptyValue, formatCell } from "../cells.ts";
import { tableOf } from "../tables.ts";
import { ByteDictionary, type CellHeap } from "./byte-dictionary.ts";
import { ColumnStore } from "./store.ts";

export const STATEMENTS = tableOf("statements");

export interface CellColumn extends CellHeap {
  /** Name of a known column, or of a further one as records carry it. */
  readonly name: string;
  readonly further: boolean;
  /** By row; null = every row has a cell of its own: row r has code r + 1. */
  readonly codes: Codes | null;
  /** Of a column just read that leads to another table: by code, the code of the same cell among that table's ids and more. */
  readonly origins?: Int32Array;
}

/** Columns that are not there are empty in all rows. The polarity of a row with a relation is the relation's. */
export interface StatementCells {
  readonly count: number;
  readonly columns: readonly CellColumn[];
}

/** A column of a dictionary and its codes by row. */
export function cellColumn(
  name: string,
  further: boolean,
  dictionary: ByteDictionary,
  codes: Codes,
): CellColumn {
  const { size } = dictionary;
  const own = size === codes.length + 1 && codes.every((code, row) => code === row + 1);
  return { name, further, ...dictionary.cells(), codes: own ? null : narrow(codes, size) };
}

/** The cells of a dataset's statements: those it was read into, else its records written out. */
export function cellsOf({ statements, columns }: Pick<Dataset, "statements" | "columns">): StatementCells {
  if (columns instanceof ColumnStore && columns.records === statements) return columns.cells;
  const count = statements.length;
  const encoder = new TextEncoder();
  const collect = (name: string, further: boolean, text: (statement: Statement) => string): CellColumn[] => {
    const dictionary = new ByteDictionary();
    const codes = new Uint32Array(count);
    const known = new Map<string, number>([["", 0]]);
    statements.forEach((statement, row) => {
      const cell = text(statement);
      let code = known.get(cell);
      if (code === undefined) {
        code = dictionary.addBytes(encoder.encode(cell));
        known.set(cell, code);
      }
      codes[row] = code;
    });
    return dictionary.size === 1 ? [] : [cellColumn(name, further, dictionary, codes)];
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
