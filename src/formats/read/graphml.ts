/** Reads GraphML: typed keys with defaults, yEd's graphics, nested graphs flattened with the parent as an attribute. */

import type { ColumnType } from "../columns.ts";
import { putValue } from "./attributes.ts";
import { named } from "./checked.ts";
import { channelIn, takeEdgeField, takeNodeField } from "./flat.ts";
import { fillEdge, fillNode, type YedLooks, yedElement, yedText } from "./graphml-yed.ts";
import type { GraphReader } from "./reader.ts";
import { type EdgeRecord, emptyEdge, emptyNode, type NodeRecord, PARENT, type Scalar } from "./record.ts";
import { hexColour, typeNamed, valueIn } from "./values.ts";
import { PARENT_ID, readXmlGraph, XmlGraphHandler } from "./xml-graph.ts";
import type { XmlTag } from "./xml-tags.ts";

export const graphmlReader: GraphReader = {
  id: "graphml",
  label: "GraphML",
  extension: ".graphml",
  repeatedNumbers: true,
  open: (sink) => readXmlGraph(new GraphmlHandler(sink)),
};

interface Key {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
  /** `node`, `edge`, `graph`, `all` … */
  readonly owner: string;
  /** True when it holds yEd's graphics. */
  readonly graphics: boolean;
  fallback: Scalar | null;
}

interface Looked {
  readonly looks: YedLooks;
  /** Keys given, for the defaults of those that are not. */
  readonly given: Set<string>;
}
interface OpenNode extends Looked {
  readonly node: NodeRecord;
  readonly channels: Map<string, number>;
}
interface OpenEdge extends Looked {
  readonly edge: EdgeRecord;
}
type Open = OpenNode | OpenEdge | { readonly directed: boolean };

const TEXTS = { texts: true };
const noList = (text: string): readonly string[] => [text];

class GraphmlHandler extends XmlGraphHandler {
  private readonly keys = new Map<string, Key>();
  private prefix: string | null = null;
  /** Graphs, nodes and edges that are open, the innermost last. */
  private readonly opened: Open[] = [];
  private key: Key | null = null;
  /** Elements open within `<data>` or `<default>`. */
  private depth = 0;
  private reading: "data" | "default" | null = null;

  protected get heard(): string {
    return `<${this.reading}>`;
  }

  open(qualified: string, tag: XmlTag): void {
    if (this.prefix === null) {
      this.root(qualified);
      return;
    }
    if (this.reading !== null) {
      this.depth++;
      const owner = this.opened.at(-1);
      if (!this.key?.graphics || !owner || !("looks" in owner)) return;
      yedElement(owner.looks, local(qualified), tag);
      // A label may go on behind what stands in it.
      if (qualified.endsWith("Label")) this.words = "";
      return;
    }
    if (!qualified.startsWith(this.prefix)) return;
    switch (qualified.slice(this.prefix.length)) {
      case "data":
        this.openData(tag);
        return;
      case "edge":
        this.openEdge(tag);
        return;
      case "node":
        this.openNode(tag);
        return;
      case "graph":
        this.openGraph(tag);
        return;
      case "key":
        this.declare(tag);
        return;
      case "default":
        if (this.key) this.read("default");
        return;
      case "hyperedge":
        this.sink.lost("hyperedges");
        return;
      case "port":
        this.sink.lost("ports of nodes");
        return;
      default:
    }
  }

  close(qualified: string): void {
    if (this.depth > 0) {
      this.depth--;
      const owner = this.opened.at(-1);
      if (this.key?.graphics && owner && "looks" in owner)
        yedText(owner.looks, local(qualified), this.words ?? "");
      return;
    }
    if (this.prefix === null || !qualified.startsWith(this.prefix)) return;
    switch (qualified.slice(this.prefix.length)) {
      case "data":
        this.closeData();
        return;
      case "default":
        this.closeDefault();
        return;
      case "key":
        this.key = null;
        return;
      case "edge":
      case "node":
      case "graph":
        this.closeOwner();
        return;
      default:
    }
  }

  private root(qualified: string): void {
    if (local(qualified) !== "graphml")
      throw this.fault(
        `the outermost element is <${qualified.slice(0, 60)}>, not <graphml>`,
        "Name a GraphML file",
      );
    this.prefix = qualified.slice(0, qualified.indexOf(":") + 1);
  }

  private read(what: "data" | "default"): void {
    this.reading = what;
    this.words = "";
  }

  private declare(tag: XmlTag): void {
    const id = this.need("key", "id", tag.get("id"));
    if (this.keys.has(id)) throw this.fault(`there is a key ${named(id)} already`, "Give each its own id");
    const typeName = tag.get("attr.type") ?? "string";
    const type = typeNamed(typeName);
    if (!type) throw this.fault(`the type ${named(typeName)} of key ${named(id)} is none of GraphML's`);
    const graphics = /graphics$/.test(tag.get("yfiles.type") ?? "");
    const key: Key = {
      id,
      name: tag.get("attr.name") ?? id,
      type: type === "list" ? "string" : type,
      owner: tag.get("for") ?? "all",
      graphics,
      fallback: null,
    };
    this.keys.set(id, key);
    this.key = key;
  }

