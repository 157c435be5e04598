/** Dates in a question: ISO prefixes, months by name, ranges. Pure. */

/** Inclusive ISO prefixes; empty = open. */
export interface Span {
  readonly since: string;
  readonly until: string;
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const ISO = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`;
const MONTH = String.raw`(?:${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")})\.?\s+\d{4}`;
const DATE = `(?:${ISO}|${MONTH})`;

/** One date as an ISO prefix; null when it is none. */
function readDate(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(trimmed);
  if (iso) {
    const [, year, month, day] = iso;
    if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
    if (day !== undefined) {
      const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
      // A day that no month has becomes another day or none.
      if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== trimmed) return null;
    }
    return trimmed;
  }
  const [word = "", year = ""] = trimmed.replace(".", "").split(/\s+/);
  const month = MONTHS.findIndex((name) => name.slice(0, 3) === word.slice(0, 3));
  return month < 0 || !/^\d{4}$/.test(year) ? null : `${year}-${String(month + 1).padStart(2, "0")}`;
}

const FORMS: readonly (readonly [pattern: RegExp, since: number, until: number])[] = [
  [
    new RegExp(String.raw`\b(?:from\s+|between\s+)?(${DATE})?\s*(?:\.\.+|…|–)\s*(${DATE})?(?=\s|$)`, "i"),
    1,
    2,
  ],
  [new RegExp(String.raw`\bbetween\s+(${DATE})\s+and\s+(${DATE})(?=\s|$)`, "i"), 1, 2],
  [new RegExp(String.raw`\b(?:since|after|from)\s+(${DATE})(?=\s|$)`, "i"), 1, 0],
  [new RegExp(String.raw`\b(?:until|before|up to|by)\s+(${DATE})(?=\s|$)`, "i"), 0, 1],
  [new RegExp(String.raw`\b(?:in|on|during)\s+(${DATE})(?=\s|$)`, "i"), 1, 1],
];
// The dots have no word boundary before them when the range is open on the left.
const OPEN_LEFT = new RegExp(String.raw`(?:^|\s)(?:\.\.+|…)\s*(${DATE})(?=\s|$)`, "i");

/** Takes the dates out of a text: the span they mean and what is left; span null when there is none. */
export function takeSpan(text: string): { readonly span: Span | null; readonly rest: string } {
  let rest = text;
  let span: Span | null = null;
  const take = (match: RegExpExecArray, since: string | undefined, until: string | undefined): boolean => {
    const from = since === undefined ? "" : readDate(since);
    const to = until === undefined ? "" : readDate(until);
    if (from === null || to === null || (from === "" && to === "")) return false;
    span = { since: from || (span?.since ?? ""), until: to || (span?.until ?? "") };
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
      .replace(/\s+/g, " ")
      .trim();
    return true;
  };
  const open = OPEN_LEFT.exec(rest);
  if (open) take(open, undefined, open[1]);
  for (const [pattern, since, until] of FORMS) {
    const match = pattern.exec(rest);
    if (match) take(match, since ? match[since] : undefined, until ? match[until] : undefined);
  }
  return { span, rest };
}

/** The first thing in a text that has the form of an ISO date and is none; null when there is none. */
export function brokenDate(text: string): string | null {
  const found = text.match(/(?<![\w-])\d{4}-\d{1,2}(?:-\d{1,2})?(?![\w-])/g) ?? [];
  return found.find((date) => readDate(date) === null) ?? null;
}
