/** Writes records as GEXF 1.3 or 1.2. */

import { type ColumnType, finite, GEXF_TYPES } from "../columns.ts";
import type { GexfVersion } from "../format.ts";
import { GEXF_DIALECTS } from "../gexf/dialects.ts";
import type { EdgeRecord, NodeRecord, Scalar, Spell, Value } from "../read/record.ts";
import { safeKeys } from "../safe-keys.ts";
import { calendarDay } from "../spells.ts";
import { xmlEscaper } from "../xml.ts";
import { freeName, isTimed, numberText, scalarText } from "./cells.ts";
import { mergeSpells } from "./merge-spells.ts";
import { GEXF_LINES, GEXF_SHAPES, type SchemaColumn } from "./schema.ts";
import type { GraphWriter, RecordPen, WriteContext } from "./writer.ts";

export const gexfWriter: GraphWriter = {
  id: "gexf",
  label: "GEXF 1.3 or 1.2",
  extension: ".gexf",
  open: (context) => new GexfPen(context),
};

interface Column extends SchemaColumn {
  /** Escaped. */
  readonly id: string;
  readonly title: string;
}

/** Attributes that stand for fields which GEXF has no words for. */
const SHAPE: SchemaColumn = { name: "shape", type: "string", long: false, huge: false, dynamic: false };
const LINE: SchemaColumn = { ...SHAPE, name: "line" };

class GexfPen implements RecordPen {
  private readonly context: WriteContext;
  private readonly xml = xmlEscaper();
  private readonly nodeKey: (key: string) => string;
  private readonly edgeKey: (key: string) => string;
  private readonly nodeColumns: readonly Column[];
  private readonly edgeColumns: readonly Column[];
  /** Places of the attributes that say what an edge is, where it has no kind of its own. */
  private readonly kinds: readonly number[];

  constructor(context: WriteContext) {
    const { schema } = context;
    this.context = context;
    this.nodeKey = safeKeys(schema.unusualNodes, this.xml.count);
    this.edgeKey = safeKeys(schema.unusualEdges, this.xml.count);
    this.nodeColumns = this.name([...schema.nodeColumns, ...(schema.foreignShapes ? [SHAPE] : [])]);
    this.edgeColumns = this.name([...schema.edgeColumns, ...(schema.foreignLines ? [LINE] : [])]);
    this.kinds = ["relation", "polarity", "kind"].map((name) =>
      this.edgeColumns.findIndex((column) => column.name === name),
    );
  }

  head(): string {
    const { schema, gexfVersion } = this.context;
    const { namespace, version } = GEXF_DIALECTS[gexfVersion];
    const format = schema.timeFormat;
    const representation = version === "1.3" ? ' timerepresentation="interval"' : "";
    const mode =
      format === null ? ' mode="static"' : ` mode="dynamic" timeformat="${format}"${representation}`;
    return [
      `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="${namespace}" xmlns:viz="${namespace}/viz" version="${version}">\n`,
      this.meta(),
      `<graph defaultedgetype="${schema.directed ? "directed" : "undirected"}"${mode}>\n`,
      this.declarations("node", this.nodeColumns),
      this.declarations("edge", this.edgeColumns),
      `<nodes count="${schema.nodes}">\n`,
    ].join("");
  }

  middle(): string {
    return `</nodes>\n<edges count="${this.context.schema.edges}">\n`;
  }

  foot(): string {
    return `</edges>\n</graph>\n</gexf>\n${this.xml.remark()}`;
  }

  notice() {
    return this.xml.notice();
  }

  node(node: NodeRecord): string {
    const { xml } = this;
    const shape = node.shape;
    const foreign = shape !== null && !GEXF_SHAPES.has(shape);
    const { x, y, z, size } = node;
    return [
      `<node id="${xml.escape(this.nodeKey(node.id))}"${this.attribute("label", node.label)}>`,
      this.values(
        this.nodeColumns,
        foreign ? [...padded(node.values, this.nodeColumns.length - 1), shape] : node.values,
      ),
      spellElements(node.spells),
      colour(node.color),
      x === null && y === null
        ? ""
        : `<viz:position x="${finite(x ?? 0)}" y="${finite(y ?? 0)}" z="${finite(z ?? 0)}"/>`,
      size === null ? "" : `<viz:size value="${Math.max(0, finite(size, 1))}"/>`,
      shape === null || foreign ? "" : `<viz:shape value="${shape}"/>`,
      "</node>\n",
    ].join("");
  }

  edge(edge: EdgeRecord): string {
    const { xml, context } = this;
    const { label, weight, size, line } = edge;
    const foreign = line !== null && !GEXF_LINES.has(line);
    const kind = context.gexfVersion === "1.3" ? this.kind(edge) : null;
    const { schema } = context;
    const type = schema.mixed && !edge.directed ? ' type="undirected"' : "";
    return [
      `<edge id="${xml.escape(this.edgeKey(context.idOf(edge)))}" source="${xml.escape(this.nodeKey(edge.source))}"`,
      ` target="${xml.escape(this.nodeKey(edge.target))}"${type}`,
      this.attribute("kind", kind),
      weight === null ? "" : ` weight="${finite(weight, 1)}"`,
      `${this.attribute("label", label)}>`,
      this.values(
        this.edgeColumns,
        foreign ? [...padded(edge.values, this.edgeColumns.length - 1), line] : edge.values,
      ),
      spellElements(edge.spells),
      colour(edge.color),
      size === null ? "" : `<viz:thickness value="${Math.max(0, finite(size, 1))}"/>`,
      line === null || foreign ? "" : `<viz:shape value="${line}"/>`,
      "</edge>\n",
    ].join("");
  }

