/** Searches for the grouping of greatest polarisation: by trying all of few actors, else by seeded moves and swaps. */

import { type PairScore, pairScore, rawQuality, sizesOf, type Ties } from "./polarisation-quality.ts";
import { createRandom, shuffle } from "./random.ts";
import type { Compat } from "./spectral-loss.ts";

/** Actors up to which all divisions into two are tried. */
const MOST_ENUMERATED = 16;
/** A gain below this is rounding; a swap's gain is compared with the sum of all ties, since its sums drift. */
const TINY = 1e-12;
const DRIFT = 1e-11;

export interface Division {
  /** Cluster of each actor, numbered by first member. */
  readonly group: Int32Array;
  readonly raw: number;
  /** True when every division was tried. */
  readonly exact: boolean;
}

export interface DivisionQuestion {
  readonly ties: Ties;
  /** Non-empty clusters, 2 … order. */
  readonly clusters: number;
  readonly starts: number;
  readonly seed: number;
  /** `dna`: sizes that differ by one at most, and swaps only. */
  readonly compat: Compat;
  /** Called at each start; throws when it is time to end. */
  readonly checkpoint?: (() => void) | undefined;
}

/** Whether all divisions are tried. */
const isEnumerated = (order: number, clusters: number, compat: Compat): boolean =>
  clusters === 2 && order <= MOST_ENUMERATED && compat === "none";

/** How long a search takes, about, in pairs of actors looked at; at least that of the starts. */
export const divisionWork = (order: number, clusters: number, starts: number): number =>
  order * order * Math.max(clusters * starts, isEnumerated(order, clusters, "none") ? 2 ** order / 16 : 0);

/** The best division; among equals the first in the order of membership vectors. */
export function bestDivision(question: DivisionQuestion): Division {
  const { ties, clusters, compat } = question;
  if (isEnumerated(ties.order, clusters, compat)) return enumerated(ties);
  return searched(question);
}

function enumerated(ties: Ties): Division {
  const { order } = ties;
  let best: Division = { group: new Int32Array(order), raw: Number.NEGATIVE_INFINITY, exact: true };
  // The first actor is in cluster 0; the highest bit belongs to the second, so numbers ascend as vectors do.
  for (let set = 1; set < 2 ** (order - 1); set++) {
    const group = Int32Array.from({ length: order }, (_, at) =>
      at === 0 ? 0 : (set >> (order - 1 - at)) & 1,
    );
    const raw = rawQuality(ties, group, 2, "none");
    if (raw > best.raw + TINY) best = { group, raw, exact: true };
  }
  return best;
}

function searched({ ties, clusters, starts, seed, compat, checkpoint }: DivisionQuestion): Division {
  const random = createRandom(seed);
  let best: Division | null = null;
  for (let start = 0; start < starts; start++) {
    checkpoint?.();
    const group = balancedStart(ties.order, clusters, random);
    climb(ties, group, clusters, compat);
    const found = renumbered(group);
    const raw = rawQuality(ties, found, clusters, compat);
    if (!best || raw > best.raw + TINY || (raw >= best.raw - TINY && precedes(found, best.group)))
      best = { group: found, raw, exact: false };
  }
  return best ?? { group: new Int32Array(ties.order), raw: Number.NaN, exact: false };
}

function balancedStart(order: number, clusters: number, random: () => number): Int32Array {
  const group = Int32Array.from({ length: order }, (_, at) => at % clusters);
  shuffle(group, random);
  return group;
}

function renumbered(group: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  for (const own of group) if (!numbers.has(own)) numbers.set(own, numbers.size);
  return group.map((own) => numbers.get(own) as number);
}

