/** One table's bytes to records, with everything that is wrong with the file and its single cells. */

import { CellFault, emptyValue, parseCell } from "./cells.ts";
import { type CsvRecord, parseCsv } from "./csv.ts";
import { type Findings, show } from "./report.ts";
import { type Column, extraName, PRIVATE_COLUMN, type Table } from "./tables.ts";
import { decodeUtf8 } from "./utf8.ts";

/** Largest file that is read, in bytes. JavaScript strings end at about twice this length. */
export const MAX_FILE_BYTES = 268_435_456;

/** A record while it is checked: values by property, of the types that its table's columns give. */
export type RawRecord = Record<string, unknown> & { readonly id: string };

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
}

const NO_EXTRA: ReadonlyMap<string, string> = new Map();

/** A table without a file. */
export const absentTable = (table: Table, complete: boolean): ReadTable => ({
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
});

/** Reads one table. Findings go to `findings`; a row of the wrong length gives no record. */
export function readTable(table: Table, bytes: Uint8Array | undefined, findings: Findings): ReadTable {
  const { file } = table;
  if (bytes === undefined) {
    if (table.required) findings.add("missing-file", { file }, `${file} is not in the package`);
    return absentTable(table, !table.required);
  }
  if (bytes.length === 0) {
    findings.add("empty-file", { file }, `${file} has no bytes, not even a header`);
    return absentTable(table, false);
  }
  if (bytes.length > MAX_FILE_BYTES) {
    findings.add("file-too-large", { file }, `${file} has ${bytes.length} bytes; the limit is ${MAX_FILE_BYTES}`);
    return absentTable(table, false);
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.fault !== null) findings.add("bad-encoding", { file, row: decoded.line }, `${file} ${decoded.fault}`);
  if (!decoded.usable) return absentTable(table, false);

  const { records: rows, faults } = parseCsv(decoded.text);
  const [headerRow, ...body] = rows;
  if (headerRow === undefined || (headerRow.cells.length === 1 && headerRow.cells[0] === "")) {
    findings.add("empty-file", { file, row: 1 }, `${file} has no header in its first line`);
    return absentTable(table, false);
  }
  const header = headerRow.cells;
  for (const fault of faults) {
    const place = { file, row: fault.line, column: fault.line === 1 ? "" : (header[fault.cell] ?? "") };
    findings.add(fault.code, place, fault.message);
  }
  const layout = readHeader(table, header, findings);
  return readBody(table, header.length, layout, body, findings, {
    lossy: decoded.fault !== null,
    faultyCells: new Set(faults.map((fault) => `${fault.line}:${fault.cell}`)),
  });
}

interface Layout {
  /** The known columns with their place in the row; −1 = the file has none. */
  readonly known: readonly { readonly column: Column; readonly at: number }[];
  readonly extra: readonly { readonly name: string; readonly at: number }[];
  readonly columns: readonly string[];
}

function readHeader(table: Table, header: readonly string[], findings: Findings): Layout {
  const { file } = table;
  const placeOf = new Map<string, number>();
  const extra: { name: string; at: number }[] = [];
  const extraNames = new Map<string, string>();
  const knownNames = new Set(table.columns.map((column) => column.name));
  header.forEach((name, at) => {
    const place = { file, row: 1, column: name };
    if (extraName(name).trim() === "") {
      findings.add("unnamed-column", { file, row: 1 }, `column ${at + 1} of ${file} has no name`);
    } else if (placeOf.has(name)) {
      findings.add("duplicate-column", place, `column ${show(name)} occurs twice in ${file}`);
    } else if (knownNames.has(name)) {
      placeOf.set(name, at);
    } else if (name === PRIVATE_COLUMN && table.name === "statements") {
      placeOf.set(name, at);
      findings.add("private-column", place, `${file} has the private column ${name}, which is never loaded`);
    } else if (extraNames.has(extraName(name))) {
      const other = extraNames.get(extraName(name)) ?? "";
      findings.add("duplicate-column", place, `columns ${show(other)} and ${show(name)} of ${file} have one name`);
    } else {
      placeOf.set(name, at);
      extraNames.set(extraName(name), name);
      extra.push({ name: extraName(name), at });
    }
  });
  const known = table.columns.map((column) => ({ column, at: placeOf.get(column.name) ?? -1 }));
  for (const { column, at } of known) {
    if (column.required && at < 0) {
      findings.add("missing-column", { file, row: 1, column: column.name }, `${file} has no column ${column.name}`);
    }
  }
  const present = known.filter(({ at }) => at >= 0).map(({ column }) => column.name);
  return { known, extra, columns: [...present, ...extraNames.values()] };
}

