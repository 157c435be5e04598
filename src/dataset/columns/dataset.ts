/** Datasets whose statements stand in columns. */

import { assembleDataset, type Dataset, type DatasetTables } from "../../model/dataset.ts";
import type { StatementCells } from "./cells.ts";
import { lazyRecords, StatementsById } from "./records.ts";
import { ColumnStore } from "./store.ts";

/** Adds the look-ups to checked tables and columns. */
export function columnarDataset(tables: Omit<DatasetTables, "statements">, cells: StatementCells): Dataset {
  const columns = new ColumnStore(cells);
  const statements = lazyRecords(columns);
  return {
    ...assembleDataset({ ...tables, statements: [] }),
    statements,
    columns,
    statementById: new StatementsById(columns, statements),
  };
}
