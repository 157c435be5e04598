/** What the Compare tab compares, its text in the address, and how others open it. */

import { parseNodeKey } from "../../../model/id.ts";
import { formatInner, parseInner } from "../../state/inner-pairs.ts";
import { type Selection, selectedNodes } from "../../state/selection.ts";
import { useExplorer } from "../../state/store.ts";

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

/** Reads what `formatCompare` writes, node keys as ids; null when the text names nothing to compare. */
export function parseCompare(text: string): CompareChoice | null {
  const given = new Map(parseInner(text));
  const by = KINDS.find((kind) => kind === given.get("by"));
  if (!by) return null;
  const side = (name: "a" | "b"): string => {
    const value = given.get(name) ?? "";
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
