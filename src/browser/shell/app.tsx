/** The page: header, left column, map or another tab, details; sheets instead of columns on small screens. */

import { Tabs, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { hasStatement, useDataset, useDatasets, useDirectory } from "../api/hooks.ts";
import { isOffline } from "../api/transport.ts";
import { FilterChips } from "../filters/filter-chips.tsx";
import { useFirstPicture } from "../map/first-picture.ts";
import { MapView } from "../map/map-view.tsx";
import { PANELS } from "../panels/registry.ts";
import { TABS, type Tab } from "../state/address.ts";
import { resolveQuestion, resolveSelection, resolveView } from "../state/resolve.ts";
import { resolveSettings } from "../state/resolve-settings.ts";
import { useExplorer } from "../state/store.ts";
import { DetailsColumn } from "./details-column.tsx";
import { Dialogs } from "./dialogs.tsx";
import { Dock } from "./dock.tsx";
import { DropTarget } from "./drop-target.tsx";
import { Embedded } from "./embedded.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Header } from "./header.tsx";
import { Introduction } from "./introduction.tsx";
import { LeftColumn } from "./left-column.tsx";
import { LeftDrawer } from "./left-drawer.tsx";
import { NoSuchDataset } from "./no-such-dataset.tsx";
import { Notices } from "./notices.tsx";
import { PathMark } from "./path-mark.tsx";
import { NARROW_SCREEN, SMALL_SCREEN } from "./screen.ts";
import classes from "./shell.module.css";
import { MAIN, SkipLink } from "./skip-link.tsx";
import { Spoken } from "./spoken.tsx";
import { Failure, Waiting } from "./states.tsx";
import { StoryBarSlot } from "./story-bar-slot.tsx";
import { useFocusGuard } from "./use-focus-guard.ts";
import { useKeyboard } from "./use-keyboard.ts";

/** The explorer; or, at the address of a dataset that the server does not have, the datasets that there are. */
export function App() {
  const chosen = useExplorer((state) => state.dataset);
  const datasets = useDatasets();
  // Asked of a dataset that is not there, every route would only refuse.
  const waits = chosen !== null && datasets.isPending;
  const missing = chosen !== null && datasets.data?.every(({ id }) => id !== chosen);
  return (
    <>
      {waits ? (
        <Waiting />
      ) : missing ? (
        <>
          <NoSuchDataset id={chosen} datasets={datasets.data ?? []} />
          <Dialogs />
        </>
      ) : (
        <Shell />
      )}
      {!isOffline() && <DropTarget />}
    </>
  );
}

/** What both forms of the page share: names as ids, keys, messages. */
function Shell() {
  useKeyboard();
  useFocusGuard();
  useResolvedNames();
  const embed = useExplorer((state) => state.embed);
  return (
    <>
      {embed ? <Embedded /> : <Explorer />}
      <PathMark />
      <Spoken />
    </>
  );
}

function Explorer() {
  const dataset = useDataset();
  const tab = useExplorer((state) => state.tab);
  const left = useExplorer((state) => state.panels.left);
  const selection = useExplorer((state) => state.selection);
  const details = useExplorer((state) => state.panels.details);
  const { setTab, setPanels } = useExplorer.getState();
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  const narrow = useMediaQuery(NARROW_SCREEN, false, { getInitialValueInEffect: false });
  useEffect(() => {
    const asked = useExplorer.getState().panels.leftPanel !== "filters";
    setPanels({ left: !narrow || asked });
  }, [narrow, setPanels]);

  useFirstPicture(dataset.error !== null);

  const content = dataset.data ? (
    <>
      <Tabs.Panel value="graph" className={classes["panel"] ?? ""}>
        <ErrorBoundary>
          <MapView />
        </ErrorBoundary>
      </Tabs.Panel>
      {PANELS.filter(({ region }) => region === "tab").map(({ id, label, component: Component }) => (
        <Tabs.Panel key={id} value={id} className={classes["panel"] ?? ""}>
          {tab === id && (
            <ErrorBoundary>
              {/* What follows has headings of its own, which belong under one. */}
              <VisuallyHidden component="h2">{label}</VisuallyHidden>
              <div className={classes["chips"]}>
                <FilterChips />
              </div>
              <Suspense fallback={<Waiting />}>
                <Component onClose={() => setTab("graph")} />
              </Suspense>
            </ErrorBoundary>
          )}
        </Tabs.Panel>
      ))}
    </>
  ) : dataset.error ? (
    <Failure error={dataset.error} retry={dataset.refetch} />
  ) : (
    <Waiting />
  );

  return (
    <Tabs
      value={tab}
      onChange={(value) => setTab(TABS.find((one): one is Tab => one === value) ?? "graph")}
      className={classes["page"] ?? ""}
      activateTabWithKeyboard
    >
      <SkipLink />
      <Header />
      <Notices />
      <div className={classes["body"]}>
        {small ? (
          <LeftDrawer />
        ) : (
          left && (
            <div className={classes["left"]}>
              <LeftColumn />
            </div>
          )
        )}
        <div className={classes["middle"]}>
          <Introduction small={small} />
          <main id={MAIN} tabIndex={-1} className={classes["main"]}>
            {content}
          </main>
          <Dock small={small} />
        </div>
        {selection && details && <DetailsColumn selection={selection} small={small} />}
      </div>
      <StoryBarSlot />
      <Dialogs />
    </Tabs>
  );
}

/** Once names can be looked up, writes the ids they stand for into the view. */
function useResolvedNames(): void {
  const directory = useDirectory().data;
  const dataset = useDataset().data;
  const resolved = useExplorer((state) => state.resolved);
  const chosen = useExplorer((state) => state.dataset);
  const statement = useExplorer(({ selection }) => (selection?.type === "statement" ? selection.id : null));
  const statementThere = useQuery({
    queryKey: [chosen, "has-statement", statement],
    queryFn: ({ signal }) => hasStatement(chosen, statement ?? "", signal),
    enabled: !resolved && statement !== null,
  });
  // Where that cannot be found out, the details say why.
  const there = statement === null || statementThere.isError ? true : statementThere.data;
  useEffect(() => {
    if (!directory || !dataset || resolved || there === undefined) return;
    const { settle, ...place } = useExplorer.getState();
    const { view, notices: unknown } = resolveView(place.view, directory, dataset);
    const found = resolveSelection(place.selection, directory, there);
    const { settings, notices } = resolveSettings(place.settings, directory, dataset);
    const question = resolveQuestion(place.question, directory);
    settle({ view, question, selection: found.selection, settings }, [
      ...unknown,
      ...found.notices,
      ...notices,
    ]);
  }, [directory, dataset, resolved, there]);
}
