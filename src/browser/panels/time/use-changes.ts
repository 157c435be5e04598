/** What changed between two stretches of time, among the statements of the view without its own dates. */

import type { AnalysisResult } from "../../api/computed.ts";
import { statementPairs, useRoute, useSettled } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { NO_DATES, withDates } from "../../state/time.ts";
import type { Stretches } from "./ranges.ts";

/** `everything`: positions that did not change are listed too. */
export function useChanges({ before, after }: Stretches, enabled = true, everything = false) {
  const view = useExplorer((state) => state.view);
  const settled = useSettled(view);
  return useRoute<AnalysisResult>(
    "analysis/change",
    [
      ...(before === "" ? [] : ([["before", before]] as const)),
      ...(after === "" ? [] : ([["after", after]] as const)),
      ...(everything ? ([["unchanged", "1"]] as const) : []),
      ...statementPairs(withDates(view, NO_DATES)),
    ],
    { enabled: settled && enabled },
  );
}
