/** A computed network as ties: their sign, the strongest of them, and what threshold leaves so many. Pure. */

import type { Polarity } from "../../../model/vocabulary.ts";
import type { NetworkAnswer } from "../../api/computed.ts";
import { shortNumber } from "../words/numbers.ts";

export interface Tie {
  /** Places among rows and columns. */
  readonly row: number;
  readonly column: number;
  /** Never 0. */
  readonly weight: number;
}

/** Every tie once: in one-mode the pairs above the diagonal. */
export function tiesOf(network: NetworkAnswer): readonly Tie[] {
  const ties: Tie[] = [];
  network.values.forEach((line, row) => {
    line.forEach((weight, column) => {
      if (weight === null || weight === 0) return;
      if (network.type === "one-mode" && column <= row) return;
      ties.push({ row, column, weight });
    });
  });
  return ties;
}

/** The side that a weight stands for; null where the aggregation says nothing of sides. */
export function sideOf(aggregation: string, weight: number): Polarity | null {
  if (aggregation === "congruence") return "support";
  if (aggregation === "conflict") return "oppose";
  if (aggregation === "subtract") return weight > 0 ? "support" : "oppose";
  return null;
}

/** The greatest weight, regardless of sign; 0 without ties. */
export const strongest = (ties: readonly Tie[]): number =>
  ties.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 0);

/** Ties of at least this weight, regardless of sign. */
export const above = (ties: readonly Tie[], threshold: number): readonly Tie[] =>
  ties.filter(({ weight }) => Math.abs(weight) >= threshold);

/** Ties of one side, `support` or `oppose`; all of them for any other. */
export const onSide = (ties: readonly Tie[], aggregation: string, side: string): readonly Tie[] =>
  side === "support" || side === "oppose"
    ? ties.filter(({ weight }) => sideOf(aggregation, weight) === side)
    : ties;

/** The least threshold that leaves at most `most` ties; 0 where all may stay. */
export function fittingThreshold(ties: readonly Tie[], most: number): number {
  if (ties.length <= most) return 0;
  const weights = ties.map(({ weight }) => Math.abs(weight)).sort((a, b) => b - a);
  const last = weights[most] ?? 0;
  return weights.filter((weight) => weight > last).at(-1) ?? last;
}

/** The same for a narrow place: thousands as `12k`. */
export const shortWeight = (weight: number): string =>
  Math.abs(weight) < 10_000 ? weightText(weight) : shortNumber(Math.round(weight)).replace("-", "−");

const WHOLE = new Intl.NumberFormat("en-GB");

/** A weight in few digits: whole numbers as they are, others with three significant ones. */
export const weightText = (weight: number): string =>
  (Number.isInteger(weight) ? WHOLE.format(weight) : Number(weight.toPrecision(3)).toString()).replace(
    "-",
    "−",
  );
