/** The formats there are, in the order in which they are offered. A new one is one file and one line here. */

import { csvFormat } from "./csv/format.ts";
import type { GraphFormat } from "./format.ts";
import { gexfFormat } from "./gexf/format.ts";
import { graphJsonFormat } from "./graph-json.ts";
import { graphmlFormat } from "./graphml.ts";
import { svgFormat } from "./svg/format.ts";

export const FORMATS: readonly GraphFormat[] = [
  gexfFormat,
  graphmlFormat,
  graphJsonFormat,
  csvFormat,
  svgFormat,
];

/** The format with this id, or undefined. */
export const formatById = (id: string): GraphFormat | undefined => FORMATS.find((format) => format.id === id);

/** The format whose extension a file name bears (case-insensitive), or undefined. */
export function formatOfFile(name: string): GraphFormat | undefined {
  const lower = name.toLowerCase();
  return FORMATS.find(({ extension }) => lower.endsWith(`.${extension}`));
}
