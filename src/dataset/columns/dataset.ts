/** Datasets whose statements stand in columns. */

import { assembleDataset, type Dataset, type DatasetTables, type TableForm } from "../../model/dataset.ts";
import { STATEMENTS, type StatementCells } from "./cells.ts";
import type { ReadColumns } from "./read-columns.ts";
import { blankCells } from "./read-records.ts";
import { StatementsById } from "./records.ts";
import { ColumnStore } from "./store.ts";

/** Adds the look-ups to checked tables and columns. */
export function columnarDataset(
  tables: Omit<DatasetTables, "statements">,
  cells: StatementCells,
  columns = new ColumnStore(cells),
): Dataset {
  const { records: statements } = columns;
  return {
    ...assembleDataset({ ...tables, statements: [] }),
    statements,
    columns,
    statementById: new StatementsById(statements, cells),
  };
}

/** How the statements of a dataset were spelled; its look-ups are made when they are first asked for. */
export function columnarForm({ statements }: Dataset, read: ReadColumns): TableForm {
  let rows: ReadonlyMap<string, number> | null = null;
  let blank: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  return {
    columns: read.header,
    get rows() {
      rows ??= new Map(Array.from(statements, ({ id }, row) => [id, read.lineOf(row)]));
      return rows;
    },
    get blank() {
      blank ??= new Map(blankCells(STATEMENTS, read, statements));
      return blank;
    },
  };
}
