/** The vectors of one column as a column that answers by row. */

import type { Storage, Whole } from "./layout.ts";
import { damaged, type VectorReader } from "./reader.ts";
import type { Field, FieldKind } from "./schema.ts";
import type { StringTable } from "./strings.ts";

interface Values {
  readonly text: string;
  readonly number: number;
  readonly flag: boolean;
  readonly list: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

/** `at` gives the value of a row, undefined where there is none; rows beyond the last have none. */
export interface Column<Kind extends FieldKind> {
  readonly kind: Kind;
  at(row: number): Values[Kind] | undefined;
}

export type AnyColumn = { readonly [Kind in FieldKind]: Column<Kind> }[FieldKind];

/** What each storage may hold. */
const KIND_OF: Readonly<Record<Storage, FieldKind>> = {
  text: "text",
  coded: "number",
  plain: "number",
  flag: "flag",
  list: "list",
  pairs: "pairs",
};

/** Reads the next column. Throws a `Fault` when it does not hold what the field promises. */
export function readColumn(
  reader: VectorReader,
  field: Field,
  storage: Storage,
  rows: number,
  strings: StringTable,
): AnyColumn {
  if (KIND_OF[storage] !== field.kind) throw damaged(`the column ${field.name} is of another kind`);
  return READERS[storage](reader, field, rows, strings);
}

type Read = (reader: VectorReader, field: Field, rows: number, strings: StringTable) => AnyColumn;

const READERS: Readonly<Record<Storage, Read>> = {
  text(reader, field, rows, strings) {
    const dictionary = reader.wholes(strings.size, null);
    const { words } = field;
    if (words && !dictionary.every((number) => words.includes(strings.at(number))))
      throw damaged(`the column ${field.name} holds a word that is none`);
    const codes = presentCodes(reader, field, rows, dictionary.length);
    return {
      kind: "text",
      at: (row) => {
        const code = codes[row] ?? 0;
        return code === 0 ? undefined : strings.at(dictionary[code - 1] as number);
      },
    };
  },
  coded(reader, field, rows) {
    const dictionary = reader.numbers(null);
    const codes = presentCodes(reader, field, rows, dictionary.length);
    return {
      kind: "number",
      at: (row) => {
        const code = codes[row] ?? 0;
        return code === 0 ? undefined : dictionary[code - 1];
      },
    };
  },
  plain(reader, field, rows) {
    const values = reader.numbers(rows);
    const there = reader.wholes(2, null);
    if (there.length !== 0 && there.length !== rows)
      throw damaged(`the column ${field.name} has gaps for other rows`);
    if (field.required) requireNoGaps(field, there);
    return {
      kind: "number",
      at: (row) => (there.length !== 0 && there[row] !== 1 ? undefined : values[row]),
    };
  },
  flag(reader, field, rows) {
    const codes = reader.wholes(3, rows);
    if (field.required) requireNoGaps(field, codes);
    return { kind: "flag", at: (row) => (codes[row] ? codes[row] === 2 : undefined) };
  },
  list(reader, field, rows, strings) {
    const items = readCounts(reader, field, rows);
    const dictionary = reader.wholes(strings.size, null);
    const places = reader.wholes(dictionary.length, items.total);
    const text = (at: number): string => strings.at(dictionary[places[at] as number] as number);
    return { kind: "list", at: (row) => items.of(row, text) };
  },
  pairs(reader, field, rows, strings) {
    const items = readCounts(reader, field, rows);
    const dictionary = reader.wholes(strings.size, null);
    const first = reader.wholes(dictionary.length, items.total);
    const last = reader.wholes(dictionary.length, items.total);
    const text = (place: number | undefined): string => strings.at(dictionary[place as number] as number);
    return {
      kind: "pairs",
      at: (row) => items.of(row, (at) => [text(first[at]), text(last[at])] as const),
    };
  },
};

function requireNoGaps({ name }: Field, codes: Whole): void {
  if (codes.includes(0)) throw damaged(`the column ${name} has gaps`);
}

/** Codes of 0 = absent or 1 + place in a dictionary. */
function presentCodes(reader: VectorReader, field: Field, rows: number, places: number): Whole {
  const codes = reader.wholes(places + 1, rows);
  if (field.required) requireNoGaps(field, codes);
  return codes;
}

interface Items {
  readonly total: number;
  of<Item>(row: number, item: (at: number) => Item): Item[] | undefined;
}

/** How many items each row has: 0 = absent, else 1 + their number. */
function readCounts(reader: VectorReader, field: Field, rows: number): Items {
  const counts = reader.wholes(Number.POSITIVE_INFINITY, rows);
  if (field.required) requireNoGaps(field, counts);
  const start = new Uint32Array(rows + 1);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const count = counts[row] as number;
    if (count > 1) total += count - 1;
    start[row + 1] = total;
  }
  // A total beyond 32 bits is greater than any vector, so the reader refuses it before a start is used.
  return {
    total,
    of<Item>(row: number, item: (at: number) => Item) {
      const count = counts[row] ?? 0;
      const first = start[row] as number;
      if (count === 0) return undefined;
      const list: Item[] = [];
      for (let at = first; at < first + count - 1; at++) list.push(item(at));
      return list;
    },
  };
}
