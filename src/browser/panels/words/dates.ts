/** Dates in words, with their precision and what they rest on: `November 2025 (inferred)`, `undated, October 2025 or later`. */

import type { SourceRecord, StatementRecord } from "../../../model/api.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `2025-11-01` → `1 November 2025`, `2025-11` → `November 2025`; any other text stays as it is. */
export function isoWords(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return iso;
  const month = match[2] === undefined ? undefined : MONTHS[Number(match[2]) - 1];
  if (month === undefined) return match[2] === undefined ? (match[1] as string) : iso;
  const day = match[3] === undefined ? "" : `${Number(match[3])} `;
  return `${day}${month} ${match[1]}`;
}

/** What a date rests on, in words; a stated date needs none. */
const BASIS: Readonly<Record<string, string>> = {
  "stated-relative": "worked out from a relative statement",
  document: "the document’s date",
  inferred: "inferred",
  unknown: "basis unknown",
};

const basisWords = (basis: string | null): string => (basis === null ? "" : (BASIS[basis] ?? ""));

const bracket = (...parts: readonly string[]): string => {
  const given = parts.filter((part) => part !== "");
  return given.length === 0 ? "" : ` (${given.join(", ")})`;
};

type SourceDates = Pick<SourceRecord, "date" | "dateBasis" | "dateEarliest" | "dateLatest">;

/** The bounds of an undated document. Both bounds are inclusive. */
function boundWords({ dateEarliest, dateLatest }: SourceDates): string {
  if (dateEarliest !== null && dateLatest !== null)
    return `undated, between ${isoWords(dateEarliest)} and ${isoWords(dateLatest)}`;
  if (dateEarliest !== null) return `undated, ${isoWords(dateEarliest)} or later`;
  return dateLatest === null ? "undated" : `undated, ${isoWords(dateLatest)} or earlier`;
}

/** The date of a document, with its basis; an undated one by its bounds. */
export function sourceDateWords(source: SourceDates): string {
  if (source.date === null) return boundWords(source);
  return `${isoWords(source.date)}${bracket(basisWords(source.dateBasis))}`;
}

/** The bounds of a document that has a date as well, or null: `between October 2025 and November 2025`. */
export function sourceBoundWords(source: SourceDates): string | null {
  if (source.date === null || (source.dateEarliest === null && source.dateLatest === null)) return null;
  return boundWords(source).replace("undated, ", "");
}

/** The date of a statement: its own, else its document's, else the document's bounds. */
export function statementDateWords(
  statement: Pick<StatementRecord, "date" | "dateBasis">,
  source: SourceDates | undefined,
): string {
  if (statement.date !== null)
    return `${isoWords(statement.date)}${bracket(basisWords(statement.dateBasis))}`;
  if (source === undefined) return "undated";
  if (source.date === null) return boundWords(source);
  return `${isoWords(source.date)}${bracket("date of the document", basisWords(source.dateBasis))}`;
}
