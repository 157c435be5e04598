/** The top bar: what this is, search, tabs, and the doors to everything else. */

import { ActionIcon, Button, NativeSelect, Tabs, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type MouseEvent, useEffect } from "react";
import { useDataset, useDatasets } from "../api/hooks.ts";
import { isOffline } from "../api/transport.ts";
import { countMap } from "../legend/counts.ts";
import { isPart } from "../map/detail.ts";
import { useShownGraph } from "../map/use-timed.ts";
import { panelById } from "../panels/registry.ts";
import { SearchBox } from "../search/search-box.tsx";
import { TABS } from "../state/address.ts";
import { isLocal } from "../state/local.ts";
import { useExplorer } from "../state/store.ts";
import { count, TEXTS } from "../texts.ts";
import { rememberTheme } from "../theme/theme.ts";
import { keepFocus } from "./focus.ts";
import classes from "./header.module.css";
import { Icon, type IconName } from "./icons.tsx";
import { roving } from "./roving.ts";
import { NARROW_SCREEN, SMALL_SCREEN } from "./screen.ts";

function Door({
  label,
  icon,
  onClick,
}: {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

export function Header() {
  const dataset = useDataset().data;
  const datasets = useDatasets().data ?? [];
  const chosen = useExplorer((state) => state.dataset);
  const view = useExplorer((state) => state.view);
  const { left, leftPanel } = useExplorer((state) => state.panels);
  const { setPanels, setTheme, setDataset, openPath, closePath, openDialog } = useExplorer.getState();
  const graph = useShownGraph(view);
  const small = useMediaQuery(SMALL_SCREEN, false, { getInitialValueInEffect: false });
  const narrow = useMediaQuery(NARROW_SCREEN, false, { getInitialValueInEffect: false });
  const counts = graph && countMap(graph);
  const dark = view.theme === "dark";
  // While the form is open, its own button is the one that finds paths; this one leads back.
  const asking = left && leftPanel === "path";
  const pathLabel = asking ? TEXTS.closePaths : TEXTS.findPath;
  const togglePath = (event: MouseEvent<HTMLElement>) => {
    if (!asking) return openPath();
    closePath();
    keepFocus(event.currentTarget);
  };
  const title = dataset?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – Stancegraph`;
  }, [title]);
  return (
    <header className={classes["header"]}>
      <Door
        label={left ? TEXTS.hideFilters : TEXTS.showFilters}
        icon={small ? "filter" : left ? "left" : "right"}
        onClick={() => setPanels({ left: !left, leftPanel: "filters" })}
      />
      <div className={classes["title"]}>
        <h1 className={classes["name"]} title={dataset?.title}>
          {dataset?.title ?? "Stancegraph"}
        </h1>
        {dataset && (
          <p className={classes["counts"]}>
            {TEXTS.asReported(dataset.sources.length)}
            {counts &&
              graph &&
              ` · ${
                isPart(graph.attributes.reduced)
                  ? TEXTS.partDrawn(graph.nodes.length, graph.attributes.reduced.of.nodes)
                  : `${count(counts.actors, "actor")}, ${count(counts.issues, "issue")}`
              }, ${count(graph.attributes.counts.shown, "statement")}`}
          </p>
        )}
      </div>
      {datasets.length > 1 && (
        <NativeSelect
          size="xs"
          className={classes["datasets"] ?? ""}
          aria-label={TEXTS.dataset}
          value={chosen ?? datasets[0]?.id ?? ""}
          data={datasets.map(({ id, title }) => ({
            value: id,
            label: isLocal(id) ? TEXTS.openedHere(title) : title,
          }))}
          onChange={(event) => setDataset(event.currentTarget.value)}
        />
      )}
      <div className={classes["search"]}>
        <SearchBox />
      </div>
      <Tabs.List className={classes["tabs"] ?? ""}>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {tab === "graph" ? TEXTS.graph : panelById(tab)?.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div ref={roving} role="toolbar" aria-label={TEXTS.doors} className={classes["doors"]}>
        {narrow ? (
          <>
            <Door label={pathLabel} icon="path" onClick={togglePath} />
            <Door label={TEXTS.export} icon="download" onClick={() => openDialog("export")} />
          </>
        ) : (
          <>
            <Button
              size="xs"
              variant="light"
              leftSection={<Icon name="path" size={16} />}
              aria-expanded={asking}
              onClick={togglePath}
            >
              {pathLabel}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<Icon name="download" size={16} />}
              onClick={() => openDialog("export")}
            >
              {TEXTS.export}
            </Button>
          </>
        )}
      </div>
      <div ref={roving} role="toolbar" aria-label={TEXTS.moreDoors} className={classes["more"]}>
        {!small && !isOffline() && (
          <Door label={TEXTS.openData} icon="open" onClick={() => openDialog("open")} />
        )}
        <Door label={TEXTS.about} icon="info" onClick={() => openDialog("about")} />
        <Door
          label={dark ? TEXTS.toLight : TEXTS.toDark}
          icon={dark ? "sun" : "moon"}
          onClick={() => {
            const theme = dark ? "light" : "dark";
            rememberTheme(window, theme);
            setTheme(theme);
          }}
        />
        <Door label={TEXTS.allActions} icon="menu" onClick={() => openDialog("palette")} />
      </div>
    </header>
  );
}
