/**
 * The number of paths of one length through required nodes, without walking each of them: of every second node on the way all
 * choices are tried, and for the nodes in between it is counted in how many ways they can be chosen so that none comes twice.
 * Where two nodes have thousands of neighbours in common, that is the difference between thousands of steps and billions.
 */

import type { Bound } from "./bounds.ts";
import { Choices } from "./choices.ts";
import type { NeighbourRows } from "./neighbour-rows.ts";
import type { SearchGraph } from "./search-graph.ts";

export interface ThroughQuestion {
  readonly from: number;
  readonly to: number;
  /** Inner nodes that must be on the path; at most 12. */
  readonly required: readonly number[];
  readonly hops: number;
}

export interface Counted {
  readonly paths: number;
  /** False: there may be more, because the work or the time ended the count, or the number is too great to be exact. */
  readonly exact: boolean;
}

/** Nodes between that can be kept apart at once; longer paths are not counted here. */
const MOST_BETWEEN = 10;
/** Entries looked at before the other half of the nodes is tried, and after which the count ends: some tenths of a second. */
const FIRST_WORK = 1 << 20;
const MOST_WORK = 1 << 28;
/** What the next try may take more. */
const GROWTH = 4;
/** Entries looked at between two looks at the clock. */
const WORK_PER_LOOK = 20_000;
/** Ways to posts that are looked at anew each time rather than kept. */
const FEW_POSTS = 4096;
/** Entries of lists that are kept. */
const MOST_KEPT = 1 << 22;

/** Whether the paths of a question can be counted here. */
export const canCountThrough = ({ hops }: ThroughQuestion): boolean => hops <= 2 * MOST_BETWEEN;

/**
 * Counts simple paths of exactly `hops` hops between two different nodes that may be walked. `bound` is of the same question, and
 * so is what it says of the beginning.
 */
export function countThrough(
  graph: SearchGraph,
  question: ThroughQuestion,
  bound: Bound,
  expired: () => boolean,
): Counted {
  const surroundings = new Surroundings(graph, question);
  let most = 0;
  // Which half of the nodes has fewer choices is not known beforehand, so both are tried in turn, with ever more patience.
  for (let patience = FIRST_WORK; patience <= MOST_WORK; patience *= GROWTH)
    for (const first of [0, 1] as const) {
      const tried = countByPosts(graph, question, bound, surroundings, { first, patience, expired });
      if (tried.exact) return tried;
      most = Math.max(most, tried.paths);
      if (tried.isLate || most === Number.MAX_SAFE_INTEGER) return { paths: most, exact: false };
    }
  return { paths: most, exact: false };
}

interface Try {
  /** Place of the first node on the path, after its beginning, of which all choices are tried is `first` or else 2. */
  readonly first: 0 | 1;
  readonly patience: number;
  readonly expired: () => boolean;
}

function countByPosts(
  graph: SearchGraph,
  { from, to, required, hops }: ThroughQuestion,
  bound: Bound,
  surroundings: Surroundings,
  { first, patience, expired }: Try,
): Counted & { readonly isLate: boolean } {
  const { onward, scratch } = graph;
  const bits = new Map(required.map((node, at) => [node, 1 << at]));
  const choices = new Choices(scratch.blocked.length, MOST_BETWEEN);
  const everything = (1 << required.length) - 1;
  let paths = 0;
  let work = 0;
  let nextLook = WORK_PER_LOOK;
  let isLate = false;
  let ended = false;
  const spend = (amount: number): void => {
    work += amount;
    if (work < nextLook) return;
    nextLook = work + WORK_PER_LOOK;
    isLate ||= expired();
    ended ||= isLate || work > patience;
  };

  /** Goes on from a post; the bound says that `left` hops may do. */
  const goOn = (node: number, missing: number, left: number): void => {
    // What the bound allows with one hop or none left is a path.
    if (left <= 1) {
      spend(choices.effort);
      paths += choices.ways();
      ended ||= paths >= Number.MAX_SAFE_INTEGER;
      return;
    }
    const mayBeBetween = (between: number): boolean =>
      bound(between, missing & ~(bits.get(between) ?? 0)) <= left - 1;
    const posts = left === 2 ? [to] : surroundings.twoHopsFrom(node, mayBeBetween, spend);
    spend(posts.length);
    for (const post of posts) {
      if (ended) return;
      const bit = bits.get(post) ?? 0;
      if (choices.isPost(post) || (post === to && left !== 2) || (bit & missing) !== bit) continue;
      const still = missing & ~bit;
      for (const [between, own] of bits) {
        if ((still & own) === 0 || bound(post, still & ~own) > left - 2) continue;
        if (!surroundings.isNext(node, between) || !surroundings.isNext(between, post)) continue;
        choices.setPost(post);
        goOn(post, still & ~own, left - 2);
        choices.unsetPost(post);
      }
      if (bound(post, still) > left - 2) continue;
      const between = surroundings.between(node, post, spend);
      if (between.length === 0) continue;
      choices.setPost(post);
      choices.add(between);
      spend(between.length);
      goOn(post, still, left - 2);
      choices.remove(between);
      choices.unsetPost(post);
    }
  };

  if (first === 0) goOn(from, everything, hops);
  else {
    const rowEnd = onward.span[2 * from + 1] || onward.make(from);
    const row = onward.pool.slice(onward.span[2 * from], rowEnd);
    for (const post of row) {
      const missing = everything & ~(bits.get(post) ?? 0);
      if (ended) break;
      if (post === to || scratch.blocked[post] || bound(post, missing) > hops - 1) continue;
      choices.setPost(post);
      goOn(post, missing, hops - 1);
      choices.unsetPost(post);
    }
  }
  return { paths: Math.min(paths, Number.MAX_SAFE_INTEGER), exact: !ended, isLate };
}

