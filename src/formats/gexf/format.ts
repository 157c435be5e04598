/** GEXF 1.3 and 1.2, written as a stream: typed attributes, looks (viz) and time (spells). */

import type {
  EdgeAttributes,
  GraphEdge,
  GraphNode,
  NodeAttributes,
  PictureGraph,
} from "../../model/graph.ts";
import { type Column, ExtraNames, edgeColumnsOf, finite, GEXF_TYPES, nodeColumnsOf } from "../columns.ts";
import type { ExportContext, GraphFormat } from "../format.ts";
import { KeySurvey, safeKeys } from "../safe-keys.ts";
import { calendarDay, type Spell } from "../spells.ts";
import { Timeline } from "../timeline.ts";
import { GEXF_DIALECTS } from "./dialects.ts";
import { GexfPen, type WrittenColumn } from "./pen.ts";

/** GEXF knows four outlines; these are the nearest to ours, `disc` for all others. */
const VIZ_SHAPES: ReadonlyMap<string, string> = new Map([
  ["square", "square"],
  ["rounded", "square"],
  ["diamond", "diamond"],
  ["triangle", "triangle"],
  ["triangle-down", "triangle"],
]);

export const gexfFormat: GraphFormat = {
  id: "gexf",
  label: "GEXF (Gephi)",
  extension: "gexf",
  mediaType: "application/gexf+xml",
  what: ["edges"],
  options: ["gexfVersion"],
  write: writeGexf,
};

/** What must be known of all nodes and edges before the first byte. */
interface Survey {
  readonly timeline: Timeline;
  readonly nodeKeys: KeySurvey;
  readonly edgeKeys: KeySurvey;
  readonly nodeExtras: ExtraNames<NodeAttributes>;
  readonly edgeExtras: ExtraNames<EdgeAttributes>;
}

function survey(graph: PictureGraph): Survey {
  const found: Survey = {
    timeline: new Timeline(),
    nodeKeys: new KeySurvey(),
    edgeKeys: new KeySurvey(),
    nodeExtras: new ExtraNames(),
    edgeExtras: new ExtraNames(),
  };
  for (const { key, attributes } of graph.nodes()) {
    found.nodeKeys.see(key);
    found.nodeExtras.see(attributes);
  }
  for (const edge of graph.edges()) {
    found.edgeKeys.see(edge.key);
    found.edgeExtras.see(edge.attributes);
    found.timeline.see(edge);
  }
  return found;
}

function* writeGexf(graph: PictureGraph, context: ExportContext): Generator<Uint8Array> {
  const dialect = GEXF_DIALECTS[context.gexfVersion];
  const { reuse = false } = context;
  const pen = new GexfPen(dialect);
  const { timeline, nodeKeys, edgeKeys, nodeExtras, edgeExtras } = survey(graph);
  const nodeKey = nodeKeys.names(pen.xml.count);
  const edgeKey = edgeKeys.names(pen.xml.count);
  const nodeColumns = declare(nodeColumnsOf(graph, nodeExtras.columns()), pen);
  const edgeColumns = declare(edgeColumnsOf(graph, edgeExtras.columns()), pen);

  pen.text(
    `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="${dialect.namespace}" xmlns:viz="${dialect.namespace}/viz" version="${dialect.version}">\n`,
  );
  pen.text(meta(graph, context, pen));
  pen.text(
    `<graph defaultedgetype="${graph.type}"${timeline.dynamic ? dialect.dynamic : ' mode="static"'}>\n`,
  );
  pen.text(declarations("node", nodeColumns, pen));
  pen.text(declarations("edge", edgeColumns, pen));
  pen.text(`<nodes count="${graph.order}">\n`);
  for (const node of graph.nodes()) {
    writeNode(pen, node, nodeKey(node.key), nodeColumns, timeline.nodeSpells(node.key));
    if (pen.full) yield pen.take(reuse);
  }
  pen.text(`</nodes>\n<edges count="${graph.size}">\n`);
  const statements = context.projection === "statements";
  for (const edge of graph.edges()) {
    const { relation, polarity, kind } = edge.attributes;
    const id = edgeKey(edge.key);
    const names: EdgeNames = {
      id,
      source: nodeKey(edge.source),
      target: nodeKey(edge.target),
      kind: dialect.edgeKind ? (statements ? id : (relation ?? polarity ?? kind)) : null,
    };
    writeEdge(pen, edge, names, edgeColumns);
    if (pen.full) yield pen.take(reuse);
  }
  pen.text("</edges>\n</graph>\n</gexf>\n");
  pen.text(pen.xml.remark());
  yield pen.take(reuse);
  const notice = pen.xml.notice();
  if (notice) context.onNotice(notice);
}

