/** GEXF 1.3 and 1.2, written as a stream: typed attributes, looks (viz) and time (spells). */

import type { GraphEdge, GraphNode, PictureGraph } from "../../model/graph.ts";
import { encodeChunks } from "../chunks.ts";
import { parseColour } from "../colour.ts";
import {
  type CellValue,
  type Column,
  type ColumnType,
  edgeColumnsOf,
  finite,
  nodeColumnsOf,
} from "../columns.ts";
import type { ExportContext, GraphFormat } from "../format.ts";
import { keysOf, safeKeys } from "../safe-keys.ts";
import { buildTimeline, calendarDay, mergeSpells, type Spell } from "../spells.ts";
import { hasIllegal, type XmlEscaper, xmlEscaper } from "../xml.ts";
import { GEXF_DIALECTS, type GexfDialect } from "./dialects.ts";

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "integer",
  double: "double",
  boolean: "boolean",
  list: "liststring",
};

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
  write: (graph, context) => encodeChunks(pieces(graph, context)),
};

interface DeclaredColumn<Attributes> extends Column<Attributes> {
  /** Escaped id, distinct among the columns. */
  readonly id: string;
  /** Elements written for values that came before. */
  readonly written: Map<CellValue, string>;
}

/** Values kept per column, and the greatest length of a text worth keeping. */
const MOST_WRITTEN = 8192;
const LONGEST_WRITTEN = 80;

interface Pen {
  readonly xml: XmlEscaper;
  readonly dialect: GexfDialect;
  /** Elements of colours that came before. */
  readonly colours: Map<string, string>;
}

