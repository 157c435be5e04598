/** Communities by joining, step by step, the two groups whose union raises modularity most. */

import { type SimpleGraph, strengthOf } from "./simple-graph.ts";

/**
 * A. Clauset, M. E. J. Newman and C. Moore, "Finding community structure in very large networks", Phys. Rev. E 70, 2004; here on a
 * full matrix, O(order³). Stops where no union raises modularity; nodes without edges stay alone. Of equal unions the first.
 */
export function greedyModularity(graph: SimpleGraph): Int32Array {
  const { order, start, neighbour, weight } = graph;
  const group = Int32Array.from({ length: order }, (_, node) => node);
  const between = new Float64Array(order * order);
  const strength = Float64Array.from(group, (node) => strengthOf(graph, node));
  const twice = strength.reduce((sum, own) => sum + own, 0);
  for (let node = 0; node < order; node++)
    for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++)
      between[node * order + (neighbour[slot] as number)] = weight[slot] as number;
  const alive = [...group];
  while (twice > 0) {
    let [one, two, most] = [-1, -1, 1e-12];
    for (const [at, a] of alive.entries())
      for (const b of alive.slice(at + 1)) {
        const joint = between[a * order + b] as number;
        if (joint === 0) continue;
        const gain = 2 * (joint / twice - ((strength[a] as number) * (strength[b] as number)) / twice ** 2);
        if (gain > most) [one, two, most] = [a, b, gain];
      }
    if (one < 0) break;
    for (const other of alive) {
      const joint = (between[one * order + other] as number) + (between[two * order + other] as number);
      between[one * order + other] = joint;
      between[other * order + one] = joint;
    }
    between[one * order + one] = 0;
    strength[one] = (strength[one] as number) + (strength[two] as number);
    alive.splice(alive.indexOf(two), 1);
    group.forEach((own, node) => {
      if (own === two) group[node] = one;
    });
  }
  return group;
}
