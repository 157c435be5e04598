/** All statements of the view in pieces of 1000, with a text filter on the server's side. */

import type { Page, StatementRecord } from "../../../model/api.ts";
import type { View } from "../../../model/view.ts";
import type { Pair } from "../../../view/parameters.ts";
import { apiPath, fetchJson } from "../../api/client.ts";
import { statementPairs } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { useStatementPages } from "../statements/use-statement-pages.ts";

/** The most that the server gives at once. */
const PIECE = 1000;

const pairsOf = (view: View, q: string): readonly Pair[] => [
  ...statementPairs(view),
  ...(q === "" ? [] : [["q", q] as const]),
];

export const useTableStatements = (view: View, q: string) =>
  useStatementPages(pairsOf(view, q), { keep: true, sizeOf: () => PIECE });

/**
 * Fetches every statement of the view with the text in it, also those that the table has not loaded.
 * @throws ApiError
 */
export function useAllStatements(view: View, q: string): () => Promise<readonly StatementRecord[]> {
  const dataset = useExplorer((state) => state.dataset);
  return async () => {
    const pairs: readonly Pair[] = [...pairsOf(view, q), ["limit", String(PIECE)]];
    const items: StatementRecord[] = [];
    let cursor: string | null = null;
    do {
      const further: readonly Pair[] = cursor === null ? pairs : [...pairs, ["cursor", cursor]];
      const page: Page<StatementRecord> = await fetchJson(apiPath(dataset, "statements", further));
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  };
}