function* pieces(graph: PictureGraph, context: ExportContext): Generator<string> {
  const dialect = GEXF_DIALECTS[context.gexfVersion];
  const pen: Pen = { xml: xmlEscaper(), dialect, colours: new Map() };
  const { xml } = pen;
  const timeline = buildTimeline(graph);
  const nodeKey = safeKeys(keysOf(graph.nodes()), pen.xml.count);
  const edgeKey = safeKeys(keysOf(graph.edges()), pen.xml.count);
  const nodeColumns = declare(nodeColumnsOf(graph), pen);
  const edgeColumns = declare(edgeColumnsOf(graph), pen);

  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="${dialect.namespace}" xmlns:viz="${dialect.namespace}/viz" version="${dialect.version}">\n`;
  yield meta(graph, context, pen);
  yield `<graph defaultedgetype="${graph.type}"${timeline.dynamic ? dialect.dynamic : ' mode="static"'}>\n`;
  yield declarations("node", nodeColumns, pen);
  yield declarations("edge", edgeColumns, pen);
  yield `<nodes count="${graph.order}">\n`;
  for (const node of graph.nodes())
    yield nodeElement(node, xml.escape(nodeKey(node.key)), nodeColumns, timeline.nodeSpells(node.key), pen);
  yield `</nodes>\n<edges count="${graph.size}">\n`;
  for (const edge of graph.edges()) {
    const id = edgeKey(edge.key);
    const kind =
      context.projection === "statements"
        ? id
        : (edge.attributes.relation ?? edge.attributes.polarity ?? edge.attributes.kind);
    const ends = `source="${xml.escape(nodeKey(edge.source))}" target="${xml.escape(nodeKey(edge.target))}"`;
    const kindAttribute = dialect.edgeKind ? ` kind="${xml.escape(kind)}"` : "";
    yield edgeElement(edge, `id="${xml.escape(id)}" ${ends}${kindAttribute}`, edgeColumns, pen);
  }
  yield "</edges>\n</graph>\n</gexf>\n";
  yield pen.xml.remark();
  const notice = pen.xml.notice();
  if (notice) context.onNotice(notice);
}

function declare<Attributes>(columns: readonly Column<Attributes>[], pen: Pen): DeclaredColumn<Attributes>[] {
  const safe = safeKeys(
    columns.map(({ name }) => name),
    pen.xml.count,
  );
  return columns.map((column) => ({ ...column, id: pen.xml.escape(safe(column.name)), written: new Map() }));
}

function meta(graph: PictureGraph, context: ExportContext, { xml }: Pen): string {
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
  columns: readonly DeclaredColumn<Attributes>[],
  { xml }: Pen,
): string {
  const lines = columns.map(
    ({ id, name, type }) => `<attribute id="${id}" title="${xml.escape(name)}" type="${TYPES[type]}"/>\n`,
  );
  return `<attributes class="${owner}" mode="static">\n${lines.join("")}</attributes>\n`;
}

function cell(value: CellValue, { xml, dialect }: Pen): string | null {
  if (value === undefined) return null;
  if (typeof value === "string") return xml.escape(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value === "boolean") return String(value);
  return value.length === 0 ? null : xml.escape(dialect.list(value));
}

/** The element of a cell, made once for values that come again; one with replaced characters is made anew, so that each is counted. */
function attvalue<Attributes>(
  { id, written }: DeclaredColumn<Attributes>,
  value: CellValue,
  pen: Pen,
): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = cell(value, pen);
  const element = text === null ? "" : `<attvalue for="${id}" value="${text}"/>`;
  const keeps =
    typeof value === "string"
      ? value.length <= LONGEST_WRITTEN && !hasIllegal(value)
      : typeof value !== "object";
  if (keeps && written.size < MOST_WRITTEN) written.set(value, element);
  return element;
}

function values<Attributes>(
  columns: readonly DeclaredColumn<Attributes>[],
  attributes: Attributes,
  pen: Pen,
): string {
  let cells = "";
  for (const column of columns) {
    const value = column.value(attributes);
    if (value !== undefined) cells += attvalue(column, value, pen);
  }
  return cells === "" ? "" : `<attvalues>${cells}</attvalues>`;
}

function spellElements(spells: readonly Spell[]): string {
  if (spells.length === 0) return "";
  let items = "";
  for (const [first, last] of spells)
    items += `<spell${first === "" ? "" : ` start="${first}"`}${last === "" ? "" : ` end="${last}"`}/>`;
  return `<spells>${items}</spells>`;
}

function colour(hex: string, { colours }: Pen): string {
  let element = colours.get(hex);
  if (element === undefined) {
    const { r, g, b } = parseColour(hex);
    element = `<viz:color r="${r}" g="${g}" b="${b}"/>`;
    if (colours.size < MOST_WRITTEN) colours.set(hex, element);
  }
  return element;
}

function nodeElement(
  { attributes }: GraphNode,
  id: string,
  columns: readonly DeclaredColumn<GraphNode["attributes"]>[],
  spells: readonly Spell[],
  pen: Pen,
): string {
  return `<node id="${id}" label="${pen.xml.escape(attributes.label)}">${values(columns, attributes, pen)}${spellElements(spells)}${colour(attributes.color, pen)}<viz:position x="${finite(attributes.x)}" y="${finite(attributes.y)}" z="0"/><viz:size value="${Math.max(0, finite(attributes.size, 1))}"/><viz:shape value="${VIZ_SHAPES.get(attributes.shape) ?? "disc"}"/></node>\n`;
}

function edgeElement(
  { attributes }: GraphEdge,
  head: string,
  columns: readonly DeclaredColumn<GraphEdge["attributes"]>[],
  pen: Pen,
): string {
  const weight = finite(attributes.weight ?? attributes.count, 1);
  const spells = spellElements(mergeSpells(attributes.spells));
  return `<edge ${head} weight="${weight}" label="${pen.xml.escape(attributes.label)}">${values(columns, attributes, pen)}${spells}${colour(attributes.color, pen)}<viz:thickness value="${Math.max(0, finite(attributes.size, 1))}"/><viz:shape value="${attributes.line}"/></edge>\n`;
}
