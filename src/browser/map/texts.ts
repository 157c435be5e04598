/** The words of the map's own parts: notes over it, its buttons, the lasso, the menu. */

import type { Reduction } from "../../model/graph.ts";
import { count } from "../texts.ts";

type Size = Reduction["of"];

const sizeInWords = ({ nodes, edges }: Size): string => `${count(nodes, "node")} and ${count(edges, "line")}`;

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
  groups: "Groups",
  groupsPending: "Looking for groups…",
  groupsNone: "no groups here",
  ungroup: "No groups",
  menuOf: (label: string) => `What to do with ${label}`,
  menuOfLine: "What to do with this line",
  menuOfMap: "What to do with the map",
  lines: (drawn: number, all: number) =>
    `The ${count(drawn, "line")} with most statements of ${all.toLocaleString("en-GB")}; point at a node for all of its own.`,
  detail: {
    tooMuch: (of: Size) => `This view has ${sizeInWords(of)}, too much to be drawn at once.`,
    drawn: {
      agreement: ({ shown, least = 1 }: Reduction) =>
        `Drawn instead: on how many issues its ${count(shown.nodes, "actor")} agree and disagree (ties of at least ${count(least, "issue")}, and the strongest of each actor).`,
      "strongest-ties": ({ shown, least = 1 }: Reduction) =>
        `Drawn: the ${count(shown.nodes, "actor")} with most statements, their ties of at least ${count(least, "issue")}, and the strongest of each.`,
      "best-evidenced": ({ shown }: Reduction) =>
        `Drawn: the ${count(shown.nodes, "node")} with most statements and ${count(shown.edges, "line")} among them.`,
      expanded: () =>
        "Drawn: the view without expanded nodes, and those of their neighbours with most statements.",
      "short-lists": () => "",
    },
    added: ({ nodes, of }: NonNullable<Reduction["added"]>) =>
      `Added: ${nodes.toLocaleString("en-GB")} of ${count(of, "further neighbour")} of expanded nodes.`,
    placeless: (number: number) =>
      `${count(number, "node")} of these, with their lines, have no place beside those of the whole time; “Arrange anew” draws them.`,
    all: (size: Size) => `Everything is drawn: ${sizeInWords(size)}.`,
    allNodes: ({ nodes, edges }: Size, strongest: number) =>
      `All ${count(nodes, "node")} are drawn, and of ${count(edges, "line")} the ${strongest.toLocaleString("en-GB")} with most statements; point at a node for all of its own.`,
    few: (shown: number) =>
      `A small screen shows ${shown.toLocaleString("en-GB")} of these, best-evidenced and joined first.`,
    showAll: (all: number) => `Show all ${all.toLocaleString("en-GB")}`,
    notDrawn: (label: string) => `${label} is not among what is drawn.`,
    showAround: "Show its surroundings",
    choices: "What to draw instead",
    part: "Only the most important",
    around: (label: string) => `Around ${label}`,
    agreement: "Agreement of actors",
    positions: "Actors and issues",
    communities: "By community",
    everything: "Everything",
    everythingInstead: "Everything, actors and issues",
  },
  several: (number: number) => `${number} nodes`,
} as const;
