/** One attribute of all nodes or edges as the vectors of one column. */

import { finite } from "../columns.ts";
import { type Owner, type Storage, type Vector, type Whole, wholeArray } from "./layout.ts";
import type { Field } from "./schema.ts";
import type { StringPool } from "./strings.ts";

export interface ColumnDraft {
  readonly owner: Owner;
  readonly name: string;
  readonly storage: Storage;
  readonly vectors: readonly Vector[];
}

type Row = Readonly<Record<string, unknown>>;

/** Numbers with more distinct values than this are kept as they are. */
const MOST_CODED = 4096;

/** Gathers the values of a field; a value that is not of the field's kind counts as absent. */
export function draftColumn(owner: Owner, field: Field, rows: readonly Row[], pool: StringPool): ColumnDraft {
  const { name } = field;
  // No name of a field is one that every object inherits, so it need not be asked whether it is the row's own.
  const values = rows.map((row) => row[name]);
  const drafts: Readonly<Record<Field["kind"], () => Pick<ColumnDraft, "storage" | "vectors">>> = {
    text: () => textColumn(values, pool),
    number: () => numberColumn(values, field),
    flag: () => ({
      storage: "flag",
      vectors: [Uint8Array.from(values, (value) => (typeof value === "boolean" ? 1 + Number(value) : 0))],
    }),
    list: () => listColumn(values, pool),
    pairs: () => pairsColumn(values, pool),
  };
  return { owner, name, ...drafts[field.kind]() };
}

/** Gives distinct values their place in a dictionary. */
class Dictionary<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<Value, number>();

  place(value: Value): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** The same of texts, by their numbers in the pool, which are few enough to be places of a list. */
class TextDictionary {
  readonly values: number[] = [];
  readonly #pool: StringPool;
  #places = new Int32Array(1024).fill(-1);

  constructor(pool: StringPool) {
    this.#pool = pool;
  }

  place(text: string): number {
    const number = this.#pool.number(text);
    if (number >= this.#places.length) {
      const longer = new Int32Array(2 * (number + 1)).fill(-1);
      longer.set(this.#places);
      this.#places = longer;
    }
    const known = this.#places[number] as number;
    if (known >= 0) return known;
    this.#places[number] = this.values.length;
    return this.values.push(number) - 1;
  }
}

const narrow = (numbers: readonly number[], greatest: number): Whole => {
  const array = wholeArray(numbers.length, greatest);
  array.set(numbers);
  return array;
};

function textColumn(values: readonly unknown[], pool: StringPool): Pick<ColumnDraft, "storage" | "vectors"> {
  const dictionary = new TextDictionary(pool);
  // Neighbouring rows often have the same text.
  let [last, code]: [unknown, number] = [undefined, 0];
  const codes = values.map((value) => {
    if (value === last) return code;
    last = value;
    code = typeof value === "string" ? 1 + dictionary.place(value) : 0;
    return code;
  });
  return {
    storage: "text",
    vectors: [Uint32Array.from(dictionary.values), narrow(codes, dictionary.values.length)],
  };
}

function numberColumn(
  values: readonly unknown[],
  { required, otherwise = 0 }: Field,
): Pick<ColumnDraft, "storage" | "vectors"> {
  const numbers = values.map((value) => {
    if (typeof value !== "number" || (!required && !Number.isFinite(value))) return undefined;
    // Adding 0 makes of −0 the 0 that JSON would make of it.
    return (required ? finite(value, otherwise) : value) + 0;
  });
  const distinct = new Set(numbers);
  if (distinct.size <= MOST_CODED && distinct.size * 2 < numbers.length) {
    const dictionary = new Dictionary<number>();
    const codes = numbers.map((number) => (number === undefined ? 0 : 1 + dictionary.place(number)));
    return {
      storage: "coded",
      vectors: [Float64Array.from(dictionary.values), narrow(codes, dictionary.values.length)],
    };
  }
  const gaps = distinct.has(undefined);
  return {
    storage: "plain",
    vectors: [
      Float64Array.from(numbers, (number) => number ?? 0),
      gaps ? Uint8Array.from(numbers, (number) => (number === undefined ? 0 : 1)) : new Uint8Array(0),
    ],
  };
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Mostly all of them are. */
const onlyTexts = (list: readonly unknown[]): readonly string[] =>
  list.every(isText) ? list : list.filter(isText);

const countsOf = (lists: readonly (readonly unknown[] | undefined)[]): Whole =>
  narrow(
    lists.map((list) => (list ? 1 + list.length : 0)),
    lists.reduce((most, list) => Math.max(most, list ? 1 + list.length : 0), 0),
  );

function listColumn(values: readonly unknown[], pool: StringPool): Pick<ColumnDraft, "storage" | "vectors"> {
  const lists = values.map((value) => (Array.isArray(value) ? onlyTexts(value) : undefined));
  const dictionary = new TextDictionary(pool);
  const places: number[] = [];
  for (const list of lists) if (list) for (const item of list) places.push(dictionary.place(item));
  return {
    storage: "list",
    vectors: [countsOf(lists), Uint32Array.from(dictionary.values), narrow(places, dictionary.values.length)],
  };
}

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && isText(value[1]);

function pairsColumn(values: readonly unknown[], pool: StringPool): Pick<ColumnDraft, "storage" | "vectors"> {
  const lists = values.map((value) => (Array.isArray(value) ? value.filter(isPair) : undefined));
  const dictionary = new TextDictionary(pool);
  const places = (side: 0 | 1): number[] =>
    lists.flatMap((list) => (list ?? []).map((pair) => dictionary.place(pair[side])));
  const first = places(0);
  const last = places(1);
  return {
    storage: "pairs",
    vectors: [
      countsOf(lists),
      Uint32Array.from(dictionary.values),
      narrow(first, dictionary.values.length),
      narrow(last, dictionary.values.length),
    ],
  };
}
