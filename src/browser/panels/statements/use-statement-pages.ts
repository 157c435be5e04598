/** The list of statements that a question has, page by page. */

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Page, StatementRecord } from "../../../model/api.ts";
import type { Pair } from "../../../view/parameters.ts";
import { type ApiError, apiPath, fetchJson } from "../../api/client.ts";
import { useExplorer } from "../../state/store.ts";

interface PagesOptions {
  readonly enabled?: boolean;
  /** The last answer stays while the next is fetched. */
  readonly keep?: boolean;
}

/** @param pairs of `/statements`, all but the cursor */
export function useStatementPages(pairs: readonly Pair[], { enabled = true, keep = false }: PagesOptions) {
  const dataset = useExplorer((state) => state.dataset);
  return useInfiniteQuery<
    Page<StatementRecord>,
    ApiError,
    readonly Page<StatementRecord>[],
    readonly unknown[],
    string | null
  >({
    queryKey: [dataset, "pages", apiPath(dataset, "statements", pairs)],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<StatementRecord>>(
        apiPath(dataset, "statements", pageParam === null ? pairs : [...pairs, ["cursor", pageParam]]),
        signal,
      ),
    initialPageParam: null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages,
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}
