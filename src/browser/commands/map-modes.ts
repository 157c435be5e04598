/** Commands of what the map does beside its camera: lasso, lock, hidden nodes, groups, and what the selected nodes allow. */

import { GROUPINGS, groupingOf } from "../map/groups.ts";
import { setGrouping } from "../map/set-grouping.ts";
import { MAP_TEXTS } from "../map/texts.ts";
import { setLasso, toggleLock, useMapMode } from "../state/map-mode.ts";
import { selectedNodes } from "../state/selection.ts";
import type { ExplorerActions, ExplorerState } from "../state/store.ts";
import { useExplorer } from "../state/store.ts";
import type { Command } from "./command.ts";
import { NODE_ACTIONS, type Subject } from "./node-actions.ts";
import { NODE_TEXTS as T } from "./node-texts.ts";

const onMap = ({ tab }: { readonly tab: string }): boolean => tab === "graph";

/** The selected nodes as a subject; without what has to be asked of the server first. */
const selectedSubject = (explorer: ExplorerState & ExplorerActions): Subject => ({
  keys: selectedNodes(explorer.selection),
  explorer,
  label: (key) => key,
  expansion: null,
  say: () => {},
});

/** Actions on the selected nodes that the palette offers; the others are commands of their own. */
const OFFERED: readonly (keyof typeof T.offered)[] = [
  "surroundings",
  "path-to",
  "path-between",
  "filter",
  "pin",
  "hide",
];

const ofSelected = OFFERED.flatMap((id): readonly Command[] => {
  const action = NODE_ACTIONS.find((one) => one.id === id);
  if (!action) return [];
  return [
    {
      id: `selected-${id}`,
      label: T.offered[id],
      group: "map",
      available: () => {
        const subject = selectedSubject(useExplorer.getState());
        return subject.keys.length > 0 && action.available(subject);
      },
      run: (explorer) => action.run(selectedSubject(explorer)),
    },
  ];
});

export const MAP_MODE_COMMANDS: readonly Command[] = [
  { id: "add-marked", label: T.addMarked, group: "map", keys: ["Ctrl Enter"], scope: "map" },
  { id: "open-marked", label: T.openMarked, group: "map", keys: ["D"], scope: "map" },
  {
    id: "menu",
    label: T.menu,
    group: "map",
    keys: ["M"],
    scope: "list",
    available: onMap,
    // The map knows what is marked and where it stands.
    run: () => {
      const map = document.getElementById("map");
      // What the map itself leaves alone would come back here for ever.
      if (!map || document.activeElement === map) return;
      map.focus({ preventScroll: true });
      map.dispatchEvent(new KeyboardEvent("keydown", { key: "m", bubbles: true, cancelable: true }));
    },
  },
  {
    id: "lasso",
    label: MAP_TEXTS.lasso,
    group: "map",
    words: "select several nodes area draw around",
    keys: ["L"],
    scope: "map",
    available: onMap,
    run: () => setLasso(!useMapMode.getState().lasso),
  },
  {
    id: "lock",
    label: T.lock,
    group: "map",
    words: "fix freeze drag positions",
    available: onMap,
    run: toggleLock,
  },
  {
    id: "relax",
    label: T.relax,
    group: "map",
    words: "neighbours layout",
    available: (state) => onMap(state) && state.settings.pins !== "",
    run: ({ settings, setSetting }) => setSetting("relax", settings.relax === "1" ? "" : "1", "push"),
  },
  {
    id: "show-hidden",
    label: T.showHidden,
    group: "map",
    words: "unhide",
    available: ({ settings }) => settings.hidden !== "",
    run: ({ setSetting }) => setSetting("hidden", "", "push"),
  },
  ...GROUPINGS.map(
    (by): Command => ({
      id: `group-${by}`,
      label: T.groupBy[by],
      group: "map",
      words: "hull outline bloc cluster",
      available: (state) => onMap(state) && groupingOf(state.settings.look) !== by,
      run: () => setGrouping(by),
    }),
  ),
  {
    id: "ungroup",
    label: MAP_TEXTS.ungroup,
    group: "map",
    available: (state) => onMap(state) && groupingOf(state.settings.look) !== null,
    run: () => setGrouping(null),
  },
  ...ofSelected,
];
