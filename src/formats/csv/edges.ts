/** The edges of a picture as a table: one row for each edge, with its evidence. */

import { sourceName } from "../../model/dataset.ts";
import type { GraphEdge, PictureGraph } from "../../model/graph.ts";
import { extraColumns } from "../columns.ts";
import type { ExportContext } from "../format.ts";
import { type CsvColumn, csvLines, extraCell, listCell } from "./rows.ts";

/** `Source`, `Target`, `Type`, `Id` and `Weight` are the names that Gephi's import of spreadsheets knows. */
function edgeColumns(graph: PictureGraph, { dataset }: ExportContext): CsvColumn<GraphEdge>[] {
  const labels = new Map<string, string>();
  for (const { key, attributes } of graph.nodes()) labels.set(key, attributes.label);
  const type = graph.type === "directed" ? "Directed" : "Undirected";
  const documents = ({ attributes }: GraphEdge) =>
    (attributes.document ?? "").split(";").flatMap((id) => dataset.sourceById.get(id) ?? []);
  return [
    { header: "Source", value: (edge) => edge.source },
    { header: "Target", value: (edge) => edge.target },
    { header: "Source Label", value: (edge) => labels.get(edge.source) },
    { header: "Polarity", value: ({ attributes }) => attributes.polarity },
    { header: "Relation", value: ({ attributes }) => attributes.relation },
    { header: "Target Label", value: (edge) => labels.get(edge.target) },
    { header: "Count", value: ({ attributes }) => attributes.count },
    { header: "Condition", value: ({ attributes }) => attributes.condition },
    { header: "Summary", value: ({ attributes }) => attributes.summary },
    { header: "Document Titles", value: (edge) => listCell(documents(edge).map(sourceName)) },
    { header: "URL", value: (edge) => listCell(documents(edge).flatMap(({ url }) => url || [])) },
    { header: "Date", value: ({ attributes }) => attributes.said_on },
    { header: "Until", value: ({ attributes }) => attributes.said_until },
    { header: "Confidence", value: ({ attributes }) => attributes.confidence },
    { header: "Intensity", value: ({ attributes }) => attributes.intensity },
    { header: "Voice", value: ({ attributes }) => attributes.voice },
    { header: "Modality", value: ({ attributes }) => attributes.modality },
    { header: "Kind", value: ({ attributes }) => attributes.kind },
    { header: "Documents", value: ({ attributes }) => attributes.document },
    { header: "Statements", value: ({ attributes }) => listCell(attributes.statements) },
    { header: "Label", value: ({ attributes }) => attributes.label },
    { header: "Type", value: () => type },
    { header: "Weight", value: ({ attributes }) => attributes.count },
    { header: "Id", value: (edge) => edge.key },
    ...extraColumns(graph.edges()).map(
      ({ name, value }): CsvColumn<GraphEdge> => ({
        header: name,
        value: ({ attributes }) => extraCell(String(value(attributes) ?? "")),
      }),
    ),
  ];
}

/** Lines of the table of edges. */
export const edgeLines = (graph: PictureGraph, context: ExportContext): Iterable<string> =>
  csvLines(edgeColumns(graph, context), graph.edges());
