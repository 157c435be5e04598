/** How well a side is evidenced, and when it was taken: shared by the analyses that compare reports. */

import { UNDATED } from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { sourceName } from "../../model/dataset.ts";
import { FIRST_DAY, formatDay, LAST_DAY } from "../../model/date.ts";
import { byCodeUnit } from "../../model/id.ts";

/** Σ over sources of the greatest confidence there: independent reports add up, repeats in one source do not. */
export function evidence(index: StatementIndex, statements: Iterable<number>): number {
  const best = new Map<number, number>();
  for (const at of statements) {
    const source = index.source[at] as number;
    best.set(source, Math.max(best.get(source) ?? 0, index.confidence[at] as number));
  }
  let sum = 0;
  for (const confidence of best.values()) sum += confidence;
  return sum;
}

/** Positions of the sources in the dataset, ascending. */
export const sourcesOf = (index: StatementIndex, statements: Iterable<number>): readonly number[] =>
  [...new Set(Array.from(statements, (at) => index.source[at] as number))].sort((a, b) => a - b);

/** Names of sources in alphabetical order, joined by `; `. */
export const sourceNames = (index: StatementIndex, sources: Iterable<number>): string =>
  Array.from(sources, (at) => {
    const source = index.dataset.sources[at];
    return source ? sourceName(source) : "";
  })
    .sort(byCodeUnit)
    .join("; ");

/** First and last day of dated statements, or null when none is dated. Open bounds stay open. */
export function daysOf(
  index: StatementIndex,
  statements: Iterable<number>,
): { readonly first: number; readonly last: number } | null {
  let first = LAST_DAY;
  let last = FIRST_DAY;
  let dated = false;
  for (const at of statements) {
    if (((index.flags[at] as number) & UNDATED) !== 0) continue;
    dated = true;
    first = Math.min(first, index.firstDay[at] as number);
    last = Math.max(last, index.lastDay[at] as number);
  }
  return dated ? { first, last } : null;
}

/** `2025-10-01`, `2025-10-01 to 2025-10-31`, `until …`, `from …`, or empty. */
export function dayWords(days: { readonly first: number; readonly last: number } | null): string {
  if (!days) return "";
  const [first, last] = [formatDay(days.first), formatDay(days.last)];
  if (first === "" && last === "") return "";
  if (first === "") return `until ${last}`;
  if (last === "") return `from ${first}`;
  return first === last ? first : `${first} to ${last}`;
}
