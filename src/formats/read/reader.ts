/** What a reader of a graph format is: a plain object that turns text, piece by piece, into records. One file each, listed in registry.ts. */

import type { GraphSink } from "./record.ts";

/** Takes the text of one file in pieces of any size. Faults are thrown as `Fault` of code `bad-graph-file`. */
export interface TextReader {
  write(piece: string): void;
  /** The text is at its end. */
  close(): void;
  /** Where the reader stands: the end of all text so far. */
  end(): { readonly line: number; readonly column: number };
}

export interface GraphReader {
  readonly id: string;
  readonly label: string;
  /** Of the file name, with dot, lower case. */
  readonly extension: string;
  /** True when edges may have the numbers of NetworkX's parallel edges for ids, which begin anew for each pair of nodes. */
  readonly repeatedNumbers?: boolean;
  open(sink: GraphSink): TextReader;
}
