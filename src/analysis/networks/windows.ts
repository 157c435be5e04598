/** Moving windows by unit of time or by number of statements (NETWORKS §0 rows 5, 18–20; DNA's own in §6a, §6b). */

import { counted } from "../../model/counted.ts";
import { between, lowerBound } from "./by-time.ts";
import { addUnits, formatMoment } from "./calendar.ts";
import { type Frame, type FrameInput, runRange } from "./frames.ts";
import type { TimeUnit } from "./settings.ts";

/**
 * Windows of exactly `size` units, one for each whole unit in the range less `size` − 1. Borders are counted from the start, so
 * months do not creep: window p = [border p, border p + size).
 */
export function* unitWindows(input: FrameInput, unit: TimeUnit, size: number): Generator<Frame> {
  const range = runRange(input);
  if (!range) return;
  const { table, selection, dedupe } = input;
  const before = Math.floor((size - 1) / 2);
  const border = (at: number): number => addUnits(range[0], unit, at);
  for (let p = 0; border(p + size) - 1 <= range[1]; p += 1) {
    const [from, to] = [border(p), border(p + size) - 1];
    const statements = dedupe(between(selection.candidates, table.time, from, to));
    yield { statements, weights: null, from, to, middle: border(p + before), within: [from, to] };
  }
}

/** What is said of statements after the last window, whose last second is `end`; null when there are none. */
export function beyondWindows({ table, selection }: FrameInput, unit: TimeUnit, end: number): string | null {
  const count = between(selection.candidates, table.time, end + 1, Number.POSITIVE_INFINITY).length;
  if (count === 0) return null;
  const last = formatMoment(end).slice(0, 10);
  return `${counted(count, "statement")} after ${last} ${count === 1 ? "is" : "are"} in no window: windows hold whole ${unit} from the first day on.`;
}

/** DNA's windows: an even size covers one unit more, each centre is one unit after the one before, duplicates are gone already. */
export function* dnaUnitWindows(input: FrameInput, unit: TimeUnit, size: number): Generator<Frame> {
  const range = runRange(input);
  if (!range) return;
  const { table, filtered } = input;
  const around = Math.floor(size / 2);
  for (let middle = range[0]; middle <= range[1]; middle = addUnits(middle, unit, 1)) {
    const from = addUnits(middle, unit, -around);
    const to = addUnits(middle, unit, around);
    if (from < range[0] || to > range[1]) continue;
    const statements = between(filtered, table.time, from, to);
    yield { statements, weights: null, from, to, middle, within: [from, to] };
  }
}

/** Windows of `size` statements, and of all that share the moment of the first or the last of them. */
export function* eventWindows({ table, filtered }: FrameInput, size: number): Generator<Frame> {
  const before = Math.floor((size - 1) / 2);
  const moment = (at: number): number => table.time[filtered[at] as number] as number;
  for (let p = 0; p + size <= filtered.length; p += 1) {
    const [from, to] = [moment(p), moment(p + size - 1)];
    const statements = filtered.subarray(
      lowerBound(filtered, table.time, from),
      lowerBound(filtered, table.time, to + 1),
    );
    yield { statements, weights: null, from, to, middle: moment(p + before), within: null };
  }
}

/** DNA's: half the size, rounded down, on either side of the centre. Ties at the border, which DNA draws, go by order. */
export function* dnaEventWindows({ table, filtered }: FrameInput, size: number): Generator<Frame> {
  const around = Math.floor(size / 2);
  const moment = (at: number): number => table.time[filtered[at] as number] as number;
  for (let t = around; t + around < filtered.length; t += 1) {
    yield {
      statements: filtered.subarray(t - around, t + around + 1),
      weights: null,
      from: moment(t - around),
      to: moment(t + around),
      middle: moment(t),
      within: null,
    };
  }
}
