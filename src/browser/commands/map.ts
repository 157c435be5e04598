/** Commands of the map: its camera, the marked node, and the keys that only the map understands. */

import { useMapAccess } from "../state/map-access.ts";
import type { Command } from "./command.ts";
import { COMMAND_TEXTS as T } from "./texts.ts";

const onMap = ({ tab }: { readonly tab: string }): boolean => tab === "graph";

export const MAP_COMMANDS: readonly Command[] = [
  {
    id: "walk",
    label: T.walk,
    group: "map",
    keys: ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"],
    scope: "map",
  },
  { id: "choose", label: T.choose, group: "map", keys: ["Enter"], scope: "map" },
  { id: "neighbours", label: T.neighbours, group: "map", keys: ["N", "Shift N"], scope: "map" },
  { id: "lines", label: T.lines, group: "map", keys: ["E", "Shift E"], scope: "map" },
  {
    id: "fit",
    label: T.fit,
    group: "map",
    keys: ["F", "0"],
    scope: "map",
    available: onMap,
    run: () => useMapAccess.getState().handle?.fit(),
  },
  {
    id: "zoom-in",
    label: T.zoomIn,
    group: "map",
    keys: ["+"],
    scope: "map",
    available: onMap,
    run: () => useMapAccess.getState().handle?.zoom(1.4),
  },
  {
    id: "zoom-out",
    label: T.zoomOut,
    group: "map",
    keys: ["-"],
    scope: "map",
    available: onMap,
    run: () => useMapAccess.getState().handle?.zoom(1 / 1.4),
  },
  {
    id: "unpin",
    label: T.unpin,
    group: "map",
    available: (state) => onMap(state) && state.settings.pins !== "",
    run: ({ setSetting }) => setSetting("pins", "", "push"),
  },
  {
    id: "path-from",
    label: T.pathFrom,
    group: "path",
    keys: ["P"],
    scope: "map",
    available: ({ selection }) => selection?.type === "node",
    run: ({ selection, openPath }) => {
      if (selection?.type === "node") openPath({ from: selection.key });
    },
  },
];
