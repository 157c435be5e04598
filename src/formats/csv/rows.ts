/** Rows of CSV (RFC 4180, UTF-8, LF) that no spreadsheet takes for formulas. */

/** Null and undefined are empty cells. */
export type Cell = string | number | boolean | null | undefined;

export interface CsvColumn<Row> {
  readonly header: string;
  value(row: Row): Cell;
}

// What spreadsheets take for the start of a formula, full-width forms included (OWASP, "CSV injection").
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const QUOTES = /[",\r\n]|^\s|\s$/;

/** Text with an apostrophe before it where a spreadsheet would calculate. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** One cell. Numbers stay numbers, minus sign or not; those that are none are empty. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return String(cell);
  const guarded = guardFormula(cell);
  return QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** The header row, then one row for each record. */
export function* csvLines<Row>(
  columns: readonly CsvColumn<Row>[],
  records: Iterable<Row>,
): Generator<string> {
  yield `${columns.map(({ header }) => csvCell(header)).join(",")}\n`;
  for (const record of records) yield `${columns.map((column) => csvCell(column.value(record))).join(",")}\n`;
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** A cell of a further column: whoever wrote a plain number there means one. */
export const extraCell = (text: string | undefined): Cell =>
  text !== undefined && NUMBER.test(text) && String(Number(text)) === text ? Number(text) : text;

/** Items of a list in one cell, as in the data package. */
export const listCell = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll(";", "\\;")).join(";");
