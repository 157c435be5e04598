/** Datasets of a few records for tests: give what matters, the rest is filled in. */
import {
  type Actor,
  assembleDataset,
  type Dataset,
  type Issue,
  type Kind,
  type Relation,
  type Source,
  type Statement,
} from "../../src/model/dataset.ts";
import type { Id } from "../../src/model/id.ts";
import { type Polarity, RELATION_POLARITY } from "../../src/model/vocabulary.ts";

/** Ids as plain strings, everything optional but what is named. */
type Loose<R, Needed extends keyof R> = { [K in Needed]: Plain<R[K]> } & {
  [K in Exclude<keyof R, Needed>]?: Plain<R[K]>;
};
type Plain<V> = V extends Id<string> ? string : V extends readonly Id<string>[] ? readonly string[] : V;

type TinyActor = string | Loose<Actor, "id">;
type TinyIssue = string | Loose<Issue, "id">;
type TinySource = string | Loose<Source, "id">;
type TinyRelation = string | Loose<Relation, "id">;
/** Without an id it gets `s1`, `s2` …; without a source the first one. */
export type TinyStatement = Omit<Loose<Statement, "actor">, "conditionIssues"> & {
  readonly conditionIssues?: readonly { readonly issue: string; readonly negated: boolean }[];
};

export interface TinyTables {
  readonly kinds?: readonly (string | Loose<Kind, "id">)[];
  readonly actors?: readonly TinyActor[];
  readonly issues?: readonly TinyIssue[];
  readonly relations?: readonly TinyRelation[];
  readonly sources?: readonly TinySource[];
  readonly statements?: readonly TinyStatement[];
}

const record = <R extends { id: string }>(given: string | R): R =>
  typeof given === "string" ? ({ id: given } as R) : given;
const extra: ReadonlyMap<string, string> = new Map();

/**
 * A dataset of the given records. A bare string is an id; labels default to ids; an absent `sources` is one source `d1`. Nothing
 * is checked: ends must exist. A statement with a relation takes the relation's polarity, others support unless they say so.
 */
export function tinyDataset(tables: TinyTables): Dataset {
  const kinds = (tables.kinds ?? []).map((given) => {
    const kind = record<Loose<Kind, "id">>(given);
    return { label: kind.id, description: "", stakeholder: true, rollsUp: true, shape: "", extra, ...kind };
  });
  const actors = (tables.actors ?? []).map((given) => {
    const actor = record<Loose<Actor, "id">>(given);
    return {
      label: actor.id,
      shortLabel: "",
      aliases: [],
      kind: null,
      role: "",
      speaksFor: null,
      memberOf: null,
      groups: [],
      country: "",
      wikidata: "",
      description: "",
      extra,
      ...actor,
    };
  });
  const issues = (tables.issues ?? []).map((given) => {
    const issue = record<Loose<Issue, "id">>(given);
    return {
      label: issue.id,
      shortLabel: "",
      description: "",
      parent: null,
      container: false,
      extra,
      ...issue,
    };
  });
  const relations = (tables.relations ?? []).map((given) => {
    const relation = record<Loose<Relation, "id">>(given);
    return {
      label: relation.id,
      polarity: "positive" as const,
      inverseLabel: "",
      symmetric: false,
      description: "",
      extra,
      ...relation,
    };
  });
  const sources = (tables.sources ?? ["d1"]).map((given) => {
    const source = record<Loose<Source, "id">>(given);
    return {
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
      otherVoices: [],
      notes: "",
      extra,
      ...source,
    };
  });
  const statements = (tables.statements ?? []).map((given, at) => {
    const relation = relations.find(({ id }) => id === given.relation);
    const polarity: Polarity = relation
      ? RELATION_POLARITY[relation.polarity]
      : (given.polarity ?? "support");
    return {
      id: `s${at + 1}`,
      source: sources[0]?.id ?? "",
      start: null,
      end: null,
      passageSha256: "",
      paragraph: null,
      speaker: null,
      attributedTo: null,
      voice: "reported",
      modality: "position",
      issue: null,
      relation: null,
      target: null,
      intensity: null,
      condition: "",
      conditionIssues: [],
      date: "",
      datePrecision: "",
      dateBasis: "",
      summary: "",
      confidence: null,
      repeatOf: null,
      offTopic: false,
      coder: "",
      notes: "",
      extra,
      ...given,
      polarity,
    };
  });
  const metadata = {
    name: "tiny",
    title: "Tiny",
    description: "",
    version: "1",
    licences: [],
    contributors: [],
    method: "",
  };
  const all = { id: "tiny", version: "v1", metadata, kinds, actors, issues, relations, sources, statements };
  // Ids are brands over plain strings, so the one cast of this helper loses nothing.
  return assembleDataset(all as unknown as Dataset);
}
