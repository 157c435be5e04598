/** Reads GEXF 1.1, 1.2 and 1.3: attributes, looks, times; hierarchies flattened, with the parent as an attribute. */

import { type Attributes, type Declared, putValue } from "./attributes.ts";
import { named } from "./checked.ts";
import { Look, lookOf, takePosition } from "./gexf-looks.ts";
import { spellsOf } from "./gexf-times.ts";
import type { GraphReader } from "./reader.ts";
import {
  type EdgeRecord,
  emptyEdge,
  emptyNode,
  type NodeRecord,
  PARENT,
  type Scalar,
  type Spell,
} from "./record.ts";
import { barList, bracketList, isSpell, keepsDigits, timeFormatOf, typeNamed, valueIn } from "./values.ts";
import { PARENT_ID, readXmlGraph, XmlGraphHandler } from "./xml-graph.ts";
import type { XmlTag } from "./xml-tags.ts";

export const gexfReader: GraphReader = {
  id: "gexf",
  label: "GEXF 1.1 to 1.3",
  extension: ".gexf",
  open: (sink) => readXmlGraph(new GexfHandler(sink)),
};

const META: ReadonlySet<string> = new Set(["creator", "keywords", "description", "title"]);

/** What an `<attvalue>` without times says, kept for when the same tag comes again. */
class KnownValue {
  readonly attributes: Attributes;
  readonly at: number;
  readonly value: Scalar | null;

  constructor(attributes: Attributes, at: number, value: Scalar | null) {
    this.attributes = attributes;
    this.at = at;
    this.value = value;
  }
}

/** Spells of a tag, kept likewise. */
class KnownSpells {
  readonly spells: readonly Spell[];
  /** Whether a bound is open, which is said once for each. */
  readonly open: boolean;

  constructor(spells: readonly Spell[], open: boolean) {
    this.spells = spells;
    this.open = open;
  }
}

