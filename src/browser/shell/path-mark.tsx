/** Keeps the path that the address chooses marked on the map, whether or not its panel is open. */

import { useEffect } from "react";
import { useGraph, usePaths } from "../api/hooks.ts";
import { highlightOf } from "../panels/path/highlight.ts";
import { useChosen } from "../panels/path/use-chosen.ts";
import { isComplete } from "../state/question.ts";
import { useExplorer } from "../state/store.ts";

export function PathMark() {
  const question = useExplorer((state) => state.question);
  const view = useExplorer((state) => state.view);
  const unmarked = useExplorer((state) => state.highlight === null);
  const answer = usePaths(question, view).data;
  const graph = useGraph(view).data;
  const chosen = useChosen(answer);
  const asked = isComplete(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what took the mark away (Back, a scene, undo) asks for it again
  useEffect(() => {
    if (!asked || !chosen || !graph) return;
    const { mark, highlight } = useExplorer.getState();
    if (chosen.path) mark(highlightOf(chosen.path, graph));
    // Without a path to mark, what a result marked may stay.
    else if (answer?.paths.length === 0 && highlight) mark(null);
  }, [asked, chosen, answer, graph, unmarked]);
  return null;
}
