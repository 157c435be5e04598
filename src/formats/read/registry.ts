/** The graph formats that can be read. A new one is one file and one line here. */

import { csvEdgesReader } from "./csv-edges.ts";
import { gexfReader } from "./gexf.ts";
import { graphJsonReader } from "./graph-json.ts";
import { graphmlReader } from "./graphml.ts";
import type { GraphReader } from "./reader.ts";

export const READERS: readonly GraphReader[] = [gexfReader, graphmlReader, graphJsonReader, csvEdgesReader];

/** The reader for the ending of a file name (case-insensitive), or undefined. */
export function readerOfFile(name: string): GraphReader | undefined {
  const lower = name.toLowerCase();
  return READERS.find(({ extension }) => lower.endsWith(extension));
}
