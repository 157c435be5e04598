/** Dictionary-encoded columns: a variable of all statements as whole numbers into a sorted list of labels. */

import { byCodeUnit } from "../../model/id.ts";
import type { QualifierType } from "./settings.ts";

/** Statement variables make ties; document fields also define the population (NETWORKS §0 row 8). */
type Scope = "statement" | "document";

export interface Variable {
  readonly name: string;
  readonly scope: Scope;
  readonly type: QualifierType;
}

export interface Column extends Variable {
  /** Distinct values, sorted by UTF-16 code unit, so that codes compare as labels do. */
  readonly labels: readonly string[];
  /** By statement: position in `labels`, or −1 where there is no value at all. */
  readonly codes: Int32Array;
}

/** The value of each statement as a number, and the value of each number; null = no value. */
export interface Coded {
  readonly codes: ArrayLike<number>;
  /** Numbers are 0 … size − 1. */
  readonly size: number;
  value(code: number): string | null;
}

/** Encodes one value for each statement; null = no value. */
export function encodeColumn(variable: Variable, values: readonly (string | null)[] | Coded): Column {
  const { codes: given, size, value } = Array.isArray(values) ? coded(values) : (values as Coded);
  const used = new Uint8Array(size);
  for (let at = 0; at < given.length; at++) used[given[at] as number] = 1;
  const labelOf = Array.from(used, (is, code) => (is === 1 ? value(code) : null));
  const labels = [...new Set(labelOf)].filter((label) => label !== null).sort(byCodeUnit);
  const rank = new Map(labels.map((label, at) => [label, at]));
  const rankOf = Int32Array.from(labelOf, (label) => (label === null ? -1 : (rank.get(label) as number)));
  const codes = new Int32Array(given.length);
  for (let at = 0; at < codes.length; at++) codes[at] = rankOf[given[at] as number] as number;
  return { ...variable, labels, codes };
}

/** Numbers in order of first appearance. */
function coded(values: readonly (string | null)[]): Coded {
  const codeOf = new Map<string | null, number>();
  const codes = new Int32Array(values.length);
  values.forEach((value, at) => {
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(value, code);
    }
    codes[at] = code;
  });
  const distinct = [...codeOf.keys()];
  return { codes, size: distinct.length, value: (code) => distinct[code] ?? null };
}

/** A column read as a qualifier. */
export interface Qualifier extends Column {
  /** By code: the number a level stands for; null for text. */
  readonly values: Float64Array | null;
  /** Declared span of the scale, or null = as observed. */
  readonly range: number | null;
  /** What a statement without a level is counted as. */
  readonly missing: "neutral" | "noValue";
}

/** Position of the empty text among the labels, or −1. It sorts first. */
export const emptyCode = (column: Column): number => (column.labels[0] === "" ? 0 : -1);
