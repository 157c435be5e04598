/** Reads a graph file into lists of records, for tests. */
import { readGraph } from "../../../src/formats/read/feed.ts";
import type { GraphReader } from "../../../src/formats/read/reader.ts";
import type { Attribute, EdgeRecord, NodeRecord, Value } from "../../../src/formats/read/record.ts";
import { Fault } from "../../../src/model/problem.ts";

export interface Records {
  readonly about: Map<string, string>;
  readonly nodeAttributes: Attribute[];
  readonly edgeAttributes: Attribute[];
  readonly nodes: NodeRecord[];
  readonly edges: EdgeRecord[];
  readonly lost: string[];
}

/** `size` = bytes in a chunk. */
export async function recordsOf(
  reader: GraphReader,
  data: string | Uint8Array,
  size = 65_536,
): Promise<Records> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const records: Records = {
    about: new Map(),
    nodeAttributes: [],
    edgeAttributes: [],
    nodes: [],
    edges: [],
    lost: [],
  };
  await readGraph(reader, chunks, {
    graph: (name, value) => void records.about.set(name, value),
    attribute: (owner, attribute) =>
      void (owner === "node" ? records.nodeAttributes : records.edgeAttributes).push(attribute),
    node: (node) => void records.nodes.push(node),
    edge: (edge) => void records.edges.push(edge),
    lost: (what) => void records.lost.push(what),
  });
  return records;
}

/** Attributes of a record by name, absent ones left out. */
export const named = (
  attributes: readonly Attribute[],
  { values }: { readonly values: readonly (Value | undefined)[] },
): ReadonlyMap<string, Value> =>
  new Map(
    attributes.flatMap(({ name }, at) => (values[at] === undefined ? [] : [[name, values[at] as Value]])),
  );

/** `line, column: reason` of the fault that reading ends in. */
export async function faultOf(
  reader: GraphReader,
  data: string | Uint8Array,
  size?: number,
): Promise<string> {
  try {
    await recordsOf(reader, data, size);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.message;
  }
  throw new Error("the file was read");
}
