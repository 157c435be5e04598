/** The attributes of nodes and edges as typed columns: what every tabular or typed format declares and writes. */

import type { EdgeAttributes, NodeAttributes, PictureGraph } from "../model/graph.ts";

export type ColumnType = "string" | "integer" | "double" | "boolean" | "list";

/** What GEXF calls them. */
export const GEXF_TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "integer",
  double: "double",
  boolean: "boolean",
  list: "liststring",
};

/** What GraphML calls them; it has no lists: they are one string, as in the cells of the data package. */
export const GRAPHML_TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "int",
  double: "double",
  boolean: "boolean",
  list: "string",
};
export type CellValue = string | number | boolean | readonly string[] | undefined;

/** `value` gives undefined where the attribute is absent: such a cell is not written. */
export interface Column<Attributes> {
  readonly name: string;
  readonly type: ColumnType;
  value(attributes: Attributes): CellValue;
}

/** Attributes of edges in the order of DESIGN §4; `label` is not among them, because formats have a place of their own for it. */
const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  { name: "kind", type: "string", value: (edge) => edge.kind },
  { name: "polarity", type: "string", value: (edge) => edge.polarity },
  { name: "relation", type: "string", value: (edge) => edge.relation },
  { name: "condition", type: "string", value: (edge) => edge.condition },
  { name: "conditional", type: "boolean", value: (edge) => edge.conditional },
  { name: "confidence", type: "double", value: (edge) => edge.confidence },
  { name: "document", type: "string", value: (edge) => edge.document },
  { name: "document_title", type: "string", value: (edge) => edge.document_title },
  { name: "said_on", type: "string", value: (edge) => edge.said_on },
  { name: "said_until", type: "string", value: (edge) => edge.said_until },
  { name: "summary", type: "string", value: (edge) => edge.summary },
  { name: "voice", type: "string", value: (edge) => edge.voice },
  { name: "modality", type: "string", value: (edge) => edge.modality },
  { name: "tentative", type: "boolean", value: (edge) => edge.tentative },
  { name: "intensity", type: "double", value: (edge) => edge.intensity },
  { name: "count", type: "integer", value: (edge) => edge.count },
  { name: "statements", type: "list", value: (edge) => edge.statements },
];

/** Attributes of nodes; `label` as above. */
const NODE_COLUMNS: readonly Column<NodeAttributes>[] = [
  { name: "short_label", type: "string", value: (node) => node.short_label },
  { name: "node_type", type: "string", value: (node) => node.node_type },
  { name: "kind", type: "string", value: (node) => node.kind },
  { name: "kind_label", type: "string", value: (node) => node.kind_label },
  { name: "description", type: "string", value: (node) => node.description },
  { name: "aliases", type: "list", value: (node) => node.aliases },
  { name: "country", type: "string", value: (node) => node.country },
  { name: "wikidata", type: "string", value: (node) => node.wikidata },
  { name: "parent", type: "string", value: (node) => node.parent },
  { name: "statements", type: "integer", value: (node) => node.statements },
  { name: "support", type: "integer", value: (node) => node.support },
  { name: "oppose", type: "integer", value: (node) => node.oppose },
  { name: "neutral", type: "integer", value: (node) => node.neutral },
];

const isExtra = (name: string): name is `x:${string}` => name.startsWith("x:");

type Extras = { readonly [extra: `x:${string}`]: string };

/** The names of further attributes, gathered from nodes or edges one at a time. */
export class ExtraNames<Attributes extends Extras> {
  private readonly names = new Set<`x:${string}`>();

  see(attributes: Attributes): void {
    // Faster than a list of keys for each edge; what is inherited is no column.
    for (const name in attributes) if (isExtra(name) && Object.hasOwn(attributes, name)) this.names.add(name);
  }

  /** The `x:<name>` columns that occur on any of the items, in order of first appearance. */
  columns(): Column<Attributes>[] {
    return [...this.names].map((name) => ({
      name,
      type: "string",
      value: (attributes) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined),
    }));
  }
}

/** The `x:<name>` columns of items that are there all at once. */
export function extraColumns<Attributes extends Extras>(
  items: Iterable<{ readonly attributes: Attributes }>,
): Column<Attributes>[] {
  const names = new ExtraNames<Attributes>();
  for (const { attributes } of items) names.see(attributes);
  return names.columns();
}

/** All columns of the nodes of a graph, further ones last; these are looked for when they are not known. */
export const nodeColumnsOf = (
  graph: PictureGraph,
  extras = extraColumns(graph.nodes()),
): readonly Column<NodeAttributes>[] => [...NODE_COLUMNS, ...extras];

/** The same for edges. */
export const edgeColumnsOf = (
  graph: PictureGraph,
  extras = extraColumns(graph.edges()),
): readonly Column<EdgeAttributes>[] => [...EDGE_COLUMNS, ...extras];

/** What still is a number in single precision, as Gephi reads it. */
const LARGEST = 1e30;

/** A number that every reader takes: not-a-number and infinities become `otherwise`, numbers out of all bounds are cut. */
export const finite = (value: number, otherwise = 0): number =>
  Number.isFinite(value) ? Math.min(LARGEST, Math.max(-LARGEST, value)) : otherwise;
