/** The words of network settings (those of rDNA), their defaults and where they come from: DESIGN §8, NETWORKS §0. */

import { Fault } from "../../model/problem.ts";

export const NETWORK_TYPES = ["one-mode", "two-mode", "event-list"] as const;
export const AGGREGATIONS = ["ignore", "congruence", "conflict", "subtract", "combine"] as const;
export const NORMALIZATIONS = ["no", "average", "jaccard", "cosine", "activity", "prominence"] as const;
export const DUPLICATES = ["include", "document", "week", "month", "year", "acrossrange"] as const;
export const TIME_UNITS = ["seconds", "minutes", "hours", "days", "weeks", "months", "years"] as const;
export const WINDOWS = ["no", ...TIME_UNITS, "events"] as const;
export const KERNELS = ["no", "uniform", "epanechnikov", "triangular", "gaussian"] as const;
export const QUALIFIER_TYPES = ["boolean", "integer", "text"] as const;

export type NetworkType = (typeof NETWORK_TYPES)[number];
export type Aggregation = (typeof AGGREGATIONS)[number];
export type Normalization = (typeof NORMALIZATIONS)[number];
export type Duplicates = (typeof DUPLICATES)[number];
export type TimeUnit = (typeof TIME_UNITS)[number];
export type WindowUnit = (typeof WINDOWS)[number];
export type Kernel = (typeof KERNELS)[number];
export type QualifierType = (typeof QUALIFIER_TYPES)[number];

/** One value of one variable, as `--exclude VAR=VALUE` gives it. */
export interface ValueFilter {
  readonly variable: string;
  readonly value: string;
}

export interface NetworkSettings {
  readonly type: NetworkType;
  /** Variable of the rows; of both sides in one-mode. */
  readonly rows: string;
  /** Variable of the columns; what rows share in one-mode. */
  readonly columns: string;
  /** A variable, `none`, or null = the table's own default. */
  readonly qualifier: string | null;
  /** How the qualifier is read; null = its own type. */
  readonly qualifierType: QualifierType | null;
  readonly aggregation: Aggregation;
  readonly normalization: Normalization;
  readonly duplicates: Duplicates;
  readonly isolates: boolean;
  /** `YYYY[-MM[-DD[THH:MM[:SS]]]]`, inclusive, from its first second; empty = no bound. */
  readonly since: string;
  /** The same, to its last second. */
  readonly until: string;
  readonly exclude: readonly ValueFilter[];
  readonly include: readonly ValueFilter[];
  readonly window: WindowUnit;
  /** In units of `window`, from 1; null without a window. */
  readonly windowSize: number | null;
  readonly kernel: Kernel;
  readonly indent: boolean;
  readonly toOne: boolean;
  /** `dna`: what DNA 3.0.11 computes, also where it errs. */
  readonly compat: "dna" | null;
}

/** What must be said; everything else has a default. */
export type NetworkQuestion = Pick<NetworkSettings, "type" | "rows" | "columns"> & Partial<NetworkSettings>;

export const DEFAULT_SETTINGS: Omit<NetworkSettings, "type" | "rows" | "columns"> = {
  qualifier: null,
  qualifierType: null,
  aggregation: "ignore",
  normalization: "no",
  duplicates: "include",
  isolates: false,
  since: "",
  until: "",
  exclude: [],
  include: [],
  window: "no",
  windowSize: null,
  kernel: "no",
  indent: false,
  toOne: false,
  compat: null,
};

/** A fault in a setting. */
export const badSetting = (parameter: string, code: string, message: string, remedy: string): Fault =>
  new Fault({ class: "bad-parameter", code, parameter, message, remedy });

const WORDS: readonly (readonly [keyof NetworkSettings, readonly string[]])[] = [
  ["type", NETWORK_TYPES],
  ["aggregation", AGGREGATIONS],
  ["normalization", NORMALIZATIONS],
  ["duplicates", DUPLICATES],
  ["window", WINDOWS],
  ["kernel", KERNELS],
];

/** DNA's name of the type of texts that are categories. */
const asQualifierType = (type: QualifierType | "short text" | null): QualifierType | null =>
  type === "short text" ? "text" : type;

/** Fills in defaults and refuses words that are none; `short text` is `text`. Throws `bad-network-setting`. */
export function completeSettings(question: NetworkQuestion): NetworkSettings {
  const given: NetworkSettings = { ...DEFAULT_SETTINGS, ...question };
  const settings: NetworkSettings = { ...given, qualifierType: asQualifierType(given.qualifierType) };
  for (const [name, words] of WORDS)
    if (!words.includes(settings[name] as string))
      throw badSetting(
        name,
        "bad-network-setting",
        `${name} cannot be ${JSON.stringify(settings[name])}`,
        `Use one of ${words.join(", ")}.`,
      );
  if (settings.qualifierType !== null && !QUALIFIER_TYPES.includes(settings.qualifierType))
    throw badSetting(
      "qualifierType",
      "bad-network-setting",
      `qualifierType cannot be ${JSON.stringify(settings.qualifierType)}`,
      `Use one of ${QUALIFIER_TYPES.join(", ")}.`,
    );
  if (settings.compat !== null && settings.compat !== "dna")
    throw badSetting(
      "compat",
      "bad-network-setting",
      `compat cannot be ${JSON.stringify(settings.compat)}`,
      "Use dna, or leave it out.",
    );
  const { windowSize } = settings;
  if (windowSize !== null && !(Number.isSafeInteger(windowSize) && windowSize >= 1 && windowSize <= 1e9))
    throw badSetting(
      "windowSize",
      "bad-network-setting",
      `windowSize is ${windowSize}`,
      "Give a whole number from 1 on.",
    );
  return settings;
}
