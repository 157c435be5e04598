/** The settings of the Networks tab, their text in the address and the query that they make. Pure. */

import type { Pair } from "../../../view/parameters.ts";
import type { NetworkVariable } from "../../api/computed.ts";
import { formatInner, parseInner } from "../../state/inner-pairs.ts";
import { anyText, innerPairs, oneOf, type Report, type Rule, type Rules } from "../../state/inner-rules.ts";

/** Every value as the server takes it; empty = the server's own default. */
export interface NetworkSettings {
  readonly type: "one-mode" | "two-mode" | "event-list";
  /** Of a DNA database: its name, or empty for the usual one. */
  readonly statementType: string;
  readonly rows: string;
  readonly columns: string;
  readonly qualifier: string;
  readonly qualifierType: string;
  readonly aggregation: string;
  readonly normalization: string;
  readonly duplicates: string;
  /** Each `VARIABLE=VALUE`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly window: string;
  /** Digits, or empty. */
  readonly windowSize: string;
  readonly kernel: string;
  readonly indent: boolean;
  readonly isolates: boolean;
  readonly toOne: boolean;
  readonly compat: boolean;
  /** Of the drawing only: least weight, a number or empty; and the side, `support`, `oppose` or empty for both. */
  readonly least: string;
  readonly side: string;
}

export type Setting = keyof NetworkSettings;

const TYPES = ["one-mode", "two-mode", "event-list"] as const;

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
    statementType: "",
    rows,
    columns: pick("columns", rows),
    qualifier: "",
    qualifierType: "",
    aggregation: defaultQualifier === null ? "ignore" : "subtract",
    normalization: "no",
    duplicates: "include",
    include: [],
    exclude: [],
    window: "no",
    windowSize: "",
    kernel: "no",
    indent: false,
    isolates: false,
    toOne: false,
    compat: false,
    least: "",
    side: "",
  };
}

type Instead = Readonly<Record<string, string>>;

/** What a type cannot be computed with, and what is nearest to it that it can. */
const INSTEAD: Readonly<
  Record<NetworkSettings["type"], { readonly aggregation: Instead; readonly normalization: Instead }>
> = {
  "one-mode": {
    aggregation: { combine: "subtract" },
    normalization: { activity: "average", prominence: "no" },
  },
  "two-mode": {
    aggregation: { congruence: "subtract", conflict: "subtract" },
    normalization: { average: "activity", jaccard: "no", cosine: "no" },
  },
  "event-list": {
    aggregation: {},
    normalization: { average: "no", jaccard: "no", cosine: "no", activity: "no", prominence: "no" },
  },
};

/** A setting that had to follow another; switches are `on` or `off`. */
export interface Followed {
  readonly setting: Setting;
  readonly from: string;
  readonly to: string;
}

export interface Change {
  readonly change: Partial<NetworkSettings>;
  readonly followed: readonly Followed[];
}

/** The change to another type with what must follow it, so that the server can compute it; `qualifier` is the type of the one in use. */
export function changeType(
  settings: NetworkSettings,
  type: NetworkSettings["type"],
  qualifier: string,
): Change {
  const followed = (["aggregation", "normalization"] as const).flatMap((setting): readonly Followed[] => {
    const from = settings[setting];
    const nearest = INSTEAD[type][setting][from] ?? from;
    // A text has no sign that could be subtracted.
    const unsigned = type === "two-mode" && setting === "aggregation" && qualifier === "text";
    const to = unsigned && nearest === "subtract" ? "ignore" : nearest;
    return to === from ? [] : [{ setting, from, to }];
  });
  const change = { type, ...Object.fromEntries(followed.map(({ setting, to }) => [setting, to])) };
  if (type !== "event-list") return { change, followed };
  // A list has neither windows nor nodes nor cells.
  const { window, isolates, toOne } = settings;
  const off = (setting: Setting, on: boolean): readonly Followed[] =>
    on ? [{ setting, from: "on", to: "off" }] : [];
  return {
    change: { ...change, window: "no", isolates: false, toOne: false },
    followed: [
      ...followed,
      ...(window === "no" ? [] : [{ setting: "window", from: window, to: "no" } as const]),
      ...off("isolates", isolates),
      ...off("toOne", toOne),
    ],
  };
}