function precedes(a: Int32Array, b: Int32Array): boolean {
  const at = a.findIndex((own, index) => own !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** Swaps, then single moves unless sizes are fixed, until neither helps. */
function climb(ties: Ties, group: Int32Array, clusters: number, compat: Compat): void {
  for (;;) {
    swapWhileBetter(ties, group, clusters, compat);
    if (compat === "dna" || !moveWhileBetter(ties, group, clusters)) return;
  }
}

/** What the pairs of one actor add were it in each cluster: `sums[node · clusters + cluster]`. */
function clusterSums(order: number, group: Int32Array, clusters: number, score: PairScore): Float64Array {
  const sums = new Float64Array(order * clusters);
  for (let node = 0; node < order; node++)
    for (let other = 0; other < order; other++)
      if (other !== node) addPair(sums, node, other, group[other] as number, 1, order, clusters, score);
  return sums;
}

/** Adds `sign` times what `other`, in cluster `theirs`, means to `node` in each cluster. */
function addPair(
  sums: Float64Array,
  node: number,
  other: number,
  theirs: number,
  sign: 1 | -1,
  order: number,
  clusters: number,
  score: PairScore,
): void {
  const cell = node * order + other;
  for (let cluster = 0; cluster < clusters; cluster++) {
    const value = cluster === theirs ? score.same(cell, cluster) : score.different(cell, cluster, theirs);
    const at = node * clusters + cluster;
    sums[at] = (sums[at] as number) + sign * value;
  }
}

function swapWhileBetter(ties: Ties, group: Int32Array, clusters: number, compat: Compat): void {
  const { order } = ties;
  // Swaps keep the sizes, so the score of each pair depends on its clusters alone.
  const score = pairScore(ties, sizesOf(group, clusters), compat);
  const sums = clusterSums(order, group, clusters, score);
  const least = DRIFT * (ties.congruenceSum + ties.conflictSum);
  const sum = (node: number, cluster: number): number => sums[node * clusters + cluster] as number;
  const gain = (a: number, b: number, own: number, other: number): number => {
    const cell = a * order + b;
    const after = sum(a, other) - score.same(cell, other) + sum(b, own) - score.same(cell, own);
    return after - (sum(a, own) + sum(b, other) - 2 * score.different(cell, own, other));
  };
  const put = (node: number, cluster: number): void => {
    const before = group[node] as number;
    for (let other = 0; other < order; other++) {
      if (other === node) continue;
      addPair(sums, other, node, before, -1, order, clusters, score);
      addPair(sums, other, node, cluster, 1, order, clusters, score);
    }
    group[node] = cluster;
  };
  let better = true;
  while (better) {
    better = false;
    for (let a = 0; a < order; a++)
      for (let b = a + 1; b < order; b++) {
        const own = group[a] as number;
        const other = group[b] as number;
        // Written so that a gain that is not a number, as in DNA's formula with groups of one, is none.
        if (own === other || !(gain(a, b, own, other) > least)) continue;
        put(a, other);
        put(b, own);
        better = true;
      }
  }
}

/** For each two clusters makes the best move of one actor between them, if it helps; false when none did. */
function moveWhileBetter(ties: Ties, group: Int32Array, clusters: number): boolean {
  let now = rawQuality(ties, group, clusters, "none");
  let moved = false;
  for (let from = 0; from < clusters; from++)
    for (let to = 0; to < clusters; to++) {
      if (to === from) continue;
      const after = sizesOf(group, clusters);
      if (after[from] === 1) continue;
      after[from] = (after[from] as number) - 1;
      after[to] = (after[to] as number) + 1;
      // All moves between these two lead to the same sizes, so they share one score of pairs.
      const { raw, gains } = gainsOfMoving(ties, group, from, to, pairScore(ties, after, "none"));
      let best = -1;
      let most = now + TINY;
      gains.forEach((gain, node) => {
        if (group[node] !== from || raw + 2 * gain <= most) return;
        best = node;
        most = raw + 2 * gain;
      });
      if (best < 0) continue;
      group[best] = to;
      now = most;
      moved = true;
    }
  return moved;
}

/** The sum over ordered pairs under a score as things stand, and what each actor's pairs gain were it in `to` instead of `from`. */
function gainsOfMoving(
  { order }: Ties,
  group: Int32Array,
  from: number,
  to: number,
  score: PairScore,
): { readonly raw: number; readonly gains: Float64Array } {
  const gains = new Float64Array(order);
  let raw = 0;
  for (let a = 0; a < order; a++) {
    const own = group[a] as number;
    for (let b = 0; b < order; b++) {
      if (a === b) continue;
      const other = group[b] as number;
      const cell = a * order + b;
      if (own === other) raw += score.same(cell, own);
      else raw += score.different(cell, own, other);
      if (other === to)
        gains[a] = (gains[a] as number) + score.same(cell, to) - score.different(cell, from, to);
      else if (other === from)
        gains[a] = (gains[a] as number) + score.different(cell, to, from) - score.same(cell, from);
    }
  }
  return { raw, gains };
}