function declare<Attributes>(
  columns: readonly Column<Attributes>[],
  pen: GexfPen,
): WrittenColumn<Attributes>[] {
  const safe = safeKeys(
    columns.map(({ name }) => name),
    pen.xml.count,
  );
  return columns.map((column) => pen.declare(pen.xml.escape(safe(column.name)), column));
}

function meta(graph: PictureGraph, context: ExportContext, { xml }: GexfPen): string {
  const { attributes } = graph;
  const day = calendarDay(context.now.slice(0, 10));
  const description = [
    attributes.title,
    attributes.description,
    `Dataset ${attributes.dataset}, version ${attributes.version}.`,
    `View: ${attributes.view || "default"}.`,
  ].filter((line) => line !== "");
  return [
    `<meta${day === "" ? "" : ` lastmodifieddate="${day}"`}>\n`,
    "<creator>Stancegraph</creator>\n",
    "<keywords>stakeholder positions, discourse network, knowledge graph</keywords>\n",
    `<description>${xml.escape(description.join("\n"))}</description>\n`,
    "</meta>\n",
  ].join("");
}

function declarations<Attributes>(
  owner: "node" | "edge",
  columns: readonly WrittenColumn<Attributes>[],
  { xml }: GexfPen,
): string {
  const lines = columns.map(
    ({ id, name, type }) =>
      `<attribute id="${id}" title="${xml.escape(name)}" type="${GEXF_TYPES[type]}"/>\n`,
  );
  return `<attributes class="${owner}" mode="static">\n${lines.join("")}</attributes>\n`;
}

function writeNode(
  pen: GexfPen,
  { attributes }: GraphNode,
  id: string,
  columns: readonly WrittenColumn<NodeAttributes>[],
  spells: readonly Spell[],
): void {
  const { words } = pen;
  pen.put(words.node);
  pen.value(id);
  pen.put(words.label);
  pen.value(attributes.label);
  pen.put(words.endTag);
  pen.attvalues(columns, attributes);
  pen.spells(spells);
  pen.colour(attributes.color);
  pen.text(
    `<viz:position x="${finite(attributes.x)}" y="${finite(attributes.y)}" z="0"/><viz:size value="${Math.max(0, finite(attributes.size, 1))}"/><viz:shape value="${VIZ_SHAPES.get(attributes.shape) ?? "disc"}"/></node>\n`,
  );
}

interface EdgeNames {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Null in a version without. */
  readonly kind: string | null;
}

function writeEdge(
  pen: GexfPen,
  { attributes }: GraphEdge,
  { id, source, target, kind }: EdgeNames,
  columns: readonly WrittenColumn<EdgeAttributes>[],
): void {
  const { words } = pen;
  pen.put(words.edge);
  pen.value(id);
  pen.put(words.source);
  pen.value(source);
  pen.put(words.target);
  pen.value(target);
  if (kind !== null) {
    pen.put(words.kind);
    pen.value(kind);
  }
  pen.put(words.weight);
  pen.text(String(finite(attributes.weight ?? attributes.count, 1)));
  pen.put(words.label);
  pen.value(attributes.label);
  pen.put(words.endTag);
  pen.attvalues(columns, attributes);
  pen.edgeSpells(attributes.spells);
  pen.colour(attributes.color);
  pen.put(words.thickness);
  pen.text(String(Math.max(0, finite(attributes.size, 1))));
  pen.put(words.shape);
  pen.text(attributes.line);
  pen.put(words.endEdge);
}
