/** The menu of the map: of a node or several, of a line, or of the map itself. The same for a right press and for the key M. */

import { useCallback } from "react";
import { useDataset } from "../api/hooks.ts";
import { EDGE_ACTIONS, type EdgeSubject } from "../commands/edge-actions.ts";
import { actionsFor } from "../commands/node-actions.ts";
import { COMMANDS } from "../commands/registry.ts";
import { statementCitation } from "../panels/statements/citation.ts";
import { keepFocus } from "../shell/focus.ts";
import type { Target } from "../state/pointer.ts";
import { selectedNodes } from "../state/selection.ts";
import { useExplorer } from "../state/store.ts";
import type { Point } from "./lasso.ts";
import { Menu, type MenuItem } from "./menu.tsx";
import type { Picture } from "./picture.ts";
import { MAP_TEXTS } from "./texts.ts";
import { useSubject } from "./use-subject.ts";

export interface MenuRequest {
  /** What it is about; null = the map itself. */
  readonly target: Target | null;
  /** In pixels of the page. */
  readonly at: Point;
}

interface Props extends MenuRequest {
  readonly picture: Picture;
  readonly onClose: () => void;
  readonly say: (words: string) => void;
}

/** Commands in the menu of the map itself, in their order. */
const OF_MAP = [
  "fit",
  "lasso",
  "lock",
  "arrange-again",
  "relax",
  "unpin",
  "show-hidden",
  "group-community",
  "group-coalition",
  "group-kind",
  "undo",
  "redo",
  "clear-filters",
] as const;

export function MapMenu(props: Props) {
  const { target } = props;
  if (target?.type === "node") return <OfNodes {...props} pressed={target.key} />;
  return target?.type === "edge" ? <OfEdge {...props} edge={target.key} /> : <OfMap {...props} />;
}

/** Closes, and gives the focus back to the map unless what was chosen has taken it. */
function useLeave(onClose: () => void): () => void {
  return useCallback(() => {
    onClose();
    keepFocus("#map");
  }, [onClose]);
}

function OfNodes({ pressed, at, onClose, say }: Props & { readonly pressed: string }) {
  const selected = useExplorer(({ selection }) => selection);
  const marked = selectedNodes(selected);
  // A press on one of several selected nodes is about all of them.
  const keys = marked.includes(pressed) ? marked : [pressed];
  const subject = useSubject(keys, say);
  const leave = useLeave(onClose);
  const items = actionsFor(subject, "menu").map(
    ({ id, label, run }): MenuItem => ({ id, label: label(subject), run: () => run(subject) }),
  );
  const name = keys.length === 1 ? subject.label(pressed) : MAP_TEXTS.several(keys.length);
  return <Menu label={MAP_TEXTS.menuOf(name)} items={items} at={at} onClose={leave} />;
}

function OfEdge({ edge: key, picture, at, onClose, say }: Props & { readonly edge: string }) {
  const explorer = useExplorer();
  const dataset = useDataset().data;
  const leave = useLeave(onClose);
  const edge = picture.edgeByKey.get(key);
  if (!edge) return null;
  const subject: EdgeSubject = {
    key,
    source: edge.source,
    target: edge.target,
    statements: edge.listed.statements,
    explorer,
    cite: (statement) =>
      statementCitation(
        statement,
        dataset?.sources.find(({ id }) => id === statement.source.id),
        dataset,
      ),
    say,
  };
  const items = EDGE_ACTIONS.filter(({ available }) => available(subject)).map(
    ({ id, label, run }): MenuItem => ({ id, label: label(subject), run: () => run(subject) }),
  );
  return <Menu label={MAP_TEXTS.menuOfLine} items={items} at={at} onClose={leave} />;
}

function OfMap({ at, onClose }: Props) {
  const explorer = useExplorer();
  const leave = useLeave(onClose);
  const items = OF_MAP.flatMap((id): readonly MenuItem[] => {
    const command = COMMANDS.find((one) => one.id === id);
    if (!command?.run || command.available?.(explorer) === false) return [];
    const { label, run } = command;
    return [{ id, label, run: () => run(useExplorer.getState()) }];
  });
  return <Menu label={MAP_TEXTS.menuOfMap} items={items} at={at} onClose={leave} />;
}
