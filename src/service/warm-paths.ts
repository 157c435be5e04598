/** Path questions are answered from tables that are made at the first one: a dataset is served when it has them. */

import { DEFAULT_VIEW } from "../model/view.ts";
import { answerPaths } from "./answer-paths.ts";
import type { ServedDataset } from "./served-dataset.ts";

/** Asks the shortest question there is. */
export function warmPaths(served: ServedDataset): void {
  const [node] = served.index.nodes;
  if (node === undefined) return;
  const question = {
    from: node,
    to: node,
    mode: "k",
    k: 1,
    maxLength: null,
    via: ["stance", "relation"],
    directed: false,
    weighted: false,
    avoid: [],
    through: [],
  } as const;
  answerPaths(served, DEFAULT_VIEW, question, null);
}
