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
  /** How many are asked for after so many pages. */
  readonly sizeOf: (pages: number) => number;
}

/** Where a page begins, null = at the beginning, and how many it has at most. */
interface PagePlace {
  readonly cursor: string | null;
  readonly limit: number;
}

/** @param pairs of `/statements`, all but `cursor` and `limit` */
export function useStatementPages(
  pairs: readonly Pair[],
  { enabled = true, keep = false, sizeOf }: PagesOptions,
) {
  const dataset = useExplorer((state) => state.dataset);
  return useInfiniteQuery<
    Page<StatementRecord>,
    ApiError,
    readonly Page<StatementRecord>[],
    readonly unknown[],
    PagePlace
  >({
    queryKey: [dataset, "pages", apiPath(dataset, "statements", pairs)],
    queryFn: ({ pageParam: { cursor, limit }, signal }) => {
      const place: readonly Pair[] = cursor === null ? [] : [["cursor", cursor]];
      return fetchJson<Page<StatementRecord>>(
        apiPath(dataset, "statements", [...pairs, ["limit", String(limit)], ...place]),
        signal,
      );
    },
    initialPageParam: { cursor: null, limit: sizeOf(0) },
    getNextPageParam: ({ nextCursor }, pages) =>
      nextCursor === null ? null : { cursor: nextCursor, limit: sizeOf(pages.length) },
    select: ({ pages }) => pages,
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}