/** A change of one or more settings with what must follow it; `qualifier` is the type of the one in use before. */
export function changed(
  settings: NetworkSettings,
  part: Partial<NetworkSettings>,
  qualifier: string,
): Change {
  // What the drawing was cut to belongs to weights that are no more.
  const weights = Object.keys(part).some((name) => name !== "least" && name !== "side");
  const plain = { ...part, ...(weights ? { least: "", side: "" } : {}) };
  const next = { ...settings, ...plain };
  if (part.type !== undefined) {
    const { change, followed } = changeType(next, part.type, qualifier);
    return { change: { ...plain, ...change }, followed };
  }
  if (part.qualifier === "none" && settings.aggregation !== "ignore")
    return {
      change: { ...plain, aggregation: "ignore" },
      followed: [{ setting: "aggregation", from: settings.aggregation, to: "ignore" }],
    };
  return { change: plain, followed: [] };
}

/** Whether a kernel can be chosen: it weighs by distance in time. */
export const takesKernel = ({ window }: Pick<NetworkSettings, "window">): boolean =>
  window !== "no" && window !== "events";

/** What the server assumes by itself: such settings need not be sent. */
const SERVER_DEFAULTS = {
  statementType: "",
  qualifier: "",
  qualifierType: "",
  aggregation: "ignore",
  normalization: "no",
  duplicates: "include",
  window: "no",
  windowSize: "",
  kernel: "no",
} as const satisfies Partial<Record<Setting, string>>;

/** Whether a setting counts beside the others; those that do not are kept, but not sent. */
function counts(settings: NetworkSettings, name: Setting): boolean {
  if (name === "windowSize") return settings.window !== "no";
  if (name === "kernel") return takesKernel(settings);
  if (name === "indent") return takesKernel(settings) && settings.kernel !== "no";
  if (name === "qualifierType") return settings.qualifier !== "none";
  return true;
}

/** The pairs of `/api/networks`, without those of the view. */
export function settingPairs(settings: NetworkSettings): readonly Pair[] {
  const pairs: Pair[] = [
    ["type", settings.type],
    ["rows", settings.rows],
    ["columns", settings.columns],
  ];
  for (const name of Object.keys(SERVER_DEFAULTS) as (keyof typeof SERVER_DEFAULTS)[])
    if (settings[name] !== SERVER_DEFAULTS[name] && counts(settings, name))
      pairs.push([name, settings[name]]);
  for (const name of ["indent", "isolates", "toOne"] as const)
    if (settings[name] && counts(settings, name)) pairs.push([name, "1"]);
  for (const name of ["include", "exclude"] as const)
    for (const condition of settings[name]) pairs.push([name, condition]);
  if (settings.compat) pairs.push(["compat", "dna"]);
  return pairs;
}

const textsOf = (value: NetworkSettings[Setting]): readonly string[] => {
  if (typeof value === "boolean") return [value ? "1" : "0"];
  return typeof value === "string" ? [value] : value;
};

/** The text of settings in the address: what differs from the start; empty when nothing does. */
export function formatSettings(settings: NetworkSettings, start: NetworkSettings): string {
  const pairs = (Object.keys(start) as Setting[]).flatMap((name): readonly Pair[] => {
    const given = textsOf(settings[name]);
    if (JSON.stringify(given) === JSON.stringify(textsOf(start[name]))) return [];
    return given.map((text) => [name, text] as const);
  });
  return formatInner(pairs);
}

const RULES: Rules = Object.fromEntries(
  Object.entries(startingSettings([], null)).map(([name, value]): readonly [string, Rule] => {
    if (name === "type") return [name, oneOf(TYPES)];
    if (typeof value === "boolean") return [name, oneOf([0, 1])];
    return [name, { ...anyText("any text"), many: typeof value === "object" }];
  }),
);

/** The pairs of a network's settings; names that are none are left out and reported, most values are the server's to judge. */
export const networkPairs = (text: string, report?: Report): readonly Pair[] =>
  innerPairs(text, RULES, report);

/** Reads settings over the start. */
export function parseSettings(text: string, start: NetworkSettings): NetworkSettings {
  const settings: Record<string, string | boolean | readonly string[]> = { ...start };
  for (const [name, value] of networkPairs(text)) {
    const known = settings[name];
    if (typeof known === "boolean") settings[name] = value === "1";
    else if (typeof known === "object") settings[name] = [...known, value];
    else settings[name] = value;
  }
  return settings as unknown as NetworkSettings;
}

/** The statement type that a text names, before its variables are known; empty = the usual one. */
export const statementTypeIn = (text: string): string =>
  parseInner(text).findLast(([name]) => name === "statementType")?.[1] ?? "";

/** The text of the usual settings of a statement type. */
export const textOfStatementType = (name: string): string =>
  name === "" ? "" : formatInner([["statementType", name]]);

/** A condition `VARIABLE=VALUE` in its two parts. */
export function conditionParts(condition: string): readonly [variable: string, value: string] {
  const at = condition.indexOf("=");
  return at < 0 ? [condition, ""] : [condition.slice(0, at), condition.slice(at + 1)];
}
