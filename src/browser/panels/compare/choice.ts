/** What the Compare tab compares, its text in the address, and how others open it. */

import { parseNodeKey } from "../../../model/id.ts";
import { formatInner } from "../../state/inner-pairs.ts";
import { anyText, innerPairs, oneOf, type Report } from "../../state/inner-rules.ts";
import { type Selection, selectedNodes } from "../../state/selection.ts";
import { useExplorer } from "../../state/store.ts";
import { parseInterval } from "../time/ranges.ts";

export const KINDS = ["actors", "issues", "sources", "periods"] as const;
export type CompareKind = (typeof KINDS)[number];

/** `a` and `b`: ids of actors, issues or sources, or periods as `FIRST/LAST` with `..` for an open end; empty = not chosen. */
export interface CompareChoice {
  readonly by: CompareKind;
  readonly a: string;
  readonly b: string;
}

export const formatCompare = ({ by, a, b }: CompareChoice): string =>
  formatInner([
    ["by", by],
    ...(a === "" ? [] : ([["a", a]] as const)),
    ...(b === "" ? [] : ([["b", b]] as const)),
  ]);

const RULES = { by: oneOf(KINDS), a: anyText("an id or a period"), b: anyText("an id or a period") };

/** Reads what `formatCompare` writes, node keys as ids; null when the text names nothing to compare. What is none is reported. */
export function parseCompare(text: string, report?: Report): CompareChoice | null {
  const given = new Map(innerPairs(text, RULES, report));
  const by = KINDS.find((kind) => kind === given.get("by"));
  if (!by) {
    // Else what is wrong with `by` was reported.
    if (given.size > 0 && !/(^|;)by=/.test(text))
      report?.(text, `Give by as ${RULES.by.values} beside a and b.`);
    return null;
  }
  const side = (name: "a" | "b"): string => {
    const value = given.get(name) ?? "";
    if (by === "periods" && value !== "" && parseInterval(value) === null) {
      report?.(
        `${name}=${value}`,
        "Give a period as FIRST/LAST, for example 2025-10/2025-11, or .. for an open end.",
      );
      return "";
    }
    return by === "actors" || by === "issues" ? (parseNodeKey(value)?.id ?? value) : value;
  };
  return { by, a: side("a"), b: side("b") };
}

/** What a selection proposes to compare: two actors or two issues; one of them leaves the other to be chosen. */
export function choiceOf(selection: Selection | null): CompareChoice | null {
  const keys = selection?.type === "pair" ? [selection.from, selection.to] : selectedNodes(selection);
  const nodes = keys.flatMap((key) => parseNodeKey(key) ?? []);
  for (const [type, by] of [
    ["actor", "actors"],
    ["issue", "issues"],
  ] as const) {
    const [first, second] = nodes.filter((node) => node.type === type);
    if (first && (second || nodes.length === 1)) return { by, a: first.id, b: second?.id ?? "" };
  }
  return null;
}

/** Opens the Compare tab with this to compare; one step of the history. */
export function openCompare(choice: CompareChoice): void {
  const { setTab, setSetting } = useExplorer.getState();
  setTab("compare");
  setSetting("compare", formatCompare(choice));
}
