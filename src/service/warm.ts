/** What first questions would wait for: a dataset is served when it has it. */

import { DEFAULT_PATH } from "../model/path.ts";
import { DEFAULT_VIEW } from "../model/view.ts";
import { answerPaths } from "./answer-paths.ts";
import type { ServedDataset } from "./served-dataset.ts";
import { pictureEffort } from "./work/effort.ts";

const BUDGET_MS = 100;

/** Nodes between which questions are asked. */
const ASKED = 4;

/** Milliseconds of layout, roughly, above which the first reader waits instead of everybody. */
const MOST_LAYOUT_MS = 250;

/**
 * Asks how the first nodes are connected: path questions are answered from tables that are made at the first one, and the engine compiles
 * the search. Lays out what a reader sees first, where that is soon done.
 */
export function warm(served: ServedDataset): void {
  const nodes = served.index.nodes.slice(0, ASKED);
  for (const from of nodes)
    for (const to of nodes)
      answerPaths(
        served,
        DEFAULT_VIEW,
        { ...DEFAULT_PATH, from, to },
        { budget: BUDGET_MS, now: () => performance.now() },
      );
  if (pictureEffort(served) <= MOST_LAYOUT_MS) served.picture(DEFAULT_VIEW, "screen");
}
