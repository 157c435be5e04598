/** The graph in graphology's serialised form: the answer of `/api/graph` and the JSON export. */

import type {
  EdgeAttributes,
  GraphAttributes,
  GraphEdge,
  GraphNode,
  NodeAttributes,
  PictureGraph,
} from "../model/graph.ts";
import { encodeChunks } from "./chunks.ts";
import { finite } from "./columns.ts";
import type { GraphFormat } from "./format.ts";

export interface SerializedNode {
  readonly key: string;
  readonly attributes: NodeAttributes;
}

export interface SerializedEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: EdgeAttributes;
  /** Present and true in undirected graphs only, as graphology writes it. */
  readonly undirected?: true;
}

export interface GraphOptions {
  readonly type: "directed" | "undirected";
  readonly multi: true;
  readonly allowSelfLoops: true;
}

/** What graphology's `Graph.from` reads. */
export interface SerializedGraph {
  readonly attributes: GraphAttributes;
  readonly options: GraphOptions;
  readonly nodes: readonly SerializedNode[];
  readonly edges: readonly SerializedEdge[];
}

const optionsOf = (graph: PictureGraph): GraphOptions => ({
  type: graph.type,
  multi: true,
  allowSelfLoops: true,
});

/** JSON has no infinities, and a coordinate that is null breaks every drawing program. */
const serializeNode = ({ key, attributes }: GraphNode): SerializedNode => ({
  key,
  attributes: {
    ...attributes,
    x: finite(attributes.x),
    y: finite(attributes.y),
    size: finite(attributes.size, 1),
  },
});

const serializeEdge = (
  { key, source, target, attributes }: GraphEdge,
  undirected: boolean,
): SerializedEdge => ({ key, source, target, attributes, ...(undirected ? { undirected } : {}) });

/** The whole graph as a plain object. For files use the format, which never holds more than a chunk. */
export function serializeGraph(graph: PictureGraph): SerializedGraph {
  const undirected = graph.type === "undirected";
  return {
    attributes: graph.attributes,
    options: optionsOf(graph),
    nodes: Array.from(graph.nodes(), serializeNode),
    edges: Array.from(graph.edges(), (edge) => serializeEdge(edge, undirected)),
  };
}

/** One node or edge a line, so that two versions can be compared line by line. */
function* pieces(graph: PictureGraph): Generator<string> {
  const undirected = graph.type === "undirected";
  yield `{"attributes":${JSON.stringify(graph.attributes)},\n"options":${JSON.stringify(optionsOf(graph))},\n"nodes":[`;
  let separator = "\n";
  for (const node of graph.nodes()) {
    yield separator + JSON.stringify(serializeNode(node));
    separator = ",\n";
  }
  yield '\n],\n"edges":[';
  separator = "\n";
  for (const edge of graph.edges()) {
    yield separator + JSON.stringify(serializeEdge(edge, undirected));
    separator = ",\n";
  }
  yield "\n]}\n";
}

/** The bytes of the graph, which never is in memory as a whole. */
export const graphJsonChunks = (graph: PictureGraph): Iterable<Uint8Array> => encodeChunks(pieces(graph));

export const graphJsonFormat: GraphFormat = {
  id: "json",
  label: "JSON (graphology)",
  extension: "json",
  mediaType: "application/json",
  what: ["edges"],
  options: [],
  write: graphJsonChunks,
};
