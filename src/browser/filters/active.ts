/** The filters that are on, each as a phrase with the change that takes it away. Pure. */

import { DEFAULT_FILTER, DEFAULT_VIEW, type Filter, type View } from "../../model/view.ts";
import { MODALITIES, polarityTerm } from "../../model/vocabulary.ts";
import { TEXTS } from "../texts.ts";

/** Labels of ids, by what they name; an unknown id is its own label. */
export interface Names {
  actor(id: string): string;
  issue(id: string): string;
  kind(id: string): string;
  relation(id: string): string;
  source(id: string): string;
  /** Of a node key. */
  node(key: string): string;
}

export interface ActiveFilter {
  readonly id: string;
  readonly label: string;
  /** The view without this filter. */
  readonly without: View;
}

const list = (items: readonly string[]): string => items.join(", ");

/** Names spelt out of a longer list. */
const NAMED = 3;

/** `A, B, C and 4 more`. */
const several = (items: readonly string[]): string =>
  items.length > NAMED + 1 ? `${list(items.slice(0, NAMED))} and ${items.length - NAMED} more` : list(items);

/** Active filters in the order of the filter panel. */
export function activeFilters(view: View, names: Names): readonly ActiveFilter[] {
  const { filter } = view;
  const active: ActiveFilter[] = [];
  const add = (id: string, on: boolean, label: string, change: Partial<Filter>, rest: Partial<View> = {}) => {
    if (on) active.push({ id, label, without: { ...view, ...rest, filter: { ...filter, ...change } } });
  };
  const modality = (id: string) => MODALITIES.find((term) => term.id === id)?.label ?? id;
  const allPolarities = filter.polarity.length === 0 || filter.polarity.length === 3;
  add(
    "ego",
    view.ego.length > 0,
    TEXTS.egoOnly(several(view.ego.map(names.node)), view.depth),
    {},
    {
      ego: DEFAULT_VIEW.ego,
      depth: DEFAULT_VIEW.depth,
    },
  );
  for (const key of view.expand)
    add(
      `expand-${key}`,
      true,
      TEXTS.expanded(names.node(key)),
      {},
      { expand: view.expand.filter((other) => other !== key) },
    );
  add("polarity", !allPolarities, list(filter.polarity.map((id) => polarityTerm(id).label)), {
    polarity: [],
  });
  add("kind", filter.kind.length > 0, list(filter.kind.map(names.kind)), { kind: [] });
  add("issue", filter.issue.length > 0, list(filter.issue.map(names.issue)), { issue: [] });
  add("actor", filter.actor.length > 0, list(filter.actor.map(names.actor)), { actor: [] });
  add("relation", filter.relation.length > 0, list(filter.relation.map(names.relation)), { relation: [] });
  add("source", filter.source.length > 0, list(filter.source.map(names.source)), { source: [] });
  add("genre", filter.genre.length > 0, list(filter.genre), { genre: [] });
  add("intensity", filter.intensity.length > 0, TEXTS.intensityOf(list(filter.intensity)), { intensity: [] });
  add("x", filter.x.length > 0, list(filter.x.map((condition) => condition.replace("=", ": "))), { x: [] });
  add("since", filter.since !== "", `since ${filter.since}`, { since: "" });
  add("until", filter.until !== "", `until ${filter.until}`, { until: "" });
  add("undated", filter.undated === "show", "undated kept", { undated: DEFAULT_FILTER.undated });
  add("voice", filter.voice !== DEFAULT_FILTER.voice, VOICE_LABELS[filter.voice], {
    voice: DEFAULT_FILTER.voice,
  });
  add("modality", filter.modality.length > 0, list(filter.modality.map(modality)), { modality: [] });
  add("minConfidence", filter.minConfidence > 0, `confidence ${filter.minConfidence} or more`, {
    minConfidence: 0,
  });
  add("actors", filter.actors === "all", "authors and outlets too", { actors: DEFAULT_FILTER.actors });
  add("repeats", filter.repeats === "show", "repeats counted", { repeats: DEFAULT_FILTER.repeats });
  add("offTopic", filter.offTopic === "show", "off-topic too", { offTopic: DEFAULT_FILTER.offTopic });
  add("rollup", view.rollup !== DEFAULT_VIEW.rollup, ROLLUP_LABELS[view.rollup], {}, { rollup: "none" });
  add("structure", view.structure, "membership shown", {}, { structure: false });
  return active;
}

const VOICE_LABELS: Readonly<Record<Filter["voice"], string>> = {
  reported: TEXTS.voiceReported,
  author: TEXTS.voiceAuthor,
  any: "authors' own views too",
};

const ROLLUP_LABELS: Readonly<Record<View["rollup"], string>> = {
  none: TEXTS.rollupNone,
  body: "persons with their body",
  top: "organs with the whole",
};
