/** Dates of any precision as intervals of days. A day is a whole number: days since 1970-01-01 in the proleptic Gregorian calendar, UTC. */

/** First and last day, inclusive. */
export interface DayInterval {
  readonly first: number;
  readonly last: number;
}

/** Bounds that no real date reaches; they fit an Int32Array. */
export const NO_DAY = -2147483648;
export const FIRST_DAY = -2147483647;
export const LAST_DAY = 2147483647;

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function utcDay(year: number, month: number, day: number): number {
  // Years begin in March here, so that the day that may be missing is their last (H. Hinnant, days_from_civil).
  const years = year + Math.floor((month - 3) / 12);
  const months = (month + 9) % 12;
  const days = Math.floor((153 * months + 2) / 5) + day - 1;
  return (
    365 * years + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + days - 719_468
  );
}

/**
 * The days that an ISO 8601 prefix stands for: a year, a month or a day.
 * Returns null for anything else, including days that do not exist (2025-02-30).
 */
export function parseDate(text: string): DayInterval | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { first: utcDay(year, 1, 1), last: utcDay(year + 1, 1, 1) - 1 };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const monthEnd = utcDay(year, month + 1, 1) - 1;
  if (match[3] === undefined) return { first: utcDay(year, month, 1), last: monthEnd };
  const day = utcDay(year, month, Number(match[3]));
  if (Number(match[3]) < 1 || day > monthEnd) return null;
  return { first: day, last: day };
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** `2025-11-01` for a day number of the years 0 to 9999; empty for the open bounds. */
export function formatDay(day: number): string {
  if (day === NO_DAY || day === FIRST_DAY || day === LAST_DAY) return "";
  // The way back (civil_from_days): eras of 400 years from 1 March 0000.
  const days = day + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - 146_097 * era;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const ofMonth = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + 400 * era + (month < 10 ? 0 : 1);
  return `${String(year).padStart(4, "0")}-${twoDigits(month < 10 ? month + 3 : month - 9)}-${twoDigits(ofMonth)}`;
}
