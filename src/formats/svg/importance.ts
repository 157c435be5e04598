/** The order in which nodes find room for their names: most connected first, then best evidenced; for the map and the SVG export alike. Pure. */

import { byCodeUnit } from "../../model/id.ts";
import { pairsOf } from "./pairs.ts";

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** Numbers of nodes by importance: by the number of their different neighbours, then of their statements, then by key. */
export function byConnections(
  nodes: readonly { readonly key: string; readonly statements: number }[],
  edges: readonly Ends[],
): readonly number[] {
  const { lesser, greater, numberOf } = pairsOf(
    edges,
    nodes.map(({ key }) => key),
  );
  const degrees = new Int32Array(numberOf.size);
  const count = (end: number): void => {
    degrees[end] = (degrees[end] as number) + 1;
  };
  for (let pair = 0; pair < lesser.length; pair++) {
    const one = lesser[pair] as number;
    const other = greater[pair] as number;
    count(one);
    if (other !== one) count(other);
  }
  // One number to compare by: degrees come first.
  const most = nodes.reduce((found, { statements }) => Math.max(found, statements), 0) + 1;
  const weights = Float64Array.from(
    nodes,
    ({ statements }, number) => (degrees[number] as number) * most + statements,
  );
  const keyOf = (number: number): string => nodes[number]?.key ?? "";
  return nodes
    .map((_, number) => number)
    .sort((a, b) => (weights[b] as number) - (weights[a] as number) || byCodeUnit(keyOf(a), keyOf(b)));
}
