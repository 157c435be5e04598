/** A dataset in memory: checked records with typed fields. Parsed at the door, trusted inside. */

import type { DnaDatabase } from "./dna.ts";
import type { ActorId, IssueId, KindId, RelationId, SourceId, StatementId } from "./id.ts";
import type { StatementColumns } from "./statement-columns.ts";
import type {
  ActorRole,
  DateBasis,
  DatePrecision,
  Modality,
  Polarity,
  RelationPolarity,
  Voice,
} from "./vocabulary.ts";

/** Columns beyond the known ones, by name without the `x:` prefix. A Map, so that a column named `__proto__` is harmless. */
export type Extra = ReadonlyMap<string, string>;

export interface Kind {
  readonly id: KindId;
  readonly label: string;
  readonly description: string;
  readonly stakeholder: boolean;
  readonly rollsUp: boolean;
  /** Abstract outline, one of the words of `shapes` in the appearance; empty = circle. */
  readonly shape: string;
  readonly extra: Extra;
}

export interface Actor {
  readonly id: ActorId;
  readonly label: string;
  /** Empty when there is none: use `label`. */
  readonly shortLabel: string;
  readonly aliases: readonly string[];
  /** Null when the cell is empty: such an actor is a stakeholder that rolls up. */
  readonly kind: KindId | null;
  readonly role: ActorRole;
  readonly speaksFor: ActorId | null;
  readonly memberOf: ActorId | null;
  readonly groups: readonly ActorId[];
  readonly country: string;
  readonly wikidata: string;
  readonly description: string;
  readonly extra: Extra;
}

export interface Issue {
  readonly id: IssueId;
  readonly label: string;
  readonly shortLabel: string;
  readonly description: string;
  readonly parent: IssueId | null;
  /** A heading that groups issues; no position is taken on it. */
  readonly container: boolean;
  readonly extra: Extra;
}

export interface Relation {
  readonly id: RelationId;
  readonly label: string;
  readonly polarity: RelationPolarity;
  readonly inverseLabel: string;
  readonly symmetric: boolean;
  readonly description: string;
  readonly extra: Extra;
}

export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  /** ISO 8601 prefix (`2025`, `2025-11`, `2025-11-01`) or empty. */
  readonly date: string;
  readonly datePrecision: DatePrecision | "";
  readonly dateBasis: string;
  readonly dateEarliest: string;
  readonly dateLatest: string;
  readonly genre: string;
  readonly language: string;
  readonly url: string;
  /** SHA-256 (hex) of the text's UTF-8 bytes, or empty. */
  readonly sha256: string;
  /** Length of the text in UTF-16 code units, or null. */
  readonly length: number | null;
  readonly licence: string;
  readonly authorActor: ActorId | null;
  readonly otherVoices: readonly ActorId[];
  readonly notes: string;
  readonly extra: Extra;
}

export interface ConditionIssue {
  readonly issue: IssueId;
  /** True for `not:issue`: depends on the issue not being realised. */
  readonly negated: boolean;
}

export interface Statement {
  readonly id: StatementId;
  readonly source: SourceId;
  readonly actor: ActorId;
  /** UTF-16 code units into the source's text; null when the statement has no locator. */
  readonly start: number | null;
  /** Exclusive. */
  readonly end: number | null;
  readonly passageSha256: string;
  /** 1-based, counting lines that are not empty after trimming. */
  readonly paragraph: number | null;
  readonly speaker: ActorId | null;
  readonly attributedTo: ActorId | null;
  readonly voice: Voice;
  readonly modality: Modality;
  /** With a relation, the relation's own polarity. */
  readonly polarity: Polarity;
  /** Exactly one of `issue` and (`relation`, `target`) is set. */
  readonly issue: IssueId | null;
  readonly relation: RelationId | null;
  readonly target: ActorId | null;
  readonly intensity: number | null;
  readonly condition: string;
  readonly conditionIssues: readonly ConditionIssue[];
  readonly date: string;
  readonly datePrecision: DatePrecision | "";
  readonly dateBasis: DateBasis | "";
  readonly summary: string;
  /** 0..1; null = unknown, which counts as 1. */
  readonly confidence: number | null;
  readonly repeatOf: StatementId | null;
  readonly offTopic: boolean;
  readonly coder: string;
  readonly notes: string;
  readonly extra: Extra;
}

