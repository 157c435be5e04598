/** Attributes of statements that the filters show as bars: what of the filter is theirs, and what a press changes. Pure. */

import { foldName } from "../../dataset/fold.ts";
import { DEFAULT_FILTER, type Filter, type View } from "../../model/view.ts";
import { MODALITIES } from "../../model/vocabulary.ts";
import type { AnalysisResult } from "../api/computed.ts";
import { ATTRIBUTE_TEXTS as TEXTS } from "./texts.ts";

export interface Attribute {
  /** As the analysis `values` takes it. */
  readonly id: string;
  readonly label: string;
  /** Values stand in their own order, the filter is the least of them. */
  readonly histogram: boolean;
  /** The values that the filter asks for; empty = all. */
  chosen(filter: Filter): readonly string[];
  /** The change that makes these the values asked for; empty = all. */
  choose(filter: Filter, values: readonly string[]): Partial<Filter>;
  /** What is taken away so that each value counts as if it alone were asked for; usually the attribute's own filter. */
  readonly bare: (filter: Filter) => Partial<Filter>;
}

/** Members of the filter that are lists of values. */
type ListMember = "source" | "kind" | "genre" | "relation" | "intensity";

const listed = (id: ListMember, label: string, also: Partial<Filter> = {}): Attribute => ({
  id,
  label,
  histogram: false,
  chosen: (filter) => filter[id],
  choose: (_, values) => ({ [id]: [...values].sort() }),
  bare: () => ({ [id]: [], ...also }),
});

const modality: Attribute = {
  id: "modality",
  label: TEXTS.modality,
  histogram: false,
  chosen: ({ modality: chosen }) => chosen,
  choose: (_, values) => ({ modality: MODALITIES.map(({ id }) => id).filter((id) => values.includes(id)) }),
  bare: () => ({ modality: [] }),
};

const voice: Attribute = {
  id: "voice",
  label: TEXTS.voice,
  histogram: false,
  chosen: ({ voice: chosen }) => (chosen === "any" ? [] : [chosen]),
  choose: (_, values) => {
    const [only] = values;
    return { voice: values.length === 1 && (only === "reported" || only === "author") ? only : "any" };
  },
  bare: () => ({ voice: "any" }),
};

const confidence: Attribute = {
  id: "confidence",
  label: TEXTS.confidence,
  histogram: true,
  chosen: ({ minConfidence }) => (minConfidence === 0 ? [] : [String(minConfidence)]),
  choose: (_, [least = "0"]) => ({ minConfidence: Number(least) }),
  bare: () => ({ minConfidence: 0 }),
};

/** A further column; conditions on others are kept. */
const further = (name: string): Attribute => {
  const prefix = `${name}=`;
  const others = ({ x }: Filter) => x.filter((condition) => !condition.startsWith(prefix));
  return {
    id: `x:${name}`,
    label: name,
    histogram: false,
    chosen: ({ x }) =>
      x.filter((condition) => condition.startsWith(prefix)).map((text) => text.slice(prefix.length)),
    choose: (filter, values) => ({
      x: [...others(filter), ...values.map((value) => `${prefix}${value}`)].sort(),
    }),
    bare: (filter) => ({ x: others(filter) }),
  };
};

/** The attributes of a dataset with these further columns, in the order shown. */
export const attributesOf = (columns: readonly string[]): readonly Attribute[] => [
  listed("source", TEXTS.source),
  listed("kind", TEXTS.kind),
  listed("genre", TEXTS.genre),
  // A statement passes by its issue or by its relation: one on a relation counts whatever issues are asked for.
  listed("relation", TEXTS.relation, { issue: [] }),
  modality,
  voice,
  confidence,
  listed("intensity", TEXTS.intensity),
  ...columns.map(further),
];

/** The view under which the values of an attribute are counted. */
export const bareView = (view: View, attribute: Attribute): View => ({
  ...view,
  filter: { ...view.filter, ...attribute.bare(view.filter) },
});

/** The change that takes one value in or out. */
export function toggled(attribute: Attribute, filter: Filter, value: string): Partial<Filter> {
  const chosen = attribute.chosen(filter);
  const without = chosen.filter((one) => one !== value);
  return attribute.choose(filter, without.length < chosen.length ? without : [...chosen, value]);
}

/** What is asked for, for the heading: how many values, or the least of them; empty where it is what it usually is. */
export function chosenWords(attribute: Attribute, filter: Filter): string {
  const chosen = attribute.chosen(filter);
  if (chosen.join() === attribute.chosen(DEFAULT_FILTER).join()) return "";
  if (chosen.length === 0) return TEXTS.any;
  return attribute.histogram ? `≥ ${chosen[0]}` : String(chosen.length);
}

export interface Bar {
  readonly value: string;
  readonly label: string;
  readonly statements: number;
  readonly chosen: boolean;
}

/** The bars of what the analysis `values` found, those chosen without statements at the end. */
export function barsOf(
  result: Pick<AnalysisResult, "tables">,
  attribute: Attribute,
  filter: Filter,
): readonly Bar[] {
  const chosen = attribute.chosen(filter);
  const bars = (result.tables[0]?.rows ?? []).map(({ cells }): Bar => {
    const value = String(cells["value"] ?? "");
    return {
      value,
      label: String(cells["label"] ?? value),
      statements: Number(cells["statements"] ?? 0),
      chosen: attribute.histogram ? Number(value) >= Number(chosen[0] ?? 0) : chosen.includes(value),
    };
  });
  if (attribute.histogram) return bars;
  const known = new Set(bars.map(({ value }) => value));
  return [
    ...bars,
    ...chosen
      .filter((value) => !known.has(value))
      .map((value): Bar => ({ value, label: value, statements: 0, chosen: true })),
  ];
}

/** Bars shown before the rest is asked for. */
export const FEW = 8;
/** So many more are not worth folding. */
const SLACK = 2;
/** Bars drawn at most; a search finds the others. */
const MOST = 200;

export const isFolded = (bars: readonly Bar[]): boolean => bars.length > FEW + SLACK;

/** The bars shown: the first few and the chosen ones, or those that a search finds among all. */
export function shownBars(bars: readonly Bar[], open: boolean, word: string): readonly Bar[] {
  if (!open) return isFolded(bars) ? bars.filter(({ chosen }, at) => at < FEW || chosen) : bars;
  const folded = foldName(word);
  const found = folded === "" ? bars : bars.filter(({ label }) => foldName(label).includes(folded));
  return found.slice(0, MOST);
}
