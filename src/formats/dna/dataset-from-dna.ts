/** A DNA database as a dataset: organisations become actors, persons speakers, concepts issues, agreement polarity, documents sources. */

import { MAX_CELL } from "../../dataset/csv.ts";
import { type Paragraph, paragraphAt, paragraphsOf } from "../../dataset/paragraphs.ts";
import { sha256Hex } from "../../dataset/sha256.ts";
import {
  type Actor,
  assembleDataset,
  type Dataset,
  type Extra,
  type Issue,
  type Kind,
  type Source,
  type Statement,
} from "../../model/dataset.ts";
import { formatDay } from "../../model/date.ts";
import type { DnaDatabase, DnaDocument, DnaEntity, DnaStatement } from "../../model/dna.ts";
import type { ActorId, IssueId, KindId, SourceId, StatementId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { kindShapes } from "../../view/appearance.ts";
import type { DnaMapping, DnaSource, FoundMapping } from "./mapping.ts";
import { findMapping } from "./mapping.ts";
import { cleanText, nameRecords, plainId } from "./name-records.ts";
import { polarityReader } from "./polarity.ts";

export interface DnaDatasetOptions {
  readonly id: string;
  /** Changes exactly when the file's content does. */
  readonly version: string;
  /** What the dataset is called: the file's name without its ending. */
  readonly title: string;
  readonly mapping: DnaMapping;
}

export interface DnaDataset {
  readonly dataset: Dataset;
  /** What could not be taken over, with how often. */
  readonly warnings: readonly Problem[];
}

const NO_EXTRA: Extra = new Map();

/** A cell of a package: no NUL, not longer than a reader takes. */
const cell = (text: string): string => cleanText(text).slice(0, MAX_CELL);

/** Further columns; one without a name is called `attribute`, one of a name already taken is left to the first. */
function extraOf(pairs: Iterable<readonly [name: string, text: string]>): Extra {
  const extra = new Map<string, string>();
  for (const [name, text] of pairs) {
    const column = cell(name).trim() || "attribute";
    if (text !== "" && !extra.has(column)) extra.set(column, cell(text));
  }
  return extra;
}

/** The entities of a variable with their values; of a document field only the values that occur. */
function entitiesOf(
  source: DnaSource,
  read: (source: DnaSource) => Iterable<string>,
): ReadonlyMap<string, DnaEntity | null> {
  const entities = new Map<string, DnaEntity | null>();
  for (const entity of source.variable?.entities ?? [])
    if (entity.value !== "") entities.set(entity.value, entity);
  for (const value of read(source)) if (value !== "" && !entities.has(value)) entities.set(value, null);
  return entities;
}

function entityExtra({ entity, above }: Wanted): Extra {
  if (!entity) return NO_EXTRA;
  return extraOf([
    ["color", entity.color],
    ["child_of", above],
    ...[...entity.attributes].map(([name, text]): [string, string] => [
      name === "color" || name === "child_of" ? `attribute_${name}` : name,
      text,
    ]),
  ]);
}

interface Wanted {
  readonly value: string;
  readonly entity: DnaEntity | null;
  /** Value of the entity above it, or empty. */
  readonly above: string;
  readonly source: DnaSource;
}

/** The values of a variable with what is known of each. */
function wantedOf(source: DnaSource, read: (source: DnaSource) => Iterable<string>): readonly Wanted[] {
  const byId = new Map(source.variable?.entities.map(({ id, value }) => [id, value]));
  return [...entitiesOf(source, read)].map(([value, entity]) => ({
    value,
    entity,
    above: byId.get(entity?.childOf ?? Number.NaN) ?? "",
    source,
  }));
}

/** Actors of the actor variable, then speakers that are no actors; issues. All have one space of names. */
function nameAll(found: FoundMapping, read: (source: DnaSource) => Iterable<string>) {
  const actors = new Map<string, Wanted>();
  for (const source of [found.actor, ...(found.speaker ? [found.speaker] : [])])
    for (const wanted of wantedOf(source, read))
      if (!actors.has(wanted.value)) actors.set(wanted.value, wanted);
  const issues = wantedOf(found.issue, read);
  const all = [...actors.values(), ...issues];
  const names = nameRecords(all.map(({ value, source }) => ({ name: value, what: source.name })));
  const named = all.map((wanted, at) => ({ ...wanted, ...(names[at] as (typeof names)[number]) }));
  return { actors: named.slice(0, actors.size), issues: named.slice(actors.size) };
}

const MARK = /^\ufeff/;

function sourceOf(document: DnaDocument, text: string): Source {
  const at = new Date(document.date * 1000).toISOString();
  return {
    id: String(document.id) as SourceId,
    title: cell(document.title),
    author: cell(document.author),
    publisher: cell(document.source),
    date: formatDay(Math.floor(document.date / 86_400)),
    datePrecision: "day",
    dateBasis: "stated",
    dateEarliest: "",
    dateLatest: "",
    genre: cell(document.type),
    language: "",
    url: "",
    sha256: text === "" ? "" : sha256Hex(text),
    length: text === "" ? null : text.length,
    licence: "",
    authorActor: null,
    otherVoices: [],
    notes: cell(document.notes),
    extra: extraOf([
      ["section", document.section],
      ["time", at.slice(11, 19) === "00:00:00" ? "" : at.slice(11, 19)],
    ]),
  };
}

interface Place {
  readonly start: number | null;
  readonly end: number | null;
  readonly passageSha256: string;
  readonly paragraph: number | null;
}

const NOWHERE: Place = { start: null, end: null, passageSha256: "", paragraph: null };

/** Java counts characters as JavaScript does, in UTF-16 code units; a leading byte order mark is no part of a text here. */
function placeOf(
  { start, stop }: DnaStatement,
  text: string,
  shift: number,
  paragraphs: readonly Paragraph[],
): Place {
  const [from, to] = [Math.max(0, start - shift), stop - shift];
  if (start < 0 || from >= to || to > text.length) return NOWHERE;
  return {
    start: from,
    end: to,
    passageSha256: sha256Hex(text.slice(from, to)),
    paragraph: paragraphAt(paragraphs, from)?.index ?? null,
  };
}

/**
 * Makes a dataset of one statement type. Ids of documents and statements are DNA's own; those of actors and issues are made of
 * their names (`nameRecords`). A statement without actor or issue cannot be told and is left out with a warning. Texts stay in
 * `origin`. The result passes the check of a package.
 * @throws Fault where `findMapping` does, and `bad-polarity` for values that say no polarity
 */
export function datasetFromDna(database: DnaDatabase, options: DnaDatasetOptions): DnaDataset {
  const found = findMapping(database, options.mapping);
  const { type, actor, speaker, issue, polarity } = found;
  const documents = new Map(database.documents.map((document) => [document.id, document]));
  const chosen = database.statements.filter((statement) => statement.type === type.id);
  const valueIn = (source: DnaSource | null, statement: DnaStatement): string =>
    String(source?.read(statement, documents.get(statement.document) as DnaDocument) ?? "");
  const named = nameAll(found, (source) => chosen.map((statement) => valueIn(source, statement)));
  const actorIds = new Map(named.actors.map(({ value, id }) => [value, id as ActorId]));
  const issueIds = new Map(named.issues.map(({ value, id }) => [value, id as IssueId]));
  const readPolarity = polarityReader(type, polarity, options.mapping);

  const kinds = kindsOf(actor, speaker);
  const kindOf = new Map(kinds.map(({ source, kind }) => [source, kind.id]));
  const texts = new Map<string, string>();
  const sources = database.documents.map((document) => {
    const text = cleanText(document.text).replace(MARK, "");
    if (text !== "") texts.set(String(document.id), text);
    return sourceOf(document, text);
  });
  const paragraphs = new Map([...texts].map(([id, text]) => [id, paragraphsOf(text)]));
  const coders = new Map(database.coders.map(({ id, name }) => [id, name]));
  const roles = new Set([actor, speaker, issue, polarity].map((source) => source?.name));
  const further = type.variables
    .map((variable, at) => ({ name: variable.name, at }))
    .filter(({ name }) => !roles.has(name));

  const left = { actor: 0, issue: 0, place: 0, polarity: 0 };
  const isSilent = (text: string): boolean =>
    polarity !== null && text === "" && !options.mapping.values.has("");
  const statements = chosen.flatMap((given): Statement[] => {
    const actorId = actorIds.get(valueIn(actor, given));
    const issueId = issueIds.get(valueIn(issue, given));
    if (actorId === undefined || issueId === undefined) {
      left[actorId === undefined ? "actor" : "issue"] += 1;
      return [];
    }
    const source = String(given.document);
    const shift = MARK.test(documents.get(given.document)?.text ?? "") ? 1 : 0;
    const place = placeOf(given, texts.get(source) ?? "", shift, paragraphs.get(source) ?? []);
    if (place === NOWHERE) left.place += 1;
    const side = valueIn(polarity, given);
    if (isSilent(side)) left.polarity += 1;
    return [
      {
        id: String(given.id) as StatementId,
        source: source as SourceId,
        actor: actorId,
        ...place,
        speaker: actorIds.get(valueIn(speaker, given)) ?? null,
        attributedTo: null,
        voice: "reported",
        modality: "position",
        polarity: readPolarity(side),
        issue: issueId,
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
        coder: cell(coders.get(given.coder ?? Number.NaN) ?? ""),
        notes: "",
        extra: extraOf(further.map(({ name, at }) => [name, String(given.values[at] ?? "")] as const)),
      },
    ];
  });

  const dataset = assembleDataset({
    id: options.id,
    version: options.version,
    metadata: {
      name: /^[a-z0-9][a-z0-9._-]*$/.test(options.id) ? options.id : "dna",
      title: cell(options.title),
      description: "Made from a database of the Discourse Network Analyzer (DNA).",
      version: "0.1.0",
      licences: [],
      contributors: [],
      method: cell(
        `Statement type ${type.label}: actor = ${actor.name}, speaker = ${speaker?.name ?? "none"}, issue = ${issue.name}, polarity = ${polarity?.name ?? "none"}.`,
      ),
    },
    kinds: kinds.map(({ kind }) => kind),
    actors: named.actors.map(
      ({ id, label, ...wanted }): Actor => ({
        id: id as ActorId,
        label,
        shortLabel: "",
        aliases: [],
        kind: kindOf.get(wanted.source) ?? null,
        role: "",
        speaksFor: null,
        memberOf: null,
        groups: [],
        country: "",
        wikidata: "",
        description: "",
        extra: entityExtra(wanted),
      }),
    ),
    issues: named.issues.map(
      ({ id, label, ...wanted }): Issue => ({
        id: id as IssueId,
        label,
        shortLabel: "",
        description: "",
        parent: null,
        container: false,
        extra: entityExtra(wanted),
      }),
    ),
    relations: [],
    sources,
    statements,
    origin: { database, statementType: type.label, texts },
  });
  return { dataset, warnings: warningsOf(options.title, database, left, polarity?.name ?? "") };
}

/** One kind of actor for each of the two variables. */
function kindsOf(actor: DnaSource, speaker: DnaSource | null) {
  const sources = speaker && speaker.name !== actor.name ? [actor, speaker] : [actor];
  const taken = new Set<string>();
  const shapes = kindShapes(sources.map(() => ""));
  return sources.map((source, at) => {
    const base = plainId(source.name) || "actor";
    const id = taken.has(base) ? `${base}-2` : base;
    taken.add(id);
    const label = cell(source.name).trim() || "actor";
    const kind: Kind = {
      id: id as KindId,
      label,
      description: "",
      stakeholder: true,
      rollsUp: true,
      shape: shapes[at] ?? "",
      extra: NO_EXTRA,
    };
    return { source, kind };
  });
}

function warningsOf(
  file: string,
  { warnings }: DnaDatabase,
  left: Readonly<Record<"actor" | "issue" | "place" | "polarity", number>>,
  polarity: string,
): Problem[] {
  const warning = (code: string, message: string, remedy: string): Problem => ({
    file,
    row: null,
    column: "",
    code,
    message,
    remedy,
  });
  const complete = "Complete the statements in DNA, or map another variable.";
  return [
    ...warnings.map((message) => warning("dna-stray-records", message, "Check the database in DNA.")),
    ...(left.actor > 0
      ? [warning("dna-no-actor", `Statements left out because they have no actor: ${left.actor}.`, complete)]
      : []),
    ...(left.issue > 0
      ? [warning("dna-no-issue", `Statements left out because they have no issue: ${left.issue}.`, complete)]
      : []),
    ...(left.polarity > 0
      ? [
          warning(
            "dna-no-polarity",
            `Statements taken as neutral because they have no value of ${polarity}: ${left.polarity}.`,
            "Complete the statements in DNA, or map polarity=none if they take no side.",
          ),
        ]
      : []),
    ...(left.place > 0
      ? [
          warning(
            "dna-no-passage",
            `Statements without a locator, because their offsets are outside the document: ${left.place}.`,
            "Mark the passages anew in DNA.",
          ),
        ]
      : []),
  ];
}
