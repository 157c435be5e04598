/** The bars of the time line and the brush over them: periods, dates of a filter and places on the line turned into one another. Pure. */

import { parseDate } from "../../../model/date.ts";
import { POLARITIES, type Polarity } from "../../../model/vocabulary.ts";
import type { AnalysisResult, Cells } from "../../api/computed.ts";
import type { Dates } from "../../state/time.ts";

export type Counts = Readonly<Record<Polarity, number>>;

/** One period. `first` and `last` are days, inclusive. */
export interface Bin {
  /** `2025`, `2025-10` or `2025-10-06`. */
  readonly text: string;
  readonly first: number;
  readonly last: number;
  /** Statements whose dates lie here, and those whose dates reach over other periods too. */
  readonly sure: Counts;
  readonly maybe: Counts;
}

export const UNITS = ["day", "week", "month", "year"] as const;
export type Unit = (typeof UNITS)[number];

export interface Timeline {
  readonly bins: readonly Bin[];
  readonly unit: Unit;
  readonly undated: Counts;
  /** Statements whose dates reach over several periods, each counted once. */
  readonly several: Counts;
}

/** A stretch of the line in periods from its beginning; whole numbers lie between periods. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const number = (value: Cells[string] | undefined): number => (typeof value === "number" ? value : 0);

const countsOf = (cells: Cells, suffix = ""): Counts =>
  Object.fromEntries(POLARITIES.map(({ id }) => [id, number(cells[`${id}${suffix}`])])) as Record<
    Polarity,
    number
  >;

export const sum = (counts: Counts): number => POLARITIES.reduce((total, { id }) => total + counts[id], 0);

/** Reads the result of the analysis `timeline`. */
export function timelineOf({ tables }: Pick<AnalysisResult, "tables">): Timeline {
  const rows = (id: string) => tables.find((table) => table.id === id)?.rows ?? [];
  const bins = rows("periods").map(({ cells }): Bin => {
    const text = String(cells["period"] ?? "");
    return {
      text,
      first: parseDate(String(cells["first"] ?? ""))?.first ?? 0,
      last: parseDate(String(cells["last"] ?? ""))?.last ?? 0,
      sure: countsOf(cells),
      maybe: countsOf(cells, "_maybe"),
    };
  });
  return {
    bins,
    unit: unitOf(bins[0]),
    undated: countsOf(rows("undated")[0]?.cells ?? {}),
    several: countsOf(rows("several")[0]?.cells ?? {}),
  };
}

function unitOf(bin: Bin | undefined): Unit {
  if (bin?.text.length === 4) return "year";
  if (bin?.text.length === 7) return "month";
  return bin && bin.last > bin.first ? "week" : "day";
}

/** Where a day stands on the line, as its beginning; clamped to it. */
function placeOf(bins: readonly Bin[], day: number): number {
  const at = bins.findIndex(({ last }) => last >= day);
  if (at < 0) return bins.length;
  const { first, last } = bins[at] as Bin;
  return day <= first ? at : at + (day - first) / (last - first + 1);
}

/** The stretch that dates of a filter leave, at least a hair wide. Ends that are open are those of the line. */
export function rangeOf(bins: readonly Bin[], { since, until }: Dates): Range {
  const first = parseDate(since)?.first;
  const last = parseDate(until)?.last;
  const from = first === undefined ? 0 : placeOf(bins, first);
  const to = last === undefined ? bins.length : placeOf(bins, last + 1);
  return to < from ? { from, to: from } : { from, to };
}

/** The dates of whole periods `from` … `to`; an end of the line is an open end. */
export function datesOf(bins: readonly Bin[], unit: Unit, { from, to }: Range): Dates {
  const begin = bins[from];
  const end = bins[to - 1];
  return {
    since: from <= 0 || !begin ? "" : begin.text,
    until: to >= bins.length || !end ? "" : unit === "week" ? dayText(end.last) : end.text,
  };
}

const DAY_MS = 86_400_000;
/** `2025-10-06` for a day. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The whole periods that a range touches. */
export const whole = ({ from, to }: Range): Range => ({
  from: Math.floor(from + 1e-9),
  to: Math.max(Math.floor(from + 1e-9) + 1, Math.ceil(to - 1e-9)),
});

/** The same stretch elsewhere, kept on the line. */
export function moved({ from, to }: Range, by: number, length: number): Range {
  const step = Math.min(length - to, Math.max(-from, by));
  return { from: from + step, to: to + step };
}

/** How many statements the largest bar stands for. */
export const tallest = (bins: readonly Bin[], vague: boolean): number =>
  Math.max(1, ...bins.map(({ sure, maybe }) => sum(sure) + (vague ? sum(maybe) : 0)));

/** Periods between labels under the line, so that each has the room it needs. */
export const labelStep = (bins: number, width: number, room: number): number =>
  Math.max(1, Math.ceil((bins * room) / Math.max(1, width)));

/** Where most statements lie wholly on the side with fewer: the periods before, and those after. Null when one side stays empty. */
export function bestCut(bins: readonly Bin[]): number | null {
  const total = bins.reduce((all, { sure }) => all + sum(sure), 0);
  let [cut, most, before]: [number | null, number, number] = [null, 0, 0];
  bins.forEach(({ sure }, at) => {
    before += sum(sure);
    const smaller = Math.min(before, total - before);
    if (smaller > most) [cut, most] = [at + 1, smaller];
  });
  return cut;
}
