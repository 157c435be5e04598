/** A path question answered within a time budget and inside the surroundings that the view is restricted to. */

import { type FindPathsOptions, findPaths } from "../analysis/paths/find-paths.ts";
import type { PathAnswer, PathQuery } from "../model/path.ts";
import type { View } from "../model/view.ts";
import type { ServedDataset } from "./served-dataset.ts";
import { TooLongHere } from "./work/budget.ts";

/** Milliseconds, and the clock that they are read from. */
export interface TimeBudget {
  readonly budget: number;
  readonly now: () => number;
  /** Milliseconds after which the search throws `TooLongHere`, where it can be made elsewhere. */
  readonly patience?: number | undefined;
}

/**
 * Names in view and query must be resolved. With an `ego`, paths stay among the nodes that the view shows without what was
 * expanded: a path walks statements that pass the filter, and no others.
 */
export function answerPaths(
  served: ServedDataset,
  view: View,
  query: PathQuery,
  time: TimeBudget | null,
): PathAnswer {
  const start = time?.now() ?? 0;
  const expired = ({ now, budget, patience }: TimeBudget): boolean => {
    const spent = now() - start;
    if (patience !== undefined && spent > patience) throw new TooLongHere("the search takes long");
    return spent > budget;
  };
  const options: FindPathsOptions = {
    ...(view.ego.length > 0 ? { allowed: (filter) => nodesShown(served, { ...view, filter }) } : {}),
    ...(time ? { deadline: { expired: () => expired(time) } } : {}),
  };
  return findPaths(served.index, view, query, options);
}

/** By node after roll-up, 1 = shown. */
function nodesShown(served: ServedDataset, view: View): Uint8Array {
  const { index } = served;
  const { profiles, adjacency } = served.shown({ ...view, projection: "bundled", expand: [] });
  const marks = new Uint8Array(index.nodes.length);
  for (const node of profiles.keys()) marks[node] = 1;
  for (const key of view.ego) marks[adjacency.standsFor[index.nodeByKey.get(key) as number] as number] = 1;
  return marks;
}
