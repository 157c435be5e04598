/** Communities by modularity: the Louvain method, seeded, and the modularity of any grouping. */

import { createRandom, shuffle } from "./random.ts";
import { degreeOf, GraphBuilder, type SimpleGraph, strengthOf } from "./simple-graph.ts";

/** Runs from different orders of nodes, of which the best counts. */
const RUNS = 20;
/** A gain below this is rounding. */
const TINY = 1e-12;

/**
 * Q = Σ_c (w_c / m − γ (k_c / 2m)²): w_c = weight inside c, k_c = weighted degrees of c, m = weight of all edges
 * (M. E. J. Newman, "Analysis of weighted networks", Phys. Rev. E 70, 2004; γ: J. Reichardt and S. Bornholdt, 2006).
 * Null for a graph without edges.
 */
export function modularity(graph: SimpleGraph, group: ArrayLike<number>, resolution: number): number | null {
  const { order, start, neighbour, weight } = graph;
  const inside = new Map<number, number>();
  const degrees = new Map<number, number>();
  let twice = 0;
  for (let node = 0; node < order; node++) {
    const own = group[node] as number;
    const strength = strengthOf(graph, node);
    twice += strength;
    degrees.set(own, (degrees.get(own) ?? 0) + strength);
    for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++)
      if (group[neighbour[slot] as number] === own)
        inside.set(own, (inside.get(own) ?? 0) + (weight[slot] as number));
  }
  if (twice === 0) return null;
  let quality = 0;
  for (const [own, degree] of degrees)
    quality += (inside.get(own) ?? 0) / twice - resolution * (degree / twice) ** 2;
  return quality;
}

/**
 * V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, "Fast unfolding of communities in large networks", 2008; the
 * best of several seeded runs. Groups are numbered by their first node; nodes without edges are groups of their own.
 */
export function louvain(graph: SimpleGraph, resolution: number, seed: number): Int32Array {
  const random = createRandom(seed);
  let best = renumbered(Int32Array.from({ length: graph.order }, (_, node) => node));
  let quality = modularity(graph, best, resolution) ?? 0;
  for (let run = 0; run < RUNS; run++) {
    const group = renumbered(climb(graph, resolution, random));
    const found = modularity(graph, group, resolution) ?? 0;
    if (found > quality + TINY) {
      best = group;
      quality = found;
    }
  }
  return best;
}

function renumbered(group: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return group.map((own) => {
    let at = numbers.get(own);
    if (at === undefined) {
      at = numbers.size;
      numbers.set(own, at);
    }
    return at;
  });
}

/** Moves nodes while that helps, then does the same with the groups as nodes, until nothing moves. */
function climb(graph: SimpleGraph, resolution: number, random: () => number): Int32Array {
  let level = graph;
  let loops = new Float64Array(graph.order);
  let group = Int32Array.from({ length: graph.order }, (_, node) => node);
  for (;;) {
    const moved = renumbered(moveNodes(level, loops, resolution, random));
    const count = moved.reduce((most, own) => Math.max(most, own + 1), 0);
    if (count === level.order) return group;
    group = group.map((own) => moved[own] as number);
    const builder = new GraphBuilder(count);
    const inner = new Float64Array(count);
    for (let node = 0; node < level.order; node++) {
      const own = moved[node] as number;
      inner[own] = (inner[own] as number) + (loops[node] as number);
      for (let slot = level.start[node] as number; slot < (level.start[node + 1] as number); slot++) {
        const other = moved[level.neighbour[slot] as number] as number;
        const weight = level.weight[slot] as number;
        if (other === own) inner[own] = (inner[own] as number) + weight;
        else if (own < other) builder.add(own, other, weight);
      }
    }
    level = builder.build();
    loops = inner;
  }
}

/** `loops` is twice the weight inside each node of the level. */
function moveNodes(
  graph: SimpleGraph,
  loops: Float64Array,
  resolution: number,
  random: () => number,
): Int32Array {
  const { order, start, neighbour, weight } = graph;
  const group = Int32Array.from({ length: order }, (_, node) => node);
  const strength = Float64Array.from(group, (node) => strengthOf(graph, node) + (loops[node] as number));
  const total = strength.slice();
  const twice = strength.reduce((sum, own) => sum + own, 0);
  const sequence = group.slice();
  shuffle(sequence, random);
  let moving = twice > 0;
  while (moving) {
    moving = false;
    for (const node of sequence) {
      if (degreeOf(graph, node) === 0) continue;
      const own = group[node] as number;
      const mine = strength[node] as number;
      const towards = new Map<number, number>([[own, 0]]);
      for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++) {
        const other = group[neighbour[slot] as number] as number;
        towards.set(other, (towards.get(other) ?? 0) + (weight[slot] as number));
      }
      total[own] = (total[own] as number) - mine;
      const gain = (to: number): number =>
        (towards.get(to) ?? 0) - (resolution * mine * (total[to] as number)) / twice;
      let best = own;
      let most = gain(own);
      for (const to of towards.keys()) {
        const found = gain(to);
        if (found > most + TINY * twice) {
          best = to;
          most = found;
        }
      }
      total[best] = (total[best] as number) + mine;
      if (best !== own) {
        group[node] = best;
        moving = true;
      }
    }
  }
  return group;
}
