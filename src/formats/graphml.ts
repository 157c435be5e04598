/** GraphML with typed keys and yEd's graphics: for yEd, visone, Gephi, NetworkX and igraph. */

import type { EdgeAttributes, NodeAttributes, PictureGraph } from "../model/graph.ts";
import { encodeChunks } from "./chunks.ts";
import { parseColour, safeColour } from "./colour.ts";
import {
  type CellValue,
  type Column,
  edgeColumnsOf,
  finite,
  GRAPHML_TYPES,
  nodeColumnsOf,
} from "./columns.ts";
import type { ExportContext, GraphFormat } from "./format.ts";
import { yedEdge, yedNode } from "./graphml-yed.ts";
import { keysOf, safeKeys } from "./safe-keys.ts";
import { type XmlEscaper, xmlEscaper } from "./xml.ts";

/** Names that Gephi and visone take for the looks. */
const NODE_LOOKS: readonly Column<NodeAttributes>[] = [
  { name: "label", type: "string", value: (node) => node.label },
  { name: "x", type: "double", value: (node) => finite(node.x) },
  { name: "y", type: "double", value: (node) => finite(node.y) },
  { name: "size", type: "double", value: (node) => finite(node.size, 1) },
  { name: "color", type: "string", value: (node) => safeColour(node.color) },
  { name: "r", type: "integer", value: (node) => parseColour(node.color).r },
  { name: "g", type: "integer", value: (node) => parseColour(node.color).g },
  { name: "b", type: "integer", value: (node) => parseColour(node.color).b },
  { name: "shape", type: "string", value: (node) => node.shape },
];
const EDGE_LOOKS: readonly Column<EdgeAttributes>[] = [
  { name: "label", type: "string", value: (edge) => edge.label },
  { name: "weight", type: "double", value: (edge) => finite(edge.weight ?? edge.count, 1) },
  { name: "color", type: "string", value: (edge) => safeColour(edge.color) },
  { name: "line", type: "string", value: (edge) => edge.line },
];

export const graphmlFormat: GraphFormat = {
  id: "graphml",
  label: "GraphML (yEd, visone)",
  extension: "graphml",
  mediaType: "application/graphml+xml",
  what: ["edges"],
  options: [],
  write: (graph, context) => encodeChunks(pieces(graph, context)),
};

interface Key<Attributes> extends Column<Attributes> {
  readonly id: string;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
`;

function* pieces(graph: PictureGraph, context: ExportContext): Generator<string> {
  const xml = xmlEscaper();
  const nodeKey = safeKeys(keysOf(graph.nodes()), xml.count);
  const edgeKey = safeKeys(keysOf(graph.edges()), xml.count);
  const nodeKeys = number("n", [...NODE_LOOKS, ...nodeColumnsOf(graph)]);
  const edgeKeys = number("e", [...EDGE_LOOKS, ...edgeColumnsOf(graph)]);
  const directed = graph.type === "directed";

  yield HEAD;
  yield '<key id="ny" for="node" yfiles.type="nodegraphics"/>\n';
  yield '<key id="ey" for="edge" yfiles.type="edgegraphics"/>\n';
  yield* declarations("node", nodeKeys, xml);
  yield* declarations("edge", edgeKeys, xml);
  yield* graphDeclarations();
  yield `<graph id="stances" edgedefault="${graph.type}">\n`;
  yield graphData(graph, xml);
  for (const { key, attributes } of graph.nodes()) {
    yield `<node id="${xml.escape(nodeKey(key))}"><data key="ny">${yedNode(attributes, xml.escape)}</data>`;
    yield `${data(nodeKeys, attributes, xml)}</node>\n`;
  }
  for (const { key, source, target, attributes } of graph.edges()) {
    const ends = `source="${xml.escape(nodeKey(source))}" target="${xml.escape(nodeKey(target))}"`;
    yield `<edge id="${xml.escape(edgeKey(key))}" ${ends}><data key="ey">${yedEdge(attributes, directed)}</data>`;
    yield `${data(edgeKeys, attributes, xml)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
  yield xml.remark();
  const notice = xml.notice();
  if (notice) context.onNotice(notice);
}

const GRAPH_ATTRIBUTES = ["title", "dataset", "version", "view", "description"] as const;

function* graphDeclarations(): Generator<string> {
  for (const name of GRAPH_ATTRIBUTES)
    yield `<key id="g_${name}" for="graph" attr.name="${name}" attr.type="string"/>\n`;
}

const graphData = ({ attributes }: PictureGraph, xml: XmlEscaper): string =>
  GRAPH_ATTRIBUTES.map((name) => `<data key="g_${name}">${xml.escape(attributes[name])}</data>\n`).join("");

/** Ids of keys must be XML names, which the names of columns need not be: hence numbers. */
const number = <Attributes>(prefix: string, columns: readonly Column<Attributes>[]): Key<Attributes>[] =>
  columns.map((column, at) => ({ ...column, id: `${prefix}${at}` }));

function* declarations<Attributes>(
  owner: "node" | "edge",
  keys: readonly Key<Attributes>[],
  xml: XmlEscaper,
): Generator<string> {
  const safe = safeKeys(
    keys.map(({ name }) => name),
    xml.count,
  );
  for (const { id, name, type } of keys)
    yield `<key id="${id}" for="${owner}" attr.name="${xml.escape(safe(name))}" attr.type="${GRAPHML_TYPES[type]}"/>\n`;
}

function cell(value: CellValue): string | null {
  if (value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value === "object")
    return value.length === 0 ? null : value.map((item) => item.replaceAll(";", "\\;")).join(";");
  return String(value);
}

function data<Attributes>(keys: readonly Key<Attributes>[], attributes: Attributes, xml: XmlEscaper): string {
  let items = "";
  for (const key of keys) {
    const value = cell(key.value(attributes));
    if (value !== null) items += `<data key="${key.id}">${xml.escape(value)}</data>`;
  }
  return items;
}