class GexfHandler extends XmlGraphHandler {
  protected readonly heard = "an element";
  /** Namespace prefix of the format's own elements, with colon. */
  private prefix: string | null = null;
  /** Names that came before, without prefix. */
  private readonly locals = new Map<string, string>();
  private list = barList;
  private directed = false;
  /** Nodes that are open, the innermost last. */
  private readonly nodes: NodeRecord[] = [];
  private edge: EdgeRecord | null = null;
  /** The weight before, which often comes again. */
  private lastText = "";
  private lastWeight: number | null = null;
  /** Into what attributes and defaults are declared. */
  private declaring: Attributes | null = null;
  private dynamic = false;
  private declared: Declared | null = null;
  private inMeta = false;
  /** Attributes whose numbers may have more digits than a double. */
  private readonly decimals = new Set<Declared>();

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
      // What GEXF 1.1 calls them.
      case "slice":
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
      case "viz:size":
      case "viz:thickness":
      case "viz:shape":
        this.look(name, tag);
        return;
      case "viz:position": {
        const node = this.edge ? undefined : this.nodes.at(-1);
        const reason = node ? takePosition(tag, node) : null;
        if (reason !== null) throw this.fault(reason);
        return;
      }
      default:
        if (this.inMeta && META.has(name)) this.words = "";
    }
  }

  close(qualified: string): void {
    const name = this.local(qualified);
    if (name === "attvalue") return;
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

  /** The name without the format's prefix; looks are `viz:…` whatever their prefix is. */
  private local(qualified: string): string {
    const known = this.locals.get(qualified);
    if (known !== undefined) return known;
    const name = localName(qualified, this.prefix ?? "");
    if (this.locals.size < MOST_NAMES) this.locals.set(qualified, name);
    return name;
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
    this.countGraph();
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
    const id = this.need("attribute", "id", tag.get("id"));
    const typeName = tag.get("type") ?? "string";
    const type = typeNamed(typeName);
    if (!type) throw this.fault(`the type ${named(typeName)} of attribute ${named(id)} is none of GEXF's`);
    const declared = declaring.declare(id, tag.get("title") ?? id, type, this.dynamic);
    if (!declared) throw this.fault(`there is an attribute ${named(id)} already`, "Give each its own id");
    if (typeName.trim().toLowerCase() === "bigdecimal") this.decimals.add(declared);
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
    this.losesDigits(declared, text, value);
    declared.fallback = value;
    if (value !== null) declaring.defaults = true;
  }

  private openNode(tag: XmlTag): void {
    const id = this.need("node", "id", tag.get("id"));
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
    if (this.edge) throw this.fault("an <edge> stands within an <edge>");
    const source = this.need("edge", "source", tag.get("source"));
    const target = this.need("edge", "target", tag.get("target"));
    const edge = emptyEdge(tag.get("id") ?? null, source, target, this.direction(tag, "type", this.directed));
    edge.label = tag.get("label") ?? null;
    edge.kind = tag.get("kind") ?? null;
    const weight = tag.get("weight");
    if (weight !== undefined) edge.weight = this.weight(weight);
    this.times(tag, edge);
    this.edge = edge;
  }

  private weight(text: string): number | null {
    if (text !== this.lastText) {
      const value = valueIn("double", text, this.list);
      if (typeof value !== "number") throw this.fault(`the weight ${named(text)} is no number`);
      this.lastText = text;
      this.lastWeight = Number.isFinite(value) ? value : null;
    }
    if (this.lastWeight === null) this.sink.lost("weights that are no finite numbers");
    return this.lastWeight;
  }

  private closeEdge(): void {
    const { edge } = this;
    if (!edge) return;
    this.edge = null;
    this.edgeAttributes.complete(edge.values);
    this.sink.edge(edge, this.place);
  }

  private look(name: string, tag: XmlTag): void {
    const node = this.nodes.at(-1);
    if (!this.edge && !node) return;
    const look = tag.memo instanceof Look ? tag.memo : lookOf(name, tag);
    if (typeof look === "string") throw this.fault(look);
    tag.memo = look;
    look.give(this.edge, node);
  }

  private value(tag: XmlTag): void {
    const owner = this.edge ?? this.nodes.at(-1);
    const attributes = this.edge ? this.edgeAttributes : this.nodeAttributes;
    const known = tag.memo;
    if (owner && known instanceof KnownValue && known.attributes === attributes) {
      if (known.value !== null) putValue(owner.values, known.at, known.value, "", "");
      return;
    }
    if (!owner) throw this.fault("<attvalue> stands outside of <node> and <edge>");
    const id = this.need("attvalue", "for", tag.get("for") ?? tag.get("id"));
    const text = this.need("attvalue", "value", tag.get("value"));
    const declared = attributes.find(id);
    if (!declared)
      throw this.fault(
        `no attribute ${named(id)} is declared for ${this.edge ? "edges" : "nodes"} before this place`,
        "Declare it in <attributes> before the nodes and edges",
      );
    const value = valueIn(declared.type ?? "string", text, this.list);
    if (value === undefined)
      throw this.fault(
        `${named(text)} is no ${declared.type}, as attribute ${named(declared.name)} is declared`,
      );
    const loses = this.decimals.size > 0 && this.losesDigits(declared, text, value);
    if (tag.count < 3) {
      if (tag.kept && !loses) tag.memo = new KnownValue(attributes, declared.at, value);
      if (value !== null) putValue(owner.values, declared.at, value, "", "");
      return;
    }
    if (value === null) return;
    const start = tag.get("start") ?? tag.get("startopen") ?? tag.get("timestamp") ?? "";
    const end = tag.get("end") ?? tag.get("endopen") ?? tag.get("timestamp") ?? "";
    if ((start !== "" || end !== "") && !isSpell(start, end)) throw this.noSpell(start, end);
    putValue(owner.values, declared.at, value, start, end);
  }

  /** Says that a number is not the one in the file, and whether it is so. */
  private losesDigits(declared: Declared, text: string, value: Scalar | null): boolean {
    if (typeof value !== "number" || !this.decimals.has(declared) || keepsDigits(text.trim(), value))
      return false;
    this.sink.lost("digits of decimal numbers (rounded to double precision)");
    return true;
  }

  private spells(tag: XmlTag): void {
    const owner = this.edge ?? this.nodes.at(-1);
    if (!owner) return;
    if (tag.memo instanceof KnownSpells) this.give(tag.memo, owner);
    else this.times(tag, owner);
  }

  /** Gives the times that stand in a tag. */
  private times(tag: XmlTag, owner: NodeRecord | EdgeRecord): void {
    const spells = spellsOf(tag);
    if (spells === null) return;
    for (const [start, end] of spells) if (!isSpell(start, end)) throw this.noSpell(start, end);
    const known = new KnownSpells(
      spells,
      tag.get("startopen") !== undefined || tag.get("endopen") !== undefined,
    );
    this.give(known, owner);
    if (tag.kept) tag.memo = known;
  }

  private noSpell(start: string, end: string): Error {
    for (const moment of [start, end])
      if (moment !== "" && timeFormatOf(moment) === null) return this.fault(`${named(moment)} is no time`);
    return this.fault(`the spell begins at ${named(start)}, after its end ${named(end)}`, "Exchange the two");
  }

  private give({ spells, open }: KnownSpells, owner: NodeRecord | EdgeRecord): void {
    addSpells(owner, spells);
    if (open) this.sink.lost("open bounds of spells (read as closed)");
  }
}

/** Most owners have one spell, and many the same one: a list of one spell is shared, longer ones are not. */
function addSpells(owner: NodeRecord | EdgeRecord, spells: readonly Spell[]): void {
  const { length } = owner.spells;
  if (length === 0) owner.spells = spells.length === 1 ? spells : spells.slice();
  else if (length === 1) owner.spells = owner.spells.concat(spells);
  // Not spread: an attribute may hold more spells than a call has arguments.
  else for (const spell of spells) (owner.spells as Spell[]).push(spell);
}

const MOST_NAMES = 1000;

function localName(qualified: string, prefix: string): string {
  if (prefix !== "" && qualified.startsWith(prefix)) return qualified.slice(prefix.length);
  const colon = qualified.indexOf(":");
  return colon < 0 || qualified.startsWith("viz:") ? qualified : `viz${qualified.slice(colon)}`;
}
