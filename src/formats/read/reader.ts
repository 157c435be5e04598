/** What a reader of a graph format is: a plain object that turns bytes, chunk by chunk, into records. One file each, listed in registry.ts. */

import type { GraphSink } from "./record.ts";

/** Takes the bytes of one file in chunks of any size. Faults are thrown as `Fault` of code `bad-graph-file`. */
export interface FileReader {
  write(chunk: Uint8Array): void;
  /** The file is at its end. */
  close(): void;
}

export interface GraphReader {
  readonly id: string;
  readonly label: string;
  /** Of the file name, with dot, lower case. */
  readonly extension: string;
  /** True when edges may have the numbers of NetworkX's parallel edges for ids, which begin anew for each pair of nodes. */
  readonly repeatedNumbers?: boolean;
  open(sink: GraphSink): FileReader;
}
