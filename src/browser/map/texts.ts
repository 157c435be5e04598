/** The words of the map's own parts: notes over it, its buttons, the lasso, the menu. */

import { count } from "../texts.ts";

export const MAP_TEXTS = {
  hidden: (number: number) => `${count(number, "node")} hidden`,
  showHidden: "Show",
  locked: "Nodes are locked in place",
  unlock: "Unlock",
  lock: "Lock nodes in place",
  lasso: "Select by lasso",
  leaveLasso: "Leave the lasso",
  lassoHint: "Draw a line around nodes. Shift or Ctrl adds to the selection, Escape leaves.",
  lassoFound: (number: number) => `${count(number, "node")} selected`,
  unpin: "Put moved nodes back",
  relax: "Let the others follow moved nodes",
  keep: "Leave the others where the layout puts them",
  groupedBy: {
    community: "Grouped by community",
    coalition: "Grouped by coalition",
    kind: "Grouped by kind of actor",
  },
  groupsFound: (number: number) => count(number, "group"),
  groupsPending: "Looking for groups…",
  groupsNone: "no groups here",
  ungroup: "No groups",
  menuOf: (label: string) => `What to do with ${label}`,
  menuOfLine: "What to do with this line",
  menuOfMap: "What to do with the map",
  several: (number: number) => `${number} nodes`,
} as const;
