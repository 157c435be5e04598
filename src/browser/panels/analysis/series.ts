/** Tables over time as series: rows that are days or periods, in order, with columns of numbers. Pure. */

import { parseDate } from "../../../model/date.ts";
import type { ResultTable } from "../../api/computed.ts";

export interface Measure {
  readonly id: string;
  readonly label: string;
}

export interface Series {
  /** As they stand in the first column. */
  readonly times: readonly string[];
  /** The columns of numbers, those of measured values before counts. */
  readonly measures: readonly Measure[];
}

/** Fewer are read faster in the table. */
const FEWEST = 4;

/** The series that a table is; null when its first column holds anything but dates in ascending order, or nothing is a number. */
export function seriesOf({ columns, rows }: ResultTable): Series | null {
  const [first, ...rest] = columns;
  if (first?.type !== "text" || rows.length < FEWEST) return null;
  const times = rows.map(({ cells }) => String(cells[first.id] ?? ""));
  const days = times.map((time) => parseDate(time)?.first ?? Number.NaN);
  // A moment that is no number is in no order.
  if (!days.every((day, at) => (at === 0 ? !Number.isNaN(day) : day > (days[at - 1] as number)))) return null;
  const measures = [
    ...rest.filter(({ type }) => type === "number"),
    ...rest.filter(({ type }) => type === "integer"),
  ].map(({ id, label }) => ({ id, label }));
  return measures.length === 0 ? null : { times, measures };
}

export interface Point {
  readonly time: string;
  /** Null = not defined. */
  readonly value: number | null;
}

/** One measure of a series, from the first to the last time. */
export const pointsOf = ({ rows }: ResultTable, { times }: Series, id: string): readonly Point[] =>
  times.map((time, at) => {
    const value = rows[at]?.cells[id];
    return { time, value: typeof value === "number" ? value : null };
  });

/** From the least, or 0 if that is less, to the greatest; never empty. */
export function extent(points: readonly Point[]): readonly [least: number, greatest: number] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, greatest] = [Math.min(0, ...values), Math.max(0, ...values)];
  return least === greatest ? [0, 1] : [least, greatest];
}

/** The first point with the greatest value, or null without any. */
export const peakOf = (points: readonly Point[]): Point | null =>
  points.reduce<Point | null>(
    (peak, point) =>
      point.value !== null && (peak === null || point.value > (peak.value as number)) ? point : peak,
    null,
  );
