/**
 * The least fewest-hop path of a graph without weights, alone and at once: what the spurs of the k paths ask for over and over.
 * Searches from both ends. Rows are in key order, so a forward level is found in the order of the least ways to its nodes, and
 * the first node of it that the target reaches is on the least path.
 */

import { COST_UNIT, type RawPath, type SearchGraph } from "./search-graph.ts";
import { BLOCKED_MARK, resetMarks, type Scratch } from "./walk-table.ts";

/** What a path must keep off. */
export interface Barred {
  /** Nodes that may not be met; neither end is among them. */
  readonly closed: readonly number[];
  /** Nodes that may not come second. */
  readonly notNext: readonly number[];
}

const NOTHING_BARRED: Barred = { closed: [], notNext: [] };

/** What a mark says of a node beyond `base`: reached from the start, reaching the target, barred, or on a shortest path. */
const FROM_START = 0;
const TO_TARGET = 1;
const CLOSED = 2;
const MEETING = 3;
const MARKS = 4;

/** The first of marks that no node carries. */
function nextBase(scratch: Scratch): number {
  if (scratch.markBase >= BLOCKED_MARK - 2 * MARKS) resetMarks(scratch);
  scratch.markBase += MARKS;
  return scratch.markBase;
}

/** A level of the search from the target goes to its end, one from the start may end at its first meeting. */
const BACKWARD_HANDICAP = 1;

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
  const { mark, link, forwardQueue, backwardQueue } = scratch;
  const base = nextBase(scratch);
  for (const node of closed) mark[node] = base + CLOSED;
  mark[from] = base + FROM_START;
  forwardQueue[0] = from;
  mark[to] = base + TO_TARGET;
  link[to] = 0;
  backwardQueue[0] = to;
  let hops = 0;
  let behind = 0;
  let forwardHead = 0;
  let forwardTail = 1;
  let backwardHead = 0;
  let backwardTail = 1;
  while (forwardHead < forwardTail && backwardHead < backwardTail && hops < maxHops) {
    hops++;
    if (forwardTail - forwardHead <= BACKWARD_HANDICAP * (backwardTail - backwardHead)) {
      for (const levelEnd = forwardTail; forwardHead < levelEnd; forwardHead++) {
        const node = forwardQueue[forwardHead] as number;
        const rowEnd = onward.span[2 * node + 1] || onward.make(node);
        const { pool } = onward;
        for (let at = onward.span[2 * node] as number; at < rowEnd; at++) {
          const next = pool[at] as number;
          const known = (mark[next] as number) - base;
          if (known >= 0 && known !== TO_TARGET) continue;
          if (node === from && notNext.includes(next)) continue;
          if (known === TO_TARGET) return joined(graph, base, { from, to, hops, last: node, next, notNext });
          mark[next] = base;
          link[next] = node;
          forwardQueue[forwardTail++] = next;
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
        const known = (mark[next] as number) - base;
        if (known > FROM_START) continue;
        if (next === from && notNext.includes(node)) continue;
        if (known === FROM_START) {
          mark[next] = base + MEETING;
          met = true;
        } else if (!met) {
          mark[next] = base + TO_TARGET;
          link[next] = behind;
          backwardQueue[backwardTail++] = next;
        }
      }
    }
    if (!met) continue;
    // The nodes of the forward level wait in the queue in the order of the least ways to them.
    while (mark[forwardQueue[forwardHead] as number] !== base + MEETING) forwardHead++;
    const last = forwardQueue[forwardHead] as number;
    return joined(graph, base, { from, to, hops, last, next: -1, notNext }, behind);
  }
  return null;
}

interface Meeting {
  readonly from: number;
  readonly to: number;
  readonly hops: number;
  /** The last node found from the start. */
  readonly last: number;
  /** The node after it, or −1 where it is still to be chosen. */
  readonly next: number;
  readonly notNext: readonly number[];
}

/** The way back from the meeting to the start, and from it the least way on to the target, which is `left` hops from `last`. */
function joined(graph: SearchGraph, base: number, meeting: Meeting, left = -1): RawPath {
  const { scratch, onward } = graph;
  const { link, mark } = scratch;
  const { from, to, hops, last, next: second, notNext } = meeting;
  let distance = second < 0 ? left : (link[second] as number);
  let at = second < 0 ? hops - left : hops - distance - 1;
  const nodes = new Array<number>(hops + 1);
  let node = last;
  for (let back = at; ; back--) {
    nodes[back] = node;
    if (node === from) break;
    node = link[node] as number;
  }
  node = last;
  if (second >= 0) {
    node = second;
    nodes[++at] = node;
  }
  while (node !== to) {
    distance--;
    const rowEnd = onward.span[2 * node + 1] || onward.make(node);
    const { pool } = onward;
    for (let slot = onward.span[2 * node] as number; slot < rowEnd; slot++) {
      const next = pool[slot] as number;
      if (
        mark[next] === base + TO_TARGET &&
        link[next] === distance &&
        !(node === from && notNext.includes(next))
      ) {
        node = next;
        nodes[++at] = next;
        break;
      }
    }
  }
  return { nodes, cost: hops * COST_UNIT };
}
