/**
 * Fewest-hop search from both ends, and what follows from its levels: the number of fewest-hop paths, the least of them in the
 * promised order, and all of them one by one.
 */

import { COST_UNIT, hopCost, type RawPath, type SearchGraph } from "./search-graph.ts";
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
  const { scratch, onward, back } = graph;
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
  let forwardWork = onward.length(from);
  let backwardWork = back.length(to);
  let met = false;
  while (!met && forwardHead < forwardTail && backwardHead < backwardTail && ahead + behind < maxHops) {
    if (forwardWork <= backwardWork) {
      const levelEnd = forwardTail;
      ahead++;
      forwardWork = 0;
      for (; forwardHead < levelEnd; forwardHead++) {
        const node = forwardQueue[forwardHead] as number;
        const rowEnd = onward.span[2 * node + 1] || onward.make(node);
        const { pool } = onward;
        for (let at = onward.span[2 * node] as number; at < rowEnd; at++) {
          const next = pool[at] as number;
          if (forwardStamp[next] === epoch || blocked[next] || banned[next] === bannedEpoch) continue;
          if (node === from && notNext[next] === notNextEpoch) continue;
          forwardStamp[next] = epoch;
          forwardLevel[next] = ahead;
          forwardQueue[forwardTail++] = next;
          forwardWork += onward.length(next);
          if (targetStamp[next] === epoch) met = true;
        }
      }
    } else {
      const levelEnd = backwardTail;
      behind++;
      backwardWork = 0;
      for (; backwardHead < levelEnd; backwardHead++) {
        const node = backwardQueue[backwardHead] as number;
        const rowEnd = back.span[2 * node + 1] || back.make(node);
        const { pool } = back;
        for (let at = back.span[2 * node] as number; at < rowEnd; at++) {
          const next = pool[at] as number;
          if (targetStamp[next] === epoch || blocked[next] || banned[next] === bannedEpoch) continue;
          if (next === from && notNext[node] === notNextEpoch) continue;
          targetStamp[next] = epoch;
          toTarget[next] = behind;
          backwardQueue[backwardTail++] = next;
          backwardWork += back.length(next);
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
  const { scratch, back } = graph;
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
      const rowEnd = back.span[2 * node + 1] || back.make(node);
      const { pool } = back;
      for (let slot = back.span[2 * node] as number; slot < rowEnd; slot++) {
        const previous = pool[slot] as number;
        if (forwardStamp[previous] !== epoch || forwardLevel[previous] !== level) continue;
        if (targetStamp[previous] === epoch) continue;
        if (previous === from && notNext[node] === notNextEpoch) continue;
        targetStamp[previous] = epoch;
        toTarget[previous] = hops - level;
        order[count++] = previous;
      }
    }
  }
}

/** Whether the step from a node to its neighbour leads one level nearer to the target. */
export function leadsOn({ scratch }: SearchGraph, levels: Levels, node: number, next: number): boolean {
  const { targetStamp, toTarget, notNext, notNextEpoch } = scratch;
  if (targetStamp[next] !== levels.epoch || toTarget[next] !== (toTarget[node] as number) - 1) return false;
  return node !== levels.from || notNext[next] !== notNextEpoch;
}

/** Lists the nodes on fewest-hop paths, `from` first and nearer ones later, in `scratch.order`, and counts the ways to each. */
function sweep(graph: SearchGraph, levels: Levels): number {
  const { scratch, onward } = graph;
  const { order, orderStamp, ways } = scratch;
  const seen = nextEpoch(scratch);
  order[0] = levels.from;
  orderStamp[levels.from] = seen;
  ways[levels.from] = 1;
  let count = 1;
  for (let head = 0; head < count; head++) {
    const node = order[head] as number;
    if (node === levels.to) continue;
    const rowEnd = onward.span[2 * node + 1] || onward.make(node);
    const { pool } = onward;
    for (let at = onward.span[2 * node] as number; at < rowEnd; at++) {
      const next = pool[at] as number;
      if (!leadsOn(graph, levels, node, next)) continue;
      if (orderStamp[next] !== seen) {
        orderStamp[next] = seen;
        ways[next] = 0;
        order[count++] = next;
      }
      ways[next] = (ways[next] as number) + (ways[node] as number);
    }
  }
  return count;
}

/** Number of fewest-hop paths; at most `Number.MAX_SAFE_INTEGER`, beyond which no exact number is given. */
export function countPaths(graph: SearchGraph, levels: Levels): number {
  sweep(graph, levels);
  return Math.min(graph.scratch.ways[levels.to] as number, Number.MAX_SAFE_INTEGER);
}

/** Puts into `scratch.least` what it costs at least to reach the target from each node on a fewest-hop path. */
export function costsToTarget(graph: SearchGraph, levels: Levels): void {
  const { scratch, onward } = graph;
  const { least, order } = scratch;
  const count = sweep(graph, levels);
  for (let at = count - 1; at >= 0; at--) {
    const node = order[at] as number;
    least[node] = node === levels.to ? 0 : Number.POSITIVE_INFINITY;
    if (node === levels.to) continue;
    // All rows that matter were made on the way here.
    const rowEnd = onward.span[2 * node + 1] as number;
    for (let slot = onward.span[2 * node] as number; slot < rowEnd; slot++) {
      const next = onward.pool[slot] as number;
      if (!leadsOn(graph, levels, node, next)) continue;
      const cost = hopCost(graph, node, next) + (least[next] as number);
      if (cost < (least[node] as number)) least[node] = cost;
    }
  }
}

/** The least of the fewest-hop paths in the promised order. */
export function leastPath(graph: SearchGraph, levels: Levels): RawPath {
  const { scratch, onward } = graph;
  const { least } = scratch;
  if (graph.weighted) costsToTarget(graph, levels);
  const nodes = [levels.from];
  let node = levels.from;
  while (node !== levels.to) {
    if (onward.span[2 * node + 1] === 0) onward.make(node);
    // Rows are in key order, so the first neighbour on a least way is the right one.
    for (let slot = onward.span[2 * node] as number; ; slot++) {
      const next = onward.pool[slot] as number;
      if (!leadsOn(graph, levels, node, next)) continue;
      if (graph.weighted && hopCost(graph, node, next) + (least[next] as number) !== least[node]) continue;
      node = next;
      break;
    }
    nodes.push(node);
  }
  const cost = graph.weighted ? (least[levels.from] as number) : levels.hops * COST_UNIT;
  return { nodes, cost };
}

/** The first `limit` fewest-hop paths by node keys, for a graph without weights. */
export function listPaths(graph: SearchGraph, levels: Levels, limit: number): RawPath[] {
  const { onward } = graph;
  const found: RawPath[] = [];
  const rowStart = (node: number): number => {
    if (onward.span[2 * node + 1] === 0) onward.make(node);
    return onward.span[2 * node] as number;
  };
  const nodes = [levels.from];
  const cursors = [rowStart(levels.from)];
  while (nodes.length > 0 && found.length < limit) {
    const node = nodes[nodes.length - 1] as number;
    const slot = cursors[cursors.length - 1] as number;
    if (node === levels.to || slot >= (onward.span[2 * node + 1] as number)) {
      if (node === levels.to) found.push({ nodes: nodes.slice(), cost: levels.hops * COST_UNIT });
      nodes.pop();
      cursors.pop();
      continue;
    }
    cursors[cursors.length - 1] = slot + 1;
    const next = onward.pool[slot] as number;
    if (leadsOn(graph, levels, node, next)) {
      nodes.push(next);
      cursors.push(rowStart(next));
    }
  }
  return found;
}
