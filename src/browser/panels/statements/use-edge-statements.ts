/** The statements behind an edge of the picture: those it lists by their ids, else all of them page by page. */

import { useState } from "react";
import type { GraphDocument } from "../../api/client.ts";
import { picturePairs } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { pageSize, shownIn } from "./page-sizes.ts";
import { type Evidence, useStatementsById } from "./use-evidence.ts";
import { useStatementPages } from "./use-statement-pages.ts";

export interface EdgeEvidence extends Evidence {
  /** How many there are; null = not known yet. */
  readonly total: number | null;
  /** Fetches the next ones; null = all are there. */
  readonly more: (() => void) | null;
}

/** @param isCut the picture lists the first of them only */
export function useEdgeStatements(edge: GraphDocument["edges"][number], isCut: boolean): EdgeEvidence {
  const listed = useListedStatements(edge.attributes.statements, !isCut);
  const fetched = useFetchedStatements(edge.key, isCut);
  return isCut ? fetched : listed;
}

function useListedStatements(ids: readonly string[], enabled: boolean): EdgeEvidence {
  const [pages, setPages] = useState(1);
  const wanted = shownIn(pages);
  const evidence = useStatementsById(enabled ? ids.slice(0, wanted) : []);
  return {
    ...evidence,
    total: ids.length,
    // As long as they are on their way, what was asked for is still to come.
    more: ids.length > wanted || (pages > 1 && evidence.pending) ? () => setPages(pages + 1) : null,
  };
}

function useFetchedStatements(edge: string, enabled: boolean): EdgeEvidence {
  const view = useExplorer((state) => state.view);
  const query = useStatementPages([...picturePairs(view), ["edge", edge]], { enabled, sizeOf: pageSize });
  return {
    statements: (query.data ?? []).flatMap(({ items }) => items),
    total: query.data?.[0]?.total ?? null,
    pending: query.isPending || query.isFetchingNextPage,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
