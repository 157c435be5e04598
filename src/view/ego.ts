/** Which nodes lie within a few steps of some, and the edges among them. */

import type { DraftEdge } from "./projections/projection.ts";

/** The ego network: all nodes within `depth` steps (edges read both ways) of `centres`, with every edge among them. */
export function egoNetwork(
  drafts: readonly DraftEdge[],
  centres: readonly number[],
  depth: number,
): { readonly nodes: ReadonlySet<number>; readonly drafts: readonly DraftEdge[] } {
  const neighbours = new Map<number, number[]>();
  const note = (a: number, b: number) => {
    const known = neighbours.get(a);
    if (known) known.push(b);
    else neighbours.set(a, [b]);
  };
  for (const { from, to } of drafts) {
    note(from, to);
    note(to, from);
  }
  const nodes = new Set(centres);
  let border = [...centres];
  for (let step = 0; step < depth && border.length > 0; step++) {
    const next: number[] = [];
    for (const node of border)
      for (const neighbour of neighbours.get(node) ?? [])
        if (!nodes.has(neighbour)) {
          nodes.add(neighbour);
          next.push(neighbour);
        }
    border = next;
  }
  return { nodes, drafts: drafts.filter(({ from, to }) => nodes.has(from) && nodes.has(to)) };
}