  private attribute(name: "label" | "kind", text: string | null): string {
    if (text === null) return "";
    const written = this.xml.escape(text);
    return this.context.fits(written, `${name}s`) ? ` ${name}="${written}"` : "";
  }

  /** Gephi merges parallel edges of one kind, so statements keep the one that an export would give them. */
  private kind(edge: EdgeRecord): string | null {
    if (edge.kind !== null) return edge.kind;
    for (const at of this.kinds) {
      const value = at < 0 ? undefined : edge.values[at];
      if (typeof value === "string") return value;
    }
    return null;
  }

  private name(columns: readonly SchemaColumn[]): Column[] {
    const taken = new Set<string>();
    const safe = safeKeys(
      columns.map(({ name }) => name),
      this.xml.count,
    );
    return columns.map((column) => {
      const id = this.xml.escape(freeName(safe(column.name), taken));
      return { ...column, id, title: id };
    });
  }

  private meta(): string {
    const { about } = this.context.schema;
    const { xml } = this;
    const day = calendarDay((about.get("lastmodifieddate") ?? "").slice(0, 10));
    const lines: string[] = [];
    for (const [name, value] of about) {
      if (name === "description") lines.push(value);
      else if (!["creator", "keywords", "lastmodifieddate"].includes(name)) lines.push(`${name}: ${value}`);
    }
    const element = (name: string, text: string | undefined) =>
      text && this.context.fits(text, "texts about the graph")
        ? `<${name}>${xml.escape(text)}</${name}>\n`
        : "";
    return [
      `<meta${day === "" ? "" : ` lastmodifieddate="${day}"`}>\n`,
      element("creator", about.get("creator") ?? "Stancegraph"),
      element("keywords", about.get("keywords")),
      element("description", lines.join("\n")),
      "</meta>\n",
    ].join("");
  }

  /** Attributes that change in time are declared apart. */
  private declarations(owner: "node" | "edge", columns: readonly Column[]): string {
    return [false, true]
      .map((dynamic) => {
        const lines = columns
          .filter((column) => column.dynamic === dynamic)
          .map((column) => {
            const type = typeName(column, this.context.gexfVersion);
            return `<attribute id="${column.id}" title="${column.title}" type="${type}"/>\n`;
          });
        if (lines.length === 0) return "";
        return `<attributes class="${owner}" mode="${dynamic ? "dynamic" : "static"}">\n${lines.join("")}</attributes>\n`;
      })
      .join("");
  }

  private values(columns: readonly Column[], values: readonly (Value | undefined)[]): string {
    let cells = "";
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      const column = columns[at];
      if (value === undefined || !column) continue;
      if (!isTimed(value)) cells += this.cell(value, column, "");
      else
        for (const each of value.timed) cells += this.cell(each.value, column, bounds(each.start, each.end));
    }
    return cells === "" ? "" : `<attvalues>${cells}</attvalues>`;
  }

  private cell(value: Scalar, { id, type }: Column, times: string): string {
    const text = this.cellText(value, type);
    return this.context.fits(text) ? `<attvalue for="${id}" value="${text}"${times}/>` : "";
  }

  private cellText(value: Scalar, type: ColumnType): string {
    if (type === "list" && typeof value === "object")
      return this.xml.escape(GEXF_DIALECTS[this.context.gexfVersion].list(value));
    return typeof value === "number" ? numberText(value) : this.xml.escape(scalarText(value));
  }
}

/** Integers beyond 64 bits have a type in 1.3 only. */
function typeName({ type, long, huge }: SchemaColumn, version: GexfVersion): string {
  if (type !== "integer" || !long) return GEXF_TYPES[type];
  if (!huge) return "long";
  return version === "1.3" ? "biginteger" : "string";
}

function padded(values: readonly (Value | undefined)[], length: number): (Value | undefined)[] {
  const copy = [...values];
  while (copy.length < length) copy.push(undefined);
  return copy;
}

const bound = (name: string, moment: string): string => (moment === "" ? "" : ` ${name}="${moment}"`);
const bounds = (start: string, end: string): string => bound("start", start) + bound("end", end);

function spellElements(spells: readonly Spell[]): string {
  const merged = mergeSpells(spells);
  if (merged.length === 0) return "";
  return `<spells>${merged.map(([start, end]) => `<spell${bounds(start, end)}/>`).join("")}</spells>`;
}

function colour(hex: string | null): string {
  if (hex === null) return "";
  const [r, g, b, a] = [1, 3, 5, 7].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const opacity = hex.length === 9 ? ` a="${((a as number) / 255).toFixed(4)}"` : "";
  return `<viz:color r="${r}" g="${g}" b="${b}"${opacity}/>`;
}
