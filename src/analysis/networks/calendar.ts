/** Time arithmetic in seconds since 1970, UTC: steps of units, periods of the calendar, and differences that are not whole. */

import { parseDate } from "../../model/date.ts";
import { badSetting, type TimeUnit } from "./settings.ts";

const DAY = 86_400;

/** Length of the units that have one. */
const SECONDS: Readonly<Partial<Record<TimeUnit, number>>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: DAY,
  weeks: 7 * DAY,
};

/** Months in the units without a fixed length. */
const monthsIn = (unit: TimeUnit): number => (unit === "years" ? 12 : 1);

const dayOf = (time: number): number => Math.floor(time / DAY);

function dateOf(time: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(dayOf(time) * DAY * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** Seconds at 00:00 of a day; `month` from 0, of any size. `day` is clamped to the length of the month. */
function midnight(year: number, month: number, day: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  const date = new Date(0);
  date.setUTCFullYear(year, month, Math.min(day, last.getUTCDate()));
  return Math.round(date.getTime() / 1000);
}

/** `time` plus `count` units (negative: minus); the day of the month is clamped, as `java.time` does. */
export function addUnits(time: number, unit: TimeUnit, count: number): number {
  const length = SECONDS[unit];
  if (length !== undefined) return time + count * length;
  const { year, month, day } = dateOf(time);
  return midnight(year, month + count * monthsIn(unit), day) + (time - dayOf(time) * DAY);
}

/** At least this many units lie between two moments: a quick bound from below on how many windows there will be. */
export function unitsBetween(from: number, to: number, unit: TimeUnit): number {
  return Math.max(0, (to - from) / (SECONDS[unit] ?? monthsIn(unit) * 31 * DAY));
}

/** Whole months from an earlier moment to a later one. */
function wholeMonths(from: number, to: number): number {
  const [a, b] = [dateOf(from), dateOf(to)];
  const guess = (b.year - a.year) * 12 + b.month - a.month;
  return addUnits(from, "months", guess) > to ? guess - 1 : guess;
}

/**
 * Units from `from` to `to`, exact and signed. Months and years: the whole ones counted from the earlier moment, plus the fraction of
 * the one under way (NETWORKS §0 row 23).
 */
export function exactUnits(from: number, to: number, unit: TimeUnit): number {
  const length = SECONDS[unit];
  if (length !== undefined) return (to - from) / length;
  if (from > to) return -exactUnits(to, from, unit);
  const whole = Math.floor(wholeMonths(from, to) / monthsIn(unit));
  const [start, end] = [addUnits(from, unit, whole), addUnits(from, unit, whole + 1)];
  return whole + (end > start ? (to - start) / (end - start) : 0);
}

/** Whole units from `from` to `to`, truncated towards 0; months and years as `java.time.Period` counts them, as DNA does (NETWORKS §6c). */
export function truncatedUnits(from: number, to: number, unit: TimeUnit): number {
  const length = SECONDS[unit];
  if (length !== undefined) return Math.trunc((to - from) / length);
  if (from > to) return -truncatedUnits(to, from, unit);
  const [a, b] = [dateOf(from), dateOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  return Math.trunc(months / monthsIn(unit));
}

/** The calendar month of a moment with its year, as one number. */
export function monthNumber(time: number): number {
  const { year, month } = dateOf(time);
  return year * 12 + month;
}

export const yearNumber = (time: number): number => dateOf(time).year;

/** The ISO 8601 week of a moment with its year, as one number: weeks since the one of 1970-01-01. */
export const weekNumber = (time: number): number => Math.floor((dayOf(time) + 3) / 7);

/** The ISO 8601 number of the week in its week-year, 1–53. */
export function weekOfYear(time: number): number {
  const thursday = weekNumber(time) * 7;
  const { year } = dateOf(thursday * DAY);
  return Math.floor((thursday - dayOf(midnight(year, 0, 1))) / 7) + 1;
}

/** The month alone, 1–12. */
export const monthOfYear = (time: number): number => dateOf(time).month + 1;

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?Z?$/;

/** First and last second of a date or moment, UTC. Throws `bad-date`. */
export function parseMoment(text: string, parameter: string): readonly [number, number] {
  const match = MOMENT.exec(text);
  const days = parseDate(match?.[1] ?? text);
  const [hour, minute, second] = [2, 3, 4].map((at) => Number(match?.[at] ?? 0)) as [number, number, number];
  if (!days || hour > 23 || minute > 59 || second > 59)
    throw badSetting(
      parameter,
      "bad-date",
      `${parameter} is ${JSON.stringify(text)}, which is no date`,
      "Write 2025, 2025-11, 2025-11-17 or 2025-11-17T12:00:00.",
    );
  if (!match) return [days.first * DAY, days.last * DAY + DAY - 1];
  const time = days.first * DAY + hour * 3600 + minute * 60 + second;
  return [time, match[4] === undefined ? time + 59 : time];
}

/** `2025-11-17T00:00:00Z`. */
export const formatMoment = (time: number): string =>
  `${new Date(Math.floor(time) * 1000).toISOString().slice(0, 19)}Z`;
