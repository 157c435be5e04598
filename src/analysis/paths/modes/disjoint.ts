/** Mode `disjoint`: the largest set of paths that share no inner node, with the fewest hops in all. */

import { PATH_LIMITS } from "../../../model/path.ts";
import { disjointPaths } from "../disjoint-flow.ts";
import { enumeratePaths } from "../enumerate.ts";
import { packPaths } from "../packing.ts";
import { comparePaths, pathCost, type RawPath, type SearchGraph } from "../search-graph.ts";
import { countPaths, measure } from "../shortest-search.ts";
import { type Found, type ModeQuestion, NOTHING, type PathModeEntry } from "./mode.ts";

export const disjointMode: PathModeEntry = {
  id: "disjoint",
  label: "paths that share no node",
  defaultMaxLength: null,
  defaultK: null,
  run(graph, question) {
    const { from, to, required, k, maxHops, expired } = question;
    if (required.length > 0) return throughOne(graph, question);
    const levels = measure(graph, from, to, maxHops);
    if (!levels) return NOTHING;
    const total = countPaths(graph, levels);
    const most = k ?? PATH_LIMITS.paths;
    const flow = disjointPaths(graph, from, to, most, expired);
    const paths = flow.paths
      .map((nodes): RawPath => ({ nodes, cost: pathCost(graph, nodes) }))
      .sort((a, b) => comparePaths(graph.table.rank, a, b));
    const truncated = flow.expired || (k === null && paths.length === most);
    if (paths.every(({ nodes }) => nodes.length - 1 <= maxHops)) return { paths, total, truncated };
    return packed(graph, question, paths.length, total);
  },
};

/** A required inner node can be on one of several disjoint paths only: the answer is the first path through it. */
function throughOne(graph: SearchGraph, { from, to, required, maxHops, expired }: ModeQuestion): Found {
  const options = { required, limit: 1, maxHops, firstLevelOnly: true, countFirstLevel: true, expired };
  const found = enumeratePaths(graph, from, to, options);
  return {
    paths: found.paths,
    total: found.fewest,
    isLeast: found.isLeast,
    truncated: found.expired || found.isLeast,
  };
}

/** The least flow needs a path that is too long: the best set is sought among the admissible paths themselves. */
function packed(
  graph: SearchGraph,
  { from, to, maxHops, expired }: ModeQuestion,
  most: number,
  total: number,
): Found {
  const limit = PATH_LIMITS.paths;
  const candidates = enumeratePaths(graph, from, to, {
    required: [],
    limit: limit + 1,
    maxHops,
    firstLevelOnly: false,
    countFirstLevel: false,
    expired,
  });
  const best = packPaths(candidates.paths, most, expired);
  return {
    paths: best.paths,
    total,
    truncated: candidates.expired || candidates.paths.length > limit || !best.complete,
  };
}
