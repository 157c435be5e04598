/**
 * A record of each table with all cells empty: what reading begins from. Written out, because the types then show that the schema
 * fits the model, and because engines keep objects made from a literal small and fast, those built member by member not.
 */

import type { Dataset } from "../model/dataset.ts";
import type { Id } from "../model/id.ts";
import type { TableName } from "./tables.ts";

type Blank<R> = { readonly [P in keyof R]: R[P] | "" };

const NO_ID = "" as Id<never>;
const NONE: readonly never[] = Object.freeze([]);
const NO_EXTRA: ReadonlyMap<string, string> = new Map();

/** By table: the values of empty cells. Required words are empty too, which no checked record is. */
export const BLANK_RECORDS: { readonly [T in TableName]: Blank<Dataset[T][number]> } = {
  actors: {
    id: NO_ID,
    label: "",
    shortLabel: "",
    aliases: NONE,
    kind: null,
    role: "",
    speaksFor: null,
    memberOf: null,
    groups: NONE,
    country: "",
    wikidata: "",
    description: "",
    extra: NO_EXTRA,
  },
  kinds: {
    id: NO_ID,
    label: "",
    description: "",
    stakeholder: true,
    rollsUp: true,
    shape: "",
    extra: NO_EXTRA,
  },
  issues: {
    id: NO_ID,
    label: "",
    shortLabel: "",
    description: "",
    parent: null,
    container: false,
    extra: NO_EXTRA,
  },
  relations: {
    id: NO_ID,
    label: "",
    polarity: "",
    inverseLabel: "",
    symmetric: false,
    description: "",
    extra: NO_EXTRA,
  },
  sources: {
    id: NO_ID,
    title: "",
    author: "",
    publisher: "",
    date: "",
    datePrecision: "",
    dateBasis: "",
    dateEarliest: "",
    dateLatest: "",
    genre: "",
    language: "",
    url: "",
    sha256: "",
    length: null,
    licence: "",
    authorActor: null,
    otherVoices: NONE,
    notes: "",
    extra: NO_EXTRA,
  },
  statements: {
    id: NO_ID,
    source: NO_ID,
    actor: NO_ID,
    start: null,
    end: null,
    passageSha256: "",
    paragraph: null,
    speaker: null,
    attributedTo: null,
    voice: "reported",
    modality: "position",
    polarity: "",
    issue: null,
    relation: null,
    target: null,
    intensity: null,
    condition: "",
    conditionIssues: NONE,
    date: "",
    datePrecision: "",
    dateBasis: "",
    summary: "",
    confidence: null,
    repeatOf: null,
    offTopic: false,
    coder: "",
    notes: "",
    extra: NO_EXTRA,
  },
};