  private closeDefault(): void {
    const { key, words } = this;
    this.reading = this.words = null;
    if (key && !key.graphics) key.fallback = this.value(key, words ?? "");
  }

  private value(key: Key, text: string): Scalar | null {
    const value = valueIn(key.type, text, noList);
    if (value === undefined)
      throw this.fault(`${named(text)} is no ${key.type}, as key ${named(key.name)} is declared`);
    return value;
  }

  private openGraph(tag: XmlTag): void {
    const type = tag.get("edgedefault");
    if (type !== undefined && type !== "directed" && type !== "undirected")
      throw this.fault(`edgedefault is ${named(type)}, not directed or undirected`);
    if (this.opened.length === 0) this.countGraph();
    this.opened.push({ directed: type === "directed" });
  }

  private openNode(tag: XmlTag): void {
    const id = this.need("node", "id", tag.get("id"));
    const parent = this.opened.findLast((each): each is OpenNode => "node" in each);
    const node = emptyNode(id);
    this.opened.push({ node, looks: {}, given: new Set(), channels: new Map() });
    if (!parent) return;
    const { at } = this.nodeAttributes.need(PARENT_ID, PARENT, "string");
    putValue(node.values, at, parent.node.id, "", "");
  }

  private openEdge(tag: XmlTag): void {
    const source = this.need("edge", "source", tag.get("source"));
    const target = this.need("edge", "target", tag.get("target"));
    const graph = this.opened.findLast((each): each is { readonly directed: boolean } => "directed" in each);
    const said = tag.get("directed");
    const directed = said === undefined ? (graph?.directed ?? false) : said === "true" || said === "1";
    const edge = emptyEdge(tag.get("id") ?? null, source, target, directed);
    this.opened.push({ edge, looks: {}, given: new Set() });
  }

  private openData(tag: XmlTag): void {
    const id = tag.get("key");
    const key = id === undefined ? undefined : this.keys.get(id);
    if (!key)
      throw this.fault(
        id === undefined ? "the <data> has no key" : `no key ${named(id)} is declared before this place`,
        "Declare it in a <key> before the graph",
      );
    this.key = key;
    this.read("data");
  }

  private closeData(): void {
    const { key } = this;
    const words = this.words ?? "";
    const owner = this.opened.at(-1);
    this.reading = this.words = null;
    this.key = null;
    if (!key || key.graphics) return;
    if (owner && "looks" in owner) this.put(owner, key, this.value(key, words));
    else if (this.opened.length > 1) this.sink.lost("data of nested graphs");
    else if (words.trim() !== "") this.sink.graph(key.name, words);
  }

  private put(owner: OpenNode | OpenEdge, key: Key, value: Scalar | null): void {
    owner.given.add(key.id);
    if (value === null) return;
    if ("edge" in owner) {
      if (takeEdgeField(owner.edge, key.name, value, TEXTS)) return;
      putValue(owner.edge.values, this.edgeAttributes.need(key.id, key.name, key.type).at, value, "", "");
      return;
    }
    const channel = /^[rgb]$/.test(key.name) ? channelIn(value) : null;
    if (channel !== null) owner.channels.set(key.name, channel);
    else if (!takeNodeField(owner.node, key.name, value, TEXTS))
      putValue(owner.node.values, this.nodeAttributes.need(key.id, key.name, key.type).at, value, "", "");
  }

  private closeOwner(): void {
    const owner = this.opened.pop();
    if (!owner || "directed" in owner) return;
    const kind = "edge" in owner ? "edge" : "node";
    for (const key of this.keys.values())
      if (key.fallback !== null && (key.owner === kind || key.owner === "all") && !owner.given.has(key.id))
        this.put(owner, key, key.fallback);
    if ("edge" in owner) {
      fillEdge(owner.edge, owner.looks);
      this.sink.edge(owner.edge, this.place);
      return;
    }
    this.colour(owner);
    fillNode(owner.node, owner.looks);
    this.sink.node(owner.node, this.place);
  }

  /** Gephi holds colours as three numbers. */
  private colour({ node, channels }: OpenNode): void {
    const [r, g, b] = ["r", "g", "b"].map((name) => channels.get(name));
    if (r !== undefined && g !== undefined && b !== undefined) {
      node.color ??= hexColour(r, g, b);
      return;
    }
    for (const [name, value] of channels)
      putValue(node.values, this.nodeAttributes.need(`\u0000${name}`, name, "double").at, value, "", "");
  }
}

const local = (qualified: string): string => qualified.slice(qualified.indexOf(":") + 1);
