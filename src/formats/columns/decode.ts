/**
 * The bytes of `application/vnd.stancegraph.columns` to columns: views of the bytes, so that nothing is made per node or edge
 * until it is asked for.
 */

import type { GraphAttributes } from "../../model/graph.ts";
import { type NodeKey, parseNodeKey } from "../../model/id.ts";
import { FIXED_VECTORS, type Owner, VECTORS, type Whole } from "./layout.ts";
import { type AnyColumn, readColumn } from "./read-column.ts";
import { damaged, VectorReader } from "./reader.ts";
import { EDGE_FIELDS, extraField, type Field, isExtraName, NODE_FIELDS } from "./schema.ts";
import { StringTable } from "./strings.ts";

/** A picture as columns. Rows are nodes 0 … order − 1 or edges 0 … size − 1. */
export interface ColumnsGraph {
  readonly attributes: GraphAttributes;
  readonly type: "directed" | "undirected";
  readonly order: number;
  readonly size: number;
  /** Node numbers of the ends of each edge. */
  readonly source: Whole;
  readonly target: Whole;
  nodeKey(node: number): NodeKey;
  edgeKey(edge: number): string;
  /** By attribute name. */
  readonly nodes: ReadonlyMap<string, AnyColumn>;
  readonly edges: ReadonlyMap<string, AnyColumn>;
}

/**
 * Reads a payload. Throws a `Fault` (`columns-damaged`) for anything that is not exactly as the encoder writes it: other bytes,
 * a truncation, a change, numbers that point at nothing, missing columns, words that are none. Allocates no more than a few
 * times the payload's length. The bytes must not be changed afterwards.
 */
export function decodeColumns(bytes: Uint8Array): ColumnsGraph {
  const reader = new VectorReader(bytes);
  const { header } = reader;
  const vectors = header.columns.reduce((sum, { storage }) => sum + VECTORS[storage], FIXED_VECTORS);
  reader.start(vectors);
  const strings = readStrings(reader);
  const nodeKeys = reader.wholes(strings.size, header.nodes);
  const edgeKeys = reader.wholes(strings.size, header.edges);
  const source = reader.wholes(header.nodes, header.edges);
  const target = reader.wholes(header.nodes, header.edges);
  for (const keys of [nodeKeys, edgeKeys]) requireDistinct(keys, strings.size);
  const keyOf = (node: number): NodeKey => strings.at(nodeKeys[node] as number) as NodeKey;
  for (let node = 0; node < header.nodes; node++)
    if (!parseNodeKey(keyOf(node))) throw damaged("a node key is none");

  const columns = { node: new Map<string, AnyColumn>(), edge: new Map<string, AnyColumn>() };
  const rows = { node: header.nodes, edge: header.edges };
  for (const entry of header.columns) {
    if (entry.name >= strings.size) throw damaged("a column has no name");
    const name = strings.at(entry.name);
    const known = columns[entry.owner];
    if (known.has(name)) throw damaged(`there are two columns ${name}`);
    known.set(
      name,
      readColumn(reader, fieldOf(entry.owner, name), entry.storage, rows[entry.owner], strings),
    );
  }
  reader.finish();
  requireAll(columns.node, NODE_FIELDS);
  requireAll(columns.edge, EDGE_FIELDS);
  return {
    attributes: readAttributes(strings),
    type: header.undirected ? "undirected" : "directed",
    order: header.nodes,
    size: header.edges,
    source,
    target,
    nodeKey: keyOf,
    edgeKey: (edge) => strings.at(edgeKeys[edge] as number),
    nodes: columns.node,
    edges: columns.edge,
  };
}

function readStrings(reader: VectorReader): StringTable {
  const bytes = reader.octets(null);
  const lengths = reader.wholes(Number.POSITIVE_INFINITY, null);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged("its text is not UTF-8");
  }
  const strings = StringTable.of(text, lengths);
  if (!strings) throw damaged("its strings do not fill its text");
  return strings;
}

/** No two nodes, and no two edges, may have the same key. */
function requireDistinct(keys: Whole, strings: number): void {
  const seen = new Uint8Array(strings);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    if (seen[key]) throw damaged("two keys are the same");
    seen[key] = 1;
  }
}

function fieldOf(owner: Owner, name: string): Field {
  const fields: readonly Field[] = owner === "node" ? NODE_FIELDS : EDGE_FIELDS;
  const field = fields.find((each) => each.name === name);
  if (field) return field;
  if (isExtraName(name)) return extraField(name);
  throw damaged("it has a column that is not known");
}

function requireAll(columns: ReadonlyMap<string, AnyColumn>, fields: readonly Field[]): void {
  for (const { name } of fields) if (!columns.has(name)) throw damaged(`the column ${name} is missing`);
}

const COUNTS = ["total", "shown", "repeats", "undated", "rolledTogether", "filtered"] as const;
const TEXTS = ["title", "dataset", "version", "view", "description"] as const;

/** The first string: the attributes of the graph as JSON. */
function readAttributes(strings: StringTable): GraphAttributes {
  let value: unknown;
  try {
    value = JSON.parse(strings.at(0));
  } catch {
    throw damaged("its attributes are not JSON");
  }
  const isObject = (thing: unknown): thing is Record<string, unknown> =>
    typeof thing === "object" && thing !== null && !Array.isArray(thing);
  if (!isObject(value)) throw damaged("its attributes are no object");
  const { counts } = value as { counts?: unknown };
  const own = value;
  const { reduced } = value as { reduced?: unknown };
  const isSize = (thing: unknown): boolean =>
    isObject(thing) && Number.isFinite(thing["nodes"]) && Number.isFinite(thing["edges"]);
  const isReduction =
    isObject(reduced) &&
    ["reason", "rule"].every((name) => typeof reduced[name] === "string") &&
    ["shown", "of"].every((name) => isSize(reduced[name]));
  const complete =
    (reduced === undefined || isReduction) &&
    isObject(counts) &&
    COUNTS.every((name) => Number.isFinite(counts[name])) &&
    TEXTS.every((name) => typeof own[name] === "string");
  if (!complete) throw damaged("its attributes are incomplete");
  return value as unknown as GraphAttributes;
}
