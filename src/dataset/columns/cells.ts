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
}

/** Columns that are not there are empty in all rows. The polarity of a row with a relation is the relation's. */
export interface StatementCells {
  readonly count: number;
  readonly columns: readonly CellColumn[];
}

/** Collects the cells of one column, row after row. */
export class CellCollector {
  readonly dictionary = new ByteDictionary();
  private codes: Uint32Array | null = null;
  private capacity: number;

  /** `capacity` is the number of rows that are expected. */
  constructor(capacity: number) {
    this.capacity = Math.max(16, capacity);
  }

  /** Sets the code of a row, which is 0 before. */
  set(row: number, code: number): void {
    if (this.codes === null) this.codes = new Uint32Array(Math.max(this.capacity, row + 1));
    else if (row >= this.codes.length) {
      const longer = new Uint32Array(row * 2);
      longer.set(this.codes);
      this.codes = longer;
    }
    this.codes[row] = code;
  }

  /** Codes of the first `count` rows; null when all are empty. */
  rows(count: number): Uint32Array | null {
    const { codes } = this;
    if (codes === null || codes.length >= count) return codes?.subarray(0, count) ?? null;
    const longer = new Uint32Array(count);
    longer.set(codes);
    return longer;
  }

  /** What is kept of the column; null when all cells are empty. */
  column(name: string, further: boolean, count: number): CellColumn | null {
    const codes = this.rows(count);
    if (codes === null) return null;
    const { size } = this.dictionary;
    const own = size === count + 1 && codes.every((code, row) => code === row + 1);
    return { name, further, ...this.dictionary.cells(), codes: own ? null : narrow(codes, size) };
  }
}

/** The cells of a dataset's statements: those it was read into, else its records written out. */
export function cellsOf({ statements, columns }: Pick<Dataset, "statements" | "columns">): StatementCells {
  if (columns instanceof ColumnStore) return columns.cells;
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
