/**
 * The k first simple paths in the promised order: Yen's algorithm with Lawler's partition (J. Y. Yen, Management Science 17,
 * 1971; E. L. Lawler, Management Science 18, 1972). Each candidate is the least path of a set of paths that share a prefix and
 * avoid some next nodes; the sets never overlap, so no candidate comes twice.
 */

import { Heap } from "./heap.ts";
import { quickPath } from "./quick-path.ts";
import { comparePaths, hopCost, type RawPath, type SearchGraph } from "./search-graph.ts";
import { leastPath, measure } from "./shortest-search.ts";
import { nextEpoch } from "./walk-table.ts";

interface Candidate extends RawPath {
  /** Position of the node up to which the prefix is fixed. */
  readonly fixed: number;
  /** Nodes that must not follow that node. */
  readonly notNext: readonly number[];
}

/** At most `limit` paths of at most `maxHops` hops between two different nodes. Stops early, with what it has, when `expired` says so. */
export function firstPaths(
  graph: SearchGraph,
  from: number,
  to: number,
  limit: number,
  maxHops: number,
  expired: () => boolean = () => false,
): RawPath[] {
  const accepted: RawPath[] = [];
  const { rank } = graph.table;
  const waiting = new Heap<Candidate>((a, b) => comparePaths(rank, a, b) < 0);
  const first = leastWithin(graph, [], 0, from, to, [], maxHops);
  if (first) waiting.push(first);
  while (accepted.length < limit && !expired()) {
    const path = waiting.pop();
    if (!path) break;
    accepted.push({ nodes: path.nodes, cost: path.cost });
    if (accepted.length === limit) break;
    const { nodes } = path;
    let prefixCost = 0;
    for (let at = 1; at <= path.fixed; at++)
      prefixCost += hopCost(graph, nodes[at - 1] as number, nodes[at] as number);
    for (let at = path.fixed; at < nodes.length - 1; at++) {
      // One search may take long where nodes have thousands of neighbours.
      if (expired()) return accepted;
      const next = nodes[at + 1] as number;
      const notNext = at === path.fixed ? [...path.notNext, next] : [next];
      const spur = nodes[at] as number;
      const candidate = leastWithin(graph, nodes.slice(0, at), prefixCost, spur, to, notNext, maxHops);
      if (candidate) waiting.push(candidate);
      prefixCost += hopCost(graph, spur, next);
    }
  }
  return accepted;
}

/** The least path that goes through `prefix`, then `spur`, then none of `notNext`. */
function leastWithin(
  graph: SearchGraph,
  prefix: readonly number[],
  prefixCost: number,
  spur: number,
  to: number,
  notNext: readonly number[],
  maxHops: number,
): Candidate | null {
  const hops = maxHops - prefix.length;
  const tail = graph.weighted
    ? cheapestTail(graph, prefix, spur, to, notNext, hops)
    : quickPath(graph, spur, to, hops, { closed: prefix, notNext });
  if (!tail) return null;
  return {
    nodes: [...prefix, ...tail.nodes],
    cost: prefixCost + tail.cost,
    fixed: prefix.length,
    notNext,
  };
}

function cheapestTail(
  graph: SearchGraph,
  prefix: readonly number[],
  spur: number,
  to: number,
  notNext: readonly number[],
  maxHops: number,
): RawPath | null {
  const { scratch } = graph;
  scratch.bannedEpoch = nextEpoch(scratch);
  scratch.notNextEpoch = nextEpoch(scratch);
  for (const node of prefix) scratch.banned[node] = scratch.bannedEpoch;
  for (const node of notNext) scratch.notNext[node] = scratch.notNextEpoch;
  const levels = measure(graph, spur, to, maxHops);
  const tail = levels && leastPath(graph, levels);
  scratch.bannedEpoch = nextEpoch(scratch);
  scratch.notNextEpoch = nextEpoch(scratch);
  return tail;
}
