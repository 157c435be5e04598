/** The graph formats that conversion writes. A new one is one file and one line here. */

import { csvEdgesWriter } from "./csv-edges.ts";
import { gexfWriter } from "./gexf.ts";
import { graphJsonWriter } from "./graph-json.ts";
import { graphmlWriter } from "./graphml.ts";
import type { GraphWriter } from "./writer.ts";

export const WRITERS: readonly GraphWriter[] = [gexfWriter, graphmlWriter, graphJsonWriter, csvEdgesWriter];

/** The writer for the ending of a file name (case-insensitive), or undefined. */
export function writerOfFile(name: string): GraphWriter | undefined {
  const lower = name.toLowerCase();
  return WRITERS.find(({ extension }) => lower.endsWith(extension));
}
