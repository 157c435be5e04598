/** What must be known of a whole graph before its first byte can be written, gathered in a first reading. */

import type { ColumnType } from "../columns.ts";
import type {
  Attribute,
  EdgeRecord,
  GraphSink,
  NodeRecord,
  Owner,
  Scalar,
  Spell,
  Value,
} from "../read/record.ts";
import { numberIn, type TimeFormat, timeFormatOf } from "../read/values.ts";
import { MAX_NAME, ownText } from "../read/window.ts";
import { hasIllegal } from "../xml.ts";

/** A column as it is written. */
export interface SchemaColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** True when an integer does not fit 32 bits. */
  readonly long: boolean;
  /** True when an integer does not fit 64 bits. */
  readonly huge: boolean;
  /** True when a value changes in time. */
  readonly dynamic: boolean;
}

/** Members of records that are not null somewhere. */
export type NodeField = "label" | "x" | "y" | "z" | "size" | "color" | "shape" | "spells";
export type EdgeField = "label" | "weight" | "kind" | "color" | "size" | "line" | "spells";

const NODE_FIELDS = ["label", "x", "y", "z", "size", "color", "shape"] as const;
const EDGE_FIELDS = ["label", "weight", "kind", "color", "size", "line"] as const;

const UNUSUAL_LIMIT = 1_000_000;

class ColumnSeen {
  readonly attribute: Attribute;
  private type: Seen | null = null;
  private long = false;
  private huge = false;
  /** Whether there are digits that a double cannot hold. */
  private beyond = false;
  private dynamic = false;

  constructor(attribute: Attribute) {
    this.attribute = attribute;
  }

  see(value: Value): void {
    if (typeof value === "object" && "timed" in value) {
      this.dynamic = true;
      for (const each of value.timed) this.seeScalar(each.value);
    } else this.seeScalar(value);
  }

  private seeScalar(value: Scalar): void {
    const { type } = this.attribute;
    if (type === null) {
      const own = typeOf(value, this.attribute.guess);
      this.type = this.type === null ? own : wider(this.type, own);
      this.beyond ||= own === "digits";
    }
    if (type === "integer" || this.type === "integer" || this.type === "digits") {
      this.long ||= Math.abs(Number(value)) > 0x7fffffff;
      this.huge ||= typeof value === "string" && isHuge(value);
    }
  }

  column(): SchemaColumn {
    const { name, type } = this.attribute;
    return {
      name,
      type: type ?? this.ownType,
      long: this.long,
      huge: this.huge,
      dynamic: this.dynamic,
    };
  }

  private get ownType(): ColumnType {
    const { type } = this;
    if (type === "digits") return this.attribute.guess ? "integer" : "string";
    return type === null || (type === "double" && this.beyond) ? "string" : type;
  }
}

/** The type of values so far. Digits: integers beyond 2^53 as texts, which among other integers are integers. */
type Seen = ColumnType | "digits";

const PLAIN_INTEGER = /^-?(?:0|[1-9]\d*)$/;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The type that a value has by itself. With `guess`, texts written just as a number or truth would be are taken for one. */
function typeOf(value: Scalar, guess: boolean): Seen {
  if (typeof value === "object") return "list";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "integer" : "double";
  if (value.length > 15 && PLAIN_INTEGER.test(value) && !Number.isSafeInteger(Number(value))) return "digits";
  if (!guess) return "string";
  if (value === "true" || value === "false") return "boolean";
  if (PLAIN_INTEGER.test(value) && value !== "-0") return "integer";
  return PLAIN_NUMBER.test(value) && Number.isFinite(numberIn(value) ?? Number.NaN) ? "double" : "string";
}

/** Whether an integer needs more than 64 bits. */
const isHuge = (digits: string): boolean =>
  digits.length > 20 || (digits.length > 18 && BigInt.asIntN(64, BigInt(digits)) !== BigInt(digits));

function wider(a: Seen, b: Seen): Seen {
  if (a === b) return a;
  if ((a === "digits" && b === "integer") || (a === "integer" && b === "digits")) return "integer";
  const numbers = (a === "integer" || a === "double") && (b === "integer" || b === "double");
  return numbers ? "double" : "string";
}

