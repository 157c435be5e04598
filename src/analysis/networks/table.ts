/** The statement table: what networks are computed from, whether a dataset or a DNA database stands behind it. */

import { type Coded, type Column, encodeColumn, type Qualifier, type Variable } from "./column.ts";
import { badSetting, type QualifierType } from "./settings.ts";

/** What is known of a node, for pictures and exports. */
export interface NodeDescription {
  readonly label: string;
  /** Id and label of the kind of an actor or issue; absent where the data have none. */
  readonly kind?: { readonly id: string; readonly label: string };
  /** `#rrggbb`; absent where the data have no colour of their own. */
  readonly color?: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface StatementTable {
  /** What the table is called in messages. */
  readonly name: string;
  readonly size: number;
  /** By statement. */
  readonly ids: readonly string[];
  /** The document of each statement. */
  readonly documents: Column;
  /** The moment of each statement in seconds since 1970, UTC; NaN where there is none. */
  readonly time: Float64Array;
  /** First and last second it may stand for; infinite where open, NaN where undated. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Statement numbers by (moment, document, start offset); those without a moment last (NETWORKS §1). */
  readonly order: Int32Array;
  /** Seconds of the first and last document, with statements or without; null when there are none. */
  readonly documentSpan: readonly [number, number] | null;
  /** Whether an empty text is a value, as in DNA, or the absence of one. */
  readonly emptyIsValue: boolean;
  readonly variables: readonly Variable[];
  readonly defaultQualifier: string | null;
  /** Throws a `Fault` that names what exists. `parameter` is the setting that asks. */
  column(name: string, parameter: string): Column;
  qualifier(name: string, type: QualifierType | null): Qualifier;
  /** The value that a user's text means: itself, or the id of the one record with that label. */
  resolve(variable: string, text: string): string;
  describe(variable: string, value: string): NodeDescription;
}

/** A variable with its values by statement; null = no value. */
export interface VariableSource extends Variable {
  values(): readonly (string | null)[] | Coded;
}

/** Looks variables up by name, encoding each at its first use. */
export function columnLookup(table: string, sources: readonly VariableSource[]) {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const encoded = new Map<string, Column>();
  return (name: string, parameter: string): Column => {
    const done = encoded.get(name);
    if (done) return done;
    const source = byName.get(name);
    if (!source)
      throw badSetting(
        parameter,
        "unknown-variable",
        `${table} has no variable ${JSON.stringify(name)}`,
        `Use one of ${[...byName.keys()].join(", ")}.`,
      );
    const { scope, type } = source;
    const column = encodeColumn({ name, scope, type }, source.values());
    encoded.set(name, column);
    return column;
  };
}

const TRUTH: ReadonlyMap<string, number> = new Map([
  ["0", 0],
  ["1", 1],
  ["false", 0],
  ["true", 1],
]);
const WHOLE = /^[+-]?\d{1,15}$/;

const readLevel = (type: QualifierType, text: string): number | undefined =>
  type === "boolean" ? TRUTH.get(text) : WHOLE.test(text) ? Number(text) : undefined;

/**
 * Reads a column as a qualifier of a type. An empty text is no level of a number. Throws when a value cannot be read as that type.
 */
export function readQualifier(column: Column, type: QualifierType): Qualifier {
  if (type === "text") return { ...column, type, values: null, range: null, missing: "noValue" };
  const codes = column.labels[0] === "" ? column.codes.map((code) => (code === 0 ? -1 : code)) : column.codes;
  const values = Float64Array.from(column.labels, (label) => {
    const value = label === "" ? 0 : readLevel(type, label);
    if (value === undefined)
      throw badSetting(
        "qualifierType",
        "bad-qualifier",
        `${column.name} holds ${JSON.stringify(label)}, which is no ${type === "boolean" ? "true or false" : "whole number"}`,
        `Read ${column.name} as text, or choose another qualifier.`,
      );
    return value;
  });
  return { ...column, type, codes, values, range: type === "boolean" ? 1 : null, missing: "noValue" };
}

/** Statement numbers in the order of NETWORKS §1; `documentRank` and `start` by statement, `time` NaN where there is none. */
export function statementOrder(
  time: Float64Array,
  documentRank: ArrayLike<number>,
  start: ArrayLike<number>,
): Int32Array {
  let order = Int32Array.from(time, (_, at) => at);
  // The least of the three orders first: each sorting leaves equals where they were.
  for (const keys of [start, documentRank, time]) order = sortedBy(order, keys);
  return order;
}

/** Statements by a number of each, NaN last: counted out, since a number is mostly that of many statements. */
function sortedBy(order: Int32Array<ArrayBuffer>, keys: ArrayLike<number>): Int32Array<ArrayBuffer> {
  const { ranks, size } = ranked(keys);
  if (size < 2) return order;
  const next = new Int32Array(size + 1);
  for (let at = 0; at < ranks.length; at++) (next[(ranks[at] as number) + 1] as number)++;
  for (let at = 1; at < next.length; at++) (next[at] as number) += next[at - 1] as number;
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const statement = order[at] as number;
    sorted[(next[ranks[statement] as number] as number)++] = statement;
  }
  return sorted;
}

/** Numbers in the order of the keys, equal where these are, from 0 to `size` − 1. */
function ranked(keys: ArrayLike<number>): { readonly ranks: Int32Array; readonly size: number } {
  const ranks = new Int32Array(keys.length);
  const [least, greatest] = wholeRange(keys);
  if (greatest - least < 4 * keys.length + 1024) {
    for (let at = 0; at < ranks.length; at++) ranks[at] = (keys[at] as number) - least;
    return { ranks, size: greatest - least + 1 };
  }
  // Typed arrays sort NaN to the end.
  const sorted = Float64Array.from(keys).sort();
  const distinct = sorted.filter((key, at) => {
    const before = sorted[at - 1] as number;
    return at === 0 || (key !== before && !(Number.isNaN(key) && Number.isNaN(before)));
  });
  const rankOf = new Map<number, number>();
  distinct.forEach((key, rank) => {
    rankOf.set(key, rank);
  });
  let [before, rank] = [distinct[0] as number, 0];
  for (let at = 0; at < ranks.length; at++) {
    const key = keys[at] as number;
    if (key !== before) [before, rank] = [key, rankOf.get(key) as number];
    ranks[at] = rank;
  }
  return { ranks, size: distinct.length };
}

/** The least and the greatest of whole numbers; an endless range where some are none. */
function wholeRange(keys: ArrayLike<number>): readonly [number, number] {
  let [least, greatest] = [0, 0];
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    if (!Number.isInteger(key)) return [0, Number.POSITIVE_INFINITY];
    if (at === 0 || key < least) least = key;
    if (at === 0 || key > greatest) greatest = key;
  }
  return [least, greatest];
}