export interface Contributor {
  readonly title: string;
  readonly roles: readonly string[];
}

/** The descriptor's own words about the dataset. */
export interface DatasetMetadata {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly licences: readonly { readonly name: string; readonly title: string; readonly path: string }[];
  readonly contributors: readonly Contributor[];
  /** How the data were made, in words. */
  readonly method: string;
}

/** How one table was spelled in its file. */
export interface TableForm {
  /** The header's cells, in the canonical order. */
  readonly columns: readonly string[];
  /** By column: the records whose cell is empty although their value is a default (voice, modality, booleans). */
  readonly blank: ReadonlyMap<string, ReadonlySet<string>>;
  /** The line of the file on which each record begins, by id; the header is line 1. */
  readonly rows: ReadonlyMap<string, number>;
}

/** How a package was spelled where its meaning leaves a choice, so that writing it gives the same bytes. */
export interface PackageForm {
  /** By table name; a table without a file is absent. */
  readonly tables: ReadonlyMap<string, TableForm>;
  /** The text of `datapackage.json`. */
  readonly descriptor: string;
}

/** The DNA database that a dataset was made from: its networks are computed from the whole file, its texts show passages. */
export interface DnaOrigin {
  readonly database: DnaDatabase;
  /** Label of the statement type that became the statements. */
  readonly statementType: string;
  /** By source id; for showing passages, never written unasked. */
  readonly texts: ReadonlyMap<string, string>;
}

/** One dataset: the tables in file order and their look-ups. Immutable. */
export interface Dataset {
  readonly id: string;
  /** Opaque token: changes exactly when the content does. */
  readonly version: string;
  readonly metadata: DatasetMetadata;
  readonly kinds: readonly Kind[];
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly relations: readonly Relation[];
  readonly sources: readonly Source[];
  /** With `columns`, records are made as they are looked at: look at columns where all statements are walked. */
  readonly statements: readonly Statement[];
  /** The statements by column; only of a dataset that was read by column (see `statementColumns`). */
  readonly columns?: StatementColumns;
  /** Only of a dataset that was read from a package; needed for nothing but writing and for naming rows. */
  readonly form?: PackageForm;
  /** Only of a dataset that was made from a DNA database. */
  readonly origin?: DnaOrigin;
  readonly kindById: ReadonlyMap<string, Kind>;
  readonly actorById: ReadonlyMap<string, Actor>;
  readonly issueById: ReadonlyMap<string, Issue>;
  readonly relationById: ReadonlyMap<string, Relation>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly statementById: ReadonlyMap<string, Statement>;
}

/** The tables alone; `assembleDataset` adds the look-ups. */
export type DatasetTables = Pick<
  Dataset,
  | "id"
  | "version"
  | "metadata"
  | "kinds"
  | "actors"
  | "issues"
  | "relations"
  | "sources"
  | "statements"
  | "form"
  | "origin"
>;

const byId = <R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.map((record) => [record.id, record]));

/** Adds the look-up maps to checked tables. */
export function assembleDataset(tables: DatasetTables): Dataset {
  return {
    ...tables,
    kindById: byId(tables.kinds),
    actorById: byId(tables.actors),
    issueById: byId(tables.issues),
    relationById: byId(tables.relations),
    sourceById: byId(tables.sources),
    statementById: byId(tables.statements),
  };
}

/** True for actors of the stakeholder view: their kind is one of stakeholders and they are not mere carriers of claims. */
export function isStakeholder(dataset: Dataset, actor: Actor): boolean {
  if (actor.role === "source-only") return false;
  const kind = actor.kind === null ? undefined : dataset.kindById.get(actor.kind);
  return kind?.stakeholder ?? true;
}

/** What a source is called in sentences, lists and exports: its title, else its id. */
export const sourceName = (source: { readonly id: string; readonly title: string }): string =>
  source.title || `document ${source.id}`;

/** The label for pictures. */
export const shortLabelOf = (record: { readonly label: string; readonly shortLabel: string }): string =>
  record.shortLabel || record.label;
