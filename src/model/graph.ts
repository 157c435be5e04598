/** The attributes of nodes and edges, the same in memory, in `/api/graph` and in every export, and the shape that formats read. */

import type { Guides } from "./guides.ts";
import type { NodeKey } from "./id.ts";
import type { Polarity } from "./vocabulary.ts";

export type EdgeKind = "stance" | "relation" | "structure" | "agreement";

/** Snake case, because exports carry these names. Optional members are absent, never null or empty. */
export interface NodeAttributes {
  readonly label: string;
  readonly short_label: string;
  readonly node_type: "actor" | "issue";
  /** Actor kind id, or `issue`. */
  readonly kind: string;
  readonly kind_label: string;
  readonly shape: string;
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly country?: string;
  readonly wikidata?: string;
  /** Issue: id of the parent issue. */
  readonly parent?: string;
  /** Shown statements at this node, as holder or target. */
  readonly statements: number;
  /** Positions that the actor holds, or that are held on the issue. */
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  /** Layout coordinates, unitless, y upwards; size = radius in the same unit as the page's pixels at zoom 1. */
  x: number;
  y: number;
  size: number;
  /** `#rrggbb`. */
  color: string;
  /** Further columns of the dataset. */
  readonly [extra: `x:${string}`]: string;
}

export interface EdgeAttributes {
  readonly kind: EdgeKind;
  readonly label: string;
  /** Absent on structural edges. */
  readonly polarity?: Polarity;
  /** Relation id, or the kind of a structural edge. */
  readonly relation?: string;
  /** Conditions in words; several joined by ` / `. */
  readonly condition?: string;
  /** True when at least one statement has a condition. */
  readonly conditional: boolean;
  /** 0..1: mean over the statements, an unknown one counting as 1; absent on structural edges. */
  readonly confidence?: number;
  /** Source ids and titles, `;`-joined when several. */
  readonly document?: string;
  readonly document_title?: string;
  /** First and last day (`YYYY-MM-DD`) of the dated statements. */
  readonly said_on?: string;
  readonly said_until?: string;
  /** Summaries; several joined by ` / `. */
  readonly summary?: string;
  /** Distinct values, `;`-joined when several. */
  readonly voice?: string;
  readonly modality?: string;
  /** Greatest intensity. */
  readonly intensity?: number;
  /** Number of statements (agreement: of issues); at least 1. */
  readonly count: number;
  /** Signed weight of a tie in a computed network; absent where `count` is the weight. */
  readonly weight?: number;
  /** Ids of the statements behind the edge, in dataset order. */
  readonly statements: readonly string[];
  /**
   * Spells of the statements: [first day, last day], `YYYY-MM-DD`, an open end being empty. None when a statement has no date: the
   * edge is always there.
   */
  readonly spells: readonly (readonly [string, string])[];
  readonly color: string;
  /** Line width in pixels. */
  readonly size: number;
  readonly line: "solid" | "dashed" | "dotted";
  /** True when every statement is a forecast or an allegation: drawn lighter and marked. */
  readonly tentative: boolean;
  /** Further columns of the statements; several values joined by `;`. */
  readonly [extra: `x:${string}`]: string;
}

export interface GraphNode {
  readonly key: NodeKey;
  readonly attributes: NodeAttributes;
}

export interface GraphEdge {
  readonly key: string;
  readonly source: NodeKey;
  readonly target: NodeKey;
  readonly attributes: EdgeAttributes;
}

/** How many statements a view leaves out, and why. `shown` + all the others = `total`. */
export interface ViewCounts {
  readonly total: number;
  readonly shown: number;
  /** Repeats folded into their original. */
  readonly repeats: number;
  /** Left out because a date filter is set and they have no date at all. */
  readonly undated: number;
  /** Relations whose ends fall together under roll-up. */
  readonly rolledTogether: number;
  /** Left out by every other filter. */
  readonly filtered: number;
}

/** What a reduced picture holds of what the view shows, and by which rule. */
export interface Reduction {
  /** Why, in one sentence with the numbers. */
  readonly reason: string;
  /**
   * `agreement`: the agreement network of the actors in place of what was asked for, its strongest ties; `strongest-ties`: those of
   * the agreement network asked for; `best-evidenced`: the nodes with most statements; `expanded`: all but some neighbours
   * of expanded nodes; `short-lists`: everything, with short lists.
   */
  readonly rule: "agreement" | "strongest-ties" | "best-evidenced" | "expanded" | "short-lists";
  readonly shown: { readonly nodes: number; readonly edges: number };
  /** Of what was asked for: of another projection under the rule `agreement`. */
  readonly of: { readonly nodes: number; readonly edges: number };
  /** Least `count` of the ties drawn, beside the strongest tie of each actor; only of the first two rules. */
  readonly least?: number;
  /** What expanded nodes add to that; `of` = how many neighbours they have that the rule does not draw. */
  readonly added?: { readonly nodes: number; readonly edges: number; readonly of: number };
  /** Statements listed on an edge at most, where lists are cut; what the edge says of its statements is said of those listed. */
  readonly listed?: number;
}

export interface GraphAttributes {
  readonly title: string;
  readonly dataset: string;
  readonly version: string;
  /** Canonical view text. */
  readonly view: string;
  /** The filters in words, one sentence. */
  readonly description: string;
  readonly counts: ViewCounts;
  /** Only of a picture that does not hold all that the view shows. */
  readonly reduced?: Reduction;
  /** Only of layouts that explain themselves. */
  readonly guides?: Guides;
}

/** A graph ready to be drawn or written: nodes before edges, each iterable anew at every call. */
export interface PictureGraph {
  readonly attributes: GraphAttributes;
  /** `undirected` for the agreement projection, else `directed`. */
  readonly type: "directed" | "undirected";
  readonly order: number;
  readonly size: number;
  nodes(): Iterable<GraphNode>;
  edges(): Iterable<GraphEdge>;
}
