/** Duplicate statements: the same row, column and, unless it is ignored, level, in the same bucket. Found by hash, the first one kept. */

import { monthNumber, monthOfYear, weekNumber, weekOfYear, yearNumber } from "./calendar.ts";
import type { Column, Qualifier } from "./column.ts";
import type { Duplicates, NetworkSettings } from "./settings.ts";
import type { StatementTable } from "./table.ts";

/** The period of a moment, as one number. */
type Period = (time: number) => number;

/** NETWORKS §0 row 1: calendar periods with their year. */
const PERIODS: ReadonlyMap<Duplicates, Period> = new Map<Duplicates, Period>([
  ["week", weekNumber],
  ["month", monthNumber],
  ["year", yearNumber],
]);

/** DNA forgets the year of weeks and months (NETWORKS §1). */
const DNA_PERIODS: ReadonlyMap<Duplicates, Period> = new Map<Duplicates, Period>([
  ["week", weekOfYear],
  ["month", monthOfYear],
  ["year", yearNumber],
]);

/** Bucket of each statement as a code from 0, or −1 for one that is nobody's duplicate; null = all in one bucket. */
function buckets(
  table: StatementTable,
  settings: NetworkSettings,
): { codes: Int32Array; size: number } | null {
  if (settings.duplicates === "document")
    return { codes: table.documents.codes, size: table.documents.labels.length };
  const period = (settings.compat === "dna" ? DNA_PERIODS : PERIODS).get(settings.duplicates);
  if (!period) return null;
  const seen = new Map<number, number>();
  const codes = Int32Array.from(table.time, (time) => {
    if (Number.isNaN(time)) return -1;
    const key = period(time);
    const code = seen.get(key) ?? seen.size;
    seen.set(key, code);
    return code;
  });
  return { codes, size: seen.size };
}

/** DNA compares boxed integers by identity, which holds for −128..127 only (NETWORKS §0 row 3). */
function neverEqual(qualifier: Qualifier, settings: NetworkSettings): (code: number) => boolean {
  const { values } = qualifier;
  if (settings.compat !== "dna" || qualifier.type !== "integer" || !values) return () => false;
  return (code) => {
    const value = values[code] ?? 0;
    return value < -128 || value > 127;
  };
}

/** Drops duplicates from a list of statement numbers, keeping the first of each set and the order. */
export type Dedupe = (statements: Int32Array) => Int32Array;

/** Prepares the removal of duplicates; with `include`, nothing is removed. */
export function duplicateRemover(
  table: StatementTable,
  rows: Column,
  columns: Column,
  qualifier: Qualifier | null,
  settings: NetworkSettings,
): Dedupe {
  if (settings.duplicates === "include") return (statements) => statements;
  const bucket = buckets(table, settings);
  // Who ignores the qualifier has one statement, not two (row 4).
  const level = settings.aggregation === "ignore" ? null : qualifier;
  const apart = level ? neverEqual(level, settings) : () => false;
  const sizes = [
    columns.labels.length,
    level ? level.labels.length + 1 : 1,
    bucket ? bucket.size : 1,
  ] as const;
  const exact = rows.labels.length * sizes[0] * sizes[1] * sizes[2] <= Number.MAX_SAFE_INTEGER;
  return (statements) => {
    const seen = new Set<number | string>();
    return statements.filter((statement) => {
      const place = bucket ? (bucket.codes[statement] as number) : 0;
      const q = level ? (level.codes[statement] as number) : 0;
      if (place < 0 || apart(q)) return true;
      const row = rows.codes[statement] as number;
      const column = columns.codes[statement] as number;
      const key = exact
        ? ((row * sizes[0] + column) * sizes[1] + q + 1) * sizes[2] + place
        : `${row},${column},${q},${place}`;
      const before = seen.size;
      seen.add(key);
      return seen.size > before;
    });
  };
}
