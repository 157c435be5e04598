/**
 * Fewest-hop search from both ends, and what follows from its levels: the number of fewest-hop paths, the least of them in the
 * promised order, and all of them one by one.
 */

import {
  anyPasses,
  COST_UNIT,
  passes,
  type RawPath,
  runCost,
  runEnd,
  type SearchGraph,
} from "./search-graph.ts";
import { nextEpoch } from "./walk-table.ts";

/** Levels around one pair: `toTarget` of the scratch holds, under `epoch`, the distance to the target of every node on a fewest-hop path. */
export interface Levels {
  readonly from: number;
  readonly to: number;
  readonly hops: number;
  readonly epoch: number;
}

/**
 * Fewest hops from `from` to `to` (two different nodes), of at most `maxHops`; null when there is no such path. Grows the
 * cheaper of two frontiers level by level and respects the scratch's `blocked`, `banned` and `notNext`.
 * What it returns is good until the next search on the same table.
 */
export function measure(graph: SearchGraph, from: number, to: number, maxHops: number): Levels | null {
  const { scratch, table, forward, backward } = graph;
  const { start, neighbour } = table;
  const { blocked, banned, bannedEpoch, notNext, notNextEpoch } = scratch;
  const { forwardStamp, forwardLevel, targetStamp, toTarget, forwardQueue, backwardQueue } = scratch;
  const epoch = nextEpoch(scratch);
  forwardStamp[from] = epoch;
  forwardLevel[from] = 0;
  forwardQueue[0] = from;
  targetStamp[to] = epoch;
  toTarget[to] = 0;
  backwardQueue[0] = to;
  let ahead = 0;
  let behind = 0;
  let forwardHead = 0;
  let forwardTail = 1;
  let backwardHead = 0;
  let backwardTail = 1;
  let forwardWork = (start[from + 1] as number) - (start[from] as number);
  let backwardWork = (start[to + 1] as number) - (start[to] as number);
  let met = false;
  while (!met && forwardHead < forwardTail && backwardHead < backwardTail && ahead + behind < maxHops) {
    if (forwardWork <= backwardWork) {
      const levelEnd = forwardTail;
      ahead++;
      forwardWork = 0;
      for (; forwardHead < levelEnd; forwardHead++) {
        const node = forwardQueue[forwardHead] as number;
        const rowEnd = start[node + 1] as number;
        for (let slot = start[node] as number; slot < rowEnd; slot++) {
          const next = neighbour[slot] as number;
          if (forwardStamp[next] === epoch || blocked[next] || banned[next] === bannedEpoch) continue;
          if (node === from && notNext[next] === notNextEpoch) continue;
          if (!passes(graph, slot, forward)) continue;
          forwardStamp[next] = epoch;
          forwardLevel[next] = ahead;
          forwardQueue[forwardTail++] = next;
          forwardWork += (start[next + 1] as number) - (start[next] as number);
          if (targetStamp[next] === epoch) met = true;
        }
      }
    } else {
      const levelEnd = backwardTail;
      behind++;
      backwardWork = 0;
      for (; backwardHead < levelEnd; backwardHead++) {
        const node = backwardQueue[backwardHead] as number;
        const rowEnd = start[node + 1] as number;
        for (let slot = start[node] as number; slot < rowEnd; slot++) {
          const next = neighbour[slot] as number;
          if (targetStamp[next] === epoch || blocked[next] || banned[next] === bannedEpoch) continue;
          if (next === from && notNext[node] === notNextEpoch) continue;
          if (!passes(graph, slot, backward)) continue;
          targetStamp[next] = epoch;
          toTarget[next] = behind;
          backwardQueue[backwardTail++] = next;
          backwardWork += (start[next + 1] as number) - (start[next] as number);
          if (forwardStamp[next] === epoch) met = true;
        }
      }
    }
  }
  if (!met) return null;
  const levels = { from, to, hops: ahead + behind, epoch };
  labelForwardHalf(graph, levels, ahead, forwardHead, forwardTail);
  return levels;
}

/** Carries the distance to the target from the level where the searches met back to `from`. */
function labelForwardHalf(
  graph: SearchGraph,
  { from, hops, epoch }: Levels,
  ahead: number,
  frontStart: number,
  frontEnd: number,
): void {
  const { scratch, table, backward } = graph;
  const { start, neighbour } = table;
  const { forwardStamp, forwardLevel, targetStamp, toTarget, forwardQueue, order } = scratch;
  const { notNext, notNextEpoch } = scratch;
  let count = 0;
  for (let at = frontStart; at < frontEnd; at++) {
    const node = forwardQueue[at] as number;
    if (targetStamp[node] === epoch) order[count++] = node;
  }
  let head = 0;
  for (let level = ahead - 1; level >= 0; level--) {
    const levelEnd = count;
    for (; head < levelEnd; head++) {
      const node = order[head] as number;
      const rowEnd = start[node + 1] as number;
      for (let slot = start[node] as number; slot < rowEnd; slot++) {
        const previous = neighbour[slot] as number;
        if (forwardStamp[previous] !== epoch || forwardLevel[previous] !== level) continue;
        if (targetStamp[previous] === epoch) continue;
        if (previous === from && notNext[node] === notNextEpoch) continue;
        if (!passes(graph, slot, backward)) continue;
        targetStamp[previous] = epoch;
        toTarget[previous] = hops - level;
        order[count++] = previous;
      }
    }
  }
}

