/** A graph as columns, what the bench of reading GEXF reads into: numbers in typed arrays, texts as numbers of a dictionary. */

import type {
  Attribute,
  EdgeRecord,
  GraphSink,
  NodeRecord,
  Owner,
  Spell,
  Value,
} from "../src/formats/read/record.ts";
import { ownText } from "../src/formats/read/window.ts";

const ABSENT = -1;

/** Whole numbers in an array that grows. */
class Numbers {
  length = 0;
  private values = new Int32Array(1024);

  put(at: number, value: number): void {
    while (at >= this.values.length) {
      const longer = new Int32Array(this.values.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    while (this.length < at) this.values[this.length++] = ABSENT;
    this.values[at] = value;
    this.length = Math.max(this.length, at + 1);
  }

  get(at: number): number {
    return at < this.length ? (this.values[at] as number) : ABSENT;
  }
}

/** Numbers in an array that grows; not-a-number where there is none. */
class Doubles {
  private values = new Float64Array(1024).fill(Number.NaN);

  put(at: number, value: number): void {
    if (at >= this.values.length) {
      const longer = new Float64Array(2 ** Math.ceil(Math.log2(at + 1) + 1)).fill(Number.NaN);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[at] = value;
  }

  get(at: number): number | undefined {
    const value = this.values[at];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }
}

/** After so many texts a column whose texts are mostly new is taken to be one of ids or prose, and looks for repeats no more. */
const ENOUGH = 1024;

/** One attribute, or one field of all nodes or edges. Values that are often the same are held once. */
export class GraphColumn {
  readonly name: string;
  private numbers: Doubles | null = null;
  private codes: Numbers | null = null;
  private readonly values: Value[] = [];
  private readonly known = new Map<string | boolean, number>();
  /** The value before, which often comes again, and its code. */
  private last: string | boolean | null = null;
  private lastCode = ABSENT;
  private repeats = true;

  constructor(name: string) {
    this.name = name;
  }

  put(at: number, value: Value): void {
    if (typeof value === "number") {
      this.numbers ??= new Doubles();
      this.numbers.put(at, value);
      return;
    }
    this.codes ??= new Numbers();
    this.codes.put(at, typeof value === "object" ? this.values.push(value) - 1 : this.codeOf(value));
  }

  /** Undefined: absent, or not a number. */
  get(at: number): Value | undefined {
    const code = this.codes?.get(at) ?? ABSENT;
    return code === ABSENT ? this.numbers?.get(at) : this.values[code];
  }

  private codeOf(value: string | boolean): number {
    if (value === this.last) return this.lastCode;
    let code = this.repeats ? this.known.get(value) : undefined;
    if (code === undefined) {
      const kept = typeof value === "string" ? ownText(value) : value;
      code = this.values.push(kept) - 1;
      if (this.repeats) this.remember(kept, code);
    }
    this.last = value;
    this.lastCode = code;
    return code;
  }

  private remember(kept: string | boolean, code: number): void {
    this.known.set(kept, code);
    if (this.known.size !== ENOUGH || ENOUGH * 2 < (this.codes?.length ?? 0)) return;
    this.repeats = false;
    this.known.clear();
  }
}

/** A column for each field. */
const nodeFields = () => ({
  label: new GraphColumn("label"),
  x: new GraphColumn("x"),
  y: new GraphColumn("y"),
  size: new GraphColumn("size"),
  color: new GraphColumn("color"),
  shape: new GraphColumn("shape"),
});
const edgeFields = () => ({
  label: new GraphColumn("label"),
  weight: new GraphColumn("weight"),
  kind: new GraphColumn("kind"),
  color: new GraphColumn("color"),
  size: new GraphColumn("size"),
  line: new GraphColumn("line"),
});

/** Keeps a whole graph. Nodes are numbered in the order in which they or edges at them come. */
export class GraphColumns implements GraphSink {
  /** Ids by number. */
  readonly nodes: string[] = [];
  edges = 0;
  /** By number; null where the file gives none. */
  readonly edgeIds: (string | null)[] = [];
  readonly attributes: Readonly<Record<Owner, GraphColumn[]>> = { node: [], edge: [] };
  private readonly numbers = new Map<string, number>();
  private readonly from = new Numbers();
  private readonly to = new Numbers();
  private readonly nodeFields = nodeFields();
  private readonly edgeFields = edgeFields();
  private readonly spells: Readonly<Record<Owner, Map<number, readonly Spell[]>>> = {
    node: new Map(),
    edge: new Map(),
  };

  graph(): void {}
  lost(): void {}

  attribute(owner: Owner, { name }: Attribute): void {
    this.attributes[owner].push(new GraphColumn(name));
  }

  node(node: NodeRecord): void {
    const at = this.number(node.id);
    const { label, x, y, size, color, shape } = this.nodeFields;
    if (node.label !== null) label.put(at, node.label);
    if (node.x !== null) x.put(at, node.x);
    if (node.y !== null) y.put(at, node.y);
    if (node.size !== null) size.put(at, node.size);
    if (node.color !== null) color.put(at, node.color);
    if (node.shape !== null) shape.put(at, node.shape);
    this.rest("node", at, node);
  }

  edge(edge: EdgeRecord): void {
    const at = this.edges++;
    this.edgeIds.push(edge.id === null ? null : ownText(edge.id));
    this.from.put(at, this.number(edge.source));
    this.to.put(at, this.number(edge.target));
    const { label, weight, kind, color, size, line } = this.edgeFields;
    if (edge.label !== null) label.put(at, edge.label);
    if (edge.weight !== null) weight.put(at, edge.weight);
    if (edge.kind !== null) kind.put(at, edge.kind);
    if (edge.color !== null) color.put(at, edge.color);
    if (edge.size !== null) size.put(at, edge.size);
    if (edge.line !== null) line.put(at, edge.line);
    this.rest("edge", at, edge);
  }

  /** The numbers of an edge's source and target. */
  ends(edge: number): readonly [source: number, target: number] {
    return [this.from.get(edge), this.to.get(edge)];
  }

  private number(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const kept = ownText(id);
    this.numbers.set(kept, this.nodes.length);
    return this.nodes.push(kept) - 1;
  }

  private rest(owner: Owner, at: number, { values, spells }: NodeRecord | EdgeRecord): void {
    if (spells.length > 0) this.spells[owner].set(at, spells);
    const columns = this.attributes[owner];
    for (let place = 0; place < values.length; place++) {
      const value = values[place];
      if (value !== undefined) columns[place]?.put(at, value);
    }
  }
}
