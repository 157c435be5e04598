/** The two stretches of time that a change is looked for in, made of the dates of a view. Pure. */

import { parseDate } from "../../../model/date.ts";
import type { Dates } from "../../state/time.ts";
import { dayText } from "./bins.ts";

/** As the analysis `change` and the Compare tab take them: `FIRST/LAST`, `..` for an open end. */
export interface Stretches {
  readonly before: string;
  readonly after: string;
}

/** `2025-10/2025-11`, `../2025-10`, `2025-11/..`. */
export const intervalText = ({ since, until }: Dates): string =>
  `${since === "" ? ".." : since}/${until === "" ? ".." : until}`;

/** Reads an interval, a year, a month or a day; null for anything else. */
export function parseInterval(text: string): Dates | null {
  const parts = text.split("/");
  const isDate = (part: string): boolean => parseDate(part) !== null || (part === ".." && parts.length === 2);
  if (parts.length > 2 || !parts.every(isDate)) return null;
  const [since = "", until = since] = parts.map((part) => (part === ".." ? "" : part));
  const [first, last] = [parseDate(since)?.first, parseDate(until)?.last];
  return first !== undefined && last !== undefined && first > last ? null : { since, until };
}

const dayBefore = (date: string): string => dayText((parseDate(date)?.first ?? 0) - 1);
const dayAfter = (date: string): string => dayText((parseDate(date)?.last ?? 0) + 1);

export type Comparison = "before-during" | "during-after" | "before-after" | "halves";

/** What can be compared under the dates of a view, the likeliest first; without dates the server cuts the time itself. */
export function comparisonsOf({ since, until }: Dates): readonly (readonly [Comparison, Stretches])[] {
  if (since === "" && until === "") return [["halves", { before: "", after: "" }]];
  const during = intervalText({ since, until });
  const before = since === "" ? null : intervalText({ since: "", until: dayBefore(since) });
  const after = until === "" ? null : intervalText({ since: dayAfter(until), until: "" });
  const found: (readonly [Comparison, Stretches])[] = [];
  if (before) found.push(["before-during", { before, after: during }]);
  if (after) found.push(["during-after", { before: during, after }]);
  if (before && after) found.push(["before-after", { before, after }]);
  return found;
}
