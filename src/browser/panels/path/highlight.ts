/** A path of an answer as it is marked on the map. */

import type { Hop, Path } from "../../../model/path.ts";
import type { GraphDocument } from "../../api/client.ts";
import type { Highlight } from "../../state/store.ts";

type Edges = Pick<GraphDocument, "edges">;

/** Keys of the edges that carry a hop: those between its ends that hold one of its statements, structural ones by their key. */
export function edgesOfHop({ from, to, statements, structure }: Hop, { edges }: Edges): readonly string[] {
  const behind = new Set([...statements, ...structure]);
  const found: string[] = [];
  for (const { key, source, target, attributes } of edges) {
    const between = (source === from && target === to) || (source === to && target === from);
    if (between && (behind.has(key) || attributes.statements.some((id) => behind.has(id)))) found.push(key);
  }
  return found;
}

/** The edges of the graph shown that carry the path. A path found outside the view marks what is there. */
export function highlightOf(path: Path, graph: Edges | undefined): Highlight {
  const edges = graph ? path.hops.flatMap((hop) => edgesOfHop(hop, graph)) : [];
  return {
    nodes: path.nodes,
    edges: [...new Set(edges)],
    statements: path.hops.flatMap(({ statements }) => statements),
  };
}
