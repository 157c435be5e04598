/** What a writer of converted graphs is: a plain object that turns records into text. One file each, listed in registry.ts. */

import type { GexfVersion, Notice } from "../format.ts";
import type { EdgeRecord, NodeRecord } from "../read/record.ts";
import type { Schema } from "./schema.ts";

export interface WriteContext {
  readonly schema: Schema;
  readonly gexfVersion: GexfVersion;
  /** The id of an edge, or a new one, distinct from all others, for one that has none. To be called once for each edge, in order. */
  idOf(edge: EdgeRecord): string;
  /** Whether a text, as it is written, is one that readers take; one that is not is left out and counted as one of `what`. */
  fits(text: string, what?: string): boolean;
  /** Something that the format cannot hold, once for each time. `what` is plural. */
  lost(what: string): void;
}

/** Writes one file: head, all nodes, middle, all edges, foot. */
export interface RecordPen {
  head(): string;
  node(node: NodeRecord): string;
  middle(): string;
  edge(edge: EdgeRecord): string;
  foot(): string;
  /** After the foot: what readers of the file should know. */
  notice(): Notice | null;
}

export interface GraphWriter {
  readonly id: string;
  readonly label: string;
  /** Of the file name, with dot, lower case. */
  readonly extension: string;
  open(context: WriteContext): RecordPen;
}
