/** The views that a comparison is made of: one whose layout both maps share, and one for each side. Pure. */

import { parseDate } from "../../../model/date.ts";
import { DEFAULT_VIEW, type View } from "../../../model/view.ts";
import { parseInterval } from "../time/ranges.ts";
import type { CompareChoice } from "./choice.ts";

/** Nothing of this layout is looked at: places come from the shared view. */
const NO_LAYOUT = "circular";

/** Key of the node that one side is about; null where a side is a part of the statements. */
export function centreOf({ by }: CompareChoice, value: string): string | null {
  if (by === "actors") return `actor:${value}`;
  return by === "issues" ? `issue:${value}` : null;
}

/** What a comparison takes from the view: its filters, but for the one that the sides differ in. */
const plain = (view: View): View => ({
  ...view,
  projection: "bundled",
  expand: DEFAULT_VIEW.expand,
  structure: DEFAULT_VIEW.structure,
  detail: "all",
});

/** True when the side can be shown: something is chosen, and a period is one. */
export const isChosen = ({ by }: CompareChoice, value: string): boolean =>
  value !== "" && (by !== "periods" || parseInterval(value) !== null);

/** The view whose picture both maps share. Null while nothing is chosen. */
export function sharedView(view: View, choice: CompareChoice): View | null {
  const values = [choice.a, choice.b].filter((value) => isChosen(choice, value));
  if (values.length === 0) return null;
  const base = plain(view);
  const { filter } = base;
  switch (choice.by) {
    case "actors":
    case "issues": {
      const ego = values.map((value) => centreOf(choice, value) as string);
      const free = choice.by === "actors" ? { actor: [] } : { issue: [] };
      return { ...base, ego: [...new Set(ego)].sort(), depth: 1, filter: { ...filter, ...free } };
    }
    case "sources":
      return { ...base, filter: { ...filter, source: [...new Set(values)].sort() } };
    case "periods":
      return { ...base, filter: { ...filter, ...hull(values) } };
  }
}

/** The shortest stretch that holds all of these periods; an open end where one of them has one. */
function hull(periods: readonly string[]): { readonly since: string; readonly until: string } {
  const dates = periods.flatMap((text) => parseInterval(text) ?? []);
  const ends = (end: "since" | "until", day: "first" | "last") =>
    dates.map((each) => each[end]).sort((a, b) => (parseDate(a)?.[day] ?? 0) - (parseDate(b)?.[day] ?? 0));
  const [since, until] = [ends("since", "first"), ends("until", "last")];
  return {
    since: since.includes("") ? "" : (since[0] ?? ""),
    until: until.includes("") ? "" : (until.at(-1) ?? ""),
  };
}

/** The view of one side; null where the side is cut out of the shared picture, or is not chosen. */
export function sideView(view: View, choice: CompareChoice, value: string): View | null {
  if (!isChosen(choice, value) || centreOf(choice, value) !== null) return null;
  const base = { ...plain(view), layout: NO_LAYOUT };
  if (choice.by === "sources") return { ...base, filter: { ...base.filter, source: [value] } };
  const dates = parseInterval(value);
  return dates && { ...base, filter: { ...base.filter, ...dates } };
}

/** The member of the view's filter that the comparison sets aside, if it is in use. */
export function setAside(view: View, { by }: CompareChoice): "actor" | "issue" | "source" | "dates" | null {
  const { filter } = view;
  if (by === "periods") return filter.since !== "" || filter.until !== "" ? "dates" : null;
  const member = ({ actors: "actor", issues: "issue", sources: "source" } as const)[by];
  return filter[member].length > 0 ? member : null;
}
