/** A path question answered within a time budget and inside the surroundings that the view is restricted to. */

import { type FindPathsOptions, findPaths } from "../analysis/paths/find-paths.ts";
import type { PathAnswer, PathQuery } from "../model/path.ts";
import type { View } from "../model/view.ts";
import type { ServedDataset } from "./served-dataset.ts";

/** Milliseconds, and the clock that they are read from. */
export interface TimeBudget {
  readonly budget: number;
  readonly now: () => number;
}

/** Names in view and query must be resolved. With an `ego`, paths stay among the nodes that the view shows. */
export function answerPaths(
  served: ServedDataset,
  view: View,
  query: PathQuery,
  time: TimeBudget | null,
): PathAnswer {
  const end = time ? time.now() + time.budget : 0;
  const options: FindPathsOptions = {
    ...(view.ego.length > 0 ? { allowed: nodesShown(served, view) } : {}),
    ...(time ? { deadline: { expired: () => time.now() > end } } : {}),
  };
  return findPaths(served.index, view, query, options);
}

/** By node after roll-up, 1 = shown. */
function nodesShown(served: ServedDataset, view: View): Uint8Array {
  const { index } = served;
  const { profiles, adjacency } = served.shown({ ...view, projection: "bundled" });
  const marks = new Uint8Array(index.nodes.length);
  for (const node of profiles.keys()) marks[node] = 1;
  for (const key of view.ego) marks[adjacency.standsFor[index.nodeByKey.get(key) as number] as number] = 1;
  return marks;
}
