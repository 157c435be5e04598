/** Stretches of time cut into days, weeks, months or years, for counting along a line of time. */

import { FIRST_DAY, formatDay, LAST_DAY, parseDate } from "../../model/date.ts";

/** Weeks begin on Monday. */
export const PERIOD_UNITS = ["day", "week", "month", "year"] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Days, inclusive. `text`: `2025`, `2025-10`, or the first day. */
export interface Period {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** Length of the text of a date that names a whole period. */
const TEXT_LENGTH: Readonly<Record<PeriodUnit, number>> = { day: 10, week: 10, month: 7, year: 4 };
const DAYS: Readonly<Record<PeriodUnit, number>> = { day: 1, week: 7, month: 30.44, year: 365.25 };

/** About how many periods lie between two days. */
export const periodCount = (unit: PeriodUnit, first: number, last: number): number =>
  Math.ceil((last - first + 1) / DAYS[unit]);

/** The unit that cuts a stretch into some dozens of periods: days up to two months, weeks up to a year, months up to ten years. */
export function unitFor(first: number, last: number): PeriodUnit {
  if (periodCount("day", first, last) <= 62) return "day";
  if (periodCount("week", first, last) <= 53) return "week";
  return periodCount("month", first, last) <= 121 ? "month" : "year";
}

/** The whole period of a unit in which a day lies. */
function periodAt(unit: PeriodUnit, day: number): Period {
  if (unit === "week") {
    // Day 0 was a Thursday.
    const first = day - ((((day + 3) % 7) + 7) % 7);
    return { text: formatDay(first), first, last: first + 6 };
  }
  const text = formatDay(day).slice(0, TEXT_LENGTH[unit]);
  const days = parseDate(text);
  return days ? { text, ...days } : { text, first: day, last: day };
}

/** All periods from the one of `first` to the one of `last`, without gaps. */
export function periodsBetween(unit: PeriodUnit, first: number, last: number): readonly Period[] {
  const periods: Period[] = [];
  let day = first;
  while (day <= last) {
    const period = periodAt(unit, day);
    periods.push(period);
    day = period.last + 1;
  }
  return periods;
}

/** Position of the period in which a day lies; days before or after all of them are put into the first or last. */
export function periodIndex(periods: readonly Period[], day: number): number {
  let [low, high] = [0, periods.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((periods[middle] as Period).first <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** First and last day that any of the intervals names; open ends name none. Null when there is none. */
export function spanOf(
  firstDay: ArrayLike<number>,
  lastDay: ArrayLike<number>,
  statements: Iterable<number>,
): { readonly first: number; readonly last: number } | null {
  let [first, last] = [LAST_DAY, FIRST_DAY];
  for (const at of statements)
    for (const day of [firstDay[at] as number, lastDay[at] as number]) {
      if (day === FIRST_DAY || day === LAST_DAY) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  return first <= last ? { first, last } : null;
}
