/** What every reader makes of a file: declarations of attributes, then nodes and edges one at a time, with the looks and times all formats share. */

import type { ColumnType } from "../columns.ts";

export type Owner = "node" | "edge";

/** Integers beyond 2^53 are the text of their digits. */
export type Scalar = string | number | boolean | readonly string[];

/** A value that holds from `start` to `end`, both inclusive, an open end being empty. */
export interface TimedValue {
  readonly start: string;
  readonly end: string;
  readonly value: Scalar;
}

/** A value that changes in time. */
export interface Timed {
  readonly timed: TimedValue[];
}

export type Value = Scalar | Timed;

/** A declared column. `type` null: the file does not say, the values do. */
export interface Attribute {
  /** Distinct among the columns of its owner. */
  readonly name: string;
  readonly type: ColumnType | null;
  /** True when its values may change in time. */
  readonly dynamic: boolean;
  /** True when its values are texts that may stand for numbers or truths, as in CSV. */
  readonly guess: boolean;
}

/** First and last moment, both inclusive, an open end being empty; never both empty. */
export type Spell = readonly [start: string, end: string];

/** Members that the file does not give are null. The record is the sink's to keep. */
export interface NodeRecord {
  id: string;
  label: string | null;
  x: number | null;
  y: number | null;
  /** Null where it is 0, as flat drawings have it. */
  z: number | null;
  size: number | null;
  /** `#rrggbb`, or `#rrggbbaa` when it is not opaque. */
  color: string | null;
  shape: string | null;
  /** May be shared with other records: to be replaced, not changed. */
  spells: readonly Spell[];
  /** By the place of the attribute among those declared for nodes; absent = undefined. */
  values: (Value | undefined)[];
}

export interface EdgeRecord {
  id: string | null;
  source: string;
  target: string;
  directed: boolean;
  label: string | null;
  weight: number | null;
  /** What tells parallel edges apart in GEXF 1.3. */
  kind: string | null;
  color: string | null;
  /** Line width. */
  size: number | null;
  /** Line style. */
  line: string | null;
  spells: readonly Spell[];
  values: (Value | undefined)[];
}

export interface Place {
  /** The first being 1; a column counts UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** Where the thing at hand stands in the file. A function, because only faults ask. */
export type PlaceOf = () => Place;

/** Takes what a reader finds, in the order of the file: edges may come before their nodes. */
export interface GraphSink {
  /** Something said of the graph as a whole. */
  graph(name: string, value: string): void;
  /** The next attribute of its owner, before the first value that it has. */
  attribute(owner: Owner, attribute: Attribute): void;
  node(node: NodeRecord, place: PlaceOf): void;
  edge(edge: EdgeRecord, place: PlaceOf): void;
  /** Something of the file that records cannot hold, once for each time it occurs. `what` is plural. */
  lost(what: string): void;
}

/** The column that says in which node a node lies. */
export const PARENT = "parent_node";

/** A node of which nothing is known but its id. */
export const emptyNode = (id: string): NodeRecord => ({
  id,
  label: null,
  x: null,
  y: null,
  z: null,
  size: null,
  color: null,
  shape: null,
  spells: [],
  values: [],
});

/** An edge of which nothing is known but its ends. */
export const emptyEdge = (
  id: string | null,
  source: string,
  target: string,
  directed: boolean,
): EdgeRecord => ({
  id,
  source,
  target,
  directed,
  label: null,
  weight: null,
  kind: null,
  color: null,
  size: null,
  line: null,
  spells: [],
  values: [],
});
