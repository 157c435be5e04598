/** The words of the Compare tab. Whatever is told of anyone is told as these documents report it. */

import { isolated } from "../../../model/direction.ts";
import { polarityTerm } from "../../../model/vocabulary.ts";
import { TIME_TEXTS } from "../time/texts.ts";
import { count } from "../words/numbers.ts";
import type { CompareKind } from "./choice.ts";
import type { DifferenceKind, Side } from "./differences.ts";

export const COMPARE_TEXTS = {
  title: "Two side by side",
  by: "Compare",
  kinds: {
    actors: "two actors",
    issues: "two issues",
    sources: "two sources",
    periods: "two periods",
  } satisfies Record<CompareKind, string>,
  first: "First",
  second: "Second",
  firstFrom: "First, from",
  firstTo: "First, to",
  secondFrom: "Second, from",
  secondTo: "Second, to",
  choose: "Type a name",
  swap: "Swap sides",
  missing: {
    actors: "Choose two actors to see the positions of each on its own map, and issue by issue below.",
    issues: "Choose two issues to see who holds what on each, and actor by actor below.",
    sources: "Choose two sources to see what each reports.",
    periods: "Give two periods: dates as 2025, 2025-11 or 2025-11-01; an empty end is open.",
  } satisfies Record<CompareKind, string>,
  same: "Both sides are the same. Choose another one.",
  tryThese: (a: string, b: string) => `Those with most statements: ${isolated(a)} and ${isolated(b)}`,
  setAside: {
    actor: "The view’s filter of actors is set aside here.",
    issue: "The view’s filter of issues is set aside here.",
    source: "The view’s filter of sources is set aside here.",
    dates: "The view’s own dates are set aside here.",
  },
  period: TIME_TEXTS.spanWords,
  map: (label: string, nodes: number, lines: number) =>
    `Map of ${label}: ${count(nodes, "node")}, ${count(lines, "line")}`,
  mapCounts: (nodes: number, statements: number) =>
    `${count(nodes, "node")}, ${count(statements, "statement")}`,
  nothing: "Nothing in this view",
  traces: "Pale: only on the other map.",
  both: "Both maps",
  table: "Differences and common ground",
  noRows: "Neither side reports a position in this view.",
  filtersOn: (labels: readonly string[]) => `Filters: ${labels.join("; ")}.`,
  clearFilters: "Clear all filters",
  allKinds: "All",
  what: (by: CompareKind) => (by === "issues" ? "Actor" : by === "actors" ? "On" : "Actor"),
  on: "On",
  result: "Result",
  evidence: "Evidence",
  results: (by: CompareKind, a: string, b: string): Readonly<Record<DifferenceKind, string>> => ({
    opposite: "opposite sides",
    mixed: "both sides in one",
    condition: "condition in one only",
    // Titles and dates are too long to stand in every row.
    onlyA: by === "actors" || by === "issues" ? `only ${isolated(a)}` : "in the first only",
    onlyB: by === "actors" || by === "issues" ? `only ${isolated(b)}` : "in the second only",
    same: by === "sources" ? "reported alike" : "same side",
    neutral: "no side in either",
  }),
  changes: {
    flipped: "on the other side",
    mixed: "on both sides in one",
    new: "new",
    dropped: "no longer reported",
    hardened: "harder",
    softened: "softer",
    shifted: "harder and softer at once",
    unchanged: "unchanged",
    unclear: "not to be placed in time",
  } as Readonly<Record<string, string>>,
  sourcesSummary: (a: string, b: string, both: number, opposite: number) =>
    `${count(both, "position")} ${both === 1 ? "is" : "are"} reported by both ${isolated(a)} and ${isolated(b)}: on opposite sides ${opposite}.`,
  issuesSummary: (a: string, b: string, both: number, opposite: number) =>
    `${count(both, "actor")} ${both === 1 ? "holds" : "hold"} a position on both ${isolated(a)} and ${isolated(b)}: on opposite sides ${opposite}.`,
  noStatement: "–",
  openSide: (side: string, who: string) => `${who}: ${side}. Open the statements`,
  openRow: (open: boolean, number: number, name: string) =>
    `${open ? "Hide" : "Show"} ${count(number, "statement")}: ${name}`,
  statements: (number: number) => count(number, "statement"),
  statementsOf: (side: string, name: string) => `${side}: statements on ${name}`,
  moreRows: (rest: number) => `Show more rows (${rest.toLocaleString("en-GB")} left)`,
  filter: "Which rows are shown",
} as const;

/** `supports (3), opposes (1), with a condition`, `mediates with (2)`. */
export function sideText(side: Side): string {
  const condition = side.conditional ? ", with a condition" : "";
  if (side.relation !== null) return `${side.relation} (${side.statements.length})${condition}`;
  return `${side.counts.map(([polarity, number]) => `${polarityTerm(polarity).label} (${number})`).join(", ")}${condition}`;
}
