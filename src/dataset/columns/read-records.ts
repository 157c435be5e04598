/** Tables of which all records are needed, made of columns. */

import { BLANK_RECORDS } from "../blank-records.ts";
import type { RawRecord } from "../read-rows.ts";
import type { ReadTable } from "../read-table.ts";
import { hasDefault, type Table } from "../tables.ts";
import type { ReadColumns } from "./read-columns.ts";
import { cellTexts, valuesOf } from "./store.ts";

const NONE: ReadonlySet<string> = new Set();

/** The records of a table, as the reader of rows gives them for a table without problems. */
export function recordsOfColumns(table: Table, read: ReadColumns): ReadTable {
  const { count, header, columns, lineOf } = read;
  const blankRecord = BLANK_RECORDS[table.name];
  const records = Array.from({ length: count }, (): Record<string, unknown> => ({ ...blankRecord }));
  for (const column of table.columns) {
    const cells = columns.find(({ name, further }) => name === column.name && !further);
    if (cells === undefined) continue;
    const { property } = column;
    const value = valuesOf(column, cells);
    const { codes } = cells;
    records.forEach((record, row) => {
      const code = codes === null ? row + 1 : (codes[row] as number);
      if (code !== 0) record[property] = value(code);
    });
  }
  const further = columns.filter((cells) => cells.further);
  const known = new Set(table.columns.map(({ name }) => name));
  // Where the file has further columns, each record has a map of its own.
  if (header.some((name) => !known.has(name)))
    for (const record of records) record["extra"] = new Map<string, string>();
  for (const cells of further) {
    const text = cellTexts(cells);
    const { name, codes } = cells;
    records.forEach((record, row) => {
      const code = codes === null ? row + 1 : (codes[row] as number);
      if (code !== 0) (record["extra"] as Map<string, string>).set(name, text(code));
    });
  }
  const checked = records as RawRecord[];
  return {
    table,
    present: true,
    complete: true,
    doubtful: NONE,
    lossy: false,
    columns: header,
    records: checked,
    lines: checked.map((_, row) => lineOf(row)),
    rowById: new Map(checked.map(({ id }, row) => [id, lineOf(row)])),
    blank: new Map(blankCells(table, read, checked)),
    badCells: new Map(),
    cells: columns,
    canonical: read.canonical,
  };
}

/** Of columns whose empty cells stand for a word of their own, the ids of the records that leave them empty. */
export function* blankCells(
  { columns: known }: Table,
  { header, columns }: Pick<ReadColumns, "header" | "columns">,
  records: Iterable<{ readonly id: string }>,
): Generator<[string, Set<string>]> {
  for (const column of known) {
    if (!hasDefault(column) || !header.includes(column.name)) continue;
    const { codes } = columns.find(({ name, further }) => name === column.name && !further) ?? {};
    const ids = new Set<string>();
    let row = 0;
    for (const { id } of records) {
      // A column of which nothing is kept is empty throughout.
      if (codes === undefined || codes?.[row] === 0) ids.add(id);
      row++;
    }
    yield [column.name, ids];
  }
}
