/**
 * Settings that do not apply to each other (NETWORKS §0 rows 15–17, 22, 29). By default they are refused with the nearest setting that
 * works; under `compat: "dna"` they are replaced as DNA does, with a message.
 */

import type { QualifierType } from "./settings.ts";
import { badSetting, type NetworkSettings } from "./settings.ts";

interface Rule {
  readonly parameter: keyof NetworkSettings;
  readonly applies: (settings: NetworkSettings, type: QualifierType | null) => boolean;
  readonly message: (settings: NetworkSettings, type: QualifierType | null) => string;
  readonly remedy: string;
  /** What DNA computes instead; null = refused under `compat` too; absent = DNA computes it as it stands. */
  readonly dna?: Partial<NetworkSettings> | null;
}

const oneMode = ({ type }: NetworkSettings): boolean => type === "one-mode";
const twoMode = ({ type }: NetworkSettings): boolean => type === "two-mode";
const isOneOf = (value: string, ...words: string[]): boolean => words.includes(value);

/** In the order in which they are tried: a replacement can make a later rule idle. */
const RULES: readonly Rule[] = [
  {
    parameter: "window",
    applies: ({ type, window }) => type === "event-list" && window !== "no",
    message: () => "An event list has no windows",
    remedy: "Leave window out, or use type one-mode or two-mode.",
    dna: { window: "no", windowSize: null, kernel: "no", indent: false },
  },
  {
    parameter: "windowSize",
    applies: ({ window, windowSize }) => window !== "no" && windowSize === null,
    message: ({ window }) => `A window of ${window} needs a size`,
    remedy: "Give windowSize, a whole number from 1 on.",
    dna: null,
  },
  {
    parameter: "windowSize",
    applies: ({ window, windowSize }) => window === "no" && windowSize !== null,
    message: () => "windowSize does not apply without a window",
    remedy: "Give window as well, or leave windowSize out.",
    dna: { windowSize: null },
  },
  {
    parameter: "columns",
    applies: (settings) => oneMode(settings) && settings.rows === settings.columns,
    message: ({ rows }) => `rows and columns are both ${rows}: no two rows share a column, so all ties are 0`,
    remedy: "Give columns as another variable, or use type two-mode.",
  },
  {
    parameter: "normalization",
    applies: ({ type, normalization }) => type === "event-list" && normalization !== "no",
    message: () => "An event list cannot be normalised",
    remedy: "Use normalization no, or type one-mode or two-mode.",
    dna: { normalization: "no" },
  },
  {
    parameter: "isolates",
    applies: ({ type, isolates }) => type === "event-list" && isolates,
    message: () => "An event list has no nodes, so no isolates",
    remedy: "Leave isolates out, or use type one-mode or two-mode.",
    dna: { isolates: false },
  },
  {
    parameter: "toOne",
    applies: ({ type, toOne }) => type === "event-list" && toOne,
    message: () => "An event list has no cells to normalise to one",
    remedy: "Leave toOne out, or use type one-mode or two-mode.",
    dna: { toOne: false },
  },
  {
    parameter: "kernel",
    applies: ({ kernel, window }) => kernel !== "no" && window === "events",
    message: () => "A kernel weighs by time, so it does not apply to windows of events",
    remedy: "Use kernel no, or a window of seconds to years.",
    dna: { kernel: "no", indent: false },
  },
  {
    parameter: "kernel",
    applies: ({ kernel, window }) => kernel !== "no" && window === "no",
    message: () => "A kernel needs a window",
    remedy: "Give window (seconds to years) and windowSize, or use kernel no.",
    dna: { kernel: "no", indent: false },
  },
  {
    parameter: "indent",
    applies: ({ kernel, indent }) => indent && kernel === "no",
    message: () => "indent does not apply without a kernel: windows lie within the range anyway",
    remedy: "Leave indent out, or choose a kernel.",
    dna: { indent: false },
  },
  {
    parameter: "aggregation",
    applies: ({ aggregation, type }, qualifier) =>
      aggregation !== "ignore" && qualifier === null && type !== "event-list",
    message: ({ aggregation }) => `aggregation ${aggregation} needs a qualifier`,
    remedy: "Use aggregation ignore, or name a qualifier.",
    dna: { aggregation: "ignore" },
  },
  {
    parameter: "aggregation",
    applies: (settings) => twoMode(settings) && isOneOf(settings.aggregation, "congruence", "conflict"),
    message: ({ aggregation }) =>
      `aggregation ${aggregation} compares two rows, so it does not apply to two-mode networks`,
    remedy: "Use aggregation subtract, combine or ignore, or type one-mode.",
    dna: { aggregation: "ignore" },
  },
  {
    parameter: "aggregation",
    applies: (settings) => oneMode(settings) && settings.aggregation === "combine",
    message: () =>
      "aggregation combine codes the levels of one cell, so it does not apply to one-mode networks",
    remedy: "Use aggregation congruence, conflict, subtract or ignore, or type two-mode.",
    dna: { aggregation: "ignore" },
  },
  {
    parameter: "aggregation",
    applies: (settings) =>
      twoMode(settings) && settings.kernel !== "no" && settings.aggregation === "combine",
    message: () => "aggregation combine has no weights, so a kernel does not apply to it",
    remedy: "Use aggregation subtract or ignore, or kernel no.",
    dna: { aggregation: "subtract" },
  },
  {
    parameter: "aggregation",
    applies: (settings, qualifier) =>
      twoMode(settings) && settings.aggregation === "subtract" && qualifier === "text",
    message: ({ qualifier }) => `${qualifier} is text and has no sign, so nothing can be subtracted`,
    remedy: "Use aggregation ignore or combine, or a boolean or integer qualifier.",
  },
  {
    parameter: "normalization",
    applies: (settings) => oneMode(settings) && isOneOf(settings.normalization, "activity", "prominence"),
    message: ({ normalization }) => `normalization ${normalization} is for two-mode networks`,
    remedy: "Use normalization average, jaccard, cosine or no, or type two-mode.",
    dna: { normalization: "no" },
  },
  {
    parameter: "normalization",
    applies: (settings) =>
      twoMode(settings) && isOneOf(settings.normalization, "average", "jaccard", "cosine"),
    message: ({ normalization }) => `normalization ${normalization} is for one-mode networks`,
    remedy: "Use normalization activity, prominence or no, or type one-mode.",
    dna: { normalization: "no" },
  },
  {
    parameter: "normalization",
    applies: ({ aggregation, normalization }) => aggregation === "combine" && normalization === "activity",
    message: () => "aggregation combine gives codes, which cannot be divided by an activity",
    remedy: "Use normalization no, or aggregation ignore or subtract.",
  },
  {
    parameter: "normalization",
    applies: ({ aggregation, normalization }) => aggregation === "combine" && normalization === "prominence",
    message: () => "aggregation combine gives codes, which cannot be divided by a prominence",
    remedy: "Use normalization no, or aggregation ignore or subtract.",
    dna: null,
  },
];

