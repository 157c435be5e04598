/** The search graph: the compiled view of a question and the nodes closed to it; every search of the four modes runs on it. */

import type { Adjacency } from "../../graph/adjacency.ts";
import { accepts, type EdgeFilter } from "../../graph/filter.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { PathVia } from "../../model/path.ts";
import type { View } from "../../model/view.ts";
import { blockNodes } from "./blocking.ts";
import { compiledView } from "./compiled-view.ts";
import type { NeighbourRows } from "./neighbour-rows.ts";
import { nextEpoch, type Scratch, type WalkTable, walkTable } from "./walk-table.ts";

/** Costs are whole numbers of 10⁻¹², so that sums compare exactly. One plain hop costs one `COST_UNIT`. */
export const COST_UNIT = 1e12;

/** A path as node numbers with its cost in units. */
export interface RawPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}

export interface SearchGraph {
  readonly index: StatementIndex;
  readonly adjacency: Adjacency;
  readonly table: WalkTable;
  readonly scratch: Scratch;
  readonly filter: EdgeFilter;
  /** Forbidden bits of a slot when walking on. */
  readonly forward: number;
  /** Where to walk on from a node, and from where a node is walked to; the same rows when directions do not count. */
  readonly onward: NeighbourRows;
  readonly back: NeighbourRows;
  readonly weighted: boolean;
}

export interface SearchGraphOptions {
  readonly via: readonly PathVia[];
  readonly directed: boolean;
  readonly weighted: boolean;
  /** Node numbers after roll-up. */
  readonly avoid: readonly number[];
  /** By node after roll-up, 1 = may be walked; null = all. */
  readonly allowed: Uint8Array | null;
}

/**
 * Compiles view and question. The scratch memory is shared by all search graphs of one adjacency: the latest compiled is the
 * one that may be searched.
 */
export function compileSearch(
  index: StatementIndex,
  view: Pick<View, "filter" | "rollup">,
  { via, directed, weighted, avoid, allowed }: SearchGraphOptions,
): SearchGraph {
  const adjacency = index.adjacency(view.rollup);
  const table = walkTable(index, adjacency);
  const { scratch } = table;
  const compiled = compiledView(index, table, { filter: view.filter, via, directed });
  // Who is no stakeholder has no edges in such a view; after roll-up such a node may stand for stakeholders, and then is walked.
  blockNodes(scratch, { allowed, avoid });
  scratch.bannedEpoch = nextEpoch(scratch);
  scratch.notNextEpoch = nextEpoch(scratch);
  return { index, adjacency, table, scratch, ...compiled, weighted };
}

/** Whether a slot may be walked on. */
export function passes({ table, forward, index, filter }: SearchGraph, slot: number): boolean {
  return ((table.word[slot] as number) & forward) === 0 && accepts(index, filter, table.edge[slot] as number);
}

/** The end of the run of slots to the same neighbour that begins at `slot`. */
export function runEnd(table: WalkTable, slot: number, rowEnd: number): number {
  const node = table.neighbour[slot];
  let end = slot + 1;
  while (end < rowEnd && table.neighbour[end] === node) end++;
  return end;
}

/** First slot of the run from `from` to `to`, or −1 when they are no neighbours. Binary search by rank. */
export function findRun(table: WalkTable, from: number, to: number): number {
  const wanted = table.rank[to] as number;
  let low = table.start[from] as number;
  const rowEnd = table.start[from + 1] as number;
  let high = rowEnd;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table.rank[table.neighbour[middle] as number] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < rowEnd && table.neighbour[low] === to ? low : -1;
}

/**
 * Cost in units of the hop whose slots are `slot … end − 1`: one unit, or weighted 1 / (1 + Σ over documents of the greatest
 * confidence there). Structure adds nothing, so that a hop of structure alone costs one unit as well.
 */
export function runCost(graph: SearchGraph, slot: number, end: number): number {
  if (!graph.weighted) return COST_UNIT;
  const { index, scratch, table } = graph;
  const epoch = nextEpoch(scratch);
  let sum = 0;
  for (let at = slot; at < end; at++) {
    const edge = table.edge[at] as number;
    const source = index.source[edge] as number;
    if (source < 0 || !passes(graph, at)) continue;
    const confidence = Math.round((index.confidence[edge] as number) * COST_UNIT);
    if (scratch.sourceStamp[source] !== epoch) {
      scratch.sourceStamp[source] = epoch;
      scratch.sourceBest[source] = confidence;
      sum += confidence;
    } else if (confidence > (scratch.sourceBest[source] as number)) {
      sum += confidence - (scratch.sourceBest[source] as number);
      scratch.sourceBest[source] = confidence;
    }
  }
  return Math.round((COST_UNIT * COST_UNIT) / (COST_UNIT + sum));
}

/** Cost in units of the hop between two neighbours. */
export function hopCost(graph: SearchGraph, from: number, to: number): number {
  if (!graph.weighted) return COST_UNIT;
  const slot = findRun(graph.table, from, to);
  return runCost(graph, slot, runEnd(graph.table, slot, graph.table.start[from + 1] as number));
}

/** Cost in units of a whole path. */
export function pathCost(graph: SearchGraph, nodes: readonly number[]): number {
  if (!graph.weighted) return (nodes.length - 1) * COST_UNIT;
  let cost = 0;
  for (let at = 1; at < nodes.length; at++)
    cost += hopCost(graph, nodes[at - 1] as number, nodes[at] as number);
  return cost;
}

/** The promised order: hops, then cost, then node keys by code unit, one after the other. */
export function comparePaths(rank: Int32Array, a: RawPath, b: RawPath): number {
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  return a.cost - b.cost || compareNodes(rank, a.nodes, b.nodes);
}

/** By node keys by code unit, one after the other, as far as both go. */
export function compareNodes(rank: Int32Array, a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = (rank[a[at] as number] as number) - (rank[b[at] as number] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
