/** What is compared before the reader has chosen: the first two sources, or the time cut where documents divide best. */

import { useEffect } from "react";
import type { AnalysisResult } from "../../api/computed.ts";
import { statementPairs, useDataset, useRoute, useSettled } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { NO_DATES, withDates } from "../../state/time.ts";
import { bestCut, dayText, timelineOf } from "../time/bins.ts";
import { intervalText } from "../time/ranges.ts";
import { type CompareChoice, formatCompare } from "./choice.ts";

/** Fills both sides in, over the current entry of the history, when neither is chosen. */
export function useStart({ by, a, b }: CompareChoice): void {
  const view = useExplorer((state) => state.view);
  const { setSetting } = useExplorer.getState();
  const empty = a === "" && b === "";
  const sources = useDataset().data?.sources;
  const settled = useSettled(view);
  const timeline = useRoute<AnalysisResult>(
    "analysis/timeline",
    [["evidence", "1"], ...statementPairs(withDates(view, NO_DATES))],
    { enabled: settled && empty && by === "periods" },
  ).data;
  useEffect(() => {
    if (!empty) return;
    if (by === "sources") {
      const [one, other] = [...(sources ?? [])].sort((x, y) => y.statements - x.statements);
      if (one && other) setSetting("compare", formatCompare({ by, a: one.id, b: other.id }));
    }
    if (by === "periods" && timeline) {
      const { bins } = timelineOf(timeline);
      const cut = bestCut(bins);
      const last = cut === null ? undefined : bins[cut - 1]?.last;
      if (last === undefined) return;
      setSetting(
        "compare",
        formatCompare({
          by,
          a: intervalText({ since: "", until: dayText(last) }),
          b: intervalText({ since: dayText(last + 1), until: "" }),
        }),
      );
    }
  }, [by, empty, sources, timeline, setSetting]);
}
