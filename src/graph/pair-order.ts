/** The statements of an index by holder, then by target: those of one pair of nodes stand together. */

import type { Adjacency } from "./adjacency.ts";

/** Statements whose ends the roll-up made fall together are left out. */
export interface PairOrder {
  /** Places of the statements that node n holds: `start[n] … start[n + 1] − 1`. */
  readonly start: Int32Array;
  /** By place, the number of a statement: by the node that it is about, then ascending. */
  readonly statement: Int32Array;
  /** By place, the node that it is about; beside the numbers, because whoever walks the order would look far apart for it. */
  readonly target: Int32Array;
}

const orders = new WeakMap<Adjacency, PairOrder>();

/**
 * The order under a roll-up. Made at the first call, O(nodes + edges), then kept as long as the adjacency.
 * @param statementCount edges from this number on are structural, and left out too
 */
export function pairOrder(adjacency: Adjacency, statementCount: number): PairOrder {
  let order = orders.get(adjacency);
  if (!order) {
    order = sortByPair(adjacency, statementCount);
    orders.set(adjacency, order);
  }
  return order;
}

/** The rows by target dealt out to the holders: a radix sort whose first pass is the adjacency itself. */
function sortByPair({ from, inStart, inEdge }: Adjacency, statementCount: number): PairOrder {
  const nodes = inStart.length - 1;
  const start = new Int32Array(nodes + 1);
  for (let at = 0; at < inEdge.length; at++) {
    const edge = inEdge[at] as number;
    if (edge >= statementCount) continue;
    const row = (from[edge] as number) + 1;
    start[row] = (start[row] as number) + 1;
  }
  for (let node = 0; node < nodes; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const size = start[nodes] as number;
  const next = start.slice();
  const statement = new Int32Array(size);
  const target = new Int32Array(size);
  for (let node = 0; node < nodes; node++)
    for (let at = inStart[node] as number; at < (inStart[node + 1] as number); at++) {
      const edge = inEdge[at] as number;
      if (edge >= statementCount) continue;
      const holder = from[edge] as number;
      const place = next[holder] as number;
      next[holder] = place + 1;
      statement[place] = edge;
      target[place] = node;
    }
  return { start, statement, target };
}
