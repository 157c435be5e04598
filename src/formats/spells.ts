/** Days as whole numbers, and spells of them as Gephi accepts them: sorted and without overlaps, both ends inclusive. */

/** A calendar day: year · 512 + month · 32 + day, so that days compare as numbers. 0 is no day. */
export type Day = number;

/** First and last day; an end of 0 is open. Never both. */
export type Spell = readonly [first: Day, last: Day];

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The number written in decimal digits at a place of a text, or not-a-number. */
function digits(text: string, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
}

/** The day that `YYYY-MM-DD` names as XML Schema knows it (there is no year 0), else 0. */
export function dayOf(text: string): Day {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return 0;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return 0;
  if (day > (MONTH_DAYS[month - 1] as number) || (month === 2 && day === 29 && !isLeap(year))) return 0;
  return (year << 9) | (month << 5) | day;
}

/** A day as it is written; empty for none. */
export function dayText(day: Day): string {
  if (day === 0) return "";
  const padded = (number: number, length: number) => String(number).padStart(length, "0");
  return `${padded(day >> 9, 4)}-${padded((day >> 5) & 15, 2)}-${padded(day & 31, 2)}`;
}

/** A text that is a calendar day, else empty. */
export const calendarDay = (text: string): string => (dayOf(text) === 0 ? "" : text);

/** The day of spells that are one day and no more, as most are; else 0. */
export function onlyDay(spells: Iterable<readonly [first: string, last: string]>): Day {
  if (!Array.isArray(spells) || spells.length !== 1) return 0;
  const [first, last] = spells[0] as readonly [string, string];
  return first === last ? dayOf(first) : 0;
}

/** Above all days: an open end while ends are compared. */
const ENDLESS = 1 << 23;

/**
 * The union of spells given as texts: sorted, and overlapping ones made one, since Gephi refuses overlaps.
 * A spell open at both ends means always, which is said by no spell at all.
 */
export function mergeSpells(spells: Iterable<readonly [first: string, last: string]>): readonly Spell[] {
  const clean: Spell[] = [];
  for (const [firstText, lastText] of spells) {
    const first = dayOf(firstText);
    const last = lastText === firstText ? first : dayOf(lastText);
    if (first === 0 && last === 0) return [];
    if (last === 0 || first <= last) clean.push([first, last]);
  }
  if (clean.length > 1) clean.sort((a, b) => a[0] - b[0]);
  return union(clean);
}

/** The same of spells sorted by their first days. */
export function union(sorted: readonly Spell[]): readonly Spell[] {
  if (sorted.length < 2) return sorted;
  const merged: Spell[] = [];
  for (const spell of sorted) {
    const previous = merged.at(-1);
    const end = previous ? previous[1] || ENDLESS : -1;
    if (!previous || spell[0] > end) {
      merged.push(spell);
      continue;
    }
    const last = Math.max(end, spell[1] || ENDLESS);
    if (previous[0] === 0 && last === ENDLESS) return [];
    merged[merged.length - 1] = [previous[0], last === ENDLESS ? 0 : last];
  }
  return merged;
}
