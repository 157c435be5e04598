/** The tab with the statements of the view as a table. */

import { Button } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useDataset } from "../api/hooks.ts";
import { activeFilters } from "../filters/active.ts";
import { keepFocus } from "../shell/focus.ts";
import { useNames } from "../state/names.ts";
import { useExplorer } from "../state/store.ts";
import type { PanelProps } from "./panel.ts";
import { Empty, Failure, Waiting } from "./parts/answered.tsx";
import { COLUMNS } from "./table/columns.ts";
import { type Sorting, sortStatements } from "./table/sort.ts";
import { StatementTable } from "./table/statement-table.tsx";
import { tableCsv } from "./table/table-csv.ts";
import { TableToolbar } from "./table/table-toolbar.tsx";
import { PIECE, useAllStatements, useTableStatements } from "./table/use-table-statements.ts";
import { TEXTS } from "./texts.ts";
import "./panels.css";
import "./table/table.css";

/** Rows drawn at once. */
const SHEET = 100;

/** Reads `view` from the store. */
export function TableTab(_: PanelProps) {
  const view = useExplorer((state) => state.view);
  const filtered = activeFilters(view, useNames()).length > 0;
  const clear = () => {
    useExplorer.getState().clearFilters();
    keepFocus();
  };
  const narrow = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false }) ?? false;
  const [text, setText] = useState("");
  const [q] = useDebouncedValue(text.trim(), 250);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [sheet, setSheet] = useState(0);
  const query = useTableStatements(view, q);
  const allStatements = useAllStatements(view, q);
  const dataset = useDataset().data;
  const sources = useMemo(() => new Map(dataset?.sources.map((source) => [source.id, source])), [dataset]);
  const loaded = useMemo(() => query.data?.flatMap(({ items }) => items) ?? [], [query.data]);
  const sorted = useMemo(
    () =>
      sortStatements(
        loaded,
        COLUMNS.find(({ id }) => id === sorting?.by),
        sorting?.descending ?? false,
        sources,
      ),
    [loaded, sorting, sources],
  );
  const shown =
    chosen ?? new Set(COLUMNS.filter((one) => (narrow ? one.narrow : one.usual)).map(({ id }) => id));
  const total = query.data?.[0]?.total ?? 0;
  const sheets = Math.max(1, Math.ceil(sorted.length / SHEET));
  const at = Math.min(sheet, sheets - 1);
  const rows = sorted.slice(at * SHEET, (at + 1) * SHEET);
  const change = (run: () => void) => {
    run();
    setSheet(0);
  };
  return (
    <section className="sg-tab" aria-label={TEXTS.tableOf}>
      <TableToolbar
        text={text}
        onText={(value) => change(() => setText(value))}
        q={q}
        shown={shown}
        onShown={setChosen}
        csv={async () => {
          const all = await allStatements();
          const by = COLUMNS.find(({ id }) => id === sorting?.by);
          return tableCsv(
            COLUMNS.filter(({ id }) => shown.has(id)),
            sortStatements(all, by, sorting?.descending ?? false, sources),
            sources,
          );
        }}
      />
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.data && (
        <>
          <p role="status" className="sg-line sg-count">
            {TEXTS.tableCount(total, loaded.length)}
            {sorting && loaded.length < total && ` ${TEXTS.sortedLoaded}`}
          </p>
          {total === 0 ? (
            <Empty>
              <p>{q !== "" ? TEXTS.noRowsFor(q) : filtered ? TEXTS.noRows : TEXTS.noStatementsYet}</p>
              {(q !== "" || filtered) && (
                <Button size="compact-sm" variant="default" onClick={q === "" ? clear : () => setText("")}>
                  {q === "" ? TEXTS.clearFilters : TEXTS.clearText}
                </Button>
              )}
            </Empty>
          ) : (
            <>
              <section
                className="sg-table-box"
                data-keys
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
                tabIndex={0}
                aria-label={TEXTS.tableScroll}
              >
                <StatementTable
                  rows={rows}
                  columns={COLUMNS.filter(({ id }) => shown.has(id))}
                  sources={sources}
                  sorting={sorting}
                  onSort={(next) => change(() => setSorting(next))}
                  caption={TEXTS.tableOf}
                />
              </section>
              <Sheets at={at} sheets={sheets} onChange={setSheet} />
              {query.hasNextPage && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {TEXTS.loadMore(Math.min(PIECE, total - loaded.length))}
                </Button>
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

interface SheetsProps {
  readonly at: number;
  readonly sheets: number;
  readonly onChange: (sheet: number) => void;
}

/** Steps through the rows, 100 at a time. */
function Sheets({ at, sheets, onChange }: SheetsProps) {
  if (sheets < 2) return null;
  return (
    <nav className="sg-sheets" aria-label={TEXTS.sheets}>
      <Button size="compact-sm" variant="default" disabled={at === 0} onClick={() => onChange(at - 1)}>
        {TEXTS.previousSheet}
      </Button>
      <span>{TEXTS.sheetOf(at + 1, sheets)}</span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={at === sheets - 1}
        onClick={() => onChange(at + 1)}
      >
        {TEXTS.nextSheet}
      </Button>
    </nav>
  );
}
