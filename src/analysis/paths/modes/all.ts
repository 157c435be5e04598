/** Mode `all`: every simple path of at most `maxLength` hops, up to the limit of one answer. */

import { PATH_LIMITS } from "../../../model/path.ts";
import { cheapestPaths } from "../cheapest-paths.ts";
import { enumeratePaths } from "../enumerate.ts";
import { countPaths, measure } from "../shortest-search.ts";
import { firstPaths } from "../yen.ts";
import { NOTHING, type PathModeEntry } from "./mode.ts";

export const allMode: PathModeEntry = {
  id: "all",
  label: "all paths up to a length",
  defaultMaxLength: 6,
  defaultK: null,
  run(graph, { from, to, required, k, maxHops, expired }) {
    const limit = Math.min(k ?? PATH_LIMITS.paths, PATH_LIMITS.paths);
    const levels = required.length > 0 ? null : measure(graph, from, to, maxHops);
    if (required.length === 0 && !levels) return NOTHING;
    const fewest = levels && countPaths(graph, levels);
    let late = false;
    const watched = (): boolean => {
      late ||= expired();
      return late;
    };
    if (graph.weighted && levels && fewest !== null) {
      if (fewest > limit)
        return { paths: cheapestPaths(graph, levels, limit), total: fewest, truncated: true };
      // One more than the limit tells whether the list is complete.
      const paths = firstPaths(graph, from, to, limit + 1, maxHops, watched);
      return { paths: paths.slice(0, limit), total: fewest, truncated: late || paths.length > limit };
    }
    const found = enumeratePaths(graph, from, to, {
      required,
      limit: limit + 1,
      maxHops,
      firstLevelOnly: false,
      countFirstLevel: fewest === null,
      expired: watched,
    });
    return {
      paths: found.paths.slice(0, limit),
      total: fewest ?? found.fewest,
      isLeast: fewest === null && found.isLeast,
      truncated: found.expired || found.paths.length > limit,
    };
  },
};
