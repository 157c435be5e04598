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
    filters: (number: number) => `Show its ${count(number, "neighbour")} that filters leave out`,
  },
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
} as const;
