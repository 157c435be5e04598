/** Reads a list of edges out of CSV: one row for each edge, nodes being whatever edges end at. */

import { Attributes, type Declared, putValue } from "./attributes.ts";
import { named } from "./checked.ts";
import { CsvParser, SOURCE, TARGET } from "./csv-parser.ts";
import { ByteFeed } from "./decode.ts";
import { EDGE_KIND, takeEdgeField } from "./flat.ts";
import { KeySet } from "./key-set.ts";
import type { GraphReader } from "./reader.ts";
import { type EdgeRecord, emptyEdge, emptyNode, type GraphSink, type Place } from "./record.ts";
import { faultAt } from "./window.ts";

export const csvEdgesReader: GraphReader = {
  id: "csv",
  label: "CSV list of edges",
  extension: ".csv",
  open(sink) {
    const rows = new EdgeRows(sink);
    const parser = new CsvParser((cells, place) => rows.take(cells, place));
    return new ByteFeed({
      write: (piece) => parser.write(piece),
      close() {
        parser.close();
        rows.finish(parser.end());
      },
      end: () => parser.end(),
    });
  },
};

const GUARDED = /^'(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/;

/** The text without the apostrophe that keeps spreadsheets from taking it for a formula. */
const unguarded = (cell: string): string => cell.replace(GUARDED, "");

/** Names of columns (in lower case) that mean a member of an edge. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ["label", "label"],
  ["weight", "weight"],
  ["color", "color"],
  ["size", "size"],
  ["line", "line"],
  ["spells", "spells"],
  [EDGE_KIND, EDGE_KIND],
]);

interface Header {
  readonly names: readonly string[];
  readonly source: number;
  readonly target: number;
  readonly type: number;
  readonly id: number;
  readonly sourceLabel: number;
  readonly targetLabel: number;
  /** The field that a column holds, or undefined. */
  readonly fields: readonly (string | undefined)[];
  readonly attributes: (Declared | undefined)[];
}

class EdgeRows {
  private readonly sink: GraphSink;
  private readonly attributes: Attributes;
  private readonly nodes = new KeySet();
  private header: Header | null = null;

  constructor(sink: GraphSink) {
    this.sink = sink;
    this.attributes = new Attributes("edge", sink, true);
  }

  finish(place: Place): void {
    if (!this.header)
      throw faultAt(place, "there is no header in the file", "Name the columns in the first line");
  }

  take(cells: readonly string[], place: (cell: number) => Place): void {
    const { header } = this;
    if (!header) {
      this.header = this.readHeader(cells, place);
      return;
    }
    if (cells.length !== header.names.length)
      throw faultAt(
        place(0),
        `the row has ${cells.length} cells, the header ${header.names.length}`,
        "Fill the row up with empty cells, or enclose cells with separators in quotes",
      );
    const edge = this.edge(cells, header, place);
    for (const [column, cell] of cells.entries()) this.put(edge, header, column, cell);
    this.node(edge.source, cells[header.sourceLabel], () => place(header.source));
    this.node(edge.target, cells[header.targetLabel], () => place(header.target));
    this.sink.edge(edge, () => place(header.id < 0 ? header.source : header.id));
  }

  private readHeader(cells: readonly string[], place: (cell: number) => Place): Header {
    const names = cells.map(unguarded);
    const lower = names.map((name) => name.trim().toLowerCase());
    const find = (wanted: readonly string[]) => lower.findIndex((name) => wanted.includes(name));
    const source = find(SOURCE);
    const target = find(TARGET);
    if (source < 0 || target < 0)
      throw faultAt(
        place(0),
        `no column is named ${source < 0 ? "Source" : "Target"}; there are ${named(names.join(", "))}`,
        "Name the columns of the ends of an edge Source and Target (or from and to) in the first line",
      );
    const twice = lower.findIndex(
      (name, at) => name !== "" && lower.indexOf(name) !== at && names.indexOf(names[at] ?? "") !== at,
    );
    if (twice >= 0)
      throw faultAt(
        place(twice),
        `two columns are named ${named(names[twice] ?? "")}`,
        "Give each its own name",
      );
    const type = find(["type"]);
    const id = find(["id"]);
    const sourceLabel = find(["source label"]);
    const targetLabel = find(["target label"]);
    const used = new Set([source, target, type, id, sourceLabel, targetLabel]);
    const fields = lower.map((name, at) => (used.has(at) ? undefined : FIELDS.get(name)));
    return {
      names,
      source,
      target,
      type,
      id,
      sourceLabel,
      targetLabel,
      fields,
      // Columns are declared when they first have a value that is none of a field.
      attributes: names.map((_, at) =>
        used.has(at) || fields[at] ? undefined : this.declare(at, names[at] ?? ""),
      ),
    };
  }

  private declare(at: number, name: string): Declared {
    return this.attributes.need(String(at), name === "" ? `column ${at + 1}` : name, null);
  }

  private edge(cells: readonly string[], header: Header, place: (cell: number) => Place): EdgeRecord {
    const source = unguarded(cells[header.source] ?? "");
    const target = unguarded(cells[header.target] ?? "");
    if (source === "" || target === "") {
      const at = source === "" ? header.source : header.target;
      throw faultAt(
        place(at),
        `the cell of ${named(header.names[at] ?? "")} is empty`,
        "Name both ends of the edge",
      );
    }
    const type = (cells[header.type] ?? "").trim().toLowerCase();
    if (type !== "" && type !== "directed" && type !== "undirected")
      throw faultAt(
        place(header.type),
        `${named(type)} is neither Directed nor Undirected`,
        "Write one of the two, or nothing",
      );
    const id = unguarded(cells[header.id] ?? "");
    return emptyEdge(id === "" ? null : id, source, target, type !== "undirected");
  }

  private put(edge: EdgeRecord, header: Header, column: number, cell: string): void {
    if (cell === "") return;
    const field = header.fields[column];
    const value = unguarded(cell);
    if (field !== undefined && takeEdgeField(edge, field, value, { texts: true })) return;
    let declared = header.attributes[column];
    if (field !== undefined && !declared) {
      declared = this.declare(column, header.names[column] ?? "");
      header.attributes[column] = declared;
    }
    if (declared) putValue(edge.values, declared.at, value, "", "");
  }

  private node(id: string, label: string | undefined, place: () => Place): void {
    if (!this.nodes.add(id)) return;
    const node = emptyNode(id);
    if (label !== undefined && label !== "") node.label = unguarded(label);
    this.sink.node(node, place);
  }
}
