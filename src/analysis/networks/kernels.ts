/** Kernel smoothing: every statement weighs by its distance in time from a moving centre (NETWORKS §0 rows 21–29; DNA's own in §6c). */

import { addUnits, exactUnits, truncatedUnits } from "./calendar.ts";
import { type Frame, type FrameInput, runRange } from "./frames.ts";
import type { Kernel, TimeUnit } from "./settings.ts";

type Shape = (d: number) => number;
const inside =
  (shape: Shape): Shape =>
  (d) =>
    Math.abs(d) <= 1 ? shape(d) : 0;
const gaussian: Shape = (d) => Math.exp((-d * d) / 2) / Math.sqrt(2 * Math.PI);

/** Epanechnikov 1969; Silverman 1986, table 3.1. */
const SHAPES: Readonly<Record<Exclude<Kernel, "no">, Shape>> = {
  uniform: inside(() => 0.5),
  epanechnikov: inside((d) => 0.75 * (1 - d * d)),
  triangular: inside((d) => 1 - Math.abs(d)),
  gaussian,
};

/** DNA's slips: two of them are not symmetric. */
const DNA_SHAPES: Readonly<Record<Exclude<Kernel, "no">, Shape>> = {
  ...SHAPES,
  epanechnikov: inside((d) => 0.75 * (1 - d) * (1 - d)),
  triangular: inside((d) => Math.abs(1 - d)),
};

/** The width that is used: half of it must be whole units. */
export const evenWidth = (size: number): number => size + (size % 2);

/** First and last moment of a centre without indent: those of the statements, inside the range; null = there is none. */
export function kernelRange(input: FrameInput): readonly [number, number] | null {
  const { table, filtered } = input;
  const range = runRange(input);
  if (!range || filtered.length === 0) return null;
  const first = table.time[filtered[0] as number] as number;
  const last = table.time[filtered[filtered.length - 1] as number] as number;
  return [Math.max(range[0], first), Math.min(range[1], last)];
}

/** A slice for each step of one unit from the first statement to the last, or half a width inside both with `indent`. */
export function* kernelSlices(input: FrameInput, unit: TimeUnit, size: number): Generator<Frame> {
  const { table, filtered, settings } = input;
  const range = kernelRange(input);
  const dna = settings.compat === "dna";
  // DNA never reaches slices of seconds.
  if (!range || settings.kernel === "no" || (dna && unit === "seconds")) return;
  const [begin, end] = range;
  const width = evenWidth(size);
  const half = width / 2;
  const inset = settings.indent ? half : 0;
  const stop = addUnits(end, unit, -inset);
  const shape = (dna ? DNA_SHAPES : SHAPES)[settings.kernel];
  const distance = dna ? truncatedUnits : exactUnits;
  const everywhere = settings.kernel === "gaussian";
  let centre = addUnits(begin, unit, inset);
  for (let n = 1; centre <= stop; n += 1) {
    const from = everywhere ? begin : Math.max(begin, addUnits(centre, unit, -half));
    const to = everywhere ? end : Math.min(end, addUnits(centre, unit, half));
    const statements: number[] = [];
    const weights: number[] = [];
    for (const statement of filtered) {
      const time = table.time[statement] as number;
      if (time < from || time > to) continue;
      const weight = shape((2 * distance(time, centre, unit)) / width);
      if (weight <= 0) continue;
      statements.push(statement);
      weights.push(weight);
    }
    yield {
      statements: Int32Array.from(statements),
      weights: Float64Array.from(weights),
      from,
      to,
      middle: centre,
      within: null,
    };
    centre = dna ? addUnits(centre, unit, 1) : addUnits(begin, unit, inset + n);
  }
}
