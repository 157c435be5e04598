/** Groups of things of which only the distances are known: by joining the nearest step by step, or around medoids. */

/** A symmetric matrix of distances, row by row, with a diagonal of 0. */
export interface Distances {
  readonly order: number;
  readonly cells: Float64Array;
}

export const LINKAGES = ["single", "average", "complete", "ward"] as const;
export type Linkage = (typeof LINKAGES)[number];

/** The distance of a third group c to the union of a and b (G. N. Lance and W. T. Williams, Computer Journal 9, 1967). */
const JOINED: Readonly<
  Record<Linkage, (ac: number, bc: number, ab: number, sizes: readonly [number, number, number]) => number>
> = {
  single: (ac, bc) => Math.min(ac, bc),
  complete: (ac, bc) => Math.max(ac, bc),
  average: (ac, bc, _, [a, b]) => (a * ac + b * bc) / (a + b),
  // On squared distances (J. H. Ward, 1963).
  ward: (ac, bc, ab, [a, b, c]) => ((a + c) * ac + (b + c) * bc - c * ab) / (a + b + c),
};

/** Groups numbered by their first member. */
export function numbered(group: ArrayLike<number>): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from(group, (own) => {
    const known = numbers.get(own);
    if (known !== undefined) return known;
    numbers.set(own, numbers.size);
    return numbers.size - 1;
  });
}

/**
 * Joins the two nearest groups until one is left, and gives the groups for every number of them from 1 to `most`: `result[k − 1]`.
 * Of equal distances the first pair. O(order³).
 */
export function joinedGroups({ order, cells }: Distances, linkage: Linkage, most: number): Int32Array[] {
  const far = linkage === "ward" ? cells.map((distance) => distance * distance) : cells.slice();
  const sizes = new Int32Array(order).fill(1);
  const group = Int32Array.from({ length: order }, (_, at) => at);
  const results = new Map<number, Int32Array>();
  for (let left = order; left >= 1; left--) {
    if (left <= most) results.set(left, numbered(group));
    let [one, two, least] = [-1, -1, Number.POSITIVE_INFINITY];
    for (let a = 0; a < order; a++) {
      if (sizes[a] === 0) continue;
      for (let b = a + 1; b < order; b++) {
        if (sizes[b] === 0 || (far[a * order + b] as number) >= least) continue;
        [one, two, least] = [a, b, far[a * order + b] as number];
      }
    }
    if (one < 0) break;
    for (let c = 0; c < order; c++) {
      if (sizes[c] === 0 || c === one || c === two) continue;
      const three = [sizes[one], sizes[two], sizes[c]] as [number, number, number];
      const joined = JOINED[linkage](
        far[one * order + c] as number,
        far[two * order + c] as number,
        least,
        three,
      );
      far[one * order + c] = joined;
      far[c * order + one] = joined;
    }
    sizes[one] = (sizes[one] as number) + (sizes[two] as number);
    sizes[two] = 0;
    group.forEach((own, at) => {
      if (own === two) group[at] = one;
    });
  }
  return Array.from({ length: Math.min(most, order) }, (_, at) => results.get(at + 1) as Int32Array);
}

/** Sum of the distances of all to the nearest medoid. */
function costOf({ order, cells }: Distances, medoids: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < order; at++) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const medoid of medoids) nearest = Math.min(nearest, cells[at * order + medoid] as number);
    sum += nearest;
  }
  return sum;
}

/**
 * Partition around `k` medoids (L. Kaufman and P. J. Rousseeuw, Finding Groups in Data, 1990): medoids are added one by one where
 * they help most, then exchanged for others while that helps. Of equal choices the first.
 */
export function medoidsOf(distances: Distances, k: number): readonly number[] {
  const { order } = distances;
  const medoids: number[] = [];
  const best = (tries: readonly (readonly number[])[]): readonly [readonly number[], number] => {
    let [found, least]: [readonly number[], number] = [[], Number.POSITIVE_INFINITY];
    for (const candidate of tries) {
      const cost = costOf(distances, candidate);
      if (cost < least - 1e-12) [found, least] = [candidate, cost];
    }
    return [found, least];
  };
  const others = (): number[] =>
    Array.from({ length: order }, (_, at) => at).filter((at) => !medoids.includes(at));
  while (medoids.length < Math.min(k, order))
    medoids.splice(0, medoids.length, ...best(others().map((at) => [...medoids, at]))[0]);
  for (;;) {
    const swaps = others().flatMap((at) => medoids.map((_, place) => medoids.with(place, at)));
    const [swapped, cost] = best(swaps);
    if (!(cost < costOf(distances, medoids) - 1e-12)) break;
    medoids.splice(0, medoids.length, ...swapped);
  }
  return medoids;
}

/** Everything with its nearest medoid. */
export function medoidGroups(distances: Distances, k: number): Int32Array {
  const { order, cells } = distances;
  const medoids = medoidsOf(distances, k);
  return numbered(
    Array.from({ length: order }, (_, at) =>
      medoids.reduce((nearest, medoid) =>
        (cells[at * order + medoid] as number) < (cells[at * order + nearest] as number) ? medoid : nearest,
      ),
    ),
  );
}

/**
 * How far two groupings of the same things agree beyond chance (L. Hubert and P. Arabie, "Comparing partitions", J. Classification 2,
 * 1985): 1 = the same, 0 = as by chance. Null where both are one group, or all alone.
 */
export function adjustedRand(one: ArrayLike<number>, two: ArrayLike<number>): number | null {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const tally = (keys: readonly string[]): number => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
  };
  const [a, b] = [Array.from(one, String), Array.from(two, String)];
  const both = tally(a.map((key, at) => `${key} ${b[at]}`));
  const [first, second] = [tally(a), tally(b)];
  const chance = a.length < 2 ? 0 : (first * second) / pairs(a.length);
  const most = (first + second) / 2;
  return most === chance ? null : (both - chance) / (most - chance);
}

/**
 * Modularity of groups where nearness is a weight: w = 1 − distance, distances from 0 to 1 (M. E. J. Newman, 2004). Null when all
 * are at distance 1.
 */
export function nearnessModularity({ order, cells }: Distances, group: Int32Array): number | null {
  const inside = new Map<number, number>();
  const degree = new Map<number, number>();
  let twice = 0;
  for (let a = 0; a < order; a++)
    for (let b = 0; b < order; b++) {
      if (a === b) continue;
      const weight = 1 - (cells[a * order + b] as number);
      const own = group[a] as number;
      twice += weight;
      degree.set(own, (degree.get(own) ?? 0) + weight);
      if (own === group[b]) inside.set(own, (inside.get(own) ?? 0) + weight);
    }
  if (twice === 0) return null;
  let sum = 0;
  for (const [own, strength] of degree) sum += (inside.get(own) ?? 0) / twice - (strength / twice) ** 2;
  return sum;
}
