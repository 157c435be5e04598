/** What all path benches search: a random graph, its index and a search graph with a filter compiled in. */

import { compileSearch, type SearchGraph } from "../src/analysis/paths/search-graph.ts";
import { buildStatementIndex, type StatementIndex } from "../src/graph/statement-index.ts";
import { DEFAULT_FILTER, type Filter } from "../src/model/view.ts";
import { datasetOf, type RandomGraph, randomGraph } from "./data.ts";

export interface PathData {
  readonly graph: RandomGraph;
  readonly index: StatementIndex;
  /** Over relations, ready to be searched. */
  readonly search: SearchGraph;
}

const kept = new Map<string, { readonly graph: RandomGraph; readonly index: StatementIndex }>();

/** Node n of the graph is node n of the index. Graph and index are kept for the next row of the same size. */
export function pathData(
  order: number,
  size: number,
  {
    filter = DEFAULT_FILTER,
    weighted = false,
    directed = false,
  }: { readonly filter?: Filter; readonly weighted?: boolean; readonly directed?: boolean } = {},
): PathData {
  const key = `${order} ${size}`;
  let data = kept.get(key);
  if (!data) {
    kept.clear();
    const graph = randomGraph(order, size);
    data = { graph, index: buildStatementIndex(datasetOf(graph)) };
    kept.set(key, data);
  }
  const search = compileSearch(
    data.index,
    { filter, rollup: "none" },
    { via: ["relation"], directed, weighted, avoid: [], allowed: null },
  );
  return { ...data, search };
}

/** Throws when two contenders disagree: a fast wrong answer is no result. */
export function mustAgree(what: string, ours: readonly number[], theirs: readonly number[]): void {
  const at = theirs.findIndex((value, place) => Math.abs(value - (ours[place] as number)) > 1e-9);
  if (at >= 0 || ours.length !== theirs.length)
    throw new Error(`${what}: ours is ${ours[at]}, the peer's ${theirs[at]} (number ${at})`);
}
