/** The days a statement stands for: its own date, else its source's, else the source's bounds (DESIGN §3, Dates). */

import type { Source, Statement } from "../model/dataset.ts";
import { type DayInterval, FIRST_DAY, LAST_DAY, parseDate } from "../model/date.ts";

/** Null = no date at all. A bound on one side only leaves the other side open (`FIRST_DAY` or `LAST_DAY`). */
export const statementDays = (statement: Statement, source: Source | undefined): DayInterval | null =>
  ownDays(statement.date) ?? (source ? sourceDays(source) : null);

/** The days of a statement's own date. */
export const ownDays = (date: string): DayInterval | null => (date === "" ? null : parseDate(date));

/** The days of a source, which its statements without a date share. */
export function sourceDays(source: Source): DayInterval | null {
  const published = parseDate(source.date);
  if (published) return published;
  const earliest = parseDate(source.dateEarliest);
  const latest = parseDate(source.dateLatest);
  if (!earliest && !latest) return null;
  return { first: earliest?.first ?? FIRST_DAY, last: latest?.last ?? LAST_DAY };
}
