/** Commands that lead to another part of the page. */

import { PANELS, panelById } from "../panels/registry.ts";
import { TABS, type Tab } from "../state/address.ts";
import { useExplorer } from "../state/store.ts";
import { TEXTS } from "../texts.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

/** Opens a tab and takes the focus along, which would be lost with the part that is hidden. */
function openTab(tab: Tab): void {
  useExplorer.getState().setTab(tab);
  requestAnimationFrame(() => {
    const goal = tab === "graph" ? "#map" : "[role=tab][aria-selected=true]";
    document.querySelector<HTMLElement>(goal)?.focus({ preventScroll: true });
  });
}

const KEYS: Partial<Record<Tab, readonly string[]>> = { graph: ["G"], matrix: ["X"], table: ["T"] };

export const GO_COMMANDS: readonly Command[] = [
  {
    id: "search",
    label: T.search,
    group: "go",
    keys: ["/"],
    scope: "page",
    run: () => {
      const field = document.querySelector<HTMLInputElement>("#search");
      field?.focus();
      field?.select();
    },
  },
  ...TABS.map((tab): Command => {
    const keys = KEYS[tab];
    return {
      id: `tab-${tab}`,
      label: T.openTab(panelById(tab)?.label ?? TEXTS.graph),
      group: "go",
      ...(keys ? { keys, scope: "list" } : {}),
      run: () => openTab(tab),
    };
  }),
  {
    id: "find-path",
    label: T.findPath,
    group: "path",
    run: ({ openPath }) => openPath(),
  },
  ...[
    { id: "filters", label: TEXTS.filters },
    ...PANELS.filter(({ region, id }) => region === "left" && id !== "path"),
  ].map(
    ({ id, label }): Command => ({
      id: `left-${id}`,
      label: T.openLeft(label),
      group: "go",
      run: ({ setPanels }) => setPanels({ left: true, leftPanel: id }),
    }),
  ),
  {
    id: "toggle-left",
    label: T.toggleLeft,
    group: "go",
    keys: ["Ctrl B"],
    scope: "page",
    run: ({ panels, setPanels }) => setPanels({ left: !panels.left }),
  },
  ...PANELS.filter(({ region }) => region === "dock").map(
    ({ id, label }): Command => ({
      id: `dock-${id}`,
      label: T.toggleDock(label),
      group: "go",
      run: ({ panels, setPanels }) => setPanels({ dock: panels.dock === id ? null : id }),
    }),
  ),
  { id: "about", label: T.about, group: "help", run: ({ openDialog }) => openDialog("about") },
];
