/** The words of what stands between two nodes. */

export const PAIR_TEXTS = {
  positions: (actor: string, issue: string) => `${actor} on “${issue}”`,
  agreement: (a: string, b: string) => `${a} and ${b}`,
  issues: "Issue by issue",
  relations: "Reported directly between the two",
  tooLarge:
    "This view is too large for what one says of one issue. Choose the actor or the issue by the filters.",
  nothing: "The current view shows no statement between these two.",
} as const;
