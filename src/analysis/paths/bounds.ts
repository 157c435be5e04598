/**
 * Lower bounds for the level-by-level enumeration: how many hops a path still needs, at least, from a node to the target by
 * way of all required nodes not yet visited. Distances of walks, joined over the best order of the required nodes (M. Held and
 * R. M. Karp, 1962); they never overestimate a simple path.
 */

import { passes, type SearchGraph } from "./search-graph.ts";

/** Hops still needed from `node` when the required nodes in the bit set `missing` are still to come; Infinity = impossible. */
export type Bound = (node: number, missing: number) => number;

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
): { readonly at: Int32Array; readonly beyond: number } {
  const { table, scratch, backward } = graph;
  const at = new Int32Array(scratch.blocked.length).fill(-1);
  at[goal] = 0;
  let front = [goal];
  let level = 0;
  while (front.length > 0 && level < radius) {
    level++;
    const nextFront: number[] = [];
    for (const node of front) {
      if (node !== goal && (node === from || node === to)) continue;
      const rowEnd = table.start[node + 1] as number;
      for (let slot = table.start[node] as number; slot < rowEnd; slot++) {
        const next = table.neighbour[slot] as number;
        if (at[next] !== -1 || scratch.blocked[next] || !passes(graph, slot, backward)) continue;
        at[next] = level;
        nextFront.push(next);
      }
    }
    front = nextFront;
  }
  return { at, beyond: front.length === 0 ? Number.POSITIVE_INFINITY : radius + 1 };
}

/** Builds the bound for one question. With required nodes the distances are complete, else half of `maxHops` is looked at. */
export function lowerBound(
  graph: SearchGraph,
  from: number,
  to: number,
  required: readonly number[],
  maxHops: number,
): Bound {
  const radius = required.length > 0 ? maxHops : Math.floor(maxHops / 2);
  const target = distances(graph, to, from, to, radius);
  const reach = ({ at, beyond }: ReturnType<typeof distances>, node: number): number => {
    const hops = at[node] as number;
    return hops < 0 ? beyond : hops;
  };
  if (required.length === 0) return (node) => reach(target, node);

  const goals = required.map((node) => distances(graph, node, from, to, radius));
  const sets = 1 << required.length;
  // after[set][i]: fewest hops from required node i, itself visited, through all of `set` to the target.
  const after = Array.from({ length: sets }, () => new Float64Array(required.length));
  const through = (node: number, set: number): number => {
    if (set === 0) return reach(target, node);
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < required.length; i++) {
      if ((set & (1 << i)) === 0) continue;
      const rest = after[set & ~(1 << i)] as Float64Array;
      best = Math.min(best, reach(goals[i] as (typeof goals)[number], node) + (rest[i] as number));
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
