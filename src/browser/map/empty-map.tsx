/** Nothing matches: says which filters are the reason, each with one click that takes it away. */

import { Button, Stack, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import type { Page, StatementRecord } from "../../model/api.ts";
import { apiPath, fetchJson } from "../api/client.ts";
import { statementPairs } from "../api/hooks.ts";
import { activeFilters } from "../filters/active.ts";
import { keepFocus } from "../shell/focus.ts";
import { NoData } from "../shell/no-data.tsx";
import { Message } from "../shell/states.tsx";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import { count, TEXTS } from "../texts.ts";

/** `total`: statements of the dataset before any filter. */
export function EmptyMap({ total }: { readonly total: number }) {
  const dataset = useExplorer((state) => state.dataset);
  const view = useExplorer((state) => state.view);
  const { setView, clearFilters } = useExplorer.getState();
  const active = activeFilters(view, useNames());
  const without = useQueries({
    queries: active.map(({ without: relaxed }) => {
      const path = apiPath(dataset, "statements", [...statementPairs(relaxed), ["limit", "1"]]);
      return {
        queryKey: [dataset, "statements", path],
        queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<Page<StatementRecord>>(path, signal),
      };
    }),
  });
  if (total === 0) return <NoData />;
  const helpful = active.flatMap((filter, at) => {
    const found = without[at]?.data?.total ?? 0;
    return found > 0 ? [{ ...filter, found }] : [];
  });
  const loosen = (change: () => void) => {
    change();
    keepFocus();
  };
  const asked = without.every(({ isPending }) => !isPending);
  return (
    <Message
      title={TEXTS.nothingMatches}
      actions={
        <Stack gap="xs" align="flex-start">
          {helpful.map(({ id, label, found, without: relaxed }) => (
            <Button key={id} size="xs" variant="light" onClick={() => loosen(() => setView(relaxed))}>
              {`${TEXTS.remove(label)} (${count(found, "statement")})`}
            </Button>
          ))}
          <Button size="xs" onClick={() => loosen(clearFilters)}>
            {TEXTS.clearAll}
          </Button>
        </Stack>
      }
    >
      <Text size="sm">
        {helpful.length > 0 ? TEXTS.nothingMatchesWhy : asked ? TEXTS.nothingMatchesNone : TEXTS.loading}
      </Text>
    </Message>
  );
}
