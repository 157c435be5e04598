/** Reads GEXF 1.1, 1.2 and 1.3: attributes, looks, times; hierarchies flattened, with the parent as an attribute. */

import { Attributes, type Declared, putValue } from "./attributes.ts";
import { named } from "./checked.ts";
import { GexfLooks } from "./gexf-looks.ts";
import { spellsOf } from "./gexf-times.ts";
import type { GraphReader, TextReader } from "./reader.ts";
import {
  type EdgeRecord,
  emptyEdge,
  emptyNode,
  type GraphSink,
  type NodeRecord,
  type PlaceOf,
} from "./record.ts";
import { barList, bracketList, isSpell, typeNamed, valueIn } from "./values.ts";
import { faultAt, MAX_VALUE, TOO_LARGE } from "./window.ts";
import { type XmlHandler, XmlParser, type XmlTag } from "./xml-parser.ts";

export const gexfReader: GraphReader = {
  id: "gexf",
  label: "GEXF 1.1 to 1.3",
  extension: ".gexf",
  open(sink) {
    const handler = new GexfHandler(sink);
    const parser = new XmlParser(handler);
    handler.place = () => parser.place();
    const reader: TextReader = {
      write: (piece) => parser.write(piece),
      close: () => {
        parser.close();
        handler.finish();
      },
      end: () => parser.end(),
    };
    return reader;
  },
};

/** The column that says in which node a node lies. */
export const PARENT = "parent_node";
/** No id of a declaration: those cannot hold the character. */
const PARENT_ID = "\u0000parent";

const META: ReadonlySet<string> = new Set(["creator", "keywords", "description", "title"]);

class GexfHandler implements XmlHandler {
  place: PlaceOf = () => ({ line: 1, column: 1 });
  private readonly sink: GraphSink;
  private readonly nodeAttributes: Attributes;
  private readonly edgeAttributes: Attributes;
  private readonly looks = new GexfLooks();
  /** Namespace prefix of the format's own elements, with colon. */
  private prefix: string | null = null;
  private list = barList;
  private directed = false;
  /** Nodes that are open, the innermost last. */
  private readonly nodes: NodeRecord[] = [];
  private edge: EdgeRecord | null = null;
  /** Into what attributes and defaults are declared. */
  private declaring: Attributes | null = null;
  private dynamic = false;
  private declared: Declared | null = null;
  /** Text that is wanted, or null. */
  private words: string | null = null;
  private inMeta = false;
  private graphs = 0;

  constructor(sink: GraphSink) {
    this.sink = sink;
    this.nodeAttributes = new Attributes("node", sink);
    this.edgeAttributes = new Attributes("edge", sink);
  }

  finish(): void {
    if (this.graphs === 0) throw this.fault("there is no <graph> in the file");
  }

  open(qualified: string, tag: XmlTag): void {
    if (this.prefix === null) {
      this.root(qualified, tag);
      return;
    }
    const name = this.local(qualified);
    switch (name) {
      case "attvalue":
        this.value(tag);
        return;
      case "edge":
        this.openEdge(tag);
        return;
      case "node":
        this.openNode(tag);
        return;
      case "spell":
        this.spells(tag);
        return;
      case "attributes":
        this.openAttributes(tag);
        return;
      case "attribute":
        this.declare(tag);
        return;
      case "graph":
        this.graph(tag);
        return;
      case "meta":
        this.inMeta = true;
        if (tag.get("lastmodifieddate"))
          this.sink.graph("lastmodifieddate", tag.get("lastmodifieddate") ?? "");
        return;
      case "parent":
        this.parent(tag.get("for") ?? "");
        return;
      case "default":
        if (this.declared) this.words = "";
        return;
      case "viz:color":
      case "viz:position":
      case "viz:size":
      case "viz:thickness":
      case "viz:shape": {
        const reason = this.looks.take(name, tag, this.edge, this.nodes.at(-1));
        if (reason !== null) throw this.fault(reason);
        return;
      }
      default:
        if (this.inMeta && META.has(name)) this.words = "";
    }
  }

