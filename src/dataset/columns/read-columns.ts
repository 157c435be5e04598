/**
 * A table's bytes to columns of distinct cells. Only a table of which nothing can be said but that lines are empty is read here; of
 * every other the answer is null, and the reader of rows (`read-table.ts`) then finds out what is wrong. Both read the same.
 */

import { MAX_FILE_BYTES } from "../csv.ts";
import { readHeader } from "../read-header.ts";
import { Findings } from "../report.ts";
import type { Column, Table } from "../tables.ts";
import type { ByteDictionary } from "./byte-dictionary.ts";
import type { CellColumn } from "./cells.ts";
import { checkCells } from "./check-cells.ts";
import { CellCollector, IdCollector } from "./collect.ts";
import { guessRows, scanHeader, scanRows } from "./scan.ts";

export interface ReadColumns {
  readonly count: number;
  /** Headers in canonical order. */
  readonly header: readonly string[];
  /** The columns that have cells, ids first; further columns in the order of the file. */
  readonly columns: readonly CellColumn[];
  /** The line on which a row begins. */
  lineOf(row: number): number;
  readonly blankLines: readonly number[];
  /** Whether the file has the very bytes that its content would be written with. */
  readonly canonical: boolean;
}

/** What is done between scan and check: collectors by the names of known columns. False = the table is to be read by row. */
export type Amend = (collectors: Map<string, CellCollector>, count: number) => "as read" | "amended" | "bad";

/** The cells that a column is likely to have, by its name; null where nothing is known. */
export type Expect = (column: string) => ByteDictionary | null;

const asRead: Amend = () => "as read";

/** Reads a table, whose cells then are of the types of their columns. */
export function readColumns(
  table: Table,
  bytes: Uint8Array | undefined,
  amend = asRead,
  expect: Expect = () => null,
): ReadColumns | null {
  if (bytes === undefined || bytes.length > MAX_FILE_BYTES) return null;
  const first = scanHeader(bytes);
  if (first === null) return null;
  const findings = new Findings();
  const layout = readHeader(table, first.cells, findings);
  // The private column is nothing to keep, and its warning nothing to hurry for.
  if (findings.problems.length + findings.warnings.length > 0) return null;
  const expected = guessRows(bytes);
  const ids = new IdCollector();
  const byPlace = first.cells.map((name) =>
    name === "id" ? ids : new CellCollector(expected, expect(name)),
  );
  const scanned = scanRows(bytes, first.next, byPlace);
  if (scanned === null) return null;
  const { count, lines, blankLines } = scanned;

  const known = new Map<string, CellCollector>();
  for (const { column, at } of layout.known) {
    const collector = byPlace[at];
    if (collector instanceof CellCollector) known.set(column.name, collector);
  }
  const amended = amend(known, count);
  if (amended === "bad") return null;
  let canonical = scanned.canonical && first.canonical && amended === "as read";
  canonical &&= first.cells.every((name, at) => name === layout.columns[at]);

  const columns: CellColumn[] = [];
  const keep = (column: Column | null, cells: CellColumn | null): boolean => {
    if (cells === null) return column?.required !== true || count === 0;
    const checked = checkCells(column, cells);
    if (checked === "unusual") canonical = false;
    columns.push(cells);
    return checked !== "bad" && !(column?.required && cells.codes?.includes(0));
  };
  for (const column of table.columns) {
    const { name, type } = column;
    // Every row has an id of its own, or there is something to be said.
    const cells = type === "id" ? ids.column(name, count) : known.get(name)?.column(name, false, count);
    if (!keep(column, cells ?? null)) return null;
  }
  for (const { name, at } of layout.extra) {
    const collector = byPlace[at];
    if (collector instanceof CellCollector && !keep(null, collector.column(name, true, count))) return null;
  }
  return { count, header: layout.columns, columns, lineOf: linesOf(lines), blankLines, canonical };
}

/** Made here, so that it holds on to nothing but the lines. */
const linesOf =
  (lines: Uint32Array | null) =>
  (row: number): number =>
    lines === null ? row + 2 : (lines[row] as number);
