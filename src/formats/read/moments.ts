/** Moments of time as numbers, so that they compare: dates, times of day with zones, and plain numbers. */

const CALENDAR =
  /^([+-]?\d{4,})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|([+-])(\d\d):?(\d\d))?$/;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * Milliseconds since 1970 for a date or time of day, the number itself for another moment; not-a-number beyond the
 * calendar. A time without a zone is in UTC. A day lasts: as an end it is its last millisecond.
 */
function numberOf(moment: string, isEnd: boolean): number {
  const found = CALENDAR.exec(moment);
  if (!found) return Number(moment);
  const [, year, month, day, hour, minute, second = "0", sign, zoneHour, zoneMinute] = found;
  const midnight = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const zone = sign === undefined ? 0 : Number(`${sign}1`) * (60 * Number(zoneHour) + Number(zoneMinute));
  if (hour === undefined) return midnight - zone * MINUTE + (isEnd ? DAY - 1 : 0);
  return midnight + (60 * Number(hour) + Number(minute) - zone) * MINUTE + 1000 * Number(second);
}

/** First and last moment of a spell as numbers, open ends being infinite; null when they cannot be compared. */
export function rangeOf(start: string, end: string): readonly [first: number, last: number] | null {
  if (start !== "" && end !== "" && isCalendar(start) !== isCalendar(end)) return null;
  const first = start === "" ? -Infinity : numberOf(start, false);
  const last = end === "" ? Infinity : numberOf(end, true);
  return Number.isNaN(first) || Number.isNaN(last) ? null : [first, last];
}

/** Whether a moment is one of the calendar, and no plain number. */
export const isCalendar = (moment: string): boolean => CALENDAR.test(moment);

const PLAIN_DAY = 10;

/** Whether a spell ends before it begins. Both are moments or empty. */
export function isReversed(start: string, end: string): boolean {
  if (start === end || start === "" || end === "") return false;
  // Most are two days of the same form, whose texts compare as they do.
  if (start.length === PLAIN_DAY && end.length === PLAIN_DAY && start[4] === "-" && end[4] === "-")
    return start > end;
  const range = rangeOf(start, end);
  return range !== null && range[0] > range[1];
}
