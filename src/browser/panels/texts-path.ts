/** The words of the path panel. */

import { count } from "./words/numbers.ts";

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
  vias: {
    stance: "positions on issues",
    relation: "relations between actors",
    membership: "memberships",
    subissue: "sub-issues",
  },
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
  fromTo: (from: string, to: string) => `${from} – ${to}`,
  changed: "The form has changed since.",
  askAgain: "Ask again",
  found: (shown: number, total: number) =>
    `${count(shown, "path")} shown; ${total === 1 ? "1 path has" : `${total.toLocaleString("en-GB")} paths have`} the fewest steps.`,
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
  onMap: "On the map",
  showOnMap: "Show on map",
  noPath: "No path.",
  loosen: "Loosen the question",
  loosenTo: (length: number) => `Show the path of ${count(length, "step")}`,
  loosenBy: (parameter: string, value: string) => {
    const name = PARAMETER_WORDS[parameter] ?? parameter;
    return value === ""
      ? `Lifts the restriction: ${name}.`
      : (CHANGE_WORDS[`${parameter}=${value}`] ?? `Changes ${name} to ${value.replaceAll(",", ", ")}.`);
  },
  sameEnds: (label: string) => `Both ends are ${label}: no step is needed. Choose another end.`,
  didYouMean: "Did you mean",
} as const;

/** What a change of a parameter does, where its value says nothing to a reader. */
const CHANGE_WORDS: Readonly<Record<string, string>> = {
  "directed=false": "Follows statements in both directions.",
  "directed=0": "Follows statements in both directions.",
  "undated=show": "Keeps statements without a date.",
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
  voice: "the voice",
  actors: "the actors",
  repeats: "repeats",
  offTopic: "off-topic statements",
  ego: "the surroundings shown",
  kind: "the kind of actor",
};
