/**
 * A necessary condition for a path through required nodes: from each of them two ways, with no node in common, lead to the
 * path's end so far and to the target (K. Menger, 1927). For one required node in the undirected reading it is also sufficient.
 */

import type { SearchGraph } from "./search-graph.ts";

/** Reusable memory of the check: two states per node, entered (2n) and left (2n + 1). */
export interface FanScratch {
  readonly parent: Int32Array;
  readonly queue: Int32Array;
  /** Neighbours along the first way found, −1 = not on it. */
  readonly before: Int32Array;
  readonly after: Int32Array;
}

export const newFanScratch = (nodes: number): FanScratch => ({
  parent: new Int32Array(2 * nodes),
  queue: new Int32Array(2 * nodes),
  before: new Int32Array(nodes),
  after: new Int32Array(nodes),
});

/**
 * Whether `centre` has two disjoint ways, ending at `a` and at `b`, over nodes that are neither blocked nor `closed`. Edges count
 * in both directions, which is why the condition is merely necessary in the directed reading.
 */
export function hasFan(
  graph: SearchGraph,
  fan: FanScratch,
  centre: number,
  a: number,
  b: number,
  closed: (node: number) => boolean,
): boolean {
  const { onward, back } = graph;
  const { parent, queue, before, after } = fan;
  const { blocked } = graph.scratch;
  before.fill(-1);
  after.fill(-1);
  const bothWays = onward === back ? [onward] : [onward, back];

  /** Breadth first over entered and left states of the residual graph; returns the end reached or −1. */
  const search = (ends: readonly number[]): number => {
    parent.fill(-1);
    const source = 2 * centre + 1;
    parent[source] = source;
    queue[0] = source;
    let tail = 1;
    const visit = (state: number, by: number): void => {
      if (parent[state] !== -1) return;
      parent[state] = by;
      queue[tail++] = state;
    };
    for (let head = 0; head < tail; head++) {
      const state = queue[head] as number;
      const node = state >> 1;
      if ((state & 1) === 0) {
        if (ends.includes(node)) return node;
        const previous = before[node] as number;
        if (previous < 0) {
          if (node !== a && node !== b) visit(state + 1, state);
        } else if (previous !== centre) visit(2 * previous + 1, state);
        continue;
      }
      // A node of the first way that was left backwards can be undone altogether.
      if (node !== centre && before[node] !== -1) visit(state - 1, state);
      for (const rows of bothWays) {
        const rowEnd = rows.span[2 * node + 1] || rows.make(node);
        for (let at = rows.span[2 * node] as number; at < rowEnd; at++) {
          const next = rows.pool[at] as number;
          if (next === centre || parent[2 * next] !== -1 || after[node] === next) continue;
          if (node === centre && before[next] === centre) continue;
          if (next !== a && next !== b && (blocked[next] || closed(next))) continue;
          visit(2 * next, state);
        }
      }
    }
    return -1;
  };

  const first = search([a, b]);
  if (first < 0) return false;
  for (let state = 2 * first; state >> 1 !== centre; ) {
    const left = parent[state] as number;
    before[state >> 1] = left >> 1;
    if (left >> 1 !== centre) after[left >> 1] = state >> 1;
    // On the first way every left state was entered just before.
    state = left >> 1 === centre ? left : (parent[left] as number);
  }
  return search([first === a ? b : a]) >= 0;
}
