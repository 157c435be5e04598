/** What the map leaves out of a path, and the nodes to expand that bring it. Pure. */

import type { Hop, Path } from "../../../model/path.ts";
import type { GraphDocument } from "../../api/client.ts";
import { edgesOfHop } from "./highlight.ts";

/** Nodes and hops of a path that a graph does not have; both empty where it is whole. */
export interface LeftOut {
  readonly nodes: readonly string[];
  readonly hops: readonly Hop[];
}

export function leftOut(path: Path, graph: Pick<GraphDocument, "nodes" | "edges">): LeftOut {
  const there = new Set<string>(graph.nodes.map(({ key }) => key));
  return {
    nodes: path.nodes.filter((key) => !there.has(key)),
    hops: path.hops.filter((hop) => edgesOfHop(hop, graph).length === 0),
  };
}

/**
 * As few nodes as bring the lines of all these hops when they are expanded, of equal ones those with the least around them. Expanding
 * brings no lines of structure: hops of these alone ask for nothing.
 * @param weightOf how much comes with a node
 */
export function toExpand(hops: readonly Hop[], weightOf: (key: string) => number): readonly string[] {
  let open = hops.filter(({ statements }) => statements.length > 0);
  const chosen: string[] = [];
  while (open.length > 0) {
    const ends = [...new Set(open.flatMap(({ from, to }) => [from, to]))];
    const bring = (key: string): number => open.filter(({ from, to }) => from === key || to === key).length;
    const best = ends.toSorted((a, b) => bring(b) - bring(a) || weightOf(a) - weightOf(b))[0] as string;
    chosen.push(best);
    open = open.filter(({ from, to }) => from !== best && to !== best);
  }
  return chosen;
}
