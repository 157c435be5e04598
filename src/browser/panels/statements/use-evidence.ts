/** Statements by id, each fetched once and shared with the panel of a single statement; and the record of their sources. */

import { useQueries } from "@tanstack/react-query";
import type { SourceRecord, StatementRecord } from "../../../model/api.ts";
import { type ApiError, apiPath, fetchJson } from "../../api/client.ts";
import { useDataset } from "../../api/hooks.ts";
import { useExplorer } from "../../state/store.ts";

export interface Evidence {
  /** Those that have arrived, in the order of the ids. */
  readonly statements: readonly StatementRecord[];
  readonly pending: boolean;
  readonly error: ApiError | null;
  readonly retry: () => void;
}

/** Same keys as `useStatement`, so that neither asks twice. */
export function useStatementsById(ids: readonly string[]): Evidence {
  const dataset = useExplorer((state) => state.dataset);
  const results = useQueries({
    queries: ids.map((id) => {
      const route = `statements/${encodeURIComponent(id)}`;
      const path = apiPath(dataset, route);
      return {
        queryKey: [dataset, route, path],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => fetchJson<StatementRecord>(path, signal),
      };
    }),
  });
  return {
    statements: results.flatMap(({ data }) => data ?? []),
    pending: results.some(({ isPending }) => isPending),
    error: (results.find(({ error }) => error !== null)?.error ?? null) as ApiError | null,
    retry: () => {
      for (const { error, refetch } of results) if (error !== null) void refetch();
    },
  };
}

/** The record of a source, or undefined while the dataset's description is on its way. */
export function useSource(id: string): SourceRecord | undefined {
  return useDataset().data?.sources.find((source) => source.id === id);
}
