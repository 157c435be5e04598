/** Who and what stands next to a node under a view, with the positions between them. */

import { nodeLabel } from "../../analysis/naming/names.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Neighbour } from "../../model/api.ts";
import { byCodeUnit, type NodeKey } from "../../model/id.ts";
import { type Shown, statementsAt } from "./shown.ts";

/** Neighbours of a node, most statements first, then by node key. */
export function neighboursOf(index: StatementIndex, shown: Shown, node: number): readonly Neighbour[] {
  const { adjacency } = shown;
  const found = new Map<number, { -readonly [Member in keyof Neighbour]: Neighbour[Member] }>();
  for (const number of statementsAt(shown, node)) {
    const from = adjacency.from[number] as number;
    const other = from === node ? (adjacency.to[number] as number) : from;
    if (other === node) continue;
    let neighbour = found.get(other);
    if (!neighbour) {
      neighbour = {
        key: index.nodes[other] as NodeKey,
        label: nodeLabel(index, other),
        statements: 0,
        support: 0,
        oppose: 0,
        neutral: 0,
      };
      found.set(other, neighbour);
    }
    neighbour.statements += 1;
    neighbour[index.dataset.statements[number]?.polarity ?? "neutral"] += 1;
  }
  return [...found.values()].sort((a, b) => b.statements - a.statements || byCodeUnit(a.key, b.key));
}
