/** Which nodes lie within a few steps of some. */

/** Calls `visit` with both ends of every edge. */
export type EachPair = (visit: (a: number, b: number) => void) => void;

/** All nodes within `depth` steps (edges read both ways) of `centres`, themselves among them. */
export function surroundings(
  eachPair: EachPair,
  centres: readonly number[],
  depth: number,
): ReadonlySet<number> {
  const nodes = new Set(centres);
  // One pass over the edges for each step: there are three at most.
  for (let step = 0; step < depth; step++) {
    const next = new Set<number>();
    eachPair((a, b) => {
      if (nodes.has(a) && !nodes.has(b)) next.add(b);
      if (nodes.has(b) && !nodes.has(a)) next.add(a);
    });
    if (next.size === 0) break;
    for (const node of next) nodes.add(node);
  }
  return nodes;
}
