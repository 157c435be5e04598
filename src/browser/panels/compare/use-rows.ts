/** The rows of the table and the sentence above it, for each kind of comparison. */

import { useMemo } from "react";
import { useAnalysis } from "../../api/computed.ts";
import { useExplorer } from "../../state/store.ts";
import { parseInterval } from "../time/ranges.ts";
import { useChanges } from "../time/use-changes.ts";
import type { CompareChoice } from "./choice.ts";
import type { WordedDifference } from "./difference-table.tsx";
import { changeKinds, type Difference, differences } from "./differences.ts";
import { COMPARE_TEXTS as TEXTS } from "./texts.ts";
import type { Sides } from "./use-sides.ts";

export interface Rows {
  readonly rows: readonly WordedDifference[];
  /** A sentence, or null while it is not known. */
  readonly summary: string | null;
}

/** True when the first period begins after the second. */
const isLater = (a: string, b: string): boolean =>
  (parseInterval(a)?.since ?? "") > (parseInterval(b)?.since ?? "");

export function useRows(choice: CompareChoice, sides: Sides, labels: readonly [string, string]): Rows {
  const { by, a, b } = choice;
  const view = useExplorer((state) => state.view);
  const complete = sides.a !== null && sides.b !== null;
  const alignment = useAnalysis(
    "alignment",
    [
      ["a", `actor:${a}`],
      ["b", `actor:${b}`],
    ],
    { ...view, filter: { ...view.filter, actor: [] } },
    by === "actors" && complete && a !== b,
  ).data;
  const swapped = isLater(a, b);
  const change = useChanges(
    { before: swapped ? b : a, after: swapped ? a : b },
    by === "periods" && complete,
    true,
  ).data;
  const found = useMemo((): readonly Difference[] => {
    if (!sides.a || !sides.b) return [];
    const subject = by === "actors" ? "target" : by === "issues" ? "holder" : "both";
    return differences(sides.a.edges, sides.b.edges, subject);
  }, [sides.a, sides.b, by]);
  const rows = useMemo(() => {
    const words = TEXTS.results(by, labels[0], labels[1]);
    const kinds = by === "periods" && change ? changeKinds(change) : null;
    const worded = found.map((row) => {
      const kind = kinds?.get(row.id);
      return { ...row, kind: (kind !== undefined && TEXTS.changes[kind]) || words[row.kind] };
    });
    // Changes in their own order first; of equal rank as they were.
    const order = Object.values(TEXTS.changes);
    const rank = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
    return kinds ? worded.sort((x, y) => rank(x.kind) - rank(y.kind)) : worded;
  }, [found, change, by, labels]);
  const both = found.filter((row) => row.a && row.b).length;
  const opposite = found.filter(({ kind }) => kind === "opposite").length;
  const own = { sources: TEXTS.sourcesSummary, issues: TEXTS.issuesSummary };
  return {
    rows,
    summary:
      by === "actors"
        ? (alignment?.summary ?? null)
        : by === "periods"
          ? (change?.summary ?? null)
          : complete
            ? own[by](labels[0], labels[1], both, opposite)
            : null,
  };
}
