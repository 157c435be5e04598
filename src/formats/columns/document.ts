/** The bytes of `application/vnd.stancegraph.columns` as the JSON answer would be. */

import type { EdgeAttributes } from "../../model/graph.ts";
import type { SerializedGraph } from "../graph-json.ts";
import { decodeColumns } from "./decode.ts";
import { pictureOfColumns } from "./picture.ts";
import { rowsOf } from "./rows.ts";

/**
 * The graph in graphology's serialised form. Attributes of edges are looked up in the columns when they are read (`rows.ts`), so
 * that many edges cost little; as JSON they are those of the JSON answer.
 * @throws Fault `columns-damaged`
 */
export function decodeGraph(bytes: Uint8Array): SerializedGraph {
  const graph = decodeColumns(bytes);
  const { type, source, target } = graph;
  const attributesAt = rowsOf(graph.edges);
  const direction = type === "undirected" ? ({ undirected: true } as const) : null;
  return {
    attributes: graph.attributes,
    options: { type, multi: true, allowSelfLoops: true },
    nodes: [...pictureOfColumns(graph).nodes()],
    edges: Array.from({ length: graph.size }, (_, edge) => ({
      key: graph.edgeKey(edge),
      source: graph.nodeKey(source[edge] as number),
      target: graph.nodeKey(target[edge] as number),
      attributes: attributesAt(edge) as EdgeAttributes,
      ...direction,
    })),
  };
}
