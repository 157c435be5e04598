/** One table's bytes to records, with everything that is wrong with the file, its header and its rows. */

import type { CellColumn } from "./columns/cells.ts";
import { readColumns } from "./columns/read-columns.ts";
import { recordsOfColumns } from "./columns/read-records.ts";
import { type CsvFault, MAX_FILE_BYTES, scanCsv } from "./csv.ts";
import { readHeader } from "./read-header.ts";
import { type RawRecord, RowReader } from "./read-rows.ts";
import type { Findings } from "./report.ts";
import type { Table } from "./tables.ts";
import { decodeUtf8 } from "./utf8.ts";

/** A table while it is checked. */
export interface ReadTable {
  readonly table: Table;
  /** Whether there is a file. */
  readonly present: boolean;
  /** Whether an id can be said not to be in the table: false when the table or its ids could not be read. */
  readonly complete: boolean;
  /** Ids of rows that could not be read; whoever points to them is not to blame. */
  readonly doubtful: ReadonlySet<string>;
  /** Whether letters beyond ASCII were lost, so that ids with such letters prove nothing. */
  readonly lossy: boolean;
  /** Headers in canonical order. */
  readonly columns: readonly string[];
  readonly records: readonly RawRecord[];
  /** The line of each record, by its place in `records`. */
  readonly lines: readonly number[];
  /** The line of each id's first record. */
  readonly rowById: ReadonlyMap<string, number>;
  readonly blank: ReadonlyMap<string, ReadonlySet<string>>;
  /** By place in `records`: the columns whose cell has no usable value. */
  readonly badCells: ReadonlyMap<number, ReadonlySet<string>>;
  /** Of a table that was read by column, the columns that have cells; in the one of ids code c is that of record c − 1. */
  readonly cells?: readonly CellColumn[];
  /** Whether the file is known to have the very bytes that its content would be written with. */
  readonly canonical: boolean;
}

const absent = (table: Table, complete: boolean): ReadTable => ({
  table,
  present: false,
  complete,
  doubtful: new Set(),
  lossy: false,
  columns: [],
  records: [],
  lines: [],
  rowById: new Map(),
  blank: new Map(),
  badCells: new Map(),
  canonical: false,
});

/** Whether a column of a table is known to have nothing in it. */
export const isBlank = ({ cells }: ReadTable, column: string): boolean =>
  cells !== undefined && !cells.some(({ name, further }) => name === column && !further);

/** Reads one table by column, or by row where there is something to be found. */
export function readTable(table: Table, bytes: Uint8Array | undefined, findings: Findings): ReadTable {
  const read = readColumns(table, bytes);
  if (read === null) return readByRow(table, bytes, findings);
  tellBlankLines(table, read.blankLines, findings);
  return recordsOfColumns(table, read);
}

/** Says that lines are empty. */
export function tellBlankLines({ file }: Table, lines: readonly number[], findings: Findings): void {
  for (const row of lines) findings.add("blank-line", { file, row }, `line ${row} of ${file} is empty`);
}

/** Reads one table by row. Findings go to `findings`; a row of the wrong length gives no record. */
export function readByRow(table: Table, bytes: Uint8Array | undefined, findings: Findings): ReadTable {
  const { file } = table;
  if (bytes === undefined) {
    if (table.required) findings.add("missing-file", { file }, `${file} is not in the package`);
    return absent(table, !table.required);
  }
  if (bytes.length === 0) {
    findings.add("empty-file", { file }, `${file} has no bytes, not even a header`);
    return absent(table, false);
  }
  if (bytes.length > MAX_FILE_BYTES) {
    const message = `${file} has ${bytes.length} bytes; the limit is ${MAX_FILE_BYTES}`;
    findings.add("file-too-large", { file }, message);
    return absent(table, false);
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.fault !== null) {
    findings.add("bad-encoding", { file, row: decoded.line }, `${file} ${decoded.fault}`);
  }
  if (!decoded.usable) return absent(table, false);
  return readText(table, decoded.text, decoded.fault !== null, findings);
}

function readText(table: Table, text: string, lossy: boolean, findings: Findings): ReadTable {
  const { file } = table;
  const faults: CsvFault[] = [];
  let header: readonly string[] = [];
  let rows: RowReader | null = null;
  let columns: readonly string[] = [];
  scanCsv(text, faults, (record) => {
    const first = record.line === 1;
    if (first) header = record.cells;
    let faulty: Set<number> | null = null;
    for (const { code, line, cell, message } of faults.splice(0)) {
      findings.add(code, { file, row: line, column: first ? "" : (header[cell] ?? "") }, message);
      faulty ??= new Set();
      faulty.add(cell);
    }
    if (rows !== null) {
      rows.take(record, faulty);
    } else if (first && record.cells.some((cell) => cell !== "")) {
      const layout = readHeader(table, record.cells, findings);
      columns = layout.columns;
      rows = new RowReader(table, layout, findings);
    }
  });
  const read = rows as RowReader | null;
  if (read === null) {
    findings.add("empty-file", { file, row: 1 }, `${file} has no header in its first line`);
    return absent(table, false);
  }
  const { records, lines, rowById, doubtful, badCells, blank } = read;
  const complete = columns.includes("id");
  return {
    table,
    present: true,
    complete,
    doubtful,
    lossy,
    columns,
    records,
    lines,
    rowById,
    blank,
    badCells,
    canonical: false,
  };
}
