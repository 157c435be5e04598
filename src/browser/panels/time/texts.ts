/** The words of the time line and of the list of changes. */

import { isolated } from "../../../model/direction.ts";
import { isoWords } from "../words/dates.ts";
import { count } from "../words/numbers.ts";
import type { Unit } from "./bins.ts";
import type { WindowKind } from "./play.ts";

const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Nov 2025`, `6 Oct 2025`, `2025`. */
export function shortDate(iso: string): string {
  const [year = "", month, day] = iso.split("-");
  if (month === undefined) return year;
  const named = `${SHORT_MONTHS[Number(month) - 1] ?? month} ${year}`;
  return day === undefined ? named : `${Number(day)} ${named}`;
}

const PERIODS: Readonly<Record<Unit, string>> = { day: "day", week: "week", month: "month", year: "year" };

export const TIME_TEXTS = {
  label: "Time",
  play: "Play",
  pause: "Pause",
  back: "One step back",
  on: "One step on",
  clear: "Clear",
  changes: "What changed",
  options: "Options",
  collapse: "Hide the time line",
  open: "Time",
  close: "Close",
  arrange: "Arrange anew",
  arrangeWhy: "Nodes stay where the whole time puts them. Arrange those shown anew.",
  first: "First day",
  last: "Last day",
  period: "Period",
  wholeTime: "all dates",
  spanWords: (since: string, until: string): string => {
    if (since === "" && until === "") return "All dates";
    if (since === "") return `Until ${shortDate(until)}`;
    if (until === "") return `From ${shortDate(since)}`;
    return since === until ? shortDate(since) : `${shortDate(since)} – ${shortDate(until)}`;
  },
  fromBeginning: "from the beginning",
  toEnd: "to the end",
  fullDate: isoWords,
  shown: (shown: number, all: number) =>
    shown === all
      ? count(all, "statement")
      : `${shown.toLocaleString("en-GB")} of ${count(all, "statement")}`,
  chart: (unit: Unit, first: string, last: string, most: string, number: number) =>
    `Statements per ${PERIODS[unit]}, ${isoWords(first)} to ${isoWords(last)}; most in ${isoWords(most)}: ${number}.`,
  several: (number: number, unit: Unit) =>
    `light: ${number.toLocaleString("en-GB")} over several ${PERIODS[unit]}s`,
  severalHidden: (number: number, unit: Unit) =>
    `${number.toLocaleString("en-GB")} over several ${PERIODS[unit]}s not drawn`,
  severalLong: (number: number, unit: Unit) =>
    `${count(number, "statement")} may be from several ${PERIODS[unit]}s: drawn light, again in each of them.`,
  around: "linked within these dates",
  aroundLong:
    "Surroundings are those of the dates chosen: what a statement of these dates links. The bars are of the surroundings at all dates, so that one may stand over statements that are not counted here.",
  bar: (unit: Unit, text: string, sure: string, maybe: number) =>
    `${unit === "week" ? `Week of ${isoWords(text)}` : isoWords(text)}: ${sure}${maybe > 0 ? `; ${maybe} more may be from then` : ""}`,
  drag: "Drag over the bars to choose dates; press one for its period alone.",
  undated: (number: number) => `${count(number, "statement")} without a date`,
  undatedKept: "kept beside any dates",
  undatedHidden: "left out once dates are set",
  undatedShort: "no date,",
  undatedStates: { kept: "kept", shown: "shown", hidden: "hidden" },
  nothing: "No statement of this view has a date.",
  tooFew: "All statements of this view are from one period: there is nothing to choose.",
  window: "Playing",
  windows: {
    cumulative: "adds period after period",
    sliding: "moves the chosen stretch on",
  } satisfies Record<WindowKind, string>,
  speed: "Speed",
  speeds: (speed: number) => `${speed === 0.5 ? "½" : speed} ${speed > 1 ? "steps" : "step"} a second`,
  unit: "Bars by",
  unitAuto: "what fits",
  vague: "Dates over several periods",
  vagueShown: "thin light bars wherever they may be",
  vagueHidden: "not drawn",
  undatedChoice: "Statements without a date",
  undatedChoices: { show: "kept beside any dates", hide: "left out once dates are set" },
  vagueWhy:
    "A thin, light bar counts statements that may be from then: their date is longer than a bar, or only its bounds are known. A date filter keeps them wherever they may be.",
  asTable: "Numbers as a table",

  changesTitle: "What changed",
  compared: "Compare",
  comparisons: {
    "before-during": "before these dates with them",
    "during-after": "these dates with what came after",
    "before-after": "before these dates with after them",
    halves: "earlier with later, cut between documents",
  },
  onMaps: "Compare these two on maps",
  noChange: "No position is reported differently in the two stretches of time.",
  kinds: {
    flipped: "On the other side",
    mixed: "On both sides in one of the two",
    new: "New",
    dropped: "No longer reported",
    hardened: "Harder",
    softened: "Softer",
    shifted: "Harder and softer at once",
  } as Readonly<Record<string, string>>,
  dropHint: "No longer reported is silence of these documents, not a withdrawal.",
  conditionOf: "Condition",
  statementsOf: (actor: string, issue: string) => `${isolated(actor)} on “${isolated(issue)}”`,
  notReported: "not reported",
  howComputed: "How it is computed",
} as const;
