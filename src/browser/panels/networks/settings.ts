/** The settings of the Networks tab, their text in the address and the query that they make. Pure. */

import type { Pair } from "../../../view/parameters.ts";
import type { NetworkVariable } from "../../api/computed.ts";
import { formatInner, parseInner } from "../../state/inner-pairs.ts";

/** Every value as the server takes it; empty = the server's own default. */
export interface NetworkSettings {
  readonly type: "one-mode" | "two-mode";
  readonly rows: string;
  readonly columns: string;
  readonly qualifier: string;
  readonly qualifierType: string;
  readonly aggregation: string;
  readonly normalization: string;
  readonly duplicates: string;
  readonly window: string;
  /** Digits, or empty. */
  readonly windowSize: string;
  readonly kernel: string;
  readonly isolates: boolean;
  readonly compat: boolean;
}

export type Setting = keyof NetworkSettings;

/** What a variable is looked for in order to start with it, by side. */
const FAVOURED = {
  rows: ["actor", "organization", "organisation", "person"],
  columns: ["issue", "concept"],
} as const;

/** Settings to start with: actors who agree on issues, or the like of them where the statements have other variables. */
export function startingSettings(
  variables: readonly NetworkVariable[],
  defaultQualifier: string | null,
): NetworkSettings {
  const texts = variables.filter(({ type, scope }) => type === "text" && scope === "statement");
  const pick = (side: "rows" | "columns", other: string): string =>
    FAVOURED[side].find((name) => variables.some((variable) => variable.name === name)) ??
    texts.find(({ name }) => name !== other)?.name ??
    variables[0]?.name ??
    "";
  const rows = pick("rows", "");
  return {
    type: "one-mode",
    rows,
    columns: pick("columns", rows),
    qualifier: "",
    qualifierType: "",
    aggregation: defaultQualifier === null ? "ignore" : "subtract",
    normalization: "no",
    duplicates: "include",
    window: "no",
    windowSize: "",
    kernel: "no",
    isolates: false,
    compat: false,
  };
}

/** What a type cannot be computed with, and what is nearest to it that it can. */
const INSTEAD: Readonly<
  Record<NetworkSettings["type"], Partial<Record<Setting, Readonly<Record<string, string>>>>>
> = {
  "one-mode": {
    aggregation: { combine: "subtract" },
    normalization: { activity: "average", prominence: "no" },
  },
  "two-mode": {
    aggregation: { congruence: "subtract", conflict: "subtract" },
    normalization: { average: "activity", jaccard: "no", cosine: "no" },
  },
};

/** A setting that had to follow another. */
export interface Followed {
  readonly setting: Setting;
  readonly from: string;
  readonly to: string;
}

/** The change to another type with what must follow it, so that the server can compute it; `qualifier` is the type of the one in use. */
export function changeType(
  settings: NetworkSettings,
  type: NetworkSettings["type"],
  qualifier: string,
): { readonly change: Partial<NetworkSettings>; readonly followed: readonly Followed[] } {
  const followed = (["aggregation", "normalization"] as const).flatMap((setting): readonly Followed[] => {
    const from = settings[setting];
    const nearest = INSTEAD[type][setting]?.[from] ?? from;
    // A text has no sign that could be subtracted.
    const unsigned = type === "two-mode" && setting === "aggregation" && qualifier === "text";
    const to = unsigned && nearest === "subtract" ? "ignore" : nearest;
    return to === from ? [] : [{ setting, from, to }];
  });
  return {
    change: { type, ...Object.fromEntries(followed.map(({ setting, to }) => [setting, to])) },
    followed,
  };
}

/** What the server assumes by itself: such settings need not be sent. */
const SERVER_DEFAULTS: Partial<Record<Setting, string>> = {
  qualifier: "",
  qualifierType: "",
  aggregation: "ignore",
  normalization: "no",
  duplicates: "include",
  window: "no",
  windowSize: "",
  kernel: "no",
};

/** The pairs of `/api/networks`, without those of the view. */
export function settingPairs(settings: NetworkSettings): readonly Pair[] {
  const pairs: Pair[] = [
    ["type", settings.type],
    ["rows", settings.rows],
    ["columns", settings.columns],
  ];
  for (const name of Object.keys(SERVER_DEFAULTS) as Setting[]) {
    const text = String(settings[name]);
    if (text === SERVER_DEFAULTS[name]) continue;
    if (name === "windowSize" && settings.window === "no") continue;
    pairs.push([name, text]);
  }
  if (settings.isolates) pairs.push(["isolates", "1"]);
  if (settings.compat) pairs.push(["compat", "dna"]);
  return pairs;
}

/** The text of settings in the address: what differs from the start; empty when nothing does. */
export function formatSettings(settings: NetworkSettings, start: NetworkSettings): string {
  const pairs = (Object.keys(start) as Setting[]).flatMap((name): readonly Pair[] => {
    const value = settings[name];
    if (value === start[name]) return [];
    return [[name, typeof value === "boolean" ? (value ? "1" : "0") : value]];
  });
  return formatInner(pairs);
}

/** Reads settings over the start; names that are none are left out, values are the server's to judge. */
export function parseSettings(text: string, start: NetworkSettings): NetworkSettings {
  const settings: Record<string, string | boolean> = { ...start };
  for (const [name, value] of parseInner(text)) {
    if (!Object.hasOwn(start, name)) continue;
    if (typeof start[name as Setting] === "boolean") settings[name] = value === "1";
    else if (name !== "type" || value === "one-mode" || value === "two-mode") settings[name] = value;
  }
  return settings as unknown as NetworkSettings;
}
