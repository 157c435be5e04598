/**
 * A report: headings, sentences and statements with their citations, made of what the API answered. It holds summaries and places
 * of passages, never a passage. Written out by markdown.ts and html.ts. Pure.
 */

import type { DatasetDescription, SourceRecord, StatementRecord } from "../../../model/api.ts";
import { isolated } from "../../../model/direction.ts";
import type { PathAnswer } from "../../../model/path.ts";
import { POLARITIES, polarityTerm } from "../../../model/vocabulary.ts";
import { datasetCitation, releaseOf, sourceReference } from "../statements/citation.ts";
import { statementDateWords } from "../words/dates.ts";
import { count } from "../words/numbers.ts";
import {
  claimOf,
  modalityWords,
  placeWords,
  targetOf,
  verbOf,
  voiceWords,
} from "../words/statement-words.ts";
import { REPORT_TEXTS as T } from "./texts.ts";

/** One statement as the report prints it. */
export interface Entry {
  readonly id: string;
  readonly summary: string;
  /** Who, when, how: separated by the writer. */
  readonly facts: readonly string[];
  /** Number of the source in the list at the end, from 1, and the place in it. */
  readonly source: number;
  readonly place: string | null;
}

export interface Section {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly groups: readonly { readonly heading: string; readonly entries: readonly Entry[] }[];
}

export interface Report {
  readonly title: string;
  /** What the view is, how much it holds, what it is not. */
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
  /** Sources in the order of their first citation. */
  readonly sources: readonly string[];
  readonly citation: string;
  /** Address of the view, and the day. */
  readonly address: string;
  readonly day: string;
}

export interface ReportInput {
  readonly dataset: DatasetDescription;
  /** The filters in words. */
  readonly description: string;
  /** What the report is about, in words; empty = the whole view. */
  readonly subject: string;
  /** What the screen shows otherwise than the report. */
  readonly notes: readonly string[];
  readonly statements: readonly StatementRecord[];
  /** How many there are; more than `statements` when the list was cut. */
  readonly total: number;
  readonly paths: PathAnswer | null;
  readonly address: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export function buildReport(input: ReportInput): Report {
  const { dataset, statements, paths } = input;
  const numbers = new Map<string, number>();
  const numberOf = (source: string): number => {
    const known = numbers.get(source);
    if (known !== undefined) return known;
    numbers.set(source, numbers.size + 1);
    return numbers.size;
  };
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const entry = (statement: StatementRecord): Entry => ({
    id: statement.id,
    summary: statement.summary === "" ? claimOf(statement) : isolated(statement.summary),
    facts: factsOf(statement, sources.get(statement.source.id)),
    source: numberOf(statement.source.id),
    place: placeWords(statement),
  });
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const sections = paths ? pathSections(paths, byId, entry) : issueSections(statements, entry);
  return {
    title: input.subject === "" ? dataset.title : `${input.subject} – ${isolated(dataset.title)}`,
    lead: [
      input.description,
      T.holds(count(statements.length, "statement"), count(numbers.size, "document")),
      ...(input.total > statements.length ? [T.cut(statements.length, input.total)] : []),
      ...input.notes,
      T.caution,
    ].filter((line) => line !== ""),
    sections,
    sources: [...numbers.keys()].map((id) => sourceReference(sources.get(id), id)),
    citation: `${datasetCitation(dataset)} ${T.version(releaseOf(dataset), dataset.version.slice(0, 12))}`,
    address: input.address,
    day: input.day,
  };
}

function factsOf(statement: StatementRecord, source: SourceRecord | undefined): readonly string[] {
  return [
    statementDateWords(statement, source),
    ...(statement.speaker ? [T.saidBy(statement.speaker.label)] : []),
    ...(statement.attributedTo ? [T.attributedTo(statement.attributedTo.label)] : []),
    voiceWords(statement),
    modalityWords(statement),
    ...(statement.condition ? [T.condition(statement.condition)] : []),
    ...(statement.confidence === null ? [] : [T.confidence(statement.confidence)]),
  ].filter((fact) => fact !== "");
}

type MakeEntry = (statement: StatementRecord) => Entry;

/** By issue (or other actor), most statements first; within it by what is said of it and by whom. */
function issueSections(statements: readonly StatementRecord[], entry: MakeEntry): readonly Section[] {
  const order = POLARITIES.map(({ id }) => id as string);
  return [...grouped(statements, (statement) => targetOf(statement).key)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([, about]): Section => {
      const first = about[0] as StatementRecord;
      const claims = grouped(
        about,
        (statement) => `${order.indexOf(statement.polarity)} ${verbOf(statement)}`,
      );
      return {
        heading: targetOf(first).label,
        sentences: [
          T.mix(POLARITIES.map(({ id, verb }) => [verb, about.filter((one) => one.polarity === id).length])),
        ],
        groups: [...claims]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([, same]) =>
            [...grouped(same, (statement) => statement.actor.label)]
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([actor, own]) => ({
                heading: `${isolated(actor)}: ${isolated(headingVerb(own[0] as StatementRecord))}`,
                entries: own.map(entry),
              })),
          ),
      };
    });
}

const headingVerb = (statement: StatementRecord): string =>
  statement.relation ? verbOf(statement) : polarityTerm(statement.polarity).verb;

/** Each path with its sentence, each hop with its statements. */
function pathSections(
  { paths }: PathAnswer,
  byId: ReadonlyMap<string, StatementRecord>,
  entry: MakeEntry,
): readonly Section[] {
  return paths.map((path, at) => ({
    heading: T.path(at + 1, path.length),
    sentences: [path.sentence],
    groups: path.hops.map((hop) => ({
      heading: hop.sentence,
      entries: hop.statements.flatMap((id) => {
        const statement = byId.get(id);
        return statement ? [entry(statement)] : [];
      }),
    })),
  }));
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
