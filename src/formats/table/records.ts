/** The records that a table only names: actors, issues, sources and relations, with safe ids that are each used once. */

import type { BLANK_RECORDS } from "../../dataset/blank-records.ts";
import type { Polarity, RelationPolarity } from "../../model/vocabulary.ts";
import { nameRecords } from "../dna/name-records.ts";
import type { Dates } from "./dates.ts";
import type { Named, Survey } from "./survey.ts";

/** A record to be written: the members that are known. */
export type Made = { readonly id: string } & Partial<
  Record<keyof (typeof BLANK_RECORDS)["sources"] | "label" | "polarity", string>
>;

/** Ids by what the table calls the records, and the records in order of their first row. */
export interface MadeRecords {
  readonly actorIds: ReadonlyMap<string, string>;
  readonly issueIds: ReadonlyMap<string, string>;
  readonly sourceIds: ReadonlyMap<string, string>;
  readonly relationIds: ReadonlyMap<string, string>;
  readonly actors: readonly Made[];
  readonly issues: readonly Made[];
  readonly sources: readonly Made[];
  readonly relations: readonly Made[];
}

const RELATION_OF: Readonly<Record<Polarity, RelationPolarity>> = {
  support: "positive",
  oppose: "negative",
  neutral: "neutral",
};

/** Names everything. `stem` names the one source of a table that has no column for it. */
export function makeRecords(survey: Survey, dates: Dates | null, stem: string): MadeRecords {
  const labelOf = (owner: "issue" | "source", name: string, { label }: Named): string =>
    label || (dates?.owner === owner && dates.byName.get(name)?.label) || "";
  const want = (name: string, what: string, label: string) =>
    label === "" ? { name, what } : { name: label, what, key: name };
  const actors = [...survey.actors];
  const issues = [...survey.issues];
  // Actors and issues share one space of names.
  const nodes = nameRecords([
    ...actors.map(([name, named]) => want(name, named.column, named.label)),
    ...issues.map(([name, named]) => want(name, named.column, labelOf("issue", name, named))),
  ]);
  const sources =
    survey.sources.size > 0 ? [...survey.sources] : [[stem, { column: "source", label: "" }] as const];
  const sourceNames = nameRecords(
    sources.map(([name, named]) => want(name, named.column, labelOf("source", name, named))),
  );
  const relations = [...survey.relations];
  const relationNames = nameRecords(relations.map(([name]) => ({ name, what: "relation" })));
  const dateOf = (name: string): string =>
    dates?.owner === "source" ? (dates.byName.get(name)?.date ?? "") : "";
  const idsOf = (names: readonly (readonly [string, unknown])[], given: readonly { readonly id: string }[]) =>
    new Map(names.map(([name], at) => [name, given[at]?.id ?? ""]));
  return {
    actorIds: idsOf(actors, nodes),
    issueIds: idsOf(issues, nodes.slice(actors.length)),
    sourceIds: idsOf(sources, sourceNames),
    relationIds: idsOf(relations, relationNames),
    actors: nodes.slice(0, actors.length),
    issues: nodes.slice(actors.length),
    sources: sourceNames.map(({ id, label }, at) => ({
      id,
      title: label,
      date: dateOf(sources[at]?.[0] ?? ""),
    })),
    relations: relationNames.map((given, at) => ({
      ...given,
      polarity: RELATION_OF[[...(relations[at]?.[1].keys() ?? [])][0] ?? "neutral"],
    })),
  };
}
