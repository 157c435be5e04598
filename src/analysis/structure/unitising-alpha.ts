/** Krippendorff's alpha for unitising: how far two coders mark the same stretches of a text, before any question of values. */

import { byCodeUnit } from "../../model/id.ts";

/** A stretch of a continuum, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The units of one category by coder, in order and without overlap. */
export type UnitPair = readonly [readonly Span[], readonly Span[]];

const lengthOf = ({ start, end }: Span): number => end - start;

/** Spans in order, those that overlap as one: a category is there or not, however often it is coded. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (end <= start) continue;
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Spans of two coders by category, merged; categories in the order of their names. */
export function unitsByCategory(
  first: readonly (readonly [category: string, span: Span])[],
  second: readonly (readonly [category: string, span: Span])[],
): readonly UnitPair[] {
  const all = new Map<string, [Span[], Span[]]>();
  for (const [coder, list] of [first, second].entries())
    for (const [category, span] of list) {
      const pair = all.get(category) ?? [[], []];
      all.set(category, pair);
      pair[coder as 0 | 1].push(span);
    }
  return [...all]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, [one, two]]): UnitPair => [mergedSpans(one), mergedSpans(two)]);
}

/** Lengths of the stretches that no unit covers. */
function gapsOf(units: readonly Span[], length: number): readonly number[] {
  const gaps: number[] = [];
  let at = 0;
  for (const { start, end } of units) {
    if (start > at) gaps.push(start - at);
    at = end;
  }
  if (length > at) gaps.push(length - at);
  return gaps;
}

/**
 * Σ over pairs of units of the two coders that overlap of the squared distances of their ends, and over units that meet none of
 * the other coder's of their squared length.
 */
function observed([one, two]: UnitPair): number {
  let sum = 0;
  const met = new Uint8Array(two.length);
  let from = 0;
  for (const unit of one) {
    while (from < two.length && (two[from] as Span).end <= unit.start) from++;
    let alone = true;
    for (let at = from; at < two.length && (two[at] as Span).start < unit.end; at++) {
      const other = two[at] as Span;
      sum += (unit.start - other.start) ** 2 + (unit.end - other.end) ** 2;
      met[at] = 1;
      alone = false;
    }
    if (alone) sum += lengthOf(unit) ** 2;
  }
  return two.reduce((total, unit, at) => total + (met[at] ? 0 : lengthOf(unit) ** 2), sum);
}

/** What pairs of all units and gaps of both coders would differ by, placed at random. */
function expected([one, two]: UnitPair, length: number): number {
  const units = [...one, ...two].map(lengthOf);
  const gaps = [...gapsOf(one, length), ...gapsOf(two, length)].sort((a, b) => b - a);
  // Sums of the longest gaps, so that each unit is answered by one search.
  const sums = [0];
  for (const gap of gaps) sums.push((sums.at(-1) as number) + gap);
  let sum = 0;
  let inUnits = 0;
  for (const unit of units) {
    let [low, high] = [0, gaps.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((gaps[middle] as number) >= unit) low = middle + 1;
      else high = middle;
    }
    const room = (sums[low] as number) - low * (unit - 1);
    sum += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit) + unit ** 2 * room;
    inUnits += unit * (unit - 1);
  }
  return ((2 / length) * sum) / (2 * length * (2 * length - 1) - inUnits);
}

/**
 * α_U = 1 − Σ_c D_o / Σ_c D_e over categories (K. Krippendorff, "Measuring the reliability of qualitative text analysis data",
 * Quality & Quantity 38, 2004) for two coders of a continuum of `length` characters. Null where nothing can differ.
 */
export function unitisingAlpha(categories: readonly UnitPair[], length: number): number | null {
  let apart = 0;
  let chance = 0;
  for (const units of categories) {
    apart += observed(units) / length ** 2;
    chance += expected(units, length);
  }
  return chance > 0 ? 1 - apart / chance : null;
}
