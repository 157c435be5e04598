/** A dataset to the files of its package, in canonical bytes: LF, quotes only where they must be, columns in the order of the schema. */

import type { Dataset, DatasetMetadata, PackageForm, TableForm } from "../model/dataset.ts";
import { BLANK_RECORDS } from "./blank-records.ts";
import { emptyValue, formatCell } from "./cells.ts";
import { csvLine, quoteCell } from "./csv.ts";
import { makeDescriptor, updateDescriptor } from "./descriptor-write.ts";
import { type Column, DESCRIPTOR_FILE, extraHeader, extraName, TABLES, type Table } from "./tables.ts";

/** The parts of a dataset that are written. */
export type Writable = Pick<
  Dataset,
  "metadata" | "kinds" | "actors" | "issues" | "relations" | "sources" | "statements" | "columns" | "form"
>;

/** A record of any table. */
export type AnyRecord = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly extra: ReadonlyMap<string, string>;
};

/** How many records are put into one piece of text. */
const PIECE = 500;

/**
 * The files of the package by name: the tables and `datapackage.json`. Columns and optional files that the dataset was read
 * without stay absent while nothing needs them; a dataset that was not read has all columns, and optional tables where they
 * have records. Texts are no part of a dataset and are not written.
 */
export function writePackage(dataset: Writable): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  for (const [name, pieces] of writePieces(dataset)) {
    const parts = [...pieces].map((piece) => encoder.encode(piece));
    const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      file.set(part, at);
      at += part.length;
    }
    files.set(name, file);
  }
  return files;
}

/** The same as pieces of text, for those who need not hold a whole file; descriptor first. */
export function writePieces(dataset: Writable): [name: string, pieces: Iterable<string>][] {
  const headers = new Map<string, readonly string[]>();
  const tables: [string, Iterable<string>][] = [];
  for (const table of TABLES) {
    const records = dataset[table.name] as unknown as readonly AnyRecord[];
    const form = dataset.form?.tables.get(table.name);
    if (form === undefined && records.length === 0 && !table.required) continue;
    // Records that stand in the columns they were read into need no others.
    const asRead = table.name === "statements" && dataset.columns?.records === dataset.statements;
    const header = asRead && form ? form.columns : headerOf(table, records, form);
    headers.set(table.name, header);
    tables.push([table.file, tablePieces(table, header, records, form)]);
  }
  const descriptor =
    dataset.form === undefined
      ? makeDescriptor(dataset.metadata, headers)
      : updateDescriptor(dataset.form.descriptor, dataset.metadata, headers, headersOf(dataset.form));
  return [[DESCRIPTOR_FILE, [descriptor]], ...tables];
}

function headersOf(form: PackageForm): Map<string, readonly string[]> {
  const headers = new Map<string, readonly string[]>();
  for (const { name } of TABLES) {
    const table = form.tables.get(name);
    if (table) headers.set(name, table.columns);
  }
  return headers;
}

/** Known columns in the schema's order, then further ones: as the file had them, new ones in the order they come. */
function headerOf(table: Table, records: readonly AnyRecord[], form: TableForm | undefined): string[] {
  const present = form === undefined ? null : new Set(form.columns);
  const known = table.columns.filter(
    (column) => present === null || present.has(column.name) || isNeeded(table, column, records),
  );
  const names = new Set(known.map((column) => column.name));
  const further = (form?.columns ?? []).filter((name) => !names.has(name));
  const carried = new Set(further.map(extraName));
  for (const { extra } of records) {
    if (extra.size === 0) continue;
    for (const name of extra.keys()) {
      if (carried.has(name)) continue;
      carried.add(name);
      further.push(extraHeader(table, name));
    }
  }
  return [...names, ...further];
}

/** Whether a record cannot do without the column. */
function isNeeded(table: Table, column: Column, records: readonly AnyRecord[]): boolean {
  const blank: Readonly<Record<string, unknown>> = BLANK_RECORDS[table.name];
  // What reading left untouched is told at a glance, which matters where there are a million records.
  const untouched = blank[column.property];
  const empty = formatCell(column, emptyValue(column));
  return records.some((record) => {
    if (record[column.property] === untouched) return false;
    const text = cellText(column, record);
    return text !== "" && text !== empty;
  });
}

/** The cell of a record. A relation says its polarity itself, so the cell of such a statement is empty. */
function cellText(column: Column, record: AnyRecord): string {
  if (column.name === "polarity" && record["relation"] !== undefined && record["relation"] !== null)
    return "";
  return formatCell(column, record[column.property]);
}

type CellWriter = (record: AnyRecord) => string;

/** What writes the cells of one column, quotes included. */
function cellWriter(table: Table, name: string, form: TableForm | undefined): CellWriter {
  const column = table.columns.find((known) => known.name === name);
  if (column === undefined) {
    const plain = extraName(name);
    return (record) => quoteCell(record.extra.get(plain) ?? "");
  }
  const { property, type } = column;
  if (column.name === "polarity" && table.name === "statements")
    return (record) => quoteCell(cellText(column, record));
  if (type === "text" || type === "id" || type === "date" || type === "hash") {
    return (record) => quoteCell(record[property] as string);
  }
  if (type === "reference") return (record) => quoteCell((record[property] as string | null) ?? "");
  const blank = form?.blank.get(name);
  if (blank === undefined || blank.size === 0)
    return (record) => quoteCell(formatCell(column, record[property]));
  const fallback = emptyValue(column);
  return (record) =>
    record[property] === fallback && blank.has(record.id)
      ? ""
      : quoteCell(formatCell(column, record[property]));
}

/** Writes records of a table under a header; the lines are those of `tablePieces`. */
export function rowsWriter(
  table: Table,
  header: readonly string[],
  form?: TableForm,
): (records: readonly AnyRecord[]) => string {
  const writers = header.map((name) => cellWriter(table, name, form));
  return (records) => {
    const parts: string[] = [];
    for (const record of records) {
      const begin = parts.length;
      for (const write of writers) parts.push(write(record), ",");
      // The comma behind the last cell becomes the line's end; a lone empty cell is written in quotes, as `csvLine` does.
      parts[parts.length - 1] = "\n";
      if (writers.length === 1 && parts[begin] === "") parts[begin] = '""';
    }
    return parts.join("");
  };
}

/** The lines of a table, header first. */
export function* tablePieces(
  table: Table,
  header: readonly string[],
  records: readonly AnyRecord[],
  form?: TableForm,
): Generator<string> {
  yield csvLine(header);
  const write = rowsWriter(table, header, form);
  // A walk, since records that are only walked over need not be kept.
  let piece: AnyRecord[] = [];
  for (const record of records) {
    piece.push(record);
    if (piece.length < PIECE) continue;
    yield write(piece);
    piece = [];
  }
  if (piece.length > 0) yield write(piece);
}

const NO_METADATA: DatasetMetadata = {
  name: "",
  title: "",
  description: "",
  version: "0.1.0",
  licences: [],
  contributors: [],
  method: "",
};

/** A package without records that passes the check: the descriptor and all tables with their headers. */
export function emptyPackage(name: string, title = name): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const headers = new Map(
    TABLES.map((table) => [table.name as string, table.columns.map((column) => column.name)]),
  );
  const files = new Map<string, Uint8Array>();
  files.set(DESCRIPTOR_FILE, encoder.encode(makeDescriptor({ ...NO_METADATA, name, title }, headers)));
  for (const table of TABLES) files.set(table.file, encoder.encode(csvLine(headers.get(table.name) ?? [])));
  return files;
}
