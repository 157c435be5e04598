/** Two stretches of time to compare, read from dates, months, years or intervals. */

import { FIRST_DAY, formatDay, LAST_DAY, parseDate } from "../../model/date.ts";
import { Fault } from "../../model/problem.ts";

/** Days, inclusive; open bounds where one is not given. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

const bad = (parameter: string, given: string, why: string): Fault =>
  new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter,
    message: `${parameter} cannot be ${JSON.stringify(given)}: ${why}`,
    remedy: `Give ${parameter} as YYYY, YYYY-MM, YYYY-MM-DD, or as an interval FIRST/LAST of these, with .. for an open end.`,
  });

/** `2025`, `2025-10`, `2025-10-01`, `2025-01/2025-06`, `../2025-06`, `2025-07/..`. Throws a `Fault` for anything else. */
function parseWindow(text: string, parameter: string): Window {
  const parts = text.split("/");
  if (parts.length > 2) throw bad(parameter, text, "an interval has two ends");
  const [first, last] = parts.map((part) => {
    if (part === ".." && parts.length === 2) return { first: FIRST_DAY, last: LAST_DAY };
    const days = parseDate(part);
    if (!days) throw bad(parameter, text, `${JSON.stringify(part)} is no date`);
    return days;
  });
  if (!first) throw bad(parameter, text, "it is empty");
  const window = { first: first.first, last: (last ?? first).last };
  if (window.first > window.last) throw bad(parameter, text, "it ends before it begins");
  return window;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The two windows to compare. Two single days are two dates: everything up to the first, against everything after it up to the
 * second. Both empty: null. Windows that overlap, or come in the wrong order, are a `Fault`.
 */
export function twoWindows(before: string, after: string): readonly [Window, Window] | null {
  if (before === "" && after === "") return null;
  if (before === "" || after === "") {
    const [missing, given] = before === "" ? ["before", "after"] : ["after", "before"];
    throw new Fault({
      class: "bad-parameter",
      code: "bad-parameter",
      parameter: missing,
      message: `${missing} is missing: the window of ${given} has nothing to be compared with`,
      remedy: `Give ${missing} as well, or neither of the two.`,
    });
  }
  let one = parseWindow(before, "before");
  let two = parseWindow(after, "after");
  if (isDay(before) && isDay(after)) {
    if (one.last >= two.last) throw bad("after", after, "it is not later than before");
    one = { first: FIRST_DAY, last: one.last };
    two = { first: one.last + 1, last: two.last };
  }
  if (one.last >= two.first) throw bad("after", after, "it must begin after the window before has ended");
  return [one, two];
}

/** In words, for sentences. */
export function windowWords({ first, last }: Window): string {
  const [from, to] = [formatDay(first), formatDay(last)];
  if (from === "") return `up to ${to}`;
  if (to === "") return `from ${from} on`;
  return from === to ? from : `${from} to ${to}`;
}
