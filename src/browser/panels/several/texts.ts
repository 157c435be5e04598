/** The words of the details of several nodes. */

import { count } from "../words/numbers.ts";

export const SEVERAL_TEXTS = {
  heading: (number: number) => `${number} nodes selected`,
  kinds: (actors: number, issues: number) =>
    [actors > 0 ? count(actors, "actor") : "", issues > 0 ? count(issues, "issue") : ""]
      .filter((part) => part !== "")
      .join(", "),
  nodes: "Selected nodes",
  takeOut: (label: string) => `Take ${label} out of the selection`,
  notShown: "not in this view",
  tooLarge:
    "This view is too large to be summed up for several nodes. Choose fewer statements by the filters.",
  profile: "Statements of and about them",
  shared: "What several of them share",
  noShared: "Nothing in this view stands beside two of them.",
  heldBy: {
    support: "supported by",
    oppose: "opposed by",
    mixed: "on both sides:",
    neutral: "without a side:",
  },
  holds: {
    support: "supports",
    oppose: "opposes",
    mixed: "is reported on both sides of",
    neutral: "takes no side on",
  },
  related: "relations with",
  between: "Statements between them",
  all: "All statements at them",
} as const;