  close(qualified: string): void {
    const name = this.local(qualified);
    if (name === "edge") this.closeEdge();
    else if (name === "node") this.closeNode();
    else if (name === "meta") this.inMeta = false;
    else if (name === "attributes") this.declaring = null;
    else if (name === "attribute") this.declared = null;
    else if (this.words !== null) {
      if (name === "default") this.setDefault(this.words);
      else if (this.words !== "") this.sink.graph(name, this.words);
      this.words = null;
    }
  }

  text(piece: string): void {
    if (this.words === null) return;
    this.words += piece;
    if (this.words.length > MAX_VALUE)
      throw this.fault(`the text of an element has more than ${MAX_VALUE} characters`, TOO_LARGE);
  }

  private fault(reason: string, remedy?: string): Error {
    return faultAt(
      this.place(),
      reason,
      remedy ?? "Mend the file there, or write it anew with the program that made it",
    );
  }

  /** The name without the format's prefix; looks are `viz:…` whatever their prefix is. */
  private local(qualified: string): string {
    if (this.prefix !== "" && this.prefix !== null && qualified.startsWith(this.prefix))
      return qualified.slice(this.prefix.length);
    const colon = qualified.indexOf(":");
    return colon < 0 || qualified.startsWith("viz:") ? qualified : `viz${qualified.slice(colon)}`;
  }

  private root(qualified: string, tag: XmlTag): void {
    const colon = qualified.indexOf(":") + 1;
    if (qualified.slice(colon) !== "gexf")
      throw this.fault(
        `the outermost element is <${qualified.slice(0, 60)}>, not <gexf>`,
        "Name a GEXF file",
      );
    this.prefix = qualified.slice(0, colon);
    if (/^1\.[3-9]/.test(tag.get("version") ?? "")) this.list = bracketList;
  }

  private graph(tag: XmlTag): void {
    if (++this.graphs > 1)
      throw this.fault("there is a second <graph>", "Split the file into one for each graph");
    this.directed = this.direction(tag, "defaultedgetype", false);
  }

  private direction(tag: XmlTag, name: string, otherwise: boolean): boolean {
    const type = tag.get(name);
    if (type === undefined) return otherwise;
    if (type === "directed") return true;
    if (type === "undirected") return false;
    if (type === "mutual") {
      if (name === "type") this.sink.lost("mutual edges (read as undirected)");
      return false;
    }
    throw this.fault(`${name} is ${named(type)}, not directed, undirected or mutual`);
  }

  private openAttributes(tag: XmlTag): void {
    const owner = tag.get("class");
    if (owner !== "node" && owner !== "edge")
      throw this.fault(`the class of <attributes> is ${named(owner ?? "")}, not node or edge`);
    this.declaring = owner === "node" ? this.nodeAttributes : this.edgeAttributes;
    this.dynamic = tag.get("mode") === "dynamic";
  }

  private declare(tag: XmlTag): void {
    const { declaring } = this;
    if (!declaring) throw this.fault("<attribute> stands outside of <attributes>");
    const id = tag.get("id");
    if (id === undefined) throw this.fault("the <attribute> has no id");
    const typeName = tag.get("type") ?? "string";
    const type = typeNamed(typeName);
    if (!type) throw this.fault(`the type ${named(typeName)} of attribute ${named(id)} is none of GEXF's`);
    const declared = declaring.declare(id, tag.get("title") ?? id, type, this.dynamic);
    if (!declared) throw this.fault(`there is an attribute ${named(id)} already`, "Give each its own id");
    this.declared = declared;
  }

  private setDefault(text: string): void {
    const { declared, declaring } = this;
    if (!declared || !declaring) return;
    const value = valueIn(declared.type ?? "string", text, this.list);
    if (value === undefined)
      throw this.fault(
        `the default ${named(text)} of attribute ${named(declared.name)} is no ${declared.type}`,
      );
    declared.fallback = value;
    if (value !== null) declaring.defaults = true;
  }