/** What is asked of the rows over and over, some of it kept. */
class Surroundings {
  readonly #graph: SearchGraph;
  readonly #from: number;
  /** 1 = blocked, an end or required: nothing to choose between two posts. */
  readonly #taken: Uint8Array;
  readonly #seen: Int32Array;
  #epoch = 0;
  readonly #near = new Map<number, readonly number[]>();
  readonly #between = new Map<number, Int32Array>();
  #kept = 0;

  constructor(graph: SearchGraph, { from, to, required }: ThroughQuestion) {
    this.#graph = graph;
    this.#from = from;
    this.#taken = graph.scratch.blocked.slice();
    for (const node of [from, to, ...required]) this.#taken[node] = 1;
    this.#seen = new Int32Array(this.#taken.length);
  }

  #row(rows: NeighbourRows, node: number): Int32Array {
    const rowEnd = rows.span[2 * node + 1] || rows.make(node);
    return rows.pool.subarray(rows.span[2 * node], rowEnd);
  }

  /**
   * The nodes, each once, that may be walked to in two hops: over those that may be between, or, where that is more to look at,
   * over any.
   */
  twoHopsFrom(
    node: number,
    mayBeBetween: (between: number) => boolean,
    spend: (amount: number) => void,
  ): readonly number[] {
    const known = this.#near.get(node);
    const { onward, scratch } = this.#graph;
    const row = this.#row(onward, node);
    const most = known?.length ?? FEW_POSTS;
    const over: number[] = [];
    let ways = 0;
    let looks = 0;
    for (const between of row) {
      if (ways > most) break;
      looks++;
      if (scratch.blocked[between] || between === this.#from || !mayBeBetween(between)) continue;
      over.push(between);
      ways += onward.length(between);
    }
    spend(looks);
    if (ways <= most) return this.#over(node, over, spend);
    if (known) return known;
    const near = this.#over(node, row, spend);
    if (this.#hasRoom(near.length)) this.#near.set(node, near);
    return near;
  }

  #over(node: number, row: Iterable<number>, spend: (amount: number) => void): number[] {
    const { onward, scratch } = this.#graph;
    const seen = this.#seen;
    const epoch = ++this.#epoch;
    seen[node] = epoch;
    seen[this.#from] = epoch;
    const found: number[] = [];
    for (const between of row) {
      if (scratch.blocked[between]) continue;
      const further = this.#row(onward, between);
      spend(further.length);
      for (const next of further) {
        if (seen[next] === epoch || scratch.blocked[next]) continue;
        seen[next] = epoch;
        found.push(next);
      }
    }
    return found;
  }

  #hasRoom(entries: number): boolean {
    if (this.#kept + entries > MOST_KEPT) return false;
    this.#kept += entries;
    return true;
  }

  isNext(node: number, next: number): boolean {
    const { rank } = this.#graph.table;
    const row = this.#row(this.#graph.onward, node);
    const wanted = rank[next] as number;
    let low = 0;
    let high = row.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rank[row[middle] as number] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return row[low] === next;
  }

  /** The nodes over which two hops lead from one node to another, but for those that are taken. Both rows are in key order. */
  between(node: number, next: number, spend: (amount: number) => void): Int32Array {
    const key = node * this.#taken.length + next;
    const known = this.#between.get(key);
    if (known) return known;
    const { table, onward, back } = this.#graph;
    const { rank } = table;
    const there = this.#row(onward, node);
    const here = this.#row(back, next);
    spend(there.length + here.length);
    const found: number[] = [];
    let at = 0;
    for (const one of there) {
      const wanted = rank[one] as number;
      while (at < here.length && (rank[here[at] as number] as number) < wanted) at++;
      if (here[at] === one && !this.#taken[one]) found.push(one);
    }
    const list = Int32Array.from(found);
    if (this.#hasRoom(list.length)) this.#between.set(key, list);
    return list;
  }
}
