/**
 * The page's address ⇄ what the page shows: view, path question, selection and tab. A parameter that is unknown or broken
 * becomes a notice with its remedy and falls back to its default; the rest still counts.
 */

import type { Fault } from "../../model/problem.ts";
import { DEFAULT_VIEW, type View } from "../../model/view.ts";
import { formatPairs, parseView, VIEW_PARAMETERS, viewPairs } from "../../view/grammar.ts";
import type { Pair } from "../../view/parameters.ts";
import { leniently } from "./leniently.ts";
import {
  DEFAULT_QUESTION,
  parseQuestion,
  QUESTION_PARAMETERS,
  type Question,
  questionPairs,
} from "./question.ts";
import { formatSelection, parseSelection, type Selection } from "./selection.ts";
import { soundSetting } from "./setting-checks.ts";
import { isSettingName, NO_SETTINGS, SETTING_NAMES, type SettingName, type Settings } from "./settings.ts";

/** In the order of the header. */
export const TABS = ["graph", "matrix", "table", "compare", "networks", "analysis"] as const;
export type Tab = (typeof TABS)[number];

/** Something in the address that could not be followed: which parameter, what is wrong, what to do. */
export interface Notice {
  readonly parameter: string;
  readonly message: string;
  readonly remedy: string;
}

/** The part of the state that the address carries. */
export interface Place {
  /** Dataset id from `/d/:dataset`, or null for the server's first one. */
  readonly dataset: string | null;
  readonly view: View;
  readonly tab: Tab;
  readonly selection: Selection | null;
  /** The question asked; its ends may be empty in an address written by hand. */
  readonly question: Question;
  readonly settings: Settings;
  /** True for a page inside another one (`embed=1`): the map with its legend, and a door to the whole page. */
  readonly embed: boolean;
}

const KNOWN = [
  ...Object.keys(VIEW_PARAMETERS),
  ...QUESTION_PARAMETERS,
  ...SETTING_NAMES,
  "embed",
  "select",
  "tab",
].sort();

/** Reads an address. Never throws: what cannot be read is noticed and left at its default. */
export function parseAddress(path: string, search: string): Place & { readonly notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const viewPart: Pair[] = [];
  const questionPart: Pair[] = [];
  let tab: Tab = "graph";
  let selection: Selection | null = null;
  let embed = false;
  const settings: Record<SettingName, string> = { ...NO_SETTINGS };
  for (const [name, text] of new URLSearchParams(search)) {
    if (Object.hasOwn(VIEW_PARAMETERS, name)) viewPart.push([name, text]);
    else if (QUESTION_PARAMETERS.has(name)) questionPart.push([name, text]);
    else if (isSettingName(name)) {
      if (settings[name] !== "") notices.push(noticeOf(name, text, `Give ${name} once; the first counts.`));
      else
        settings[name] = soundSetting(name, text, (part, remedy) =>
          notices.push(partNotice(name, part, remedy)),
        );
    } else if (name === "embed") {
      embed = text === "1";
      if (text !== "1" && text !== "0") notices.push(noticeOf("embed", text, "Give embed as 1 or 0."));
    } else if (name === "tab") {
      const known = TABS.find((one) => one === text);
      if (known) tab = known;
      else notices.push(noticeOf("tab", text, `Give tab as one of ${TABS.join(", ")}.`));
    } else if (name === "select") {
      selection = parseSelection(text);
      if (!selection)
        notices.push(
          noticeOf(
            "select",
            text,
            "Give select as actor:ID, issue:ID, nodes:KEY;KEY, edge:KEY, pair:KEY;KEY or statement:ID.",
          ),
        );
    } else
      notices.push({
        parameter: name,
        message: `There is no parameter ${JSON.stringify(name)}; it was left out.`,
        remedy: `Parameters are: ${KNOWN.join(", ")}.`,
      });
  }
  const noteFault = ({ parameter, message, remedy }: Fault) =>
    notices.push({ parameter, message: `${message}; it was left out.`, remedy });
  return {
    dataset: datasetOf(path),
    view: leniently(viewPart, parseView, noteFault) ?? DEFAULT_VIEW,
    question: leniently(questionPart, parseQuestion, noteFault) ?? DEFAULT_QUESTION,
    tab,
    selection,
    settings,
    embed,
    // The same part twice is the same notice.
    notices: [
      ...new Map(notices.map((notice) => [`${notice.parameter} ${notice.message}`, notice])).values(),
    ],
  };
}

const noticeOf = (parameter: string, text: string, remedy: string): Notice => ({
  parameter,
  message: `${parameter} cannot be ${JSON.stringify(text)}; it was left out.`,
  remedy,
});

/** Longer parts are cut where they are named. */
const MOST_SHOWN = 60;

function partNotice(parameter: string, part: string, remedy: string): Notice {
  const shown = part.length > MOST_SHOWN ? `${part.slice(0, MOST_SHOWN)}…` : part;
  return {
    parameter,
    message: `In ${parameter}, ${JSON.stringify(shown)} cannot be followed; it was left out.`,
    remedy,
  };
}

/** The dataset's id in a path `/d/:dataset`, or null. */
function datasetOf(path: string): string | null {
  const match = /^\/d\/([^/]+)\/?$/.exec(path);
  if (!match) return null;
  try {
    return decodeURIComponent(match[1] as string);
  } catch {
    return null;
  }
}

/** The address of a place: path and query, canonical, its parameters in alphabetical order; `parseAddress` gives the place back. */
export function formatAddress(place: Place): string {
  const path = place.dataset === null ? "/" : `/d/${encodeURIComponent(place.dataset)}`;
  const own: Pair[] = [];
  if (place.selection) own.push(["select", formatSelection(place.selection)]);
  for (const name of SETTING_NAMES) if (place.settings[name] !== "") own.push([name, place.settings[name]]);
  if (place.embed) own.push(["embed", "1"]);
  if (place.tab !== "graph") own.push(["tab", place.tab]);
  const pairs = [...viewPairs(place.view), ...questionPairs(place.question), ...own];
  const text = formatPairs(pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return text === "" ? path : `${path}?${text}`;
}
