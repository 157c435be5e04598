/** The random graph as a graphology instance, built as its users build one. */

import { MultiDirectedGraph } from "graphology";
import type { RandomGraph } from "../data.ts";

export interface PeerEdge {
  readonly confidence: number;
  readonly cost: number;
}

/** Nodes `n0` …; edges that `keep` lets through carry the cost of a hop over them alone. */
export function graphologyOf(
  graph: RandomGraph,
  keep: (edge: number) => boolean = () => true,
): MultiDirectedGraph<Record<string, never>, PeerEdge> {
  const peer = new MultiDirectedGraph<Record<string, never>, PeerEdge>();
  for (let node = 0; node < graph.order; node++) peer.addNode(`n${node}`);
  for (let edge = 0; edge < graph.size; edge++) {
    if (!keep(edge)) continue;
    const confidence = graph.confidence[edge] as number;
    peer.addDirectedEdgeWithKey(`s${edge}`, `n${graph.from[edge]}`, `n${graph.to[edge]}`, {
      confidence,
      cost: 1 / (1 + confidence),
    });
  }
  return peer;
}