const changes = (replacement: Partial<NetworkSettings>): string =>
  Object.entries(replacement)
    .map(([name, value]) => `${name} ${value === false || value === null ? "off" : value}`)
    .join(", ");

/**
 * Settings that can be computed, and what was replaced in them. `type` is the qualifier's, null = there is none.
 * Throws `setting-does-not-apply`.
 */
export function checkSettings(
  settings: NetworkSettings,
  type: QualifierType | null,
): { readonly settings: NetworkSettings; readonly messages: readonly string[] } {
  let current = settings;
  const messages: string[] = [];
  for (const rule of RULES) {
    if (!rule.applies(current, type)) continue;
    if (current.compat === "dna" && rule.dna === undefined) continue;
    if (current.compat !== "dna" || rule.dna === null || rule.dna === undefined)
      throw badSetting(rule.parameter, "setting-does-not-apply", rule.message(current, type), rule.remedy);
    messages.push(`${rule.message(current, type)}; as DNA does, ${changes(rule.dna)} is used instead.`);
    current = { ...current, ...rule.dna };
  }
  return { settings: dnaKernel(current, messages), messages };
}

/** DNA normalises kernel-smoothed one-mode networks by average only, and two-mode ones not at all (NETWORKS §6c). */
function dnaKernel(settings: NetworkSettings, messages: string[]): NetworkSettings {
  const { compat, kernel, normalization } = settings;
  if (compat !== "dna" || kernel === "no") return settings;
  const used = twoMode(settings) || normalization === "no" ? "no" : "average";
  if (used === normalization) return settings;
  messages.push(
    `DNA has no normalization ${normalization} with a kernel; as it does, ${used} is used instead.`,
  );
  return { ...settings, normalization: used };
}
