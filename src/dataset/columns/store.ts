/** Statements by column over their cells: values are made of the bytes when they are asked for. */

import type { Extra, Statement } from "../../model/dataset.ts";
import {
  type Codes,
  narrow,
  type StatementColumn,
  type StatementColumns,
} from "../../model/statement-columns.ts";
import { CellFault, emptyValue, parseCell } from "../cells.ts";
import { type Column, tableOf } from "../tables.ts";
import type { CellHeap } from "./byte-dictionary.ts";
import type { CellColumn, StatementCells } from "./cells.ts";
import { lazyRecords } from "./records.ts";

/** Values that are kept of one column; beyond that many they are made anew, since most occur once. */
const MOST_KEPT = 65_536;
/** Bytes of the cells of one column that are turned into one text, of which values are slices. */
const MOST_TEXT = 33_554_432;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Whether all bytes are letters of ASCII, so that bytes and code units have the same places. */
export function isAscii(bytes: Uint8Array): boolean {
  let bits = 0;
  for (let at = 0; at < bytes.length; at++) bits |= bytes[at] as number;
  return bits < 0x80;
}

/** The texts of a column by code. */
export function cellTexts({ heap, ends }: CellHeap): (code: number) => string {
  const begin = (code: number): number => (code === 0 ? 0 : (ends[code - 1] as number));
  let whole: string | null = null;
  if (heap.length > MOST_TEXT || !isAscii(heap))
    // A copy, since what threads share cannot be decoded everywhere.
    return (code) => decoder.decode(heap.slice(begin(code), ends[code]));
  return (code) => {
    whole ??= decoder.decode(heap.slice());
    return whole.slice(begin(code), ends[code]);
  };
}

/** The value of a cell that was checked before. */
function cellValue(column: Column, text: string): unknown {
  if (text === "") return emptyValue(column);
  const { type } = column;
  // Not all records come from packages, so ids are taken as they are.
  if (type === "text" || type === "id" || type === "reference") return text;
  const value = parseCell(column, text);
  if (value instanceof CellFault)
    throw new Error(`${column.name} ${value.message}: the cells were not checked`);
  return value;
}

/** The values of a column's cells by code, made at their first use. */
export function valuesOf(column: Column, cells: CellHeap): (code: number) => unknown {
  const text = cellTexts(cells);
  return kept(cells.ends.length, (code) => cellValue(column, text(code)));
}

const PROPERTIES = new Map(tableOf("statements").columns.map((column) => [column.property, column]));
const NO_EXTRA: Extra = new Map();

/** The columns of a dataset that was read by column. */
export class ColumnStore implements StatementColumns {
  readonly cells: StatementCells;
  readonly count: number;
  readonly records: readonly Statement[];
  private readonly made = new Map<string, StatementColumn<unknown>>();
  private readonly links = new Map<
    string,
    { readonly records: readonly object[]; readonly places: Int32Array }
  >();
  private zeros: Uint8Array | null = null;

  constructor(cells: StatementCells) {
    this.cells = cells;
    this.count = cells.count;
    this.records = lazyRecords(this);
  }

  column<Property extends keyof Statement>(property: Property): StatementColumn<Statement[Property]> {
    const made = this.made.get(property) ?? this.make(property);
    this.made.set(property, made);
    return made as StatementColumn<Statement[Property]>;
  }

  /** The cells of a known column; null when all are empty. */
  cellsOf(property: keyof Statement): CellColumn | null {
    const { name: wanted } = PROPERTIES.get(property) as Column;
    return this.cells.columns.find(({ name, further }) => name === wanted && !further) ?? null;
  }

  /** Says to which of some records each code of a column leads. */
  lead(property: keyof Statement, records: readonly object[], places: Int32Array): void {
    this.links.set(property, { records, places });
  }

  placesIn(records: readonly object[], property: keyof Statement): Int32Array | null {
    const link = this.links.get(property);
    return link?.records === records ? link.places : null;
  }

  private make(property: keyof Statement): StatementColumn<unknown> {
    if (property === "extra") return this.extras();
    const column = PROPERTIES.get(property) as Column;
    const cells = this.cellsOf(property);
    if (cells === null) {
      const empty = emptyValue(column);
      return { codes: this.empty(), size: 1, value: () => empty };
    }
    return { ...this.codesOf(cells), value: valuesOf(column, cells) };
  }

  private empty(): Codes {
    this.zeros ??= new Uint8Array(this.count);
    return this.zeros;
  }

  private codesOf({ codes, ends }: CellColumn): { readonly codes: Codes; readonly size: number } {
    return {
      codes: codes ?? Uint32Array.from({ length: this.count }, (_, row) => row + 1),
      size: ends.length,
    };
  }

  /** Further columns together: a code stands for one combination of their cells. */
  private extras(): StatementColumn<Extra> {
    const further = this.cells.columns.filter((column) => column.further);
    if (further.length === 0) return { codes: this.empty(), size: 1, value: () => NO_EXTRA };
    const parts = further.map((column) => ({
      name: column.name,
      text: cellTexts(column),
      codes: this.codesOf(column).codes,
    }));
    const codeOf = new Map<string, number>();
    const rows: number[] = [];
    const codes = new Uint32Array(this.count);
    for (let row = 0; row < this.count; row++) {
      const key = parts.map((part) => part.codes[row]).join();
      let code = codeOf.get(key);
      if (code === undefined) {
        code = rows.length;
        codeOf.set(key, code);
        rows.push(row);
      }
      codes[row] = code;
    }
    const value = (code: number): Extra => {
      const row = rows[code] as number;
      const extra = new Map<string, string>();
      for (const part of parts) {
        const text = part.text(part.codes[row] as number);
        if (text !== "") extra.set(part.name, text);
      }
      return extra;
    };
    return { codes: narrow(codes, rows.length), size: rows.length, value: kept(rows.length, value) };
  }
}

/** Makes each value once, where they are not too many. */
function kept<Value>(size: number, make: (code: number) => Value): (code: number) => Value {
  if (size > MOST_KEPT) return make;
  const values: (Value | undefined)[] = [];
  return (code) => {
    let value = values[code];
    if (value === undefined) {
      value = make(code);
      values[code] = value;
    }
    return value;
  };
}
