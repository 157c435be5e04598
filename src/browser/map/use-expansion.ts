/** The neighbours of a node that the map does not show: how many there are, and the change that shows them. */

import { parseNodeKey } from "../../model/id.ts";
import type { View } from "../../model/view.ts";
import type { ApiError } from "../api/client.ts";
import { useActor, useGraph, useIssue } from "../api/hooks.ts";
import { NODE_TEXTS } from "../commands/node-texts.ts";
import { activeFilters } from "../filters/active.ts";
import { formatHidden, parseHidden } from "../state/hidden.ts";
import { useNames } from "../state/names.ts";
import { say } from "../state/spoken.ts";
import { useExplorer, withoutFilters } from "../state/store.ts";
import { grown } from "./grow.ts";

export interface Expansion {
  /** Keys of the neighbours that are not shown. */
  readonly fresh: readonly string[];
  /** How many neighbours there are, shown or not. */
  readonly all: number;
  /** Why not: the surroundings end before them, the reader hid them, or filters leave them out. */
  readonly because: "surroundings" | "hidden" | "filters";
  /** Shows them: one step that can be undone. */
  readonly run: () => void;
}

type Answer = { readonly data?: { readonly neighbours: readonly { readonly key: string }[] } | undefined } & {
  readonly error: ApiError | null;
};

/** Null while it is being found out, when nothing is missing, or for more nodes than one. */
export function useExpansion(keys: readonly string[]): Expansion | null {
  const [key = ""] = keys.length === 1 ? keys : [];
  const node = parseNodeKey(key);
  const view = useExplorer((state) => state.view);
  const hiddenText = useExplorer((state) => state.settings.hidden);
  const names = useNames();
  const narrowed = view.ego.length > 0;
  const filtered = activeFilters(view, names).length > 0;
  const wide: View = narrowed ? { ...view, ego: [], depth: 1 } : withoutFilters(view);
  const shown = useGraph(view).data;
  const actor: Answer = useActor(node?.type === "actor" ? node.id : "", wide, node?.type === "actor");
  const issue: Answer = useIssue(node?.type === "issue" ? node.id : "", wide, node?.type === "issue");
  const neighbours = (node?.type === "actor" ? actor : issue).data?.neighbours;
  if (!node || !shown || !neighbours) return null;

  const { setSetting, setView } = useExplorer.getState();
  const hidden = parseHidden(hiddenText);
  const there = new Set<string>(shown.nodes.map((one) => one.key));
  const missing = neighbours.map((one) => one.key).filter((one) => !there.has(one));
  const putAway = neighbours.map((one) => one.key).filter((one) => hidden.has(one) && there.has(one));
  if (missing.length > 0 && (narrowed || filtered))
    return {
      fresh: missing,
      all: neighbours.length,
      because: narrowed ? "surroundings" : "filters",
      run: () => {
        setView(narrowed ? grown(view, key, shown) : { ...wide, ego: [key], depth: 1 });
        if (!narrowed) say(NODE_TEXTS.filtersLifted(names.node(key)));
      },
    };
  if (putAway.length === 0) return null;
  return {
    fresh: putAway,
    all: neighbours.length,
    because: "hidden",
    run: () =>
      setSetting("hidden", formatHidden([...hidden].filter((one) => !putAway.includes(one))), "push"),
  };
}
