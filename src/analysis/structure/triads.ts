/** Balanced and unbalanced triads of a signed graph. */

import type { SignedGraph } from "./signed-graph.ts";

/** Steps beyond which triads are not counted. */
const MOST_STEPS = 2e8;

export interface Triads {
  readonly all: number;
  readonly balanced: number;
  /** By tie: 1 where it is part of a triangle. */
  readonly ties: Uint8Array;
}

/**
 * Triangles, and those with a positive product of signs (D. Cartwright and F. Harary, "Structural balance", 1956). Null when
 * there are too many to count.
 */
export function countTriads(graph: SignedGraph): Triads | null {
  const { order, start, neighbour, value, tie } = graph;
  const ties = new Uint8Array(graph.ties.length);
  const sign = new Int8Array(order);
  const tieTo = new Int32Array(order);
  let all = 0;
  let balanced = 0;
  let steps = 0;
  for (let a = 0; a < order; a++) {
    const first = start[a] as number;
    const end = start[a + 1] as number;
    for (let slot = first; slot < end; slot++) {
      sign[neighbour[slot] as number] = Math.sign(value[slot] as number);
      tieTo[neighbour[slot] as number] = tie[slot] as number;
    }
    for (let slot = first; slot < end; slot++) {
      const b = neighbour[slot] as number;
      if (b < a) continue;
      for (let next = start[b] as number; next < (start[b + 1] as number); next++) {
        steps++;
        const c = neighbour[next] as number;
        const third = sign[c] as number;
        if (c < b || third === 0) continue;
        all++;
        for (const own of [tie[slot], tie[next], tieTo[c]]) ties[own as number] = 1;
        if ((value[slot] as number) * (value[next] as number) * third > 0) balanced++;
      }
      if (steps > MOST_STEPS) return null;
    }
    for (let slot = first; slot < end; slot++) sign[neighbour[slot] as number] = 0;
  }
  return { all, balanced, ties };
}
