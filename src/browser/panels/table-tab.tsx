/** The tab with the statements of the view as a table. */

import { Button } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useRef } from "react";
import { useDataset } from "../api/hooks.ts";
import { activeFilters } from "../filters/active.ts";
import { keepFocus } from "../shell/focus.ts";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import type { PanelProps } from "./panel.ts";
import { Empty, Failure, Waiting } from "./parts/answered.tsx";
import { COLUMNS, furtherColumns } from "./table/columns.ts";
import { formatTableSettings, parseTableSettings, type TableSettings } from "./table/settings.ts";
import { sortStatements } from "./table/sort.ts";
import { StatementTable } from "./table/statement-table.tsx";
import { tableCsv } from "./table/table-csv.ts";
import { TableToolbar } from "./table/table-toolbar.tsx";
import { touching } from "./table/touching.ts";
import { useAllStatements, useTableStatements } from "./table/use-table-statements.ts";
import { TEXTS } from "./texts.ts";
import "./panels.css";
import "./table/table.css";

/** Reads `view` from the store. */
export function TableTab(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const filtered = activeFilters(view, useNames()).length > 0;
  const clear = () => {
    useExplorer.getState().clearFilters();
    keepFocus();
  };
  const narrow = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false }) ?? false;
  const kept = useExplorer((state) => state.settings.table);
  const settings = parseTableSettings(kept);
  const { sorting } = settings;
  const change = (part: Partial<TableSettings>) =>
    useExplorer
      .getState()
      .setSetting(
        "table",
        formatTableSettings({ ...parseTableSettings(useExplorer.getState().settings.table), ...part }),
      );
  const { text } = settings;
  const [q] = useDebouncedValue(text.trim(), 250);
  const box = useRef<HTMLElement>(null);
  const query = useTableStatements(view, q);
  const allStatements = useAllStatements(view, q);
  const dataset = useDataset().data;
  const sources = useMemo(() => new Map(dataset?.sources.map((source) => [source.id, source])), [dataset]);
  const loaded = useMemo(() => query.data?.flatMap(({ items }) => items) ?? [], [query.data]);
  const columns = useMemo(() => [...COLUMNS, ...furtherColumns(loaded)], [loaded]);
  const by = columns.find(({ id }) => id === sorting?.by);
  const descending = sorting?.descending ?? false;
  const rows = useMemo(
    () => sortStatements(loaded, by, descending, sources),
    [loaded, by, descending, sources],
  );
  const usual = COLUMNS.filter((one) => (narrow ? one.narrow : one.usual)).map(({ id }) => id);
  const chosen = new Set(settings.columns ?? usual);
  const visible = columns.filter(({ id }) => chosen.has(id));
  // Ids in an address may be those of another dataset.
  const shown = visible.length > 0 ? visible : COLUMNS.filter(({ id }) => usual.includes(id));
  const selection = useExplorer((state) => state.selection);
  const marked = useMemo(() => {
    const touches = touching(selection);
    return touches && rows.filter(touches).length;
  }, [selection, rows]);
  const total = query.data?.[0]?.total ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <section className="sg-tab" aria-label={TEXTS.tableOf}>
      <TableToolbar
        text={text}
        onText={(value) => change({ text: value })}
        columns={columns}
        shown={new Set(shown.map(({ id }) => id))}
        onShown={(ids) => change({ columns: columns.map(({ id }) => id).filter((id) => ids.has(id)) })}
        csv={async () =>
          tableCsv(shown, sortStatements(await allStatements(), by, descending, sources), sources)
        }
      />
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.data && (
        <>
          <p role="status" className="sg-line sg-count">
            {TEXTS.tableCount(total, loaded.length)}
            {marked !== null && ` ${TEXTS.touching(marked)}`}
            {sorting && loaded.length < total && ` ${TEXTS.sortedLoaded}`}
          </p>
          {total === 0 ? (
            <Empty>
              <p>{q !== "" ? TEXTS.noRowsFor(q) : filtered ? TEXTS.noRows : TEXTS.noStatementsYet}</p>
              {(q !== "" || filtered) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={q === "" ? clear : () => change({ text: "" })}
                >
                  {q === "" ? TEXTS.clearFilters : TEXTS.clearText}
                </Button>
              )}
            </Empty>
          ) : (
            <section
              ref={box}
              className="sg-table-box"
              data-keys
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
              tabIndex={0}
              aria-label={TEXTS.tableScroll}
              aria-busy={isFetchingNextPage}
            >
              <StatementTable
                rows={rows}
                columns={shown}
                sources={sources}
                sorting={sorting}
                onSort={(next) => change({ sorting: next })}
                caption={TEXTS.tableOf}
                box={box}
                reset={`${q} ${sorting?.by} ${descending} ${shown.length} ${query.data[0]?.items[0]?.id}`}
                total={total}
                onEnd={onEnd}
              />
            </section>
          )}
        </>
      )}
    </section>
  );
}
