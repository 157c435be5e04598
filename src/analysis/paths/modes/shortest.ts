/** Mode `shortest`: all fewest-hop paths, up to the limit of one answer. */

import { PATH_LIMITS } from "../../../model/path.ts";
import { cheapestPaths } from "../cheapest-paths.ts";
import { enumeratePaths } from "../enumerate.ts";
import { countPaths, listPaths, measure } from "../shortest-search.ts";
import { NOTHING, type PathModeEntry } from "./mode.ts";

export const shortestMode: PathModeEntry = {
  id: "shortest",
  label: "all shortest paths",
  defaultMaxLength: null,
  defaultK: null,
  run(graph, { from, to, required, k, maxHops, expired }) {
    const limit = Math.min(k ?? PATH_LIMITS.paths, PATH_LIMITS.paths);
    if (required.length > 0) {
      const options = { required, limit, maxHops, firstLevelOnly: true, countFirstLevel: true, expired };
      const found = enumeratePaths(graph, from, to, options);
      return {
        paths: found.paths,
        total: found.fewest,
        isLeast: found.isLeast,
        truncated: found.expired || found.isLeast || found.fewest > limit,
      };
    }
    const levels = measure(graph, from, to, maxHops);
    if (!levels) return NOTHING;
    const total = countPaths(graph, levels);
    const wanted = Math.min(limit, total);
    const paths = graph.weighted ? cheapestPaths(graph, levels, wanted) : listPaths(graph, levels, wanted);
    return { paths, total, truncated: paths.length < total };
  },
};
