/** Which statements fall into one bundle: those of the same ordered pair of nodes and the same polarity or relation. */

import * as flag from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { ProjectionInput } from "./projection.ts";

/** Bundles are numbered in the order of their first statements. */
export interface Bundles {
  readonly count: number;
  /** Statement numbers of bundle b, ascending: `statement[start[b]] … statement[start[b + 1] − 1]`. */
  readonly start: Int32Array;
  readonly statement: Int32Array;
}

const { support, oppose } = flag.POLARITY_BIT;

/** Targets times classes up to which they are counted in an array. */
const MOST_SLOTS = 2 ** 24;

/** Sources times targets times classes up to which bundles are marks in a table of bits: 16 MB. */
const MOST_BITS = 2 ** 27;

/** How many bundles there are, each marked in a table of bits; node by node over the rows of the adjacency where it would be too large. */
export function countBundles({ index, adjacency, statements }: ProjectionInput): number {
  const classes = 3 + index.dataset.relations.length;
  const { from, to } = adjacency;
  const row = new Int32Array(index.nodes.length).fill(-1);
  const column = new Int32Array(index.nodes.length).fill(-1);
  let [rows, columns] = [0, 0];
  for (let at = 0; at < statements.length; at++) {
    const number = statements[at] as number;
    const [source, target] = [from[number] as number, to[number] as number];
    if ((row[source] as number) < 0) row[source] = rows++;
    if ((column[target] as number) < 0) column[target] = columns++;
  }
  if (rows * columns * classes > MOST_BITS) return countByRows({ index, adjacency, statements });
  const marks = new Int32Array(Math.ceil((rows * columns * classes) / 32));
  let count = 0;
  for (let at = 0; at < statements.length; at++) {
    const number = statements[at] as number;
    const pair = (row[from[number] as number] as number) * columns + (column[to[number] as number] as number);
    const place = pair * classes + classOf(index, number);
    const word = marks[place >>> 5] as number;
    if (((word >>> place) & 1) !== 0) continue;
    marks[place >>> 5] = word | (1 << place);
    count++;
  }
  return count;
}

/** The same without the table of bits; exported for tests. */
export function countByRows({ index, adjacency, statements }: ProjectionInput): number {
  const classes = 3 + index.dataset.relations.length;
  if (index.nodes.length * classes > MOST_SLOTS) return bundleNumbers({ index, adjacency, statements }).count;
  const isGiven = new Uint8Array(index.edgeCount);
  for (let at = 0; at < statements.length; at++) isGiven[statements[at] as number] = 1;
  // By target and class, the node at which such a bundle was met last.
  const met = new Int32Array(index.nodes.length * classes).fill(-1);
  const { outStart, outEdge, to } = adjacency;
  let count = 0;
  for (let node = 0; node < index.nodes.length; node++)
    for (let at = outStart[node] as number; at < (outStart[node + 1] as number); at++) {
      const edge = outEdge[at] as number;
      if (isGiven[edge] === 0) continue;
      const slot = (to[edge] as number) * classes + classOf(index, edge);
      if (met[slot] === node) continue;
      met[slot] = node;
      count++;
    }
  return count;
}

/** A small number for the polarity of a stance, or for the relation. */
function classOf({ relation, flags }: StatementIndex, number: number): number {
  const own = relation[number] as number;
  if (own >= 0) return 3 + own;
  const word = flags[number] as number;
  return (word & support) !== 0 ? 0 : (word & oppose) !== 0 ? 1 : 2;
}

/** The bundle of each statement given, by its place among them, and the number of bundles. */
function bundleNumbers({ index, adjacency, statements }: ProjectionInput): {
  readonly count: number;
  readonly bundle: Int32Array;
} {
  const nodes = index.nodes.length;
  const classes = 3 + index.dataset.relations.length;
  const known = new Map<number, number>();
  const bundle = new Int32Array(statements.length);
  for (let at = 0; at < statements.length; at++) {
    const number = statements[at] as number;
    const pair = (adjacency.from[number] as number) * nodes + (adjacency.to[number] as number);
    // Exact as long as nodes² times relations stay below 2⁵³.
    const key = pair * classes + classOf(index, number);
    let found = known.get(key);
    if (found === undefined) {
      found = known.size;
      known.set(key, found);
    }
    bundle[at] = found;
  }
  return { count: known.size, bundle };
}

/** The bundles with their statements, O(statements). */
export function gatherBundles(input: ProjectionInput): Bundles {
  const { statements } = input;
  const { count, bundle } = bundleNumbers(input);
  const start = new Int32Array(count + 1);
  for (const number of bundle) start[number + 1] = (start[number + 1] as number) + 1;
  for (let at = 0; at < count; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number);
  const next = start.slice();
  const statement = new Int32Array(statements.length);
  for (let at = 0; at < statements.length; at++) {
    const number = bundle[at] as number;
    statement[next[number] as number] = statements[at] as number;
    next[number] = (next[number] as number) + 1;
  }
  return { count, start, statement };
}
