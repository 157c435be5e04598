/**
 * The ways to relax a path question by one parameter, from the least to the most intrusive: first how the path may run, then
 * which statements count, at last who is shown at all. Those that lift what was set are told from those that take in more than
 * a plain question does.
 */

import type { NodeKey } from "../../model/id.ts";
import { DEFAULT_PATH, PATH_VIAS, type PathQuery, type PathVia } from "../../model/path.ts";
import { DEFAULT_FILTER, type Filter, type View } from "../../model/view.ts";
import { POLARITIES } from "../../model/vocabulary.ts";
import { listed } from "../naming/names.ts";

/** By node after roll-up, 1 = may be walked under a filter: surroundings grow where more statements count. */
export type Allowed = (filter: Filter) => Uint8Array;

/** A question with the surroundings that filter it. */
export interface Asked {
  readonly view: Pick<View, "filter" | "rollup">;
  readonly query: PathQuery;
  readonly allowed: Allowed | null;
}

export interface Relaxation {
  /** HTTP spelling. */
  readonly parameter: string;
  /** The new value; empty = leave the parameter out. */
  readonly value: string;
  /** What changes, to stand before “there is one of n hops”. */
  readonly change: string;
  /** True when it takes in more than a question with nothing set does: memberships, the authors' own views and the like. */
  readonly beyond: boolean;
  readonly asked: Asked;
}

const VIA_WORDS: Readonly<Record<PathVia, string>> = {
  stance: "positions on issues",
  relation: "relations between actors",
  membership: "memberships",
  subissue: "sub-issues",
};

/** All relaxations that apply to the question, in order; that of the length is the hint's own (it needs the length). */
export function relaxations(asked: Asked, nameOf: (key: NodeKey) => string): Relaxation[] {
  return [...walkRelaxations(asked, nameOf), ...filterRelaxations(asked)];
}

function walkRelaxations(asked: Asked, nameOf: (key: NodeKey) => string): Relaxation[] {
  const { query } = asked;
  const found: Relaxation[] = [];
  const add = (
    parameter: string,
    value: string,
    change: string,
    part: Partial<PathQuery>,
    beyond = false,
  ): void => {
    found.push({ parameter, value, change, beyond, asked: { ...asked, query: { ...query, ...part } } });
  };
  if (query.directed)
    add("directed", "false", "when edges are followed in both directions", { directed: false });
  for (const [name, words] of [
    ["avoid", "allowed"],
    ["through", "not required"],
  ] as const) {
    const nodes = query[name];
    for (const key of new Set(nodes)) {
      const rest = nodes.filter((other) => other !== key);
      add(name, rest.join(","), `with ${nameOf(key)} ${words}`, { [name]: rest });
    }
    if (new Set(nodes).size > 1) add(name, "", `without any ${name}`, { [name]: [] });
  }
  const missing = PATH_VIAS.filter((via) => !query.via.includes(via));
  const widen = (extra: readonly PathVia[]): void => {
    const via = PATH_VIAS.filter((one) => query.via.includes(one) || extra.includes(one));
    const beyond = extra.some((one) => !DEFAULT_PATH.via.includes(one));
    add("via", via.join(","), `over ${listed(extra.map((one) => VIA_WORDS[one]))} too`, { via }, beyond);
  };
  const byEase = ["relation", "membership", "subissue", "stance"] as const;
  for (const via of byEase) if (missing.includes(via)) widen([via]);
  if (missing.length > 1) widen(missing);
  return found;
}

function filterRelaxations(asked: Asked): Relaxation[] {
  const { filter } = asked.view;
  const found: Relaxation[] = [];
  const add = (parameter: keyof Filter, value: string, change: string, part: Partial<Filter>): void => {
    const view = { ...asked.view, filter: { ...filter, ...part } };
    // Undated statements are left out for a date that was set.
    const beyond = parameter !== "undated" && String(filter[parameter]) === String(DEFAULT_FILTER[parameter]);
    found.push({ parameter, value, change, beyond, asked: { ...asked, view } });
  };
  if (filter.polarity.length < POLARITIES.length)
    add("polarity", "any", "when stances of every polarity count", {
      polarity: POLARITIES.map(({ id }) => id),
    });
  if (filter.since !== "") add("since", "", "without the first date", { since: "" });
  if (filter.until !== "") add("until", "", "without the last date", { until: "" });
  if (filter.undated === "hide" && (filter.since !== "" || filter.until !== ""))
    add("undated", "show", "when undated statements count", { undated: "show" });
  if (filter.minConfidence > 0) add("minConfidence", "0", "at any confidence", { minConfidence: 0 });
  for (const name of [
    "modality",
    "intensity",
    "source",
    "genre",
    "actor",
    "issue",
    "kind",
    "relation",
  ] as const)
    if (filter[name].length > 0) add(name, "", `without the filter on ${name}`, { [name]: [] });
  if (filter.x.length > 0) add("x", "", "without the filter on further columns", { x: [] });
  if (filter.voice !== "any") add("voice", "any", "when every voice counts", { voice: "any" });
  if (filter.actors !== "all")
    add("actors", "all", "when actors that are no stakeholders count", { actors: "all" });
  if (filter.repeats !== "show") add("repeats", "show", "when repeats count", { repeats: "show" });
  if (filter.offTopic !== "show")
    add("offTopic", "show", "when off-topic statements count", { offTopic: "show" });
  if (asked.allowed)
    found.push({
      parameter: "ego",
      value: "",
      change: "outside the surroundings shown",
      beyond: false,
      asked: { ...asked, allowed: null },
    });
  return found;
}

/** The question with every filter that was set on the view taken away, and nothing else. */
export const withoutFilters = (asked: Asked): Asked => ({
  ...asked,
  view: { ...asked.view, filter: DEFAULT_FILTER },
  allowed: null,
});

/** The question with every restriction taken away. */
export function withoutRestrictions(asked: Asked): Asked {
  const filter: Filter = {
    actors: "all",
    actor: [],
    kind: [],
    issue: [],
    relation: [],
    source: [],
    genre: [],
    polarity: POLARITIES.map(({ id }) => id),
    modality: [],
    intensity: [],
    voice: "any",
    minConfidence: 0,
    since: "",
    until: "",
    undated: "show",
    offTopic: "show",
    repeats: "show",
    x: [],
  };
  return {
    view: { ...asked.view, filter },
    query: { ...asked.query, maxLength: null, via: PATH_VIAS, directed: false, avoid: [], through: [] },
    allowed: null,
  };
}
