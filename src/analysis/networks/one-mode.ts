/** One-mode networks: how far two rows share columns, and levels on them (NETWORKS §0 rows 9–14; DNA's own results in dna-one-mode.ts). */

import type { Shared } from "./bits.ts";
import { type Cells, withoutLevels } from "./cells.ts";
import { crossLevels } from "./cross-levels.ts";
import { gram, overlap, rowTotals, weightedGram } from "./gram.ts";
import { areWhole, withoutRounding } from "./rounding.ts";
import { isNominal, type Scale } from "./scale.ts";
import type { Aggregation, Normalization } from "./settings.ts";

/** A square matrix by its upper triangle: what every step below reads and writes. */
export type Upper = Float64Array;

/** Similarity of two numbers on a scale: 1 − |q − q'| / R, and 1 where R is 0. */
const similarity = (range: number) => (q: number, other: number) =>
  range === 0 ? 1 : 1 - Math.abs(q - other) / range;

/** f(s) of each aggregation, s = 1 − d/R, over R: w = Σ_j Σ_k Σ_l X_ijk X_i'jl f(s_kl), and whole numbers add up exactly. */
const OF_DISTANCE: Readonly<Record<Aggregation, (d: number, range: number) => number>> = {
  ignore: (_, range) => range,
  congruence: (d, range) => range - d,
  conflict: (d) => d,
  subtract: (d, range) => range - 2 * d,
  combine: (_, range) => range,
};

export interface OneModeInput {
  readonly cells: Cells;
  readonly scale: Scale;
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
}

/** The cells with their levels added up, made when they are first asked for. */
type Totals = () => Cells;

function weights(input: OneModeInput, totals: Totals): Upper {
  const { cells, scale, aggregation } = input;
  if (aggregation === "ignore") return gram(totals());
  if (!isNominal(scale)) return numericWeights(input, totals);
  const same = gram(cells);
  if (aggregation === "congruence") return same;
  if (areWhole(cells.a, cells.size)) return ofLevels(aggregation, same, gram(totals()));
  // A difference of sums would lose a small conflict beside a large congruence.
  const apart = crossLevels(cells);
  return aggregation === "conflict" ? apart : difference(same, apart);
}

/** a − b, without what rounding leaves of 0. */
const difference = (a: Upper, b: Upper): Upper =>
  a.map((sum, at) => withoutRounding(sum - (b[at] as number), sum + (b[at] as number)));

/** Levels are numbers: what is summed up are whole multiples of 1/R. */
function numericWeights({ cells, scale, aggregation }: OneModeInput, totals: Totals): Upper {
  const range = scale.range === 0 ? 1 : scale.range;
  const f = OF_DISTANCE[aggregation];
  const values = scale.qualifier?.values ?? new Float64Array(0);
  const sums = weightedGram(cells, values, (q, other) =>
    f(scale.range === 0 ? 0 : Math.abs(q - other), range),
  );
  const signed = aggregation === "subtract" && !areWhole(cells.a, cells.size);
  const sizes = signed ? gram(totals()) : null;
  return sums.map((sum, at) => (sizes ? withoutRounding(sum / range, sizes[at] as number) : sum / range));
}

/** Of whole numbers: what all pairs share less what they share at one level is what they say at different ones. */
function ofLevels(aggregation: Aggregation, same: Upper, all: Upper): Upper {
  const sign = { conflict: [0, 1], subtract: [1, -1], congruence: [1, 0], ignore: [1, 1], combine: [1, 1] };
  const [equal, different] = sign[aggregation] as [number, number];
  const sums = new Float64Array(same.length);
  for (let at = 0; at < same.length; at += 1) {
    const w = same[at] as number;
    sums[at] = equal * w + different * ((all[at] as number) - w);
  }
  return sums;
}

/** C_ii: the similarity of each row with itself (row 12). */
function selfSimilarity({ cells, scale, aggregation }: OneModeInput, totals: Totals): Float64Array {
  const own = aggregation === "ignore" ? totals() : cells;
  const sums = new Float64Array(own.rows);
  if (aggregation === "ignore" || isNominal(scale)) {
    for (let c = 0; c < own.size; c += 1) {
      const row = own.row[c] as number;
      sums[row] = (sums[row] as number) + (own.a[c] as number) ** 2;
    }
    return sums;
  }
  const s = similarity(scale.range);
  const whole = weightedGram(cells, scale.qualifier?.values ?? new Float64Array(0), s);
  return sums.map((_, i) => whole[i * own.rows + i] as number);
}

type Divisor = (i: number, other: number) => number;

