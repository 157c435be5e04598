/**
 * Lower bounds for the level-by-level enumeration: how many hops a path still needs, at least, from a node to the target by
 * way of all required nodes not yet visited. Distances of walks, joined over the best order of the required nodes (M. Held and
 * R. M. Karp, 1962); they never overestimate a simple path.
 */

import type { SearchGraph } from "./search-graph.ts";
import { nextEpoch } from "./walk-table.ts";

/** Hops still needed from `node` when the required nodes in the bit set `missing` are still to come; Infinity = impossible. */
export type Bound = (node: number, missing: number) => number;

interface Distances {
  /** Hops to the goal where the stamp is the epoch's. */
  readonly hops: Int32Array;
  readonly stamp: Float64Array;
  readonly epoch: number;
  /** What holds for all other nodes at least. */
  readonly beyond: number;
}

const reach = ({ hops, stamp, epoch, beyond }: Distances, node: number): number =>
  stamp[node] === epoch ? (hops[node] as number) : beyond;

/**
 * Hops from every node to `goal` in the direction of walking, up to `radius` hops. Not found = `radius + 1`, or Infinity when the
 * search ended before. Neither `from` nor `to` is walked through.
 */
function distances(
  graph: SearchGraph,
  goal: number,
  from: number,
  to: number,
  radius: number,
  memory: Pick<Distances, "hops" | "stamp">,
): Distances {
  const { scratch, back } = graph;
  const { blocked } = scratch;
  const { hops, stamp } = memory;
  const queue = scratch.backwardQueue;
  const epoch = nextEpoch(scratch);
  stamp[goal] = epoch;
  hops[goal] = 0;
  queue[0] = goal;
  let head = 0;
  let tail = 1;
  for (let level = 1; level <= radius && head < tail; level++) {
    for (const levelEnd = tail; head < levelEnd; head++) {
      const node = queue[head] as number;
      if (node !== goal && (node === from || node === to)) continue;
      const rowEnd = back.span[2 * node + 1] || back.make(node);
      const { pool } = back;
      for (let at = back.span[2 * node] as number; at < rowEnd; at++) {
        const next = pool[at] as number;
        if (stamp[next] === epoch || blocked[next]) continue;
        stamp[next] = epoch;
        hops[next] = level;
        queue[tail++] = next;
      }
    }
  }
  return { hops, stamp, epoch, beyond: head === tail ? Number.POSITIVE_INFINITY : radius + 1 };
}

/**
 * Builds the bound for one question; it lives until the next bound on the same table. With required nodes the distances are
 * complete, else half of `maxHops` is looked at.
 */
export function lowerBound(
  graph: SearchGraph,
  from: number,
  to: number,
  required: readonly number[],
  maxHops: number,
): Bound {
  const { boundHops, boundStamp } = graph.scratch;
  const radius = required.length > 0 ? maxHops : Math.floor(maxHops / 2);
  const target = distances(graph, to, from, to, radius, { hops: boundHops, stamp: boundStamp });
  if (required.length === 0) return (node) => reach(target, node);

  const nodes = boundHops.length;
  const goals = required.map((node) => {
    const memory = { hops: new Int32Array(nodes), stamp: new Float64Array(nodes) };
    return distances(graph, node, from, to, radius, memory);
  });
  const sets = 1 << required.length;
  // after[set][i]: fewest hops from required node i, itself visited, through all of `set` to the target.
  const after = Array.from({ length: sets }, () => new Float64Array(required.length));
  const through = (node: number, set: number): number => {
    if (set === 0) return reach(target, node);
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < required.length; i++) {
      if ((set & (1 << i)) === 0) continue;
      const rest = after[set & ~(1 << i)] as Float64Array;
      best = Math.min(best, reach(goals[i] as Distances, node) + (rest[i] as number));
    }
    return best;
  };
  for (let set = 0; set < sets; set++) {
    const row = after[set] as Float64Array;
    for (let i = 0; i < required.length; i++)
      if ((set & (1 << i)) === 0) row[i] = through(required[i] as number, set);
  }
  return through;
}
