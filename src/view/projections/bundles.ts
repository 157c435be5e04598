/** Which statements fall into one bundle: those of the same ordered pair of nodes and the same polarity or relation. */

import type { Adjacency } from "../../graph/adjacency.ts";
import * as flag from "../../graph/edge-flags.ts";
import { pairOrder } from "../../graph/pair-order.ts";
import { piecesOf, reach } from "../../graph/runs.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { ProjectionInput } from "./projection.ts";

/** Bundles are numbered in the order of their first statements. */
export interface Bundles {
  readonly count: number;
  /** Statement numbers of bundle b, ascending: `statement[start[b]] … statement[start[b + 1] − 1]`. */
  readonly start: Int32Array;
  readonly statement: Int32Array;
}

/** The bundles that all statements of an index would make. */
interface AllBundles {
  readonly count: number;
  /** By statement number; −1 where the roll-up made both ends fall together. */
  readonly bundle: Int32Array;
  /** Numbers of the statements that are not the only ones of their bundles, ascending. */
  readonly shared: Int32Array;
}

const { support, oppose } = flag.POLARITY_BIT;

const known = new WeakMap<Adjacency, AllBundles>();

/** The bundles of all statements: numbered once for each roll-up, O(edges), because every filter asks for some of them. */
function allBundles(index: StatementIndex, adjacency: Adjacency): AllBundles {
  let all = known.get(adjacency);
  if (!all) {
    all = numberBundles(index, adjacency);
    known.set(adjacency, all);
  }
  return all;
}

function numberBundles(index: StatementIndex, adjacency: Adjacency): AllBundles {
  const { start, statement, target } = pairOrder(adjacency, index.statementCount);
  const bundle = new Int32Array(index.statementCount).fill(-1);
  // By class, the bundle of the pair that is being walked; a number below `first` is one of an earlier pair.
  const ofClass = new Int32Array(3 + index.dataset.relations.length).fill(-1);
  let [count, first] = [0, 0];
  for (let holder = 0; holder < index.nodes.length; holder++)
    for (let at = start[holder] as number; at < (start[holder + 1] as number); at++) {
      if (at === start[holder] || target[at] !== target[at - 1]) first = count;
      const own = classOf(index, statement[at] as number);
      if ((ofClass[own] as number) < first) ofClass[own] = count++;
      bundle[statement[at] as number] = ofClass[own] as number;
    }
  return { count, bundle: inOrderOfMeeting(bundle, count), shared: sharedOf(bundle, count) };
}

function sharedOf(bundle: Int32Array, count: number): Int32Array {
  const sizes = new Int32Array(count);
  for (const own of bundle) if (own >= 0) sizes[own] = (sizes[own] as number) + 1;
  const shared: number[] = [];
  bundle.forEach((own, statement) => {
    if (own >= 0 && (sizes[own] as number) > 1) shared.push(statement);
  });
  return Int32Array.from(shared);
}

/** The same bundles numbered in the order of their first statements: what walks the statements then walks the bundles in order too. */
function inOrderOfMeeting(bundle: Int32Array, count: number): Int32Array {
  const number = new Int32Array(count).fill(-1);
  let met = 0;
  for (let statement = 0; statement < bundle.length; statement++) {
    const old = bundle[statement] as number;
    if (old < 0) continue;
    if ((number[old] as number) < 0) number[old] = met++;
    bundle[statement] = number[old] as number;
  }
  return bundle;
}

/** A small number for the polarity of a stance, or for the relation. */
function classOf({ relation, flags }: StatementIndex, number: number): number {
  const own = relation[number] as number;
  if (own >= 0) return 3 + own;
  const word = flags[number] as number;
  return (word & support) !== 0 ? 0 : (word & oppose) !== 0 ? 1 : 2;
}

/** How many bundles some statements make, O(statements); in runs of consecutive numbers those that share theirs are counted. */
export function countBundles({ index, adjacency, statements }: ProjectionInput): number {
  const { count: all, bundle, shared } = allBundles(index, adjacency);
  if (shared.length === 0) return statements.length;
  const isMet = new Uint8Array(all);
  let count = 0;
  const walk = (numbers: Int32Array, from: number, end: number): void => {
    for (let at = from; at < end; at++) {
      const own = bundle[numbers[at] as number] as number;
      if (isMet[own] !== 0) continue;
      isMet[own] = 1;
      count++;
    }
  };
  for (const { from, end, isRun } of piecesOf(statements)) {
    if (!isRun) {
      walk(statements, from, end);
      continue;
    }
    const first = statements[from] as number;
    const begin = reach(shared, 0, shared.length, first);
    const until = reach(shared, begin, shared.length, first + end - from);
    count += end - from - (until - begin);
    walk(shared, begin, until);
  }
  return count;
}

/** The bundles with their statements, O(statements). */
export function gatherBundles({ index, adjacency, statements }: ProjectionInput): Bundles {
  const all = allBundles(index, adjacency);
  const number = new Int32Array(all.count).fill(-1);
  const sizes = new Int32Array(statements.length + 1);
  let count = 0;
  for (let at = 0; at < statements.length; at++) {
    const bundle = all.bundle[statements[at] as number] as number;
    if ((number[bundle] as number) < 0) number[bundle] = count++;
    const own = number[bundle] as number;
    sizes[own + 1] = (sizes[own + 1] as number) + 1;
  }
  const start = sizes.slice(0, count + 1);
  for (let at = 0; at < count; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number);
  const next = start.slice();
  const statement = new Int32Array(statements.length);
  for (let at = 0; at < statements.length; at++) {
    const own = number[all.bundle[statements[at] as number] as number] as number;
    statement[next[own] as number] = statements[at] as number;
    next[own] = (next[own] as number) + 1;
  }
  return { count, start, statement };
}
