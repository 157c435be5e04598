/**
 * The most paths that share no inner node, with the fewest hops in all: a flow of least cost over split nodes by successive
 * shortest augmenting ways (J. W. Suurballe, Networks 4, 1974; R. G. Busacker and P. J. Gowen, 1961).
 */

import type { SearchGraph } from "./search-graph.ts";

/** Node sequences, at most `limit`, between two different nodes; `expired` ends the search with the paths found by then. */
export function disjointPaths(
  graph: SearchGraph,
  from: number,
  to: number,
  limit: number,
  expired: () => boolean,
): { readonly paths: number[][]; readonly expired: boolean } {
  const flow = new Flow(graph, from, to);
  let value = flow.takeShort(limit);
  while (value < limit) {
    if (expired()) return { paths: flow.paths(), expired: true };
    if (!flow.augment()) break;
    value++;
  }
  return { paths: flow.paths(), expired: false };
}

/**
 * States: 2n = node n entered, 2n + 1 = node n left. Every inner node carries at most one path, so its neighbours along the flow
 * describe the flow.
 */
class Flow {
  readonly #graph: SearchGraph;
  readonly #from: number;
  readonly #to: number;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #distance: Int32Array;
  readonly #parent: Int32Array;
  /** Distances so far, less those of the target: they keep reduced costs from being negative. */
  readonly #potential: Int32Array;
  #direct = false;

  constructor(graph: SearchGraph, from: number, to: number) {
    const nodes = graph.scratch.blocked.length;
    this.#graph = graph;
    this.#from = from;
    this.#to = to;
    this.#before = new Int32Array(nodes).fill(-1);
    this.#after = new Int32Array(nodes).fill(-1);
    this.#distance = new Int32Array(2 * nodes);
    this.#parent = new Int32Array(2 * nodes);
    this.#potential = new Int32Array(2 * nodes);
  }

  /**
   * Takes the ways of one and two hops, which share no inner node, in key order, as one augmenting way after the other would; there
   * may be thousands. Gives their number, `limit` at most.
   */
  takeShort(limit: number): number {
    const { scratch } = this.#graph;
    const [from, to] = [this.#from, this.#to];
    const ends = this.#neighboursOf(from);
    let taken = 0;
    if (ends.includes(to)) {
      this.#direct = true;
      taken++;
    }
    // Distances from the start less that of the target: 0, 1 and 2 or more hops.
    this.#potential[2 * from + 1] = -2;
    for (const node of ends) {
      if (node === to || scratch.blocked[node]) continue;
      this.#potential[2 * node] = -1;
      this.#potential[2 * node + 1] = -1;
      if (taken === limit || !this.#neighboursOf(node).includes(to)) continue;
      this.#before[node] = from;
      this.#after[node] = to;
      taken++;
    }
    return taken;
  }

  #neighboursOf(node: number): Int32Array {
    const { onward } = this.#graph;
    const rowEnd = onward.span[2 * node + 1] || onward.make(node);
    return onward.pool.subarray(onward.span[2 * node] as number, rowEnd);
  }

  /**
   * Adds the cheapest augmenting way; false when there is none. Costs reduced by the potentials are whole numbers from 0 on, so
   * that states wait in one bucket per distance and the search ends at the target.
   */
  augment(): boolean {
    const far = 0x7fffffff;
    const distance = this.#distance.fill(far);
    const potential = this.#potential;
    const buckets: number[][] = [[2 * this.#from + 1]];
    distance[2 * this.#from + 1] = 0;
    const target = 2 * this.#to;
    const relax = (state: number, next: number, cost: number): void => {
      const reduced = cost + (potential[state] as number) - (potential[next] as number);
      const reached = (distance[state] as number) + reduced;
      if (reached >= (distance[next] as number)) return;
      distance[next] = reached;
      this.#parent[next] = state;
      while (buckets.length <= reached) buckets.push([]);
      (buckets[reached] as number[]).push(next);
    };
    const settled: number[] = [];
    for (let level = 0; level < buckets.length; level++) {
      // A bucket grows while it is emptied: some arcs cost nothing.
      for (const state of buckets[level] as number[]) {
        if (state === target) {
          for (const done of settled)
            potential[done] = (potential[done] as number) + (distance[done] as number) - level;
          this.#apply();
          return true;
        }
        if (distance[state] !== level) continue;
        settled.push(state);
        this.#relaxFrom(state, relax);
      }
    }
    return false;
  }

  #relaxFrom(state: number, relax: (state: number, next: number, cost: number) => void): void {
    const { scratch, onward } = this.#graph;
    const node = state >> 1;
    const previous = this.#before[node] as number;
    if ((state & 1) === 0) {
      if (previous < 0) relax(state, state + 1, 0);
      else if (previous !== this.#from) relax(state, 2 * previous + 1, -1);
      return;
    }
    if (node !== this.#from && previous >= 0) relax(state, state - 1, 0);
    const rowEnd = onward.span[2 * node + 1] || onward.make(node);
    for (let at = onward.span[2 * node] as number; at < rowEnd; at++) {
      const next = onward.pool[at] as number;
      const used =
        node !== this.#from
          ? this.#after[node] === next
          : next === this.#to
            ? this.#direct
            : this.#before[next] === node;
      if (next !== this.#from && !used && !scratch.blocked[next]) relax(state, 2 * next, 1);
    }
  }

  #apply(): void {
    const added: (readonly [number, number])[] = [];
    for (let state = 2 * this.#to; state !== 2 * this.#from + 1; ) {
      const parent = this.#parent[state] as number;
      const node = state >> 1;
      const by = parent >> 1;
      if (node !== by) {
        if ((state & 1) === 0) added.push([by, node]);
        else {
          // An arc node → by of the flow is taken back.
          this.#after[node] = -1;
          this.#before[by] = -1;
        }
      }
      state = parent;
    }
    for (const [by, node] of added) {
      if (by === this.#from && node === this.#to) this.#direct = true;
      if (by !== this.#from) this.#after[by] = node;
      if (node !== this.#to) this.#before[node] = by;
    }
  }

  paths(): number[][] {
    const found: number[][] = this.#direct ? [[this.#from, this.#to]] : [];
    for (let node = 0; node < this.#before.length; node++) {
      if (this.#before[node] !== this.#from) continue;
      const nodes = [this.#from];
      for (let at = node; at !== this.#to; at = this.#after[at] as number) nodes.push(at);
      nodes.push(this.#to);
      found.push(nodes);
    }
    return found;
  }
}
