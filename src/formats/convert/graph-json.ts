/** Writes records in graphology's serialised form, one node or edge a line. */

import type { ColumnType } from "../columns.ts";
import { MAX_ITEM } from "../read/json-parser.ts";
import type { EdgeRecord, NodeRecord, Scalar, Value } from "../read/record.ts";
import { MAX_VALUE } from "../read/window.ts";
import { type FlatColumn, flatEdgeColumns, flatNodeColumns, isTimed } from "./cells.ts";
import type { GraphWriter, RecordPen, WriteContext } from "./writer.ts";

export const graphJsonWriter: GraphWriter = {
  id: "json",
  label: "JSON (graphology)",
  extension: ".json",
  open: (context) => new JsonPen(context),
};

class JsonPen implements RecordPen {
  private readonly context: WriteContext;
  private readonly nodeColumns: readonly FlatColumn<NodeRecord>[];
  private readonly edgeColumns: readonly FlatColumn<EdgeRecord>[];
  private separator = "\n";

  constructor(context: WriteContext) {
    this.context = context;
    this.nodeColumns = flatNodeColumns(context.schema);
    this.edgeColumns = flatEdgeColumns(context.schema);
  }

  head(): string {
    const { about, directed, mixed } = this.context.schema;
    const type = mixed ? "mixed" : directed ? "directed" : "undirected";
    const members = [...about].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
    return `{"attributes":{${members.join(",")}},\n"options":{"type":"${type}","multi":true,"allowSelfLoops":true},\n"nodes":[`;
  }

  node(node: NodeRecord): string {
    return `${this.next()}{"key":${JSON.stringify(node.id)},"attributes":${this.attributes(this.nodeColumns, node, node)}}`;
  }

  middle(): string {
    this.separator = "\n";
    return '\n],\n"edges":[';
  }

  edge(edge: EdgeRecord): string {
    const key = edge.id === null ? "" : `"key":${JSON.stringify(edge.id)},`;
    const ends = `"source":${JSON.stringify(edge.source)},"target":${JSON.stringify(edge.target)}`;
    const undirected = edge.directed ? "" : ',"undirected":true';
    return `${this.next()}{${key}${ends},"attributes":${this.attributes(this.edgeColumns, edge, edge)}${undirected}}`;
  }

  foot(): string {
    return "\n]}\n";
  }

  notice() {
    return null;
  }

  private next(): string {
    const { separator } = this;
    this.separator = ",\n";
    return separator;
  }

  private attributes<Entry>(
    columns: readonly FlatColumn<Entry>[],
    entry: Entry,
    { spells }: { readonly spells: readonly unknown[] },
  ): string {
    let members = "";
    for (const column of columns) {
      const value = column.value(entry) as Value | undefined;
      if (value === undefined) continue;
      const text =
        column.name === "spells" && spells.length > 0
          ? JSON.stringify(spells)
          : this.json(value, column.type);
      if (text === null) continue;
      const member = `${members === "" ? "" : ","}${JSON.stringify(column.name)}:${text}`;
      // Ids and braces come to the attributes of an item.
      if (members.length + member.length < MAX_ITEM - 4 * MAX_VALUE) members += member;
      else this.context.lost("values of nodes and edges that are too long for one item");
    }
    return `{${members}}`;
  }

  private json(value: Value, type: ColumnType): string | null {
    if (!isTimed(value)) return this.scalar(value, type);
    const parts = value.timed.flatMap(({ start, end, value: each }) => {
      const text = this.scalar(each, type);
      return text === null ? [] : [`[${JSON.stringify(start)},${JSON.stringify(end)},${text}]`];
    });
    return `{"timed":[${parts.join(",")}]}`;
  }

  private scalar(value: Scalar, type: ColumnType): string | null {
    const own = typeof value === "string" ? typed(value, type) : value;
    if (typeof own === "number" && !Number.isFinite(own)) {
      this.context.lost("numbers that JSON cannot hold (not-a-number and infinities)");
      return null;
    }
    const text = Object.is(own, -0) ? "-0.0" : JSON.stringify(own);
    // The items of a list are texts each for itself.
    const parts = typeof own === "object" ? own.map((item) => JSON.stringify(item)) : [text];
    return parts.every((part) => this.context.fits(part.slice(1, -1))) ? text : null;
  }
}

/** A text of a column whose texts all stand for numbers or truths; digits that a number cannot hold stay a text. */
function typed(text: string, type: ColumnType): string | number | boolean {
  if (type === "boolean") return text === "true";
  if (type === "double") return Number(text);
  return type === "integer" && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}
