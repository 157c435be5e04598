/** The words of what stands between two nodes. */

import { isolated } from "../../../model/direction.ts";

export const PAIR_TEXTS = {
  positions: (actor: string, issue: string) => `${isolated(actor)} on “${isolated(issue)}”`,
  agreement: (a: string, b: string) => `${isolated(a)} and ${isolated(b)}`,
  issues: "Issue by issue",
  relations: "Reported directly between the two",
  tooLarge:
    "This view is too large for what one says of one issue. Choose the actor or the issue by the filters.",
  nothing: "The current view shows no statement between these two.",
} as const;
