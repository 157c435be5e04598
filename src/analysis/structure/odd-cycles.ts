/** Cycles with an odd number of negative ties: each holds at least one tie at odds, whatever the division. */

import type { SignedGraph } from "./signed-graph.ts";

/** A cycle with the weight that it alone uses of each of its ties. */
export interface PackedCycle {
  readonly nodes: readonly number[];
  readonly weight: number;
}

/**
 * Unbalanced cycles that share no weight, short ones first, so that the sum of their weights is a lower bound of the frustration
 * index (every division leaves a tie of each at odds). Greedy; `steps` bounds the work. Triangles, then shortest cycles through
 * each node by breadth-first search in the signed double cover.
 */
export function packOddCycles(graph: SignedGraph, steps: number): readonly PackedCycle[] {
  const left = Float64Array.from(graph.ties, ({ weight }) => weight);
  const cycles: PackedCycle[] = [];
  let budget = steps;
  const take = (nodes: readonly number[], ties: readonly number[]): void => {
    const weight = ties.reduce(
      (least, tie) => Math.min(least, left[tie] as number),
      Number.POSITIVE_INFINITY,
    );
    for (const tie of ties) left[tie] = (left[tie] as number) - weight;
    cycles.push({ nodes, weight });
  };
  const { start, neighbour, value, tie } = graph;
  const slotTo = new Int32Array(graph.order).fill(-1);
  for (let a = 0; a < graph.order && budget > 0; a++) {
    for (let slot = start[a] as number; slot < (start[a + 1] as number); slot++)
      slotTo[neighbour[slot] as number] = slot;
    for (let first = start[a] as number; first < (start[a + 1] as number); first++) {
      const b = neighbour[first] as number;
      if (b < a) continue;
      for (let second = start[b] as number; second < (start[b + 1] as number); second++) {
        budget--;
        const c = neighbour[second] as number;
        const third = slotTo[c] as number;
        if (c < b || third < 0) continue;
        const ties = [first, second, third].map((slot) => tie[slot] as number);
        const product = (value[first] as number) * (value[second] as number) * (value[third] as number);
        if (product < 0 && ties.every((each) => (left[each] as number) > 0)) take([a, b, c], ties);
      }
    }
    for (let slot = start[a] as number; slot < (start[a + 1] as number); slot++)
      slotTo[neighbour[slot] as number] = -1;
  }
  for (let root = 0; root < graph.order && budget > 0; root++)
    for (;;) {
      const search = shortestOddWalk(graph, left, root);
      budget -= search.steps;
      // A walk that meets a node twice holds a shorter cycle, which is found from a node on it.
      if (!search.walk || new Set(search.walk.nodes).size < search.walk.nodes.length) break;
      take(search.walk.nodes, search.walk.ties);
      if (budget <= 0) break;
    }
  return cycles;
}

interface OddWalk {
  readonly walk: { readonly nodes: readonly number[]; readonly ties: readonly number[] } | null;
  readonly steps: number;
}

/** States 2n and 2n + 1: node n reached by an even or odd number of negative ties. */
function shortestOddWalk(graph: SignedGraph, left: Float64Array, root: number): OddWalk {
  const { order, start, neighbour, value, tie } = graph;
  const via = new Int32Array(2 * order).fill(-1);
  const from = new Int32Array(2 * order).fill(-1);
  const goal = 2 * root + 1;
  const queue = [2 * root];
  from[2 * root] = 2 * root;
  let steps = order;
  for (let head = 0; head < queue.length && from[goal] === -1; head++) {
    const state = queue[head] as number;
    const node = state >> 1;
    for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++) {
      steps++;
      if ((left[tie[slot] as number] as number) <= 0) continue;
      const next =
        2 * (neighbour[slot] as number) + ((value[slot] as number) < 0 ? 1 - (state & 1) : state & 1);
      if (from[next] !== -1) continue;
      from[next] = state;
      via[next] = tie[slot] as number;
      queue.push(next);
    }
  }
  if (from[goal] === -1) return { walk: null, steps };
  const nodes: number[] = [];
  const ties: number[] = [];
  for (let state = goal; state !== 2 * root; state = from[state] as number) {
    nodes.push(state >> 1);
    ties.push(via[state] as number);
  }
  return { walk: { nodes, ties }, steps };
}
