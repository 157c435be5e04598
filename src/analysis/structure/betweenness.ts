/** Betweenness on simple graphs, so that parallel statements between two nodes count as one way. */

import { createRandom, shuffle } from "./random.ts";
import type { SimpleGraph } from "./simple-graph.ts";

export interface Betweenness {
  /** For each node the sum, over unordered pairs of other nodes, of the share of shortest paths through it. */
  readonly values: Float64Array;
  /** Nodes from which it was counted: all of them = exact. */
  readonly pivots: number;
}

/**
 * U. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociology 25(2), 2001; unweighted, O(nodes · edges).
 * With fewer `pivots` than nodes, an unbiased estimate from that many seeded start nodes (U. Brandes and C. Pich, 2007).
 * `checkpoint` is called for each of them; it throws when it is time to end.
 */
export function betweenness(
  graph: SimpleGraph,
  pivots: number,
  seed: number,
  checkpoint: () => void = () => {},
): Betweenness {
  const { order, start, neighbour } = graph;
  const values = new Float64Array(order);
  const distance = new Int32Array(order);
  const paths = new Float64Array(order);
  const dependency = new Float64Array(order);
  const queue = new Int32Array(order);
  const starts = Int32Array.from({ length: order }, (_, node) => node);
  const count = Math.min(order, pivots);
  if (count < order) shuffle(starts, createRandom(seed));
  for (const source of starts.subarray(0, count)) {
    checkpoint();
    distance.fill(-1);
    paths.fill(0);
    dependency.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    queue[0] = source;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const node = queue[head] as number;
      const step = (distance[node] as number) + 1;
      // From the last nodes of all no way leads further.
      if (tail === order && step > (distance[queue[tail - 1] as number] as number)) break;
      const ways = paths[node] as number;
      const rowEnd = start[node + 1] as number;
      for (let slot = start[node] as number; slot < rowEnd; slot++) {
        const next = neighbour[slot] as number;
        const reached = distance[next] as number;
        if (reached === -1) {
          distance[next] = step;
          queue[tail++] = next;
          paths[next] = ways;
        } else if (reached === step) paths[next] = (paths[next] as number) + ways;
      }
    }
    for (let at = tail - 1; at > 0; at--) {
      const node = queue[at] as number;
      const share = (1 + (dependency[node] as number)) / (paths[node] as number);
      const before = (distance[node] as number) - 1;
      values[node] = (values[node] as number) + (dependency[node] as number);
      // Nobody asks for the dependency of the start.
      if (before === 0) continue;
      const rowEnd = start[node + 1] as number;
      for (let slot = start[node] as number; slot < rowEnd; slot++) {
        const previous = neighbour[slot] as number;
        if (distance[previous] === before)
          dependency[previous] = (dependency[previous] as number) + (paths[previous] as number) * share;
      }
    }
  }
  // Every unordered pair was met from both its ends.
  const scale = count === 0 ? 0 : order / count / 2;
  for (let node = 0; node < order; node++) values[node] = (values[node] as number) * scale;
  return { values, pivots: count };
}
