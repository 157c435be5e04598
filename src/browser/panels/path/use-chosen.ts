/** The path that the address marks, among the present answer and the one kept beside it. */

import { useMemo } from "react";
import type { PathAnswer } from "../../../model/path.ts";
import { usePaths } from "../../api/hooks.ts";
import { type Chosen, chosenPath } from "../../state/chosen-path.ts";
import { DEFAULT_QUESTION } from "../../state/question.ts";
import { useExplorer } from "../../state/store.ts";
import { parseKept } from "./kept.ts";

/** Null while an answer that may hold the path is not there. */
export function useChosen(answer: PathAnswer | undefined): Chosen | null {
  const text = useExplorer((state) => state.settings.path);
  const keptText = useExplorer((state) => state.settings.kept);
  const view = useExplorer((state) => state.view);
  const kept = useMemo(() => parseKept(keptText), [keptText]);
  const earlier = usePaths(kept?.question ?? DEFAULT_QUESTION, kept?.view ?? view);
  const waits = kept !== null && earlier.isPending;
  const other = kept ? earlier.data : undefined;
  return useMemo(() => {
    if (!answer) return null;
    const chosen = chosenPath(text, answer.paths, other?.paths ?? []);
    return chosen.missing && waits ? null : chosen;
  }, [answer, other, text, waits]);
}