interface BodyState {
  readonly lossy: boolean;
  /** `line:cell` of the cells that have a fault already. */
  readonly faultyCells: ReadonlySet<string>;
}

function readBody(
  table: Table,
  width: number,
  layout: Layout,
  body: readonly CsvRecord[],
  findings: Findings,
  state: BodyState,
): ReadTable {
  const { file } = table;
  const records: RawRecord[] = [];
  const lines: number[] = [];
  const rowById = new Map<string, number>();
  const badCells = new Map<number, Set<string>>();
  const doubtful = new Set<string>();
  const idAt = layout.known.find(({ column }) => column.type === "id")?.at ?? -1;
  const defaulted = layout.known
    .filter(({ column, at }) => at >= 0 && hasDefault(column))
    .map(({ column, at }) => ({ column, at, ids: new Set<string>() }));
  const defaults = layout.known.map(({ column }) => emptyValue(column));

  for (const { line, cells } of body) {
    if (cells.length === 1 && cells[0] === "") {
      findings.add("blank-line", { file, row: line }, `line ${line} of ${file} is empty`);
      continue;
    }
    if (cells.length !== width) {
      const message = `line ${line} of ${file} has ${cells.length} cells, the header has ${width}`;
      findings.add("ragged-row", { file, row: line }, message);
      // Which cell is which cannot be known, so nothing more is said about this row.
      doubtful.add(cells[idAt] ?? "");
      continue;
    }
    const index = records.length;
    const record: Record<string, unknown> = {};
    const spoil = (column: string): void => {
      const spoilt = badCells.get(index);
      if (spoilt) spoilt.add(column);
      else badCells.set(index, new Set([column]));
    };
    for (let k = 0; k < layout.known.length; k++) {
      const entry = layout.known[k];
      if (entry === undefined) continue;
      const { column, at } = entry;
      const text = at < 0 ? "" : (cells[at] ?? "");
      record[column.property] = defaults[k];
      if (column.required ? text.trim() === "" : text === "") {
        if (!column.required) continue;
        spoil(column.name);
        if (at >= 0 && !state.faultyCells.has(`${line}:${at}`)) {
          findings.add("missing-value", { file, row: line, column: column.name }, `${column.name} is empty`);
        }
        continue;
      }
      const value = parseCell(column, text);
      if (!(value instanceof CellFault)) {
        record[column.property] = value;
        continue;
      }
      spoil(column.name);
      if (state.faultyCells.has(`${line}:${at}`)) continue;
      const reserved = column.type === "id" && table.name === "statements" && text.startsWith("structure:");
      findings.add(
        reserved ? "reserved-id" : value.code,
        { file, row: line, column: column.name },
        `${column.name} ${value.message}`,
      );
    }
    record["extra"] = readExtra(layout, cells);
    const id = record["id"] as string;
    if (badCells.get(index)?.has("id") === true) {
      doubtful.add(cells[idAt] ?? "");
    } else if (rowById.has(id)) {
      const message = `id ${show(id)} is already the id of line ${rowById.get(id)}`;
      findings.add("duplicate-id", { file, row: line, column: "id" }, message);
    } else {
      rowById.set(id, line);
      for (const { at, ids } of defaulted) if (cells[at] === "") ids.add(id);
    }
    records.push(record as RawRecord);
    lines.push(line);
  }
  const { columns } = layout;
  const blank = new Map(defaulted.map(({ column, ids }) => [column.name, ids]));
  const complete = idAt >= 0;
  const { lossy } = state;
  return { table, present: true, complete, doubtful, lossy, columns, records, lines, rowById, blank, badCells };
}

/** Whether an empty cell of the column stands for a word of its own. */
const hasDefault = (column: Column): boolean =>
  column.type === "boolean" || (column.type === "word" && column.fallback !== "");

function readExtra(layout: Layout, cells: readonly string[]): ReadonlyMap<string, string> {
  if (layout.extra.length === 0) return NO_EXTRA;
  const extra = new Map<string, string>();
  for (const { name, at } of layout.extra) {
    const text = cells[at] ?? "";
    if (text !== "") extra.set(name, text);
  }
  return extra;
}