/** Whether the run at `slot` leads one level nearer to the target. */
function leadsOn(graph: SearchGraph, levels: Levels, node: number, slot: number, end: number): boolean {
  const { targetStamp, toTarget, notNext, notNextEpoch } = graph.scratch;
  const next = graph.table.neighbour[slot] as number;
  if (targetStamp[next] !== levels.epoch || toTarget[next] !== (toTarget[node] as number) - 1) return false;
  if (node === levels.from && notNext[next] === notNextEpoch) return false;
  return anyPasses(graph, slot, end, graph.forward);
}

/** Lists the nodes on fewest-hop paths, `from` first and nearer ones later, in `scratch.order`, and counts the ways to each. */
function sweep(graph: SearchGraph, levels: Levels): number {
  const { scratch, table } = graph;
  const { order, orderStamp, ways } = scratch;
  const seen = nextEpoch(scratch);
  order[0] = levels.from;
  orderStamp[levels.from] = seen;
  ways[levels.from] = 1;
  let count = 1;
  for (let head = 0; head < count; head++) {
    const node = order[head] as number;
    if (node === levels.to) continue;
    const rowEnd = table.start[node + 1] as number;
    for (let slot = table.start[node] as number; slot < rowEnd; ) {
      const end = runEnd(table, slot, rowEnd);
      if (leadsOn(graph, levels, node, slot, end)) {
        const next = table.neighbour[slot] as number;
        if (orderStamp[next] !== seen) {
          orderStamp[next] = seen;
          ways[next] = 0;
          order[count++] = next;
        }
        ways[next] = (ways[next] as number) + (ways[node] as number);
      }
      slot = end;
    }
  }
  return count;
}

/** Number of fewest-hop paths; at most `Number.MAX_SAFE_INTEGER`, beyond which no exact number is given. */
export function countPaths(graph: SearchGraph, levels: Levels): number {
  sweep(graph, levels);
  return Math.min(graph.scratch.ways[levels.to] as number, Number.MAX_SAFE_INTEGER);
}

/** The least of the fewest-hop paths in the promised order. */
export function leastPath(graph: SearchGraph, levels: Levels): RawPath {
  const { scratch, table } = graph;
  const { least, order } = scratch;
  if (graph.weighted) {
    const count = sweep(graph, levels);
    for (let at = count - 1; at >= 0; at--) {
      const node = order[at] as number;
      least[node] = node === levels.to ? 0 : Number.POSITIVE_INFINITY;
      if (node === levels.to) continue;
      const rowEnd = table.start[node + 1] as number;
      for (let slot = table.start[node] as number; slot < rowEnd; ) {
        const end = runEnd(table, slot, rowEnd);
        if (leadsOn(graph, levels, node, slot, end)) {
          const cost = runCost(graph, slot, end) + (least[table.neighbour[slot] as number] as number);
          if (cost < (least[node] as number)) least[node] = cost;
        }
        slot = end;
      }
    }
  }
  const nodes = [levels.from];
  let node = levels.from;
  while (node !== levels.to) {
    const rowEnd = table.start[node + 1] as number;
    let slot = table.start[node] as number;
    for (;;) {
      const end = runEnd(table, slot, rowEnd);
      const next = table.neighbour[slot] as number;
      // Rows are in key order, so the first neighbour on a least way is the right one.
      if (
        leadsOn(graph, levels, node, slot, end) &&
        (!graph.weighted || runCost(graph, slot, end) + (least[next] as number) === least[node])
      ) {
        node = next;
        break;
      }
      slot = end;
    }
    nodes.push(node);
  }
  const cost = graph.weighted ? (least[levels.from] as number) : levels.hops * COST_UNIT;
  return { nodes, cost };
}

/** The first `limit` fewest-hop paths by node keys, for a graph without weights. */
export function listPaths(graph: SearchGraph, levels: Levels, limit: number): RawPath[] {
  const { table } = graph;
  const found: RawPath[] = [];
  const nodes = [levels.from];
  const cursors = [table.start[levels.from] as number];
  while (nodes.length > 0 && found.length < limit) {
    const node = nodes[nodes.length - 1] as number;
    const slot = cursors[cursors.length - 1] as number;
    const rowEnd = table.start[node + 1] as number;
    if (node === levels.to || slot >= rowEnd) {
      if (node === levels.to) found.push({ nodes: nodes.slice(), cost: levels.hops * COST_UNIT });
      nodes.pop();
      cursors.pop();
      continue;
    }
    const end = runEnd(table, slot, rowEnd);
    cursors[cursors.length - 1] = end;
    if (leadsOn(graph, levels, node, slot, end)) {
      const next = table.neighbour[slot] as number;
      nodes.push(next);
      cursors.push(table.start[next] as number);
    }
  }
  return found;
}
