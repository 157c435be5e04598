/** CSV: the edges, the statements or the nodes of a view as one table. */

import type { PictureGraph } from "../../model/graph.ts";
import { encodeChunks } from "../chunks.ts";
import type { ExportContext, ExportWhat, GraphFormat } from "../format.ts";
import { edgeLines } from "./edges.ts";
import { nodeLines } from "./nodes.ts";
import { statementLines } from "./statements.ts";

const TABLES: Readonly<
  Record<ExportWhat, (graph: PictureGraph, context: ExportContext) => Iterable<string>>
> = {
  edges: edgeLines,
  statements: (_, { dataset, statements }) => statementLines(dataset, statements),
  nodes: nodeLines,
};

export const csvFormat: GraphFormat = {
  id: "csv",
  label: "CSV table",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  what: ["edges", "statements", "nodes"],
  options: ["what"],
  placeless: true,
  write: (graph, context) => encodeChunks(TABLES[context.what](graph, context)),
};
