/** Reads a graph out of bytes into a sink, checked. */

import { CheckedSink } from "./checked.ts";
import type { GraphReader } from "./reader.ts";
import type { GraphSink } from "./record.ts";

/** A file being read, chunk by chunk. */
export interface GraphFeed {
  readonly checked: CheckedSink;
  write(chunk: Uint8Array): void;
  /** The file is at its end: the last records come and the checks that need all of them are made. */
  close(): void;
}

/** Begins to read. Faults are thrown by `write` and `close`; after one the feed is of no use. */
export function openFeed(reader: GraphReader, sink: GraphSink): GraphFeed {
  const checked = new CheckedSink(sink, reader.repeatedNumbers === true);
  const feed = reader.open(checked);
  return {
    checked,
    write: (chunk) => feed.write(chunk),
    close() {
      feed.close();
      checked.close();
    },
  };
}

/** Reads all of a file. @throws Fault of code `bad-graph-file` with line, column and reason */
export async function readGraph(
  reader: GraphReader,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sink: GraphSink,
): Promise<void> {
  const feed = openFeed(reader, sink);
  for await (const chunk of chunks) feed.write(chunk);
  feed.close();
}
