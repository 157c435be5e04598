/** Datasets whose statements stand in columns. */

import {
  assembleDataset,
  type Dataset,
  type DatasetTables,
  type Statement,
  type TableForm,
} from "../../model/dataset.ts";
import { hasDefault } from "../tables.ts";
import { STATEMENTS, type StatementCells } from "./cells.ts";
import type { ReadStatements } from "./read-statements.ts";
import { StatementsById } from "./records.ts";
import { ColumnStore } from "./store.ts";

/** Adds the look-ups to checked tables and columns. */
export function columnarDataset(tables: Omit<DatasetTables, "statements">, cells: StatementCells): Dataset {
  const columns = new ColumnStore(cells);
  const { records: statements } = columns;
  return {
    ...assembleDataset({ ...tables, statements: [] }),
    statements,
    columns,
    statementById: new StatementsById(statements, cells),
  };
}

/** How the statements of a dataset were spelled; its look-ups are made when they are first asked for. */
export function columnarForm({ statements }: Dataset, { cells, columns, lineOf }: ReadStatements): TableForm {
  let rows: ReadonlyMap<string, number> | null = null;
  let blank: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  return {
    columns,
    get rows() {
      rows ??= new Map(Array.from(statements, ({ id }, row) => [id, lineOf(row)]));
      return rows;
    },
    get blank() {
      blank ??= blankCells(statements, columns, cells);
      return blank;
    },
  };
}

function blankCells(
  statements: readonly Statement[],
  columns: readonly string[],
  cells: StatementCells,
): ReadonlyMap<string, ReadonlySet<string>> {
  const blank = new Map<string, Set<string>>();
  for (const column of STATEMENTS.columns) {
    if (!hasDefault(column) || !columns.includes(column.name)) continue;
    const { codes } = cells.columns.find(({ name, further }) => name === column.name && !further) ?? {};
    const ids = new Set<string>();
    let row = 0;
    for (const { id } of statements) {
      // A column of which nothing is kept is empty throughout.
      if (codes === undefined || codes?.[row] === 0) ids.add(id);
      row++;
    }
    blank.set(column.name, ids);
  }
  return blank;
}
