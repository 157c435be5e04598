/** The words of the path panel. */

import { isolated } from "../../model/direction.ts";
import type { PathVia } from "../../model/path.ts";
import { count, listed } from "./words/numbers.ts";

const VIA_WORDS: Readonly<Record<PathVia, string>> = {
  stance: "positions on issues",
  relation: "relations between actors",
  membership: "memberships",
  subissue: "sub-issues",
};

export const PATH_TEXTS = {
  pathTitle: "How are two connected?",
  closePath: "Close the path and go back to the filters",
  closePathForm: "Close; the path stays on the map",
  forgetPath: "Forget this question",
  from: "From",
  to: "To",
  swap: "Swap From and To",
  findPath: "Find path",
  nodePlaceholder: "Actor or issue",
  suggestionsFor: (label: string) => `Suggestions for ${label}`,
  endMissing: "Name an actor or issue.",
  unknownName: "No single actor or issue has this name. Choose one from the list.",
  add: "Add",
  remove: (label: string) => `Remove ${label}`,
  quick: "Quick options",
  onlyDirect: "Only direct relations between actors",
  onlyAgreements: "Only agreements (supports)",
  afterDate: "After a date",
  badDate: "Write a date as 2025, 2025-11 or 2025-11-01.",
  alsoMap: "Also filters the map.",
  moreOptions: "More options",
  mode: "Which paths",
  modes: {
    k: "The best few",
    shortest: "All of the fewest steps",
    all: "All up to a length",
    disjoint: "With nothing in common on the way",
  },
  howMany: "How many",
  asMany: "all there are",
  maxLength: "At most … steps",
  any: "any",
  walkOver: "Walk over",
  vias: VIA_WORDS,
  everyPolarity: "Also statements that take no side",
  directed: "Follow statements only from actor to target",
  directedShort: "one way only",
  weighted: "Prefer better evidenced steps",
  weightedShort: "better evidenced first",
  avoid: "Avoid",
  through: "Only through",
  pathIntro: "Name two actors or issues to see how the documents connect them, step by step.",
  searching: "Searching…",
  answer: "Paths found",
  keepAnswer: "Keep this answer to compare",
  keptAnswer: "Compared with the answer kept",
  keptSame: "This is the answer kept. Change the question or the filters, and what differs stands here.",
  swapKept: "Ask the kept question again",
  forgetKept: "Stop comparing",
  keptDifference: (both: number, now: number, kept: number) =>
    `${count(both, "connection")} in both, ${now.toLocaleString("en-GB")} only in the present answer, ${kept.toLocaleString("en-GB")} only in the one kept.`,
  onlyNow: "Only in the present answer",
  onlyKept: "Only in the answer kept",
  throughWords: (names: string) => `through ${names}`,
  avoidWords: (names: string) => `avoiding ${names}`,
  fromTo: (from: string, to: string) => `${isolated(from)} – ${isolated(to)}`,
  changed: "The form has changed since.",
  askAgain: "Ask again",
  found: (shown: number, total: number, isLeast: boolean) =>
    `${count(shown, "path")} shown; ${isLeast ? "at least " : ""}${total === 1 ? "1 path has" : `${total.toLocaleString("en-GB")} paths have`} the fewest steps.`,
  truncated: "The list was cut off by a limit or the time allowed: there are more.",
  pathNumber: (number: number) => `Path ${number}`,
  hops: (number: number) => count(number, "step"),
  agreements: {
    aligned: "same side",
    opposed: "opposite sides",
    mixed: "for and against",
    none: "no side follows",
  },
  conditional: "with a condition",
  chosenMissing: "The path chosen before is not among these, so the first is marked on the map.",
  onMap: "On the map",
  showOnMap: "Show on map",
  leftOut: (nodes: number, ofNodes: number, hops: number, ofHops: number) =>
    `The map leaves out ${listed([
      ...(nodes > 0 ? [`${nodes} of its ${count(ofNodes, "node")}`] : []),
      ...(hops > 0 ? [`${hops} of its ${count(ofHops, "step")}`] : []),
    ])}.`,
  showWhole: "Show the whole path",
  noPath: "No path.",
  loosen: "Loosen the question",
  loosenTo: (length: number) => `Show the path of ${count(length, "step")}`,
  lift: (label: string, length: number) => `Without “${label}”: ${count(length, "step")}`,
  liftAll: (length: number) => `Without all filters: ${count(length, "step")}`,
  /** `nameOf`: the name of a node by its key. */
  loosenBy: (parameter: string, value: string, nameOf: (key: string) => string) => {
    const name = PARAMETER_WORDS[parameter] ?? parameter;
    if (value === "") return `Lifts the restriction: ${name}.`;
    const known = CHANGE_WORDS[`${parameter}=${value}`];
    if (known) return known;
    const items = value.split(",");
    if (parameter === "via")
      return `Walks over ${items.map((via) => VIA_WORDS[via as PathVia] ?? via).join(", ")}.`;
    const isNodes = parameter === "avoid" || parameter === "through";
    return `Changes ${name} to ${(isNodes ? items.map(nameOf) : items).join(", ")}.`;
  },
  sameEnds: (label: string) => `Both ends are ${label}: no step is needed. Choose another end.`,
  didYouMean: "Did you mean",
} as const;

/** What a change of a parameter does, where its value says nothing to a reader. */
const CHANGE_WORDS: Readonly<Record<string, string>> = {
  "directed=false": "Follows statements in both directions.",
  "directed=0": "Follows statements in both directions.",
  "undated=show": "Keeps statements without a date.",
  "polarity=any": "Counts every statement, also those that take no side.",
  "minConfidence=0": "Takes statements of any confidence.",
  "mode=shortest": "Shows all paths of the fewest steps.",
  "repeats=show": "Counts repeats.",
  "offTopic=show": "Takes in off-topic statements.",
  "actors=all": "Takes in authors, outlets and experts.",
  "voice=any": "Takes in the authors' own views.",
};

/** Parameters in words, where their names do not explain themselves. */
const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  maxLength: "the greatest number of steps",
  directed: "one way only",
  avoid: "what is avoided",
  through: "what paths must go through",
  via: "what paths walk over",
  polarity: "the polarity",
  since: "the first date",
  until: "the last date",
  undated: "undated statements",
  minConfidence: "the least confidence",
  modality: "the kind of claim",
  intensity: "the intensity",
  genre: "the genre of sources",
  voice: "the voice",
  actors: "the actors",
  repeats: "repeats",
  offTopic: "off-topic statements",
  ego: "the surroundings shown",
  kind: "the kind of actor",
  actor: "the actors chosen",
  issue: "the issues chosen",
  relation: "the relations chosen",
  source: "the sources chosen",
  x: "the further columns",
};
