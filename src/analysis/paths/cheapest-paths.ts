/**
 * The cheapest of the fewest-hop paths, one after the other: best-first over their beginnings, each weighed with what the rest
 * costs at least, which is known exactly. So no beginning is looked at in vain, and no search is made anew for each path.
 */

import { Heap } from "./heap.ts";
import { compareNodes, hopCost, type RawPath, type SearchGraph } from "./search-graph.ts";
import { costsToTarget, type Levels, leadsOn } from "./shortest-search.ts";

interface Beginning {
  readonly nodes: readonly number[];
  /** Of the hops so far. */
  readonly spent: number;
  /** Of the cheapest path that begins so. */
  readonly cost: number;
}

/** The first `limit` fewest-hop paths by cost, then node keys; fewer when there are fewer. */
export function cheapestPaths(graph: SearchGraph, levels: Levels, limit: number): RawPath[] {
  costsToTarget(graph, levels);
  const { rank } = graph.table;
  // Of two beginnings that agree as far as both go, the shorter is looked at first: what it leads to may come before the other.
  const waiting = new Heap<Beginning>(
    (a, b) =>
      (a.cost - b.cost || compareNodes(rank, a.nodes, b.nodes) || a.nodes.length - b.nodes.length) < 0,
  );
  waiting.push({ nodes: [levels.from], spent: 0, cost: graph.scratch.least[levels.from] as number });
  const found: RawPath[] = [];
  while (found.length < limit) {
    const least = waiting.pop();
    if (!least) break;
    const { nodes, cost } = least;
    if (nodes.at(-1) === levels.to) found.push({ nodes, cost });
    // What is beyond the limit among the ways on from one beginning is beyond it among all.
    else for (const further of waysOn(graph, levels, least).slice(0, limit)) waiting.push(further);
  }
  return found;
}

/** The beginnings that are one hop longer, cheapest first, equal ones by node keys. */
function waysOn(graph: SearchGraph, levels: Levels, { nodes, spent }: Beginning): Beginning[] {
  const { onward, scratch } = graph;
  const node = nodes.at(-1) as number;
  const ways: Beginning[] = [];
  // Rows are in key order, and the sort is stable.
  const rowEnd = onward.span[2 * node + 1] as number;
  for (let slot = onward.span[2 * node] as number; slot < rowEnd; slot++) {
    const next = onward.pool[slot] as number;
    if (!leadsOn(graph, levels, node, next)) continue;
    const so = spent + hopCost(graph, node, next);
    ways.push({ nodes: [...nodes, next], spent: so, cost: so + (scratch.least[next] as number) });
  }
  return ways.sort((a, b) => a.cost - b.cost);
}
