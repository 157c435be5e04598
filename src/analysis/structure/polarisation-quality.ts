/** How well a grouping of actors fits two ideals of polarisation, as a sum over pairs that searches can update. */

import type { Compat } from "./spectral-loss.ts";

/** Symmetric matrices of ties, row by row: congruence and conflict, neither negative but where DNA's are. */
export interface Ties {
  readonly order: number;
  readonly congruence: Float64Array;
  readonly conflict: Float64Array;
  /** Sums of absolute cells. */
  readonly congruenceSum: number;
  readonly conflictSum: number;
}

export function tiesOf(congruence: Float64Array, conflict: Float64Array, order: number): Ties {
  const sum = (matrix: Float64Array): number => matrix.reduce((total, cell) => total + Math.abs(cell), 0);
  return {
    order,
    congruence,
    conflict,
    congruenceSum: sum(congruence),
    conflictSum: sum(conflict),
  };
}

export const sizesOf = (group: Int32Array, clusters: number): Int32Array => {
  const sizes = new Int32Array(clusters);
  for (const own of group) sizes[own] = (sizes[own] as number) + 1;
  return sizes;
};

/** What an ordered pair adds, given the sizes of the clusters. */
export interface PairScore {
  same(cell: number, cluster: number): number;
  different(cell: number, a: number, b: number): number;
}

/**
 * `none`: min(P, |P|/W) inside and min(N, |N|/B) between clusters, W and B = ordered pairs inside and between: the overlap with
 * the ideal of all congruence inside and all conflict between. `dna`: the sum of deviations that DNA 3 maximises.
 */
export function pairScore(ties: Ties, sizes: Int32Array, compat: Compat): PairScore {
  const { order, congruence, conflict, congruenceSum, conflictSum } = ties;
  const within = sizes.reduce((sum, size) => sum + size * (size - 1), 0);
  const between = order * (order - 1) - within;
  const size = (cluster: number): number => sizes[cluster] as number;
  if (compat === "dna") {
    const inside = (cluster: number): number =>
      (((size(cluster) * (size(cluster) - 1)) / within) * congruenceSum) / within;
    const across = (a: number, b: number): number =>
      (((size(a) * size(b)) / between) * conflictSum) / between;
    return {
      same: (cell, cluster) =>
        Math.abs((congruence[cell] as number) - inside(cluster)) + Math.abs(conflict[cell] as number),
      different: (cell, a, b) =>
        Math.abs(congruence[cell] as number) + Math.abs((conflict[cell] as number) - across(a, b)),
    };
  }
  const inside = within === 0 ? 0 : congruenceSum / within;
  const across = between === 0 ? 0 : conflictSum / between;
  return {
    same: (cell) => Math.min(congruence[cell] as number, inside),
    different: (cell) => Math.min(conflict[cell] as number, across),
  };
}

/** The sum of the pair scores over ordered pairs; what the searches maximise. NaN where DNA's formula divides by 0. */
export function rawQuality(ties: Ties, group: Int32Array, clusters: number, compat: Compat): number {
  const { order } = ties;
  const score = pairScore(ties, sizesOf(group, clusters), compat);
  let sum = 0;
  for (let a = 0; a < order; a++)
    for (let b = a + 1; b < order; b++) {
      const own = group[a] as number;
      const other = group[b] as number;
      const cell = a * order + b;
      sum += own === other ? score.same(cell, own) : score.different(cell, own, other);
    }
  return 2 * sum;
}

/** Normalised: raw / (|P| + |N|), with `dna` half of that; not normalised: raw / 2. Null where it is not defined. */
export function polarisation(ties: Ties, raw: number, normalise: boolean, compat: Compat): number | null {
  const all = ties.congruenceSum + ties.conflictSum;
  if (!Number.isFinite(raw)) return null;
  if (!normalise) return raw / 2;
  if (all === 0) return compat === "dna" ? null : 0;
  return compat === "dna" ? raw / (2 * all) : raw / all;
}
