/** Groups in which any two actors agree more than they disagree, by complete linkage. */

import { pairCounts } from "./compare.ts";
import type { Positions } from "./positions.ts";

/** For each two actors the number of issues they agree on minus those they disagree on, row by row. */
export function netAgreement(positions: Positions, actors: readonly number[]): Int32Array {
  const { agree, disagree } = pairCounts(positions, actors);
  return agree.map((count, cell) => count - (disagree[cell] as number));
}

interface Cluster {
  readonly members: readonly number[];
}

/**
 * Complete linkage: joins, time and again, the two groups whose least agreeing pair agrees most, while it agrees at least by
 * `least`; of equal ones those with the greater sum, then the first. Larger groups first, then by first member. O(n³).
 */
export function allies(net: Int32Array, n: number, least: number): readonly (readonly number[])[] {
  const clusters: (Cluster | null)[] = Array.from({ length: n }, (_, place) => ({ members: [place] }));
  // Between clusters: the net agreement of the least agreeing pair, and the sum over all pairs.
  const lowest = net.slice();
  const sum = Float64Array.from(net);
  for (;;) {
    let join: readonly [number, number] | null = null;
    let bestLowest = least;
    let bestSum = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < n; a++) {
      if (!clusters[a]) continue;
      for (let b = a + 1; b < n; b++) {
        const low = lowest[a * n + b] as number;
        if (!clusters[b] || low < bestLowest) continue;
        const total = sum[a * n + b] as number;
        if (low === bestLowest && total <= bestSum) continue;
        join = [a, b];
        bestLowest = low;
        bestSum = total;
      }
    }
    if (!join) break;
    const [a, b] = join;
    clusters[a] = {
      members: [...(clusters[a]?.members ?? []), ...(clusters[b]?.members ?? [])].sort((x, y) => x - y),
    };
    clusters[b] = null;
    for (let c = 0; c < n; c++) {
      const low = Math.min(lowest[a * n + c] as number, lowest[b * n + c] as number);
      const total = (sum[a * n + c] as number) + (sum[b * n + c] as number);
      lowest[a * n + c] = low;
      lowest[c * n + a] = low;
      sum[a * n + c] = total;
      sum[c * n + a] = total;
    }
  }
  return clusters
    .flatMap((cluster) => (cluster ? [cluster.members] : []))
    .sort((x, y) => y.length - x.length || (x[0] as number) - (y[0] as number));
}
