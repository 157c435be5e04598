/** Choosing an arrangement of the map, and the issue that a spectrum shows. */

import { formatLayout, type LayoutId, parseLayout } from "../../layout/catalogue.ts";
import { parseNodeKey } from "../../model/id.ts";
import type { GraphDocument } from "../api/client.ts";
import { useMapAccess } from "../state/map-access.ts";
import { toggleLock, useMapMode } from "../state/map-mode.ts";
import { selectedNodes } from "../state/selection.ts";
import { type ExplorerState, useExplorer } from "../state/store.ts";
import { arrangeAnew } from "../state/time.ts";

/** Arranges the map; a lock, which holds nodes in place, is taken off. */
export function arrange(id: LayoutId, issue = ""): void {
  if (useMapMode.getState().locked) toggleLock();
  useExplorer.getState().setLayout(formatLayout(id, issue));
}

/** Runs the present layout again from the start: nothing stays where a hand or a lock put it, and the camera shows everything. */
export function layOutAgain(): void {
  const { view, setLayout } = useExplorer.getState();
  if (useMapMode.getState().locked) toggleLock();
  arrangeAnew();
  setLayout(view.layout);
  // Once the new picture is drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => useMapAccess.getState().handle?.fit()));
}

/** The issue that the reader has at hand: shown by the layout, selected, or the only one of the filter; empty when there is none. */
export function issueAtHand({ view, selection }: Pick<ExplorerState, "view" | "selection">): string {
  const shown = parseLayout(view.layout)?.issue ?? "";
  if (shown !== "") return shown;
  for (const key of selectedNodes(selection)) {
    const node = parseNodeKey(key);
    if (node?.type === "issue") return node.id;
  }
  const [only] = view.filter.issue;
  return only !== undefined && view.filter.issue.length === 1 ? only : "";
}

export interface IssueChoice {
  readonly id: string;
  readonly label: string;
  readonly positions: number;
}

/** The issues on the map on which someone takes a position, the most first. */
export function issueChoices(graph: GraphDocument): readonly IssueChoice[] {
  return graph.nodes
    .flatMap(({ key, attributes }): readonly IssueChoice[] => {
      const node = parseNodeKey(key);
      const positions = attributes.support + attributes.oppose + attributes.neutral;
      if (node?.type !== "issue" || positions === 0) return [];
      return [{ id: node.id, label: attributes.short_label, positions }];
    })
    .sort((a, b) => b.positions - a.positions || (a.label < b.label ? -1 : 1));
}