/** N of each normalisation, by pair of rows. */
const DIVISORS: Readonly<Partial<Record<Normalization, (input: OneModeInput, totals: Totals) => Divisor>>> = {
  average: ({ cells }) => {
    const t = rowTotals(cells);
    return (i, other) => ((t[i] as number) + (t[other] as number)) / 2;
  },
  cosine: (input, totals) => {
    const own = selfSimilarity(input, totals);
    return (i, other) => Math.sqrt((own[i] as number) * (own[other] as number));
  },
  jaccard: ({ cells, aggregation }, totals) => jaccardDivisor(aggregation === "ignore" ? totals() : cells),
};

/** The cells of each row: which (column, level) they are, ascending, and their z. */
interface SparseRows {
  /** Where the cells of a row begin; one more entry than rows. */
  readonly start: Int32Array;
  readonly group: Int32Array;
  readonly z: Float64Array;
}

function sparseRows({ rows, size, row, column, level, z }: Cells): SparseRows {
  const start = new Int32Array(rows + 1);
  for (let c = 0; c < size; c += 1) {
    const after = (row[c] as number) + 1;
    start[after] = (start[after] as number) + 1;
  }
  for (let i = 0; i < rows; i += 1) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  const next = start.slice();
  const group = new Int32Array(size);
  const values = new Float64Array(size);
  let current = 0;
  for (let c = 0; c < size; c += 1) {
    if (c > 0 && (column[c] !== column[c - 1] || level[c] !== level[c - 1])) current += 1;
    const at = next[row[c] as number] as number;
    next[row[c] as number] = at + 1;
    group[at] = current;
    values[at] = z[c] as number;
  }
  return { start, group, z: values };
}

/** m10 + m01: the cells that one of two rows lacks, added up themselves, as a difference of sums loses small weights beside large ones. */
function notShared({ start, group, z }: SparseRows, i: number, other: number): number {
  let [at, to] = [start[i] as number, start[other] as number];
  const [end, stop] = [start[i + 1] as number, start[other + 1] as number];
  let sum = 0;
  while (at < end && to < stop) {
    const [mine, theirs] = [group[at] as number, group[to] as number];
    if (mine < theirs) sum += z[at] as number;
    else if (mine > theirs) sum += z[to] as number;
    if (mine <= theirs) at += 1;
    if (mine >= theirs) to += 1;
  }
  for (; at < end; at += 1) sum += z[at] as number;
  for (; to < stop; to += 1) sum += z[to] as number;
  return sum;
}

/** m10 + m01 + m11 over the cells given (row 13). */
export function jaccardDivisor(cells: Cells): Divisor {
  const { rows, z, size } = cells;
  const products = gram(cells);
  const m11 = (i: number, other: number) =>
    products[i < other ? i * rows + other : other * rows + i] as number;
  if (!areWhole(z, size)) {
    const sparse = sparseRows(cells);
    return (i, other) => notShared(sparse, i, other) + m11(i, other);
  }
  // Differences of counts are exact.
  const t = rowTotals(cells);
  const both = overlap(cells);
  return (i, other) =>
    (t[i] as number) -
    (both[i * rows + other] as number) +
    ((t[other] as number) - (both[other * rows + i] as number)) +
    m11(i, other);
}

/** The full symmetric matrix with a diagonal of 0, each cell divided; 0 where the divisor is. */
export function finish(upper: Upper, rows: number, divisor: Divisor | null): Float64Array {
  const matrix = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i += 1)
    for (let other = i + 1; other < rows; other += 1) {
      const n = divisor ? divisor(i, other) : 1;
      const w = n === 0 ? 0 : (upper[i * rows + other] as number) / n;
      matrix[i * rows + other] = w;
      matrix[other * rows + i] = w;
    }
  return matrix;
}

/** The network as a row-major matrix of side `cells.rows`. With weighted cells, products come from `a` and sums from `z` (row 28). */
export function oneModeMatrix(input: OneModeInput): Float64Array {
  let summed: Cells | undefined;
  const totals = (): Cells => {
    summed ??= withoutLevels(input.cells);
    return summed;
  };
  const divisor = DIVISORS[input.normalization]?.(input, totals) ?? null;
  return finish(weights(input, totals), input.cells.rows, divisor);
}

/** The same from what rows share, for levels that are the same or not, each statement counting 1. */
export function matrixOfShared(
  { rows, all, same }: Shared,
  aggregation: Aggregation,
  normalization: Normalization,
): Float64Array {
  const own = (i: number): number => all[i * rows + i] as number;
  // Cells are 0 or 1, so sums, squares and the overlap of two rows are counts.
  const divisors: Readonly<Partial<Record<Normalization, Divisor>>> = {
    average: (i, other) => (own(i) + own(other)) / 2,
    cosine: (i, other) => Math.sqrt(own(i) * own(other)),
    jaccard: (i, other) =>
      own(i) + own(other) - ((aggregation === "ignore" ? all : same)[i * rows + other] as number),
  };
  const upper = aggregation === "congruence" ? same : ofLevels(aggregation, same, all);
  return finish(upper, rows, divisors[normalization] ?? null);
}
