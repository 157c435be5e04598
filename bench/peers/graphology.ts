/** The random graph as a graphology instance, built as its users build one. */

import { MultiDirectedGraph, MultiUndirectedGraph } from "graphology";
import type { RandomGraph } from "../data.ts";

export interface PeerEdge {
  readonly confidence: number;
  readonly cost: number;
}

/** Nodes `n0` …; edges that `keep` lets through carry the cost of a hop over them alone. */
export function graphologyOf(
  graph: RandomGraph,
  { directed = false, keep = () => true }: { directed?: boolean; keep?: (edge: number) => boolean } = {},
): MultiDirectedGraph | MultiUndirectedGraph {
  const peer = directed ? new MultiDirectedGraph() : new MultiUndirectedGraph();
  for (let node = 0; node < graph.order; node++) peer.addNode(`n${node}`);
  for (let edge = 0; edge < graph.size; edge++) {
    if (!keep(edge)) continue;
    const confidence = graph.confidence[edge] as number;
    const attributes: PeerEdge = { confidence, cost: 1 / (1 + confidence) };
    peer.addEdgeWithKey(`s${edge}`, `n${graph.from[edge]}`, `n${graph.to[edge]}`, attributes);
  }
  return peer;
}
