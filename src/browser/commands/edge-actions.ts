/** Everything that can be done with a line of the map, for its menu. A further action is one entry. */

import type { StatementRecord } from "../../model/api.ts";
import { apiPath, fetchJson } from "../api/client.ts";
import { copyText } from "../panels/parts/copy-text.ts";
import { selectionOf } from "../state/selection.ts";
import type { ExplorerActions, ExplorerState } from "../state/store.ts";
import { copyLinkTo } from "./copy-link.ts";
import { NODE_TEXTS as T } from "./node-texts.ts";

export interface EdgeSubject {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly statements: readonly string[];
  readonly explorer: ExplorerState & ExplorerActions;
  /** How to cite a statement. */
  cite(statement: StatementRecord): string;
  say(words: string): void;
}

export interface EdgeAction {
  readonly id: string;
  label(subject: EdgeSubject): string;
  available(subject: EdgeSubject): boolean;
  run(subject: EdgeSubject): void;
}

/** More citations than this are not copied at once. */
const MOST_CITATIONS = 50;

export const EDGE_ACTIONS: readonly EdgeAction[] = [
  {
    id: "details",
    label: () => T.details,
    available: ({ key, explorer: { selection } }) => selection?.type !== "edge" || selection.key !== key,
    run: ({ key, explorer }) => explorer.select({ type: "edge", key }),
  },
  {
    id: "ends",
    label: () => T.selectEnds,
    available: ({ source, target }) => source !== target,
    run: ({ source, target, explorer }) => explorer.select(selectionOf([source, target])),
  },
  {
    id: "path-between",
    label: () => T.pathBetween,
    available: ({ source, target }) => source !== target,
    run: ({ source, target, explorer }) => explorer.ask({ from: source, to: target }),
  },
  {
    id: "citations",
    label: ({ statements }) => T.citations(statements.length),
    available: ({ statements }) => statements.length > 0 && statements.length <= MOST_CITATIONS,
    run: ({ statements, explorer, cite, say }) => {
      const fetched = statements.map((id) =>
        fetchJson<StatementRecord>(apiPath(explorer.dataset, `statements/${encodeURIComponent(id)}`)),
      );
      void Promise.all(fetched)
        .then((records) => copyText(records.map(cite).join("\n\n")))
        .then((copied) => say(copied ? T.citationsCopied(statements.length) : T.copyFailed))
        .catch((error: Error) => say(error.message));
    },
  },
  {
    id: "copy-link",
    label: () => T.copyLink,
    available: () => true,
    run: ({ key, explorer, say }) => copyLinkTo({ type: "edge", key }, explorer, say),
  },
];
