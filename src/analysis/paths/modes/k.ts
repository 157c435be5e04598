/** Mode `k`: the k first simple paths in the promised order, never cut by time. */

import { Fault } from "../../../model/problem.ts";
import { cheapestPaths } from "../cheapest-paths.ts";
import { enumeratePaths } from "../enumerate.ts";
import type { RawPath, SearchGraph } from "../search-graph.ts";
import { countPaths, type Levels, listPaths, measure } from "../shortest-search.ts";
import { firstPaths } from "../yen.ts";
import { NOTHING, type PathModeEntry } from "./mode.ts";

const DEFAULT_K = 3;

export const kMode: PathModeEntry = {
  id: "k",
  label: "the k shortest paths",
  defaultMaxLength: null,
  defaultK: DEFAULT_K,
  /** Throws a `Fault` when required nodes make the search too long for the time budget: a partial answer is not given here. */
  run(graph, { from, to, required, k, maxHops, expired }) {
    const limit = k ?? DEFAULT_K;
    if (required.length > 0) {
      const options = { required, limit, maxHops, firstLevelOnly: false, countFirstLevel: true, expired };
      const found = enumeratePaths(graph, from, to, options);
      if (found.expired)
        throw new Fault({
          class: "over-limit",
          code: "time-budget",
          message: "the time for one question ended before the paths through all required nodes were found",
          parameter: "through",
          remedy: "give a maxLength, name fewer nodes in through, or ask with mode=shortest",
        });
      return { paths: found.paths, total: found.fewest, isLeast: found.isLeast, truncated: false };
    }
    const levels = measure(graph, from, to, maxHops);
    if (!levels) return NOTHING;
    const total = countPaths(graph, levels);
    if (graph.weighted && total >= limit)
      return { paths: cheapestPaths(graph, levels, limit), total, truncated: false };
    const quick = graph.weighted ? [] : nearestPaths(graph, levels, total, limit, maxHops);
    if (quick.length === limit) return { paths: quick, total, truncated: false };
    const paths = firstPaths(graph, from, to, limit, maxHops, () => {
      // An answer in this mode is whole; but whoever can have it made elsewhere, or has given it up, ends the search by throwing.
      expired();
      return false;
    });
    return { paths, total, truncated: false };
  },
};

/**
 * The first paths when they have the fewest hops or one more, which is the common case in a dense graph. A walk with so little
 * slack cannot cross itself, because without the loop it would be shorter than the shortest; so no way is tried in vain.
 */
function nearestPaths(
  graph: SearchGraph,
  levels: Levels,
  total: number,
  limit: number,
  maxHops: number,
): readonly RawPath[] {
  if (total >= limit) return listPaths(graph, levels, limit);
  return enumeratePaths(graph, levels.from, levels.to, {
    required: [],
    limit,
    maxHops: Math.min(maxHops, levels.hops + 1),
    firstLevelOnly: false,
    countFirstLevel: false,
    expired: () => false,
  }).paths;
}
