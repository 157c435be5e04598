/** Writes records as GraphML with typed keys, and yEd's graphics where all looks are known. */

import { GRAPHML_TYPES } from "../columns.ts";
import { yedEdge, yedNode } from "../graphml-yed.ts";
import type { EdgeRecord, NodeRecord } from "../read/record.ts";
import { safeKeys } from "../safe-keys.ts";
import { xmlEscaper } from "../xml.ts";
import { type FlatColumn, flatEdgeColumns, flatNodeColumns, valueText } from "./cells.ts";
import type { GraphWriter, RecordPen, WriteContext } from "./writer.ts";

export const graphmlWriter: GraphWriter = {
  id: "graphml",
  label: "GraphML",
  extension: ".graphml",
  open: (context) => new GraphmlPen(context),
};

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="ny" for="node" yfiles.type="nodegraphics"/>
<key id="ey" for="edge" yfiles.type="edgegraphics"/>
`;

class GraphmlPen implements RecordPen {
  private readonly context: WriteContext;
  private readonly xml = xmlEscaper();
  private readonly nodeKey: (key: string) => string;
  private readonly edgeKey: (key: string) => string;
  private readonly nodeColumns: readonly FlatColumn<NodeRecord>[];
  private readonly edgeColumns: readonly FlatColumn<EdgeRecord>[];

  constructor(context: WriteContext) {
    const { schema } = context;
    this.context = context;
    this.nodeKey = safeKeys(schema.unusualNodes, this.xml.count);
    this.edgeKey = safeKeys(schema.unusualEdges, this.xml.count);
    this.nodeColumns = flatNodeColumns(schema);
    this.edgeColumns = flatEdgeColumns(schema);
  }

  head(): string {
    const { about, directed } = this.context.schema;
    const names = [...about.keys()];
    const keys = names.map(
      (name, at) =>
        `<key id="g${at}" for="graph" attr.name="${this.xml.escape(name)}" attr.type="string"/>\n`,
    );
    const data = names.map(
      (name, at) => `<data key="g${at}">${this.xml.escape(about.get(name) ?? "")}</data>\n`,
    );
    return [
      HEAD,
      this.declarations("node", "n", this.nodeColumns),
      this.declarations("edge", "e", this.edgeColumns),
      ...keys,
      `<graph id="G" edgedefault="${directed ? "directed" : "undirected"}">\n`,
      ...data,
    ].join("");
  }

  middle(): string {
    return "";
  }

  foot(): string {
    return `</graph>\n</graphml>\n${this.xml.remark()}`;
  }

  notice() {
    return this.xml.notice();
  }

  node(node: NodeRecord): string {
    const { xml } = this;
    return `<node id="${xml.escape(this.nodeKey(node.id))}">${this.nodeLooks(node)}${this.data("n", this.nodeColumns, node)}</node>\n`;
  }

  edge(edge: EdgeRecord): string {
    const { xml } = this;
    const id = edge.id === null ? "" : ` id="${xml.escape(this.edgeKey(edge.id))}"`;
    const ends = ` source="${xml.escape(this.nodeKey(edge.source))}" target="${xml.escape(this.nodeKey(edge.target))}"`;
    const type = this.context.schema.mixed ? ` directed="${edge.directed}"` : "";
    return `<edge${id}${ends}${type}>${this.edgeLooks(edge)}${this.data("e", this.edgeColumns, edge)}</edge>\n`;
  }

  private declarations(
    owner: "node" | "edge",
    prefix: string,
    columns: readonly FlatColumn<never>[],
  ): string {
    const safe = safeKeys(
      columns.map(({ name }) => name),
      this.xml.count,
    );
    return columns
      .map((column, at) => {
        return `<key id="${prefix}${at}" for="${owner}" attr.name="${this.xml.escape(safe(column.name))}" attr.type="${typeName(column)}"/>\n`;
      })
      .join("");
  }

  private data<Entry>(prefix: string, columns: readonly FlatColumn<Entry>[], entry: Entry): string {
    let items = "";
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      const value = column?.value(entry);
      if (column === undefined || value === undefined) continue;
      const text = valueText(value as string);
      if (this.context.fits(text, column.what))
        items += `<data key="${prefix}${at}">${this.xml.escape(text)}</data>`;
    }
    return items;
  }

  /** Where a look is missing, no graphics: yEd would show what nobody said. */
  private nodeLooks({ label, x, y, size, color, shape }: NodeRecord): string {
    if (x === null || y === null || size === null || color === null) return "";
    const attributes = {
      label: "",
      short_label: label ?? "",
      shape: shape ?? "",
      x,
      y,
      size,
      color: color.slice(0, 7),
    };
    return `<data key="ny">${yedNode({ ...NOTHING, ...attributes }, this.xml.escape)}</data>`;
  }

  private edgeLooks({ size, color, line, directed }: EdgeRecord): string {
    if (size === null || color === null || line === null) return "";
    const style = line === "dashed" || line === "dotted" ? line : "solid";
    const attributes = { label: "", size, color: color.slice(0, 7), line: style } as const;
    return `<data key="ey">${yedEdge({ ...NO_STATEMENT, ...attributes }, directed)}</data>`;
  }
}

/** GraphML knows integers of 32 and 64 bits, and nothing that changes in time. */
function typeName({ type, long, huge, dynamic }: FlatColumn<never>): string {
  if (dynamic || (type === "integer" && huge)) return "string";
  return type === "integer" && long ? "long" : GRAPHML_TYPES[type];
}

/** What yEd's graphics do not ask for. */
const NOTHING = {
  node_type: "actor",
  kind: "",
  kind_label: "",
  statements: 0,
  support: 0,
  oppose: 0,
  neutral: 0,
} as const;
const NO_STATEMENT = {
  kind: "stance",
  conditional: false,
  count: 1,
  statements: [],
  spells: [],
  tentative: false,
} as const;
