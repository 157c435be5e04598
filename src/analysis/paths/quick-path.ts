/**
 * The least fewest-hop path of a graph without weights, alone and at once: what the spurs of the k paths ask for over and over.
 * Searches from both ends. Rows are in key order, so a forward level is found in the order of the least ways to its nodes, and
 * the first node of it that the target reaches is on the least path.
 */

import { COST_UNIT, type RawPath, type SearchGraph } from "./search-graph.ts";
import { BLOCKED_MARK, takeMarks } from "./walk-table.ts";

/** What a path must keep off. */
export interface Barred {
  /** Nodes that may not be met; neither end is among them. */
  readonly closed: readonly number[];
  /** Nodes that may not come second. */
  readonly notNext: readonly number[];
}

const NOTHING_BARRED: Barred = { closed: [], notNext: [] };

/** What a mark says of a node beyond `base`: 0 = reached from the start; less = nothing is known of it. */
const SHUT = 1;
const MEETING = 2;
/** And all beyond: so many hops from the target. */
const TO_TARGET = 3;

/**
 * The path that `measure` and `leastPath` give, or null; `from` and `to` are two different nodes that may be walked. Looks at
 * what is barred here, not at the scratch's `banned` and `notNext`.
 */
export function quickPath(
  graph: SearchGraph,
  from: number,
  to: number,
  maxHops: number,
  { closed, notNext }: Barred = NOTHING_BARRED,
): RawPath | null {
  const { scratch, onward, back } = graph;
  const { mark, firstChild, forwardQueue, backwardQueue } = scratch;
  if (maxHops < 1) return null;
  const base = takeMarks(scratch, TO_TARGET + mark.length);
  for (const node of closed) mark[node] = base + SHUT;
  // All lawful first steps are made at once, so that afterwards nobody needs to come to `from`, nor to think of `notNext`.
  mark[from] = base + SHUT;
  mark[to] = base + TO_TARGET;
  forwardQueue[0] = from;
  firstChild[0] = 1;
  backwardQueue[0] = to;
  let forwardTail = 1;
  const firstEnd = onward.span[2 * from + 1] || onward.make(from);
  for (let at = onward.span[2 * from] as number; at < firstEnd; at++) {
    const next = onward.pool[at] as number;
    if (notNext.length > 0 && notNext.includes(next)) continue;
    if (next === to) return { nodes: [from, to], cost: COST_UNIT };
    if ((mark[next] as number) >= base) continue;
    mark[next] = base;
    forwardQueue[forwardTail++] = next;
  }
  let hops = 1;
  let behind = 0;
  let forwardHead = 1;
  let backwardHead = 0;
  let backwardTail = 1;
  // The inner loops call nothing: a call would have the engine look up every array anew at each neighbour.
  while (forwardHead < forwardTail && backwardHead < backwardTail && hops < maxHops) {
    hops++;
    if (forwardTail - forwardHead <= backwardTail - backwardHead) {
      for (const levelEnd = forwardTail; forwardHead < levelEnd; forwardHead++) {
        const node = forwardQueue[forwardHead] as number;
        firstChild[forwardHead] = forwardTail;
        const rowEnd = onward.span[2 * node + 1] || onward.make(node);
        const { pool } = onward;
        for (let at = onward.span[2 * node] as number; at < rowEnd; at++) {
          const next = pool[at] as number;
          const known = mark[next] as number;
          if (known < base) {
            mark[next] = base;
            forwardQueue[forwardTail++] = next;
          } else if (known >= base + TO_TARGET && known !== BLOCKED_MARK) {
            const nodes = new Array<number>(hops + 1);
            const left = known - base - TO_TARGET;
            wayBack(graph, nodes, hops - left - 1, forwardHead, forwardHead);
            nodes[hops - left] = next;
            return wayOn(graph, nodes, base, left);
          }
        }
      }
      continue;
    }
    behind++;
    let met = false;
    for (const levelEnd = backwardTail; backwardHead < levelEnd; backwardHead++) {
      const node = backwardQueue[backwardHead] as number;
      const rowEnd = back.span[2 * node + 1] || back.make(node);
      const { pool } = back;
      for (let at = back.span[2 * node] as number; at < rowEnd; at++) {
        const next = pool[at] as number;
        const known = mark[next] as number;
        if (known > base) continue;
        if (known === base) {
          mark[next] = base + MEETING;
          met = true;
        } else if (!met) {
          mark[next] = base + TO_TARGET + behind;
          backwardQueue[backwardTail++] = next;
        }
      }
    }
    if (!met) continue;
    // The nodes of the forward level wait in the queue in the order of the least ways to them.
    let last = forwardHead;
    while (mark[forwardQueue[last] as number] !== base + MEETING) last++;
    const nodes = new Array<number>(hops + 1);
    wayBack(graph, nodes, hops - behind, last, forwardHead);
    return wayOn(graph, nodes, base, behind);
  }
  return null;
}

/**
 * Writes the way from the start to the node that waits at `place` of the forward queue, which is number `at` on the path. Nodes
 * before `searched` have been walked on from; whose child a node is, the beginnings of their children in the queue tell.
 */
function wayBack(
  { scratch: { firstChild, forwardQueue } }: SearchGraph,
  nodes: number[],
  at: number,
  place: number,
  searched: number,
): void {
  let child = place;
  for (let back = at; back > 0; back--) {
    nodes[back] = forwardQueue[child] as number;
    let low = 0;
    let high = Math.min(child, searched) - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((firstChild[middle] as number) <= child) low = middle;
      else high = middle - 1;
    }
    child = low;
  }
  nodes[0] = forwardQueue[0] as number;
}

/** Completes the path by the least way to the target from its node so far, which is `left` hops away. */
function wayOn({ scratch, onward }: SearchGraph, nodes: number[], base: number, left: number): RawPath {
  const { mark } = scratch;
  const hops = nodes.length - 1;
  let node = nodes[hops - left] as number;
  for (let distance = left - 1; distance >= 0; distance--) {
    if (onward.span[2 * node + 1] === 0) onward.make(node);
    let slot = onward.span[2 * node] as number;
    while (mark[onward.pool[slot] as number] !== base + TO_TARGET + distance) slot++;
    node = onward.pool[slot] as number;
    nodes[hops - distance] = node;
  }
  return { nodes, cost: hops * COST_UNIT };
}
