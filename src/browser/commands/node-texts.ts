/** The words of what can be done with nodes and lines. */

import { count } from "../texts.ts";

export const NODE_TEXTS = {
  details: "Open details",
  add: "Add to the selection",
  take: "Take out of the selection",
  surroundings: "Show surroundings",
  leaveSurroundings: "Leave surroundings",
  surroundingsOfAll: "Show only these and their surroundings",
  expand: {
    surroundings: (number: number) => `Show its ${count(number, "neighbour")} not yet shown`,
    hidden: (number: number) => `Show its ${count(number, "hidden neighbour")}`,
  },
  withoutFilters: (label: string, number: number) =>
    `Without filters: only ${label} and its ${count(number, "neighbour")}`,
  filtersLifted: (label: string) =>
    `All filters are off; the map shows ${label} and its neighbours. Undo (Ctrl Z) brings the filters back.`,
  pathFrom: "Paths from here",
  pathTo: "Paths to here",
  pathBetween: "Find paths between the two",
  compare: "Compare the two",
  compareWith: (label: string) => `Compare with ${label}`,
  filterTo: "Filter to this",
  filterToAll: "Filter to these",
  unfilter: "Remove this filter",
  pin: "Keep it where it is",
  pinAll: "Keep them where they are",
  unpin: "Let the layout place it",
  unpinAll: "Let the layout place them",
  hide: "Hide",
  copyLink: "Copy link",
  linkCopied: "The link was copied.",
  copyFailed: "The browser does not let the page copy.",
  selectEnds: "Select both ends",
  citations: (number: number) => (number === 1 ? "Copy citation" : `Copy ${number} citations`),
  citationsCopied: (number: number) => `${count(number, "citation")} copied.`,

  addMarked: "Add the marked node to the selection, or take it out",
  openMarked: "Surroundings of the marked node, wider each time",
  menu: "Menu of the marked node or line",
  lock: "Lock or unlock nodes in place",
  relax: "Let the others follow moved nodes, or no longer",
  showHidden: "Show hidden nodes",
  groupBy: {
    community: "Group by community",
    coalition: "Group by coalition",
    kind: "Group by kind of actor",
  },
  offered: {
    surroundings: "Selected: show surroundings, or leave them",
    "path-to": "Selected: find a path to it",
    "path-between": "Selected: find paths between the two",
    filter: "Selected: filter to it, or no longer",
    pin: "Selected: keep in place, or no longer",
    hide: "Selected: hide",
  },
} as const;
