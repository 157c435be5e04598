/**
 * The cheapest of the paths of one length through required nodes: best-first over their beginnings, each weighed with what the
 * rest costs at least when it may cross what lies behind it. Most rests need not, so few beginnings are looked at in vain.
 */

import type { Bound } from "./bounds.ts";
import type { ThroughQuestion } from "./count-through.ts";
import { Heap } from "./heap.ts";
import type { HopCosts } from "./hop-costs.ts";
import { compareNodes, type RawPath, type SearchGraph } from "./search-graph.ts";

interface Beginning {
  readonly nodes: readonly number[];
  /** Required nodes still to come, one bit each. */
  readonly missing: number;
  /** Of the hops so far. */
  readonly spent: number;
  /** Of the cheapest path that begins so, at least. */
  readonly cost: number;
  /** Those that differ in the last node and come after this one: `ways` from `at` on. */
  readonly ways: readonly Way[];
  readonly at: number;
}

interface Way {
  readonly node: number;
  readonly missing: number;
  readonly spent: number;
  readonly cost: number;
}

/** Hops looked at, and ways on kept, after which the search is given up. */
const MOST_LOOKS = 1 << 26;
const MOST_WAYS = 1 << 21;
/** Hops looked at between two looks at the clock. */
const LOOKS_PER_CLOCK = 20_000;

/**
 * The first `limit` simple paths of exactly `hops` hops by cost, then node keys; fewer when there are fewer. Null when it gave up.
 * `bound` and `costs` are of the same question.
 */
export function cheapestThrough(
  graph: SearchGraph,
  { from, to, required, hops }: ThroughQuestion,
  bound: Bound,
  costs: HopCosts,
  limit: number,
  expired: () => boolean,
): RawPath[] | null {
  const { onward, scratch, table } = graph;
  const { blocked } = scratch;
  const bits = new Map(required.map((node, at) => [node, 1 << at]));
  let looks = 0;
  let nextClock = LOOKS_PER_CLOCK;
  let gaveUp = false;

  /** By node, nodes missing and hops left: what the rest costs at least; Infinity = there is none. */
  const known = new Map<number, number>();
  const restOf = (node: number, missing: number, left: number): number => {
    if (left === 0) return 0;
    const key = (missing * hops + left - 1) * blocked.length + node;
    let least = known.get(key);
    if (least === undefined) {
      least = Number.POSITIVE_INFINITY;
      eachWay(node, missing, left, (cost, next, still) => {
        const whole = cost + restOf(next, still, left - 1);
        if (whole < (least as number)) least = whole;
      });
      known.set(key, least);
    }
    return least;
  };
  const eachWay = (
    node: number,
    missing: number,
    left: number,
    take: (cost: number, next: number, still: number) => void,
  ): void => {
    const rowEnd = onward.span[2 * node + 1] || onward.make(node);
    looks += rowEnd - (onward.span[2 * node] as number);
    if (looks > nextClock) {
      nextClock = looks + LOOKS_PER_CLOCK;
      gaveUp ||= looks > MOST_LOOKS || expired();
    }
    for (let slot = onward.span[2 * node] as number; slot < rowEnd && !gaveUp; slot++) {
      const next = onward.pool[slot] as number;
      const bit = bits.get(next) ?? 0;
      if (next === from || blocked[next] || (next === to && left !== 1) || (bit & missing) !== bit) continue;
      const still = missing & ~bit;
      if (bound(next, still) <= left - 1) take(costs.of(node, next, slot), next, still);
    }
  };

  const waiting = new Heap<Beginning>(
    (a, b) =>
      (a.cost - b.cost || compareNodes(table.rank, a.nodes, b.nodes) || a.nodes.length - b.nodes.length) < 0,
  );
  let kept = 0;
  const wait = (before: readonly number[], ways: readonly Way[], at: number): void => {
    const way = ways[at];
    if (!way) return;
    const { node, missing, spent, cost } = way;
    waiting.push({ nodes: [...before, node], missing, spent, cost, ways, at });
  };
  wait([], [{ node: from, missing: (1 << required.length) - 1, spent: 0, cost: 0 }], 0);
  const found: RawPath[] = [];
  while (found.length < limit && !gaveUp && kept < MOST_WAYS) {
    const first = waiting.pop();
    if (!first) return found;
    const { nodes, missing, spent, cost, ways, at } = first;
    wait(nodes.slice(0, -1), ways, at + 1);
    const left = hops - nodes.length + 1;
    if (left === 0) {
      found.push({ nodes, cost });
      continue;
    }
    const further: Way[] = [];
    eachWay(nodes.at(-1) as number, missing, left, (hop, next, still) => {
      if (nodes.includes(next)) return;
      const so = spent + hop;
      const whole = so + restOf(next, still, left - 1);
      if (whole < Number.POSITIVE_INFINITY)
        further.push({ node: next, missing: still, spent: so, cost: whole });
    });
    kept += further.length;
    // Rows are in key order, and the sort is stable.
    wait(
      nodes,
      further.sort((a, b) => a.cost - b.cost),
      0,
    );
  }
  return gaveUp || found.length < limit ? null : found;
}
