/** The view: a small plain value that says what is shown and how. Its text form is in `view/grammar.ts`. */

import type { Modality, Polarity } from "./vocabulary.ts";

export type Rollup = "none" | "body" | "top";
export type Projection = "bundled" | "statements" | "agreement";
export type Theme = "light" | "dark";
/** `auto`: a picture on a screen is reduced when it is very large, a file never is. */
export type Detail = "auto" | "reduced" | "all";

/** Which statements count. An empty list or string, or null, means: no restriction. */
export interface Filter {
  /** `stakeholders` leaves out authors, outlets and other actors that are no stakeholders. */
  readonly actors: "stakeholders" | "all";
  /** Coded actors (ids). */
  readonly actor: readonly string[];
  /** Kinds of the coded actor (ids). */
  readonly kind: readonly string[];
  /** Issues (ids), each with all its sub-issues. With `relation` set too, a statement passes by either. */
  readonly issue: readonly string[];
  readonly relation: readonly string[];
  readonly source: readonly string[];
  /** Genres of the source, as written there. */
  readonly genre: readonly string[];
  /** Empty = not asked: all in a picture; support and oppose for stances in a path question. */
  readonly polarity: readonly Polarity[];
  readonly modality: readonly Modality[];
  /** Intensities as coded, whole numbers as text. */
  readonly intensity: readonly string[];
  readonly voice: "reported" | "author" | "any";
  /** 0..1; an unknown confidence counts as 1. */
  readonly minConfidence: number;
  /** ISO 8601 prefixes, inclusive: `since` from its first day, `until` to its last. */
  readonly since: string;
  readonly until: string;
  readonly undated: "show" | "hide";
  readonly offTopic: "show" | "hide";
  readonly repeats: "show" | "hide";
  /** `NAME=VALUE` of further columns; values of one name are any-of, names all-of. */
  readonly x: readonly string[];
}

export interface View {
  readonly filter: Filter;
  readonly rollup: Rollup;
  readonly projection: Projection;
  /** Node keys whose surroundings are shown; empty = everything. */
  readonly ego: readonly string[];
  /** Steps around `ego`, 1..3. */
  readonly depth: number;
  /** Node keys whose edges are all shown, whatever the filter asks of who and of what, and `ego` of surroundings. */
  readonly expand: readonly string[];
  readonly structure: boolean;
  readonly layout: string;
  readonly theme: Theme;
  /** How much of a very large picture is drawn. */
  readonly detail: Detail;
}

export const DEFAULT_FILTER: Filter = {
  actors: "stakeholders",
  actor: [],
  kind: [],
  issue: [],
  relation: [],
  source: [],
  genre: [],
  polarity: [],
  modality: [],
  intensity: [],
  voice: "reported",
  minConfidence: 0,
  since: "",
  until: "",
  undated: "hide",
  offTopic: "hide",
  repeats: "hide",
  x: [],
};

export const DEFAULT_VIEW: View = {
  filter: DEFAULT_FILTER,
  rollup: "none",
  projection: "bundled",
  ego: [],
  depth: 1,
  expand: [],
  structure: false,
  layout: "force",
  theme: "light",
  detail: "auto",
};
