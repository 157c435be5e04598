/** The JSON that the server sends and the page reads, beside graphs (graph.ts) and path answers (path.ts). */

import type { NodeKey } from "./id.ts";
import type { Problem } from "./problem.ts";
import type { Modality, Polarity, Voice } from "./vocabulary.ts";

/** A record named in passing. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** One statement with the names of everything it points to. Empty optional members are null. */
export interface StatementRecord {
  readonly id: string;
  readonly source: Named;
  readonly genre: string;
  readonly actor: Named;
  readonly speaker: Named | null;
  readonly attributedTo: Named | null;
  readonly voice: Voice;
  readonly modality: Modality;
  readonly polarity: Polarity;
  /** Exactly one of `issue` and (`relation`, `target`) is not null. */
  readonly issue: Named | null;
  readonly relation: Named | null;
  readonly target: Named | null;
  readonly intensity: number | null;
  readonly condition: string | null;
  readonly conditionIssues: readonly {
    readonly id: string;
    readonly label: string;
    readonly negated: boolean;
  }[];
  /** The date as coded: ISO 8601 prefix; null when it is the source's. */
  readonly date: string | null;
  readonly datePrecision: string | null;
  readonly dateBasis: string | null;
  /** The days it stands for after the source's date or bounds filled in: `YYYY-MM-DD`; null = open or unknown. */
  readonly saidOn: string | null;
  readonly saidUntil: string | null;
  readonly summary: string;
  readonly confidence: number | null;
  readonly offTopic: boolean;
  readonly repeatOf: string | null;
  /** Ids of the statements that repeat this one. */
  readonly repeats: readonly string[];
  readonly start: number | null;
  readonly end: number | null;
  readonly paragraph: number | null;
  readonly coder: string | null;
  readonly notes: string | null;
  readonly extra: Readonly<Record<string, string>>;
}

export interface SourceRecord {
  readonly id: string;
  /** Title, else a name made of the id. */
  readonly name: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly datePrecision: string | null;
  readonly dateBasis: string | null;
  readonly dateEarliest: string | null;
  readonly dateLatest: string | null;
  readonly genre: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly licence: string | null;
  readonly notes: string | null;
  readonly statements: number;
  readonly extra: Readonly<Record<string, string>>;
}

/** `statements`: all shown ones at a node, as holder or target. The others: positions an actor holds, or that are held on an issue. */
export interface Profile {
  readonly statements: number;
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  readonly conditional: number;
}

export interface ActorRecord extends Profile {
  readonly key: NodeKey;
  readonly id: string;
  readonly label: string;
  readonly shortLabel: string;
  readonly aliases: readonly string[];
  readonly kind: Named | null;
  readonly role: string | null;
  readonly stakeholder: boolean;
  readonly speaksFor: Named | null;
  readonly memberOf: Named | null;
  readonly groups: readonly Named[];
  readonly country: string | null;
  readonly wikidata: string | null;
  readonly description: string;
  readonly extra: Readonly<Record<string, string>>;
}

export interface IssueRecord extends Profile {
  readonly key: NodeKey;
  readonly id: string;
  readonly label: string;
  readonly shortLabel: string;
  readonly description: string;
  readonly parent: Named | null;
  readonly children: readonly Named[];
  readonly container: boolean;
  readonly extra: Readonly<Record<string, string>>;
}

export interface Neighbour {
  readonly key: NodeKey;
  readonly label: string;
  readonly statements: number;
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
}

/** The nodes that expanding one would bring into the picture on a screen, by node key; `total` of them, the first `RECORD_LIMITS.items` listed. */
export interface ExpansionRecord {
  readonly node: NodeKey;
  readonly neighbours: readonly { readonly key: NodeKey; readonly label: string }[];
  readonly total: number;
}

/** How long the lists of a record are; of each the record itself holds `RECORD_LIMITS` at most. */
export interface ListTotals {
  readonly statementsList: number;
  readonly neighbours: number;
  readonly allies: number;
  readonly opponents: number;
}

/** Items that a list of a record holds at most, and issues that are named for each ally. */
export const RECORD_LIMITS = { items: 200, issues: 50 } as const;

/** The statements of a record: the first ones, and how to get at the rest. */
export interface Evidence<Lists extends keyof ListTotals> {
  readonly statementsList: readonly StatementRecord[];
  readonly totals: Pick<ListTotals, Lists>;
  /** `cursor` of the list of statements for those that follow, with `node` (or `source`) and the same view; null = there are none. */
  readonly statementsCursor: string | null;
}

/** An actor that shares signed issues with another one. Counts are of issues. */
export interface Ally {
  readonly key: NodeKey;
  readonly label: string;
  readonly agree: number;
  readonly disagree: number;
  /** Issue ids, the first `RECORD_LIMITS.issues`. */
  readonly agreeOn: readonly string[];
  readonly disagreeOn: readonly string[];
}

/** One actor with its evidence under the view. Allies by net agreement, opponents by net disagreement, greatest first. */
export interface ActorDetail extends ActorRecord, Evidence<keyof ListTotals> {
  readonly neighbours: readonly Neighbour[];
  readonly allies: readonly Ally[];
  readonly opponents: readonly Ally[];
}

export interface IssueDetail extends IssueRecord, Evidence<"statementsList" | "neighbours"> {
  readonly neighbours: readonly Neighbour[];
}

export interface SourceDetail extends SourceRecord, Evidence<"statementsList"> {}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

export interface DatasetSummary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface DatasetDescription extends DatasetSummary {
  readonly name: string;
  readonly description: string;
  /** Version the dataset's authors gave it. */
  readonly release: string;
  readonly licences: readonly { readonly name: string; readonly title: string; readonly path: string }[];
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
  readonly method: string;
  readonly kinds: readonly {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly stakeholder: boolean;
    readonly shape: string;
  }[];
  readonly relations: readonly {
    readonly id: string;
    readonly label: string;
    readonly polarity: string;
    readonly description: string;
  }[];
  readonly sources: readonly SourceRecord[];
  /** Names of further columns that a view can filter by. */
  readonly columns: readonly string[];
  /** First and last day of all dated statements. */
  readonly dates: { readonly first: string | null; readonly last: string | null; readonly undated: number };
  /** How many passages a corpus lets this server show. */
  readonly passages: { readonly served: boolean; readonly reason: string | null };
  /** Problems of a newer version on disk that could not be loaded; the older one is served. */
  readonly pendingProblems: readonly Problem[];
}

/** The passage of a statement in its context, or where it is to be found. */
export interface PassageRecord {
  readonly statement: string;
  readonly source: Named;
  readonly start: number | null;
  readonly end: number | null;
  readonly paragraph: number | null;
  readonly passageSha256: string | null;
  readonly available: boolean;
  /** `exact`, `moved` (re-anchored), `stale`, or null when there is no text. */
  readonly state: "exact" | "moved" | "stale" | null;
  /** Why no passage is shown and what to do; null when it is. */
  readonly reason: string | null;
  readonly before: string | null;
  readonly passage: string | null;
  readonly after: string | null;
}

/** RFC 9457 problem details. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly parameter?: string;
  readonly remedy: string;
  readonly [member: string]: unknown;
}
