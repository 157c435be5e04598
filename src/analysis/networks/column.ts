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

/** Encodes one value for each statement; null = no value. */
export function encodeColumn(variable: Variable, values: readonly (string | null)[]): Column {
  const seen = new Map<string, number>();
  const codes = new Int32Array(values.length);
  values.forEach((value, at) => {
    let code = value === null ? -1 : seen.get(value);
    if (code === undefined) {
      code = seen.size;
      seen.set(value as string, code);
    }
    codes[at] = code;
  });
  const labels = [...seen.keys()].sort(byCodeUnit);
  const rank = new Int32Array(labels.length);
  labels.forEach((label, at) => {
    rank[seen.get(label) as number] = at;
  });
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    if (code >= 0) codes[i] = rank[code] as number;
  }
  return { ...variable, labels, codes };
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
