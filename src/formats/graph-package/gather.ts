/** A graph file in memory: nodes and edges with their attributes by name, as texts. */

import { readGraph } from "../read/feed.ts";
import type { GraphReader } from "../read/reader.ts";
import type { GraphSink, Owner, Value } from "../read/record.ts";

/** Attributes by name, none of them empty; lists keep their items. */
export type Attributes = ReadonlyMap<string, string | readonly string[]>;

export interface GatheredNode {
  readonly id: string;
  readonly label: string;
  readonly attributes: Attributes;
}

export interface GatheredEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly label: string;
  readonly weight: number | null;
  /** First day of the first spell, or empty. */
  readonly since: string;
  readonly attributes: Attributes;
}

export interface GatheredGraph {
  readonly nodes: readonly GatheredNode[];
  readonly edges: readonly GatheredEdge[];
}

/** The attribute as one text; items of a list are joined. */
export const textOf = (attributes: Attributes, name: string): string => {
  const value = attributes.get(name) ?? "";
  return typeof value === "string" ? value : value.join("; ");
};

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** A value that changes in time has its last one: what a dataset says of a node holds for all its statements. */
function plain(value: Value): string | readonly string[] {
  if (typeof value === "object" && "timed" in value) {
    const last = value.timed.at(-1)?.value ?? "";
    return typeof last === "object" ? last : String(last);
  }
  return typeof value === "object" ? value : String(value);
}

/** @throws Fault `bad-graph-file` with line, column and reason */
export async function gatherGraph(
  reader: GraphReader,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<GatheredGraph> {
  const names: Record<Owner, string[]> = { node: [], edge: [] };
  const nodes: GatheredNode[] = [];
  const edges: GatheredEdge[] = [];
  const attributesOf = (owner: Owner, values: readonly (Value | undefined)[]): Attributes => {
    const found = new Map<string, string | readonly string[]>();
    for (const [at, value] of values.entries()) {
      if (value === undefined) continue;
      const text = plain(value);
      if (text.length > 0) found.set(names[owner][at] ?? "", text);
    }
    return found;
  };
  const sink: GraphSink = {
    graph: () => {},
    attribute: (owner, { name }) => {
      names[owner].push(name);
    },
    node: ({ id, label, values }) => {
      nodes.push({ id, label: label ?? "", attributes: attributesOf("node", values) });
    },
    edge: ({ id, source, target, directed, label, weight, kind, spells, values }) => {
      const attributes = new Map(attributesOf("edge", values));
      if (kind !== null && !attributes.has("kind")) attributes.set("kind", kind);
      const since = DAY.exec(spells[0]?.[0] ?? "")?.[0] ?? "";
      edges.push({ id: id ?? "", source, target, directed, label: label ?? "", weight, since, attributes });
    },
    lost: () => {},
  };
  await readGraph(reader, chunks, sink);
  return { nodes, edges };
}
