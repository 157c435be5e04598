/** What hops cost, each looked up once: most are part of very many walks. */

import { hopCost, type SearchGraph } from "./search-graph.ts";

export interface HopCosts {
  /** Of the hop from a node to the neighbour at a slot of the rows. */
  of(node: number, next: number, slot: number): number;
  /** Of the hop from a node to the target. */
  toTarget(node: number): number;
}

/** For the hops of a graph, and those to one target. */
export function hopCosts(graph: SearchGraph, to: number): HopCosts {
  let bySlot = new Float64Array(graph.onward.pool.length).fill(Number.NaN);
  const last = new Float64Array(graph.scratch.blocked.length).fill(Number.NaN);
  return {
    of(node, next, slot) {
      if (slot >= bySlot.length) {
        // Rows have been made meanwhile.
        const more = new Float64Array(graph.onward.pool.length).fill(Number.NaN);
        more.set(bySlot);
        bySlot = more;
      }
      const known = bySlot[slot] as number;
      if (!Number.isNaN(known)) return known;
      const cost = hopCost(graph, node, next);
      bySlot[slot] = cost;
      return cost;
    },
    toTarget(node) {
      if (Number.isNaN(last[node])) last[node] = hopCost(graph, node, to);
      return last[node] as number;
    },
  };
}
