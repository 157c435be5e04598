/** What expanding a node would bring: the nodes that the picture on a screen would have and has not. */

import { nodeLabel } from "../../analysis/naming/names.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { type ExpansionRecord, RECORD_LIMITS } from "../../model/api.ts";
import { byCodeUnit, type NodeKey } from "../../model/id.ts";
import type { View } from "../../model/view.ts";
import { mayReduce } from "../apply-view.ts";
import { drawnContent } from "../reduce.ts";

/** Names in the view must be resolved; nothing is laid out. `node` is a key of the dataset. */
export function expansionRecord(index: StatementIndex, view: View, node: NodeKey): ExpansionRecord {
  const adjacency = index.adjacency(view.rollup);
  const drawn = (one: View) => drawnContent(index, one, adjacency, mayReduce(one, "screen")).nodes;
  if (view.expand.includes(node)) return { node, neighbours: [], total: 0 };
  const itself = adjacency.standsFor[index.nodeByKey.get(node) as number] as number;
  const there = new Set(drawn(view));
  const fresh = drawn({ ...view, expand: [...view.expand, node] })
    .filter((number) => number !== itself && !there.has(number))
    .map((number) => ({ key: index.nodes[number] as NodeKey, label: nodeLabel(index, number) }))
    .sort((a, b) => byCodeUnit(a.key, b.key));
  return { node, neighbours: fresh.slice(0, RECORD_LIMITS.items), total: fresh.length };
}
