/**
 * The walk table: one row of slots per node, each edge once in the row of either end, sorted by the neighbour's key, so that
 * parallel edges lie side by side and the first way found is the first in the promised order. With it goes the scratch memory
 * of the searches. Both are built at the first question on an adjacency and then reused.
 */

import type { Adjacency } from "../../graph/adjacency.ts";
import * as flag from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { byCodeUnit } from "../../model/id.ts";

/** Bits of a slot beside those of edge-flags.ts. A neutral stance, which makes no edge unless asked for. */
export const NEUTRAL_STANCE = 1 << 20;
/** The slot leads against the edge as coded. */
export const AGAINST = 1 << 21;
/** The edge has one direction only, and the slot leads against it. */
export const ONE_WAY_AGAINST = 1 << 22;
/** The edge has one direction only, and the slot leads along it. */
export const ONE_WAY_ALONG = 1 << 23;

export interface WalkTable {
  /** Position of each node in the order of node keys by code unit. */
  readonly rank: Int32Array;
  /** Slots of node n: `start[n] … start[n + 1] − 1`. Loops, merged edges and edges to containers are nowhere. */
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly edge: Int32Array;
  /** Flags of the edge and the slot bits above. */
  readonly word: Uint32Array;
  readonly scratch: Scratch;
}

/**
 * Arrays of one entry per node; a stamp counts only when it equals the epoch in use, so nothing is ever cleared. Stamps are
 * doubles because a busy server would run through 32 bits within days.
 */
export interface Scratch {
  epoch: number;
  /** 1 = may not be walked in the question at hand. */
  readonly blocked: Uint8Array;
  /** Nodes of a prefix that must not be met again. */
  readonly banned: Float64Array;
  bannedEpoch: number;
  /** Nodes that must not come second. */
  readonly notNext: Float64Array;
  notNextEpoch: number;
  readonly forwardStamp: Float64Array;
  readonly forwardLevel: Int32Array;
  readonly targetStamp: Float64Array;
  readonly toTarget: Int32Array;
  readonly forwardQueue: Int32Array;
  readonly backwardQueue: Int32Array;
  readonly order: Int32Array;
  readonly orderStamp: Float64Array;
  /** Distances of the enumeration's bound, apart from those of the searches it makes in between. */
  readonly boundStamp: Float64Array;
  readonly boundHops: Int32Array;
  /**
   * Of the quick searches alone: what is known of a node. Narrow, so that it stays in the processor's nearest memory; blocked
   * nodes are marked as well, so that one look answers both.
   */
  readonly mark: Int32Array;
  markBase: number;
  /** By place in the forward queue: where the nodes begin that were found from the one there. */
  readonly firstChild: Int32Array;
  readonly ways: Float64Array;
  readonly least: Float64Array;
  /** One entry per source: greatest confidence there, in cost units. */
  readonly sourceStamp: Float64Array;
  readonly sourceBest: Float64Array;
}

/** A stamp that no entry of the scratch carries. */
export function nextEpoch(scratch: Scratch): number {
  scratch.epoch++;
  return scratch.epoch;
}

/** The mark of nodes that may not be walked; greater than all others. */
export const BLOCKED_MARK = 2 ** 31 - 1;

/** The first of `count` marks that no node carries. */
export function takeMarks(scratch: Scratch, count: number): number {
  if (scratch.markBase >= BLOCKED_MARK - count) resetMarks(scratch);
  const base = scratch.markBase + 1;
  scratch.markBase += count;
  return base;
}

/** Forgets all marks but those of blocked nodes: whenever `blocked` has changed, or the numbers have run out. */
export function resetMarks(scratch: Scratch): void {
  const { mark, blocked } = scratch;
  scratch.markBase = 0;
  for (let node = 0; node < mark.length; node++) mark[node] = blocked[node] ? BLOCKED_MARK : 0;
}

const tables = new WeakMap<Adjacency, WalkTable>();
const ranks = new WeakMap<StatementIndex, { readonly byRank: Int32Array; readonly rank: Int32Array }>();

