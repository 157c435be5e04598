/** The nodes of a picture as a table; `Id` is what `Source` and `Target` of the table of edges refer to. */

import type { GraphNode, PictureGraph } from "../../model/graph.ts";
import { extraColumns, finite } from "../columns.ts";
import { type CsvColumn, csvLines, extraCell, listCell } from "./rows.ts";

const COLUMNS: readonly CsvColumn<GraphNode>[] = [
  { header: "Id", value: (node) => node.key },
  { header: "Label", value: ({ attributes }) => attributes.label },
  { header: "Short Label", value: ({ attributes }) => attributes.short_label },
  { header: "Node Type", value: ({ attributes }) => attributes.node_type },
  { header: "Kind", value: ({ attributes }) => attributes.kind },
  { header: "Kind Label", value: ({ attributes }) => attributes.kind_label },
  { header: "Parent", value: ({ attributes }) => attributes.parent },
  { header: "Statements", value: ({ attributes }) => attributes.statements },
  { header: "Support", value: ({ attributes }) => attributes.support },
  { header: "Oppose", value: ({ attributes }) => attributes.oppose },
  { header: "Neutral", value: ({ attributes }) => attributes.neutral },
  { header: "Aliases", value: ({ attributes }) => listCell(attributes.aliases ?? []) },
  { header: "Country", value: ({ attributes }) => attributes.country },
  { header: "Wikidata", value: ({ attributes }) => attributes.wikidata },
  { header: "Description", value: ({ attributes }) => attributes.description },
  { header: "X", value: ({ attributes }) => finite(attributes.x) },
  { header: "Y", value: ({ attributes }) => finite(attributes.y) },
  { header: "Size", value: ({ attributes }) => finite(attributes.size, 1) },
  { header: "Color", value: ({ attributes }) => attributes.color },
];

/** Lines of the table of nodes. */
export function nodeLines(graph: PictureGraph): Iterable<string> {
  const extras = extraColumns(graph.nodes()).map(
    ({ name, value }): CsvColumn<GraphNode> => ({
      header: name,
      value: ({ attributes }) => extraCell(value(attributes) as string | undefined),
    }),
  );
  return csvLines([...COLUMNS, ...extras], graph.nodes());
}
