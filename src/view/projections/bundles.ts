/** Which statements fall into one bundle: those of the same ordered pair of nodes and the same polarity or relation. */

import * as flag from "../../graph/edge-flags.ts";
import type { ProjectionInput } from "./projection.ts";

/** Bundles are numbered in the order of their first statements. */
export interface Bundles {
  readonly count: number;
  /** Statement numbers of bundle b, ascending: `statement[start[b]] … statement[start[b + 1] − 1]`. */
  readonly start: Int32Array;
  readonly statement: Int32Array;
}

const { support, oppose } = flag.POLARITY_BIT;

/** The bundle of each statement given, by its place among them, and the number of bundles. */
export function bundleNumbers({ index, adjacency, statements }: ProjectionInput): {
  readonly count: number;
  readonly bundle: Int32Array;
} {
  const nodes = index.nodes.length;
  const classes = 3 + index.dataset.relations.length;
  const known = new Map<number, number>();
  const bundle = new Int32Array(statements.length);
  for (let at = 0; at < statements.length; at++) {
    const number = statements[at] as number;
    const relation = index.relation[number] as number;
    const word = index.flags[number] as number;
    const polarity = (word & support) !== 0 ? 0 : (word & oppose) !== 0 ? 1 : 2;
    const pair = (adjacency.from[number] as number) * nodes + (adjacency.to[number] as number);
    // Exact as long as nodes² times relations stay below 2⁵³.
    const key = pair * classes + (relation < 0 ? polarity : 3 + relation);
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