  private openNode(tag: XmlTag): void {
    const id = tag.get("id");
    if (id === undefined) throw this.fault("the <node> has no id");
    if (this.edge) throw this.fault("a <node> stands within an <edge>");
    const node = emptyNode(id);
    node.label = tag.get("label") ?? null;
    this.times(tag, node);
    const outer = this.nodes.at(-1);
    this.nodes.push(node);
    const parent = tag.get("pid") ?? outer?.id;
    if (parent !== undefined) this.parent(parent);
  }

  private parent(id: string): void {
    const node = this.nodes.at(-1);
    if (!node || id === "") return;
    const { at } = this.nodeAttributes.need(PARENT_ID, PARENT, "string");
    if (node.values[at] !== undefined && node.values[at] !== id) this.sink.lost("further parents of nodes");
    else putValue(node.values, at, id, "", "");
  }

  private closeNode(): void {
    const node = this.nodes.pop();
    if (!node) return;
    this.nodeAttributes.complete(node.values);
    this.sink.node(node, this.place);
  }

  private openEdge(tag: XmlTag): void {
    const source = tag.get("source");
    const target = tag.get("target");
    if (this.edge) throw this.fault("an <edge> stands within an <edge>");
    if (source === undefined || target === undefined)
      throw this.fault(`the <edge> has no ${source === undefined ? "source" : "target"}`);
    const edge = emptyEdge(tag.get("id") ?? null, source, target, this.direction(tag, "type", this.directed));
    edge.label = tag.get("label") ?? null;
    edge.kind = tag.get("kind") ?? null;
    const weight = tag.get("weight");
    if (weight !== undefined) {
      const value = valueIn("double", weight, this.list);
      if (typeof value !== "number") throw this.fault(`the weight ${named(weight)} is no number`);
      edge.weight = value;
    }
    this.times(tag, edge);
    this.edge = edge;
  }

  private closeEdge(): void {
    const { edge } = this;
    if (!edge) return;
    this.edge = null;
    this.edgeAttributes.complete(edge.values);
    this.sink.edge(edge, this.place);
  }

  private value(tag: XmlTag): void {
    const owner = this.edge ?? this.nodes.at(-1);
    if (!owner) throw this.fault("<attvalue> stands outside of <node> and <edge>");
    const id = tag.get("for") ?? tag.get("id");
    const text = tag.get("value");
    if (id === undefined || text === undefined)
      throw this.fault(`the <attvalue> has no ${id === undefined ? "for" : "value"}`);
    const declared = (this.edge ? this.edgeAttributes : this.nodeAttributes).find(id);
    if (!declared)
      throw this.fault(
        `no attribute ${named(id)} is declared for ${this.edge ? "edges" : "nodes"} before this place`,
        "Declare it in <attributes> before the nodes and edges",
      );
    const value = valueIn(declared.type ?? "string", text, this.list);
    if (value === null) return;
    if (value === undefined)
      throw this.fault(
        `${named(text)} is no ${declared.type}, as attribute ${named(declared.name)} is declared`,
      );
    if (tag.count < 3) {
      putValue(owner.values, declared.at, value, "", "");
      return;
    }
    const start = tag.get("start") ?? tag.get("startopen") ?? tag.get("timestamp") ?? "";
    const end = tag.get("end") ?? tag.get("endopen") ?? tag.get("timestamp") ?? "";
    if ((start !== "" || end !== "") && !isSpell(start, end))
      throw this.fault(`${named(`${start}/${end}`)} is no time`);
    putValue(owner.values, declared.at, value, start, end);
  }

  private spells(tag: XmlTag): void {
    const owner = this.edge ?? this.nodes.at(-1);
    if (owner) this.times(tag, owner);
  }

  private times(tag: XmlTag, owner: NodeRecord | EdgeRecord): void {
    const spells = spellsOf(tag);
    if (spells === null) return;
    for (const [start, end] of spells) {
      if (!isSpell(start, end)) throw this.fault(`${named(`${start}/${end}`)} is no time`);
      owner.spells.push([start, end]);
    }
    if (tag.get("startopen") !== undefined || tag.get("endopen") !== undefined)
      this.sink.lost("open bounds of spells (read as closed)");
  }
}
