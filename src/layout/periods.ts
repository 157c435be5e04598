/** Days put together into days, months, years or decades, so that few enough groups are left to be read side by side. */

/** Periods at most. */
const MOST = 14;
/** With as many months, days are not told apart: many dates are no more precise than a month. */
const ENOUGH_MONTHS = 4;

export interface Period {
  /** Greater for later ones. */
  readonly order: number;
  readonly label: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const DAY_MS = 86_400_000;

function yearAndMonth(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const when = new Date(day * DAY_MS);
  return { year: when.getUTCFullYear(), month: when.getUTCMonth(), date: when.getUTCDate() };
}

/** From the finest to the coarsest. */
const UNITS: readonly ((day: number) => Period)[] = [
  (day) => {
    const { year, month, date } = yearAndMonth(day);
    return { order: day, label: `${date} ${MONTHS[month]} ${year}` };
  },
  (day) => {
    const { year, month } = yearAndMonth(day);
    return { order: year * 12 + month, label: `${MONTHS[month]} ${year}` };
  },
  ...[1, 2, 5, 10, 20, 50, 100, 1000].map((years) => (day: number) => {
    const first = Math.floor(yearAndMonth(day).year / years) * years;
    return { order: first, label: years === 1 ? String(first) : `${first}–${first + years - 1}` };
  }),
];

/** The period of each day (days since 1970-01-01), by the finest unit with few enough periods. */
export function periodsOf(days: readonly number[]): (day: number) => Period {
  const distinct = [...new Set(days)];
  const periods = (unit: (day: number) => Period) => new Set(distinct.map((day) => unit(day).order)).size;
  const wholeMonths = distinct.every((day) => yearAndMonth(day).date === 1);
  const [, byMonth] = UNITS as [unknown, (day: number) => Period];
  const coarse = wholeMonths || periods(byMonth) >= ENOUGH_MONTHS;
  const fitting = UNITS.slice(coarse ? 1 : 0).find((unit) => periods(unit) <= MOST);
  return fitting ?? (UNITS.at(-1) as (day: number) => Period);
}
