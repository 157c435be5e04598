/** The statements behind an edge of the picture: those it lists by their ids, else all of them page by page. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Page, StatementRecord } from "../../../model/api.ts";
import type { Pair } from "../../../view/parameters.ts";
import { type ApiError, apiPath, fetchJson, type GraphDocument } from "../../api/client.ts";
import { picturePairs } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";
import { type Evidence, useStatementsById } from "./use-evidence.ts";

/** Statements fetched at a time. */
const STEP = 20;

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
  const [wanted, setWanted] = useState(STEP);
  const evidence = useStatementsById(enabled ? ids.slice(0, wanted) : []);
  return {
    ...evidence,
    total: ids.length,
    more: ids.length > wanted ? () => setWanted(wanted + STEP) : null,
  };
}

function useFetchedStatements(edge: string, enabled: boolean): EdgeEvidence {
  const dataset = useExplorer((state) => state.dataset);
  const view = useExplorer((state) => state.view);
  const pairs: readonly Pair[] = [...picturePairs(view), ["edge", edge], ["limit", String(STEP)]];
  const query = useInfiniteQuery<
    Page<StatementRecord>,
    ApiError,
    readonly Page<StatementRecord>[],
    readonly unknown[],
    string | null
  >({
    queryKey: [dataset, "edge", apiPath(dataset, "statements", pairs)],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<StatementRecord>>(
        apiPath(dataset, "statements", pageParam === null ? pairs : [...pairs, ["cursor", pageParam]]),
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages,
    enabled,
  });
  return {
    statements: (query.data ?? []).flatMap(({ items }) => items),
    total: query.data?.[0]?.total ?? null,
    pending: query.isPending || query.isFetchingNextPage,
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
