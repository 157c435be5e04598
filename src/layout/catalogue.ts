/**
 * The layouts there are, without their code: what the grammar, the page and the docs need to know of them. The first is the
 * default. Their functions are in registry.ts, which the page loads only where it lays out something itself.
 */

interface LayoutEntry {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What it orders nodes by: mean position on the chosen issue, or first day; null = the graph alone. */
  readonly orders: "stance" | "day" | null;
  /** True when it is found step by step, which takes long. */
  readonly iterates: boolean;
  /** True when it shows one issue, named behind a colon: `spectrum:ISSUE`. */
  readonly needsIssue: boolean;
}

export const LAYOUTS = [
  {
    id: "force",
    label: "Forces",
    description: "Connected nodes draw together, all others push apart.",
    iterates: true,
    orders: null,
    needsIssue: false,
  },
  {
    id: "circular",
    label: "Circle",
    description: "Actors in one arc, issues in the other.",
    iterates: false,
    orders: null,
    needsIssue: false,
  },
  {
    id: "two-column",
    label: "Two columns",
    description:
      "Actors on the left, issues on the right, in an order with few crossings; many stand in up to four columns a side.",
    iterates: false,
    orders: null,
    needsIssue: false,
  },
  {
    id: "spectrum",
    label: "Spectrum",
    description: "Actors from those who oppose one issue to those who support it.",
    iterates: false,
    orders: "stance",
    needsIssue: true,
  },
  {
    id: "time",
    label: "Time",
    description: "Actors and issues by the date of their first statement.",
    iterates: false,
    orders: "day",
    needsIssue: false,
  },
] as const satisfies readonly LayoutEntry[];

export type LayoutId = (typeof LAYOUTS)[number]["id"];

/** A layout as a view names it. */
export interface NamedLayout {
  readonly entry: (typeof LAYOUTS)[number];
  /** The issue behind the colon, as written; empty when there is none. */
  readonly issue: string;
}

/** Reads `force`, `spectrum` or `spectrum:ISSUE`; null for a text that names no layout. */
export function parseLayout(text: string): NamedLayout | null {
  const colon = text.indexOf(":");
  const id = colon < 0 ? text : text.slice(0, colon);
  const issue = colon < 0 ? "" : text.slice(colon + 1);
  const entry = LAYOUTS.find((one) => one.id === id);
  if (!entry || (colon >= 0 && (!entry.needsIssue || issue === ""))) return null;
  return { entry, issue };
}

/** What `parseLayout` reads. */
export const formatLayout = (id: LayoutId, issue: string): string => (issue === "" ? id : `${id}:${issue}`);

/** What a view's `layout` may be, as a pattern and in words. */
export const LAYOUT_PATTERN = new RegExp(
  `^(${LAYOUTS.map(({ id, needsIssue }) => (needsIssue ? `${id}(:[\\s\\S]+)?` : id)).join("|")})$`,
);
export const LAYOUT_WORDS = `one of ${LAYOUTS.map(({ id, needsIssue }) => (needsIssue ? `${id}:ISSUE` : id)).join(", ")}`;
