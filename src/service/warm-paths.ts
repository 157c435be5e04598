/** Path questions are answered from tables that are made at the first one: a dataset is served when it has them. */

import { DEFAULT_PATH } from "../model/path.ts";
import { DEFAULT_VIEW } from "../model/view.ts";
import { answerPaths } from "./answer-paths.ts";
import type { ServedDataset } from "./served-dataset.ts";

const BUDGET_MS = 100;

/** Nodes between which questions are asked. */
const ASKED = 4;

/** Asks how the first nodes are connected, which also makes the engine compile the search. */
export function warmPaths(served: ServedDataset): void {
  const nodes = served.index.nodes.slice(0, ASKED);
  for (const from of nodes)
    for (const to of nodes)
      answerPaths(
        served,
        DEFAULT_VIEW,
        { ...DEFAULT_PATH, from, to },
        { budget: BUDGET_MS, now: () => performance.now() },
      );
}
