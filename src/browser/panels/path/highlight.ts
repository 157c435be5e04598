/** A path of an answer as it is marked on the map. */

import type { Path } from "../../../model/path.ts";
import type { GraphDocument } from "../../api/client.ts";
import type { Highlight } from "../../state/store.ts";

/**
 * The edges of the graph shown that carry the path: those between the ends of a hop that hold one of its statements, structural
 * ones by their key. A path found outside the view marks what is there.
 */
export function highlightOf(path: Path, graph: Pick<GraphDocument, "edges"> | undefined): Highlight {
  const edges = new Set<string>();
  for (const { from, to, statements, structure } of path.hops) {
    const behind = new Set([...statements, ...structure]);
    for (const { key, source, target, attributes } of graph?.edges ?? []) {
      const between = (source === from && target === to) || (source === to && target === from);
      if (between && (behind.has(key) || attributes.statements.some((id) => behind.has(id)))) edges.add(key);
    }
  }
  return {
    nodes: path.nodes,
    edges: [...edges],
    statements: path.hops.flatMap(({ statements }) => statements),
  };
}
