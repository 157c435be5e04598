/**
 * All simple paths of few hops in one depth-first walk, sorted by length as they are found: what the level-by-level enumeration
 * finds, without walking the first hops anew for each length. The walk meets in the middle with a search from the target, and
 * gives up where it does not come to an end soon.
 */

import { COST_UNIT, type RawPath, type SearchGraph } from "./search-graph.ts";
import { takeMarks } from "./walk-table.ts";

/** Longer paths are not sought in one walk. */
export const MOST_HOPS = 12;
/** Neighbours looked at, at most: a fraction of a millisecond. */
const MOST_LOOKS = 50_000;
/** Neighbours looked at between two looks at the clock. */
const LOOKS_PER_CLOCK = 256;
/** The mark, beyond `base`, of the walk's own nodes. Less = so many hops from the target; less than 0 = more than the radius. */
const ON_WALK = MOST_HOPS + 1;

/**
 * The first `limit` simple paths of at most `maxHops` hops (at most `MOST_HOPS`) between two different nodes that may be walked,
 * in the promised order of a graph without weights; null when it gave up, also because `expired` said so.
 */
export function pathsInOnePass(
  graph: SearchGraph,
  from: number,
  to: number,
  maxHops: number,
  limit: number,
  expired: () => boolean,
): RawPath[] | null {
  const { scratch, onward } = graph;
  const { mark } = scratch;
  const base = takeMarks(scratch, ON_WALK + 1);
  const radius = maxHops >> 1;
  let looks = markNearTarget(graph, base, from, to, radius);
  let nextClock = LOOKS_PER_CLOCK;
  /** By hops. The walk meets the paths of one length in the order of their keys. */
  const found: RawPath[][] = Array.from({ length: maxHops + 1 }, () => []);
  /** Paths of more hops are not among the first any more. */
  let deepest = maxHops;
  const walk: number[] = [];
  const cursors: number[] = [];
  const marksBefore: number[] = [];
  let depth = -1;
  let down = from;
  while (down >= 0 || depth >= 0) {
    if (looks > nextClock) {
      if (looks > MOST_LOOKS || expired()) return null;
      nextClock = looks + LOOKS_PER_CLOCK;
    }
    if (down >= 0) {
      depth++;
      if (onward.span[2 * down + 1] === 0) onward.make(down);
      walk[depth] = down;
      cursors[depth] = onward.span[2 * down] as number;
      marksBefore[depth] = mark[down] as number;
      mark[down] = base + ON_WALK;
      down = -1;
    }
    const node = walk[depth] as number;
    const { pool } = onward;
    const rowEnd = onward.span[2 * node + 1] as number;
    const rowStart = cursors[depth] as number;
    let slot = rowStart;
    /** Hops that are left after the next one. */
    let left = deepest - depth - 1;
    while (slot < rowEnd && left >= 0) {
      const next = pool[slot++] as number;
      const needed = (mark[next] as number) - base;
      if (needed > left || (needed < 0 && left <= radius)) continue;
      // With one hop left, the nodes known to be one from the target need not be gone to.
      if (needed !== 0 && left !== 1) {
        down = next;
        break;
      }
      const hops = depth + 1 + needed;
      const nodes = new Array<number>(hops + 1);
      for (let at = 0; at <= depth; at++) nodes[at] = walk[at] as number;
      nodes[depth + 1] = next;
      nodes[hops] = to;
      const ofLength = found[hops] as RawPath[];
      ofLength.push({ nodes, cost: hops * COST_UNIT });
      if (ofLength.length >= limit) {
        deepest = hops - 1;
        left = deepest - depth - 1;
      }
    }
    looks += slot - rowStart;
    cursors[depth] = slot;
    if (down < 0) {
      mark[node] = marksBefore[depth] as number;
      depth--;
    }
  }
  return found.flat().slice(0, limit);
}

/**
 * Marks the nodes that reach the target within `radius` hops, walking through neither end, as far as the patience goes; gives
 * the number of neighbours looked at.
 */
function markNearTarget(
  { scratch, back }: SearchGraph,
  base: number,
  from: number,
  to: number,
  radius: number,
): number {
  const { mark } = scratch;
  const queue = scratch.backwardQueue;
  mark[to] = base;
  queue[0] = to;
  let looks = 0;
  let head = 0;
  let tail = 1;
  for (let level = 1; level <= radius; level++) {
    for (const levelEnd = tail; head < levelEnd && looks <= MOST_LOOKS; head++) {
      const node = queue[head] as number;
      if (node === from) continue;
      const rowEnd = back.span[2 * node + 1] || back.make(node);
      const { pool } = back;
      const rowStart = back.span[2 * node] as number;
      looks += rowEnd - rowStart;
      for (let at = rowStart; at < rowEnd; at++) {
        const next = pool[at] as number;
        if ((mark[next] as number) >= base) continue;
        mark[next] = base + level;
        queue[tail++] = next;
      }
    }
  }
  return looks;
}