/** Counts and gathers, and keeps no record. */
export class Schema implements GraphSink {
  readonly about = new Map<string, string>();
  readonly losses = new Map<string, number>();
  readonly nodeFields = new Set<NodeField>();
  readonly edgeFields = new Set<EdgeField>();
  /** Ids that XML cannot hold as they are, and those that such ids could become. */
  readonly unusualNodes: string[] = [];
  readonly unusualEdges: string[] = [];
  nodes = 0;
  edges = 0;
  edgesWithoutId = 0;
  directedEdges = 0;
  /** True when a node comes after an edge. */
  interleaved = false;
  /** True when a node has a shape that GEXF does not know. */
  foreignShapes = false;
  foreignLines = false;
  private readonly seen: Readonly<Record<Owner, ColumnSeen[]>> = { node: [], edge: [] };
  private readonly times = new Set<TimeFormat>();

  get nodeColumns(): SchemaColumn[] {
    return this.seen.node.map((each) => each.column());
  }

  get edgeColumns(): SchemaColumn[] {
    return this.seen.edge.map((each) => each.column());
  }

  /** The type of edges where they do not say another. */
  get directed(): boolean {
    return this.directedEdges > 0 || this.edges === 0;
  }

  get mixed(): boolean {
    return this.directedEdges > 0 && this.directedEdges < this.edges;
  }

  /** How time is counted, or null when there is none. */
  get timeFormat(): TimeFormat | null {
    const [first] = this.times;
    if (first === undefined) return null;
    if (this.times.size === 1) return first;
    return this.times.has("date") || this.times.has("dateTime") ? "dateTime" : "double";
  }

  graph(name: string, value: string): void {
    if (name.length > MAX_NAME || value.length > MAX_NAME)
      this.lost(`texts about the graph of more than ${MAX_NAME} characters`);
    else this.about.set(ownText(name), ownText(value));
  }

  attribute(owner: Owner, attribute: Attribute): void {
    const { name } = attribute;
    const short = name.length > MAX_NAME;
    if (short) this.lost(`ends of names of more than ${MAX_NAME} characters`);
    this.seen[owner].push(
      new ColumnSeen(short ? { ...attribute, name: ownText(name.slice(0, MAX_NAME)) } : attribute),
    );
  }

  lost(what: string): void {
    this.losses.set(what, (this.losses.get(what) ?? 0) + 1);
  }

  node(node: NodeRecord): void {
    this.nodes++;
    if (this.edges > 0) this.interleaved = true;
    for (const field of NODE_FIELDS) if (node[field] !== null) this.nodeFields.add(field);
    if (node.shape !== null && !GEXF_SHAPES.has(node.shape)) this.foreignShapes = true;
    if (this.spells(node.spells)) this.nodeFields.add("spells");
    this.values("node", node.values);
    this.unusual(this.unusualNodes, node.id);
  }

  edge(edge: EdgeRecord): void {
    this.edges++;
    if (edge.directed) this.directedEdges++;
    for (const field of EDGE_FIELDS) if (edge[field] !== null) this.edgeFields.add(field);
    if (edge.line !== null && !GEXF_LINES.has(edge.line)) this.foreignLines = true;
    if (this.spells(edge.spells)) this.edgeFields.add("spells");
    this.values("edge", edge.values);
    if (edge.id === null) this.edgesWithoutId++;
    else this.unusual(this.unusualEdges, edge.id);
  }

  private values(owner: Owner, values: readonly (Value | undefined)[]): void {
    const seen = this.seen[owner];
    for (let at = 0; at < values.length; at++) {
      const value = values[at];
      if (value === undefined) continue;
      seen[at]?.see(value);
      if (typeof value === "object" && "timed" in value)
        for (const { start, end } of value.timed) this.spells([[start, end]]);
    }
  }

  private spells(spells: readonly Spell[]): boolean {
    for (const pair of spells)
      for (const moment of pair) {
        const format = moment === "" ? null : timeFormatOf(moment);
        if (format !== null) this.times.add(format);
      }
    return spells.length > 0;
  }

  private unusual(list: string[], id: string): void {
    if (list.length < UNUSUAL_LIMIT && (id.includes("\ufffd") || hasIllegal(id))) list.push(ownText(id));
  }
}

/** Shapes of nodes and styles of lines that GEXF knows. */
export const GEXF_SHAPES: ReadonlySet<string> = new Set(["disc", "square", "triangle", "diamond", "image"]);
export const GEXF_LINES: ReadonlySet<string> = new Set(["solid", "dotted", "dashed", "double"]);
