/** The rows of a table to records, with everything that is wrong with single rows and cells. */

import { BLANK_RECORDS } from "./blank-records.ts";
import { CellFault, parseCell } from "./cells.ts";
import type { CsvRecord } from "./csv.ts";
import type { Layout } from "./read-header.ts";
import { type Findings, show } from "./report.ts";
import { type Column, hasDefault, type Table } from "./tables.ts";

/** A record while it is checked: values by property, of the types that its table's columns give. */
export type RawRecord = Record<string, unknown> & { readonly id: string };

/** Cells of these types repeat each other, so that their values are worth keeping. */
const REPEATING: ReadonlySet<Column["type"]> = new Set([
  "reference",
  "references",
  "conditions",
  "word",
  "date",
]);
const MOST_KEPT = 20_000;

interface Cell {
  readonly column: Column;
  readonly at: number;
  readonly kept: Map<string, unknown> | null;
  /** Ids of the records whose cell is empty, where an empty cell stands for a word of its own. */
  readonly blank: Set<string> | null;
}

/** Takes the rows of one table one after the other. */
export class RowReader {
  readonly records: RawRecord[] = [];
  /** The line of each record, by its place in `records`. */
  readonly lines: number[] = [];
  /** The line of each id's first record. */
  readonly rowById = new Map<string, number>();
  /** Ids of rows that give no record, and what stands in place of unusable ids. */
  readonly doubtful = new Set<string>();
  /** By place in `records`: the columns whose cell has no usable value. */
  readonly badCells = new Map<number, Set<string>>();
  private readonly cells: readonly Cell[];
  private readonly idAt: number;
  private readonly blankRecord: object;
  private readonly table: Table;
  private readonly layout: Layout;
  private readonly findings: Findings;

  constructor(table: Table, layout: Layout, findings: Findings) {
    this.table = table;
    this.layout = layout;
    this.findings = findings;
    this.blankRecord = BLANK_RECORDS[table.name];
    this.idAt = layout.known.find(({ column }) => column.type === "id")?.at ?? -1;
    this.cells = layout.known
      .filter(({ column, at }) => at >= 0 || column.required)
      .map(({ column, at }) => ({
        column,
        at,
        kept: REPEATING.has(column.type) ? new Map<string, unknown>() : null,
        blank: hasDefault(column) ? new Set<string>() : null,
      }));
  }

  /** By column: the records with an empty cell that stands for a word of its own. */
  get blank(): ReadonlyMap<string, ReadonlySet<string>> {
    const blank = new Map<string, ReadonlySet<string>>();
    for (const cell of this.cells) if (cell.blank !== null) blank.set(cell.column.name, cell.blank);
    return blank;
  }

  /** Reads one row. `faulty` are the places of cells that are broken as CSV, about which nothing more is said. */
  take({ line, cells }: CsvRecord, faulty: ReadonlySet<number> | null): void {
    const { file } = this.table;
    if (cells.length === 1 && cells[0] === "") {
      this.findings.add("blank-line", { file, row: line }, `line ${line} of ${file} is empty`);
      return;
    }
    if (cells.length !== this.layout.width) {
      const message = `line ${line} of ${file} has ${cells.length} cells, the header has ${this.layout.width}`;
      this.findings.add("ragged-row", { file, row: line }, message);
      // Which cell is which cannot be known, so nothing more is said about this row.
      this.doubtful.add(cells[this.idAt] ?? "");
      return;
    }
    const record: Record<string, unknown> = { ...this.blankRecord };
    for (const cell of this.cells) {
      const text = cell.at < 0 ? "" : (cells[cell.at] ?? "");
      if (text === "" && !cell.column.required) continue;
      const value = this.valueOf(cell, text);
      if (value instanceof CellFault) this.refuse(cell, line, text, value, faulty);
      else record[cell.column.property] = value;
    }
    if (this.layout.extra.length > 0) record["extra"] = this.extraOf(cells);
    this.keep(record as RawRecord, line, cells);
  }

  private valueOf({ column, kept }: Cell, text: string): unknown {
    if (column.required && text.trim() === "") return new CellFault("missing-value", "is empty");
    if (kept === null) return parseCell(column, text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const value = parseCell(column, text);
    if (kept.size < MOST_KEPT) kept.set(text, value);
    return value;
  }

  private refuse(
    cell: Cell,
    line: number,
    text: string,
    fault: CellFault,
    faulty: ReadonlySet<number> | null,
  ): void {
    const { name, type } = cell.column;
    const spoilt = this.badCells.get(this.records.length);
    if (spoilt) spoilt.add(name);
    else this.badCells.set(this.records.length, new Set([name]));
    // A column that is missing is a problem of the header.
    if (cell.at < 0 || faulty?.has(cell.at) === true) return;
    const reserved = type === "id" && this.table.name === "statements" && text.startsWith("structure:");
    const place = { file: this.table.file, row: line, column: name };
    this.findings.add(reserved ? "reserved-id" : fault.code, place, `${name} ${fault.message}`);
  }

  private extraOf(cells: readonly string[]): ReadonlyMap<string, string> {
    const extra = new Map<string, string>();
    for (const { name, at } of this.layout.extra) {
      const text = cells[at] ?? "";
      if (text !== "") extra.set(name, text);
    }
    return extra;
  }

  private keep(record: RawRecord, line: number, cells: readonly string[]): void {
    const { id } = record;
    const known = this.rowById.get(id);
    if (this.badCells.get(this.records.length)?.has("id") === true) {
      this.doubtful.add(cells[this.idAt] ?? "");
    } else if (known !== undefined) {
      const place = { file: this.table.file, row: line, column: "id" };
      this.findings.add("duplicate-id", place, `id ${show(id)} is already the id of line ${known}`);
    } else {
      this.rowById.set(id, line);
      for (const { at, blank } of this.cells) if (blank !== null && cells[at] === "") blank.add(id);
    }
    this.records.push(record);
    this.lines.push(line);
  }
}
