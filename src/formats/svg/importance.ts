/** The order in which nodes find room for their names: most connected first, then best evidenced; for the map and the SVG export alike. Pure. */

import { byCodeUnit } from "../../model/id.ts";

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** Numbers of nodes by importance: by the number of their different neighbours, then of their statements, then by key. */
export function byConnections(
  nodes: readonly { readonly key: string; readonly statements: number }[],
  edges: Iterable<Ends>,
): readonly number[] {
  const neighbours = nodes.map(() => new Set<string>());
  const numberOf = new Map<string, number>(nodes.map(({ key }, number) => [key, number]));
  for (const { source, target } of edges) {
    neighbours[numberOf.get(source) ?? -1]?.add(target);
    neighbours[numberOf.get(target) ?? -1]?.add(source);
  }
  const degree = (number: number): number => neighbours[number]?.size ?? 0;
  return nodes
    .map((_, number) => number)
    .sort((a, b) => {
      const [one, other] = [nodes[a], nodes[b]];
      if (!one || !other) return 0;
      return degree(b) - degree(a) || other.statements - one.statements || byCodeUnit(one.key, other.key);
    });
}