/** The table of an adjacency of this index, O(nodes log nodes + edges) the first time. */
export function walkTable(index: StatementIndex, adjacency: Adjacency): WalkTable {
  let table = tables.get(adjacency);
  if (!table) {
    table = buildWalkTable(index, adjacency);
    tables.set(adjacency, table);
  }
  return table;
}

function ranking(index: StatementIndex): { readonly byRank: Int32Array; readonly rank: Int32Array } {
  let found = ranks.get(index);
  if (!found) {
    const { nodes } = index;
    const sorted = [...nodes.keys()].sort((a, b) => byCodeUnit(nodes[a] as string, nodes[b] as string));
    const byRank = Int32Array.from(sorted);
    const rank = new Int32Array(byRank.length);
    byRank.forEach((node, at) => {
      rank[node] = at;
    });
    found = { byRank, rank };
    ranks.set(index, found);
  }
  return found;
}

function buildWalkTable(index: StatementIndex, adjacency: Adjacency): WalkTable {
  const { byRank, rank } = ranking(index);
  const { from, to } = adjacency;
  const nodeCount = index.nodes.length;
  const usable = (edge: number): boolean =>
    from[edge] !== to[edge] && ((index.flags[edge] as number) & flag.CONTAINED) === 0;
  const start = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < index.edgeCount; edge++) {
    if (!usable(edge)) continue;
    (start[(from[edge] as number) + 1] as number)++;
    (start[(to[edge] as number) + 1] as number)++;
  }
  for (let node = 0; node < nodeCount; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const slots = start[nodeCount] as number;
  const neighbour = new Int32Array(slots);
  const edges = new Int32Array(slots);
  const word = new Uint32Array(slots);
  const next = start.slice();
  const put = (at: number, other: number, edge: number, against: boolean): void => {
    const slot = next[at] as number;
    next[at] = slot + 1;
    const bits = index.flags[edge] as number;
    const oneWay = (bits & flag.SYMMETRIC) === 0;
    const neutral = (bits & flag.STANCE) !== 0 && (bits & flag.POLARITY_BIT.neutral) !== 0;
    neighbour[slot] = other;
    edges[slot] = edge;
    word[slot] =
      bits |
      (neutral ? NEUTRAL_STANCE : 0) |
      (against ? AGAINST : 0) |
      (oneWay ? (against ? ONE_WAY_AGAINST : ONE_WAY_ALONG) : 0);
  };
  // Walking the nodes by rank fills every row in the order of its neighbours.
  for (const node of byRank) {
    for (let at = adjacency.outStart[node] as number; at < (adjacency.outStart[node + 1] as number); at++) {
      const edge = adjacency.outEdge[at] as number;
      if (usable(edge)) put(to[edge] as number, node, edge, true);
    }
    for (let at = adjacency.inStart[node] as number; at < (adjacency.inStart[node + 1] as number); at++) {
      const edge = adjacency.inEdge[at] as number;
      if (usable(edge)) put(from[edge] as number, node, edge, false);
    }
  }
  return {
    rank,
    start,
    neighbour,
    edge: edges,
    word,
    scratch: newScratch(nodeCount, index.dataset.sources.length),
  };
}

function newScratch(nodes: number, sources: number): Scratch {
  return {
    epoch: 0,
    blocked: new Uint8Array(nodes),
    banned: new Float64Array(nodes),
    bannedEpoch: 0,
    notNext: new Float64Array(nodes),
    notNextEpoch: 0,
    forwardStamp: new Float64Array(nodes),
    forwardLevel: new Int32Array(nodes),
    targetStamp: new Float64Array(nodes),
    toTarget: new Int32Array(nodes),
    forwardQueue: new Int32Array(nodes),
    backwardQueue: new Int32Array(nodes),
    order: new Int32Array(nodes),
    orderStamp: new Float64Array(nodes),
    boundStamp: new Float64Array(nodes),
    boundHops: new Int32Array(nodes),
    mark: new Int32Array(nodes),
    markBase: 0,
    firstChild: new Int32Array(nodes),
    ways: new Float64Array(nodes),
    least: new Float64Array(nodes),
    sourceStamp: new Float64Array(sources),
    sourceBest: new Float64Array(sources),
  };
}
