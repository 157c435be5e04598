/** Nodes of a picture that are found by its edges: neighbours, and the ends of what is selected. Pure. */

import { type Selection, selectedNodes } from "../state/selection.ts";

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** Keys of the nodes at the other ends of the edges at some nodes. */
export function neighboursIn(edges: readonly Ends[], keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { source, target } of edges) {
    if (keys.includes(source)) found.add(target);
    if (keys.includes(target)) found.add(source);
  }
  for (const key of keys) found.delete(key);
  return found;
}

/** Keys of the nodes that are selected, or at the ends of the edge or pair that is; none for a statement. */
export function selectedEnds(
  edges: readonly (Ends & { readonly key: string })[],
  selection: Selection | null,
): readonly string[] {
  if (selection?.type === "pair") return [selection.from, selection.to];
  if (selection?.type !== "edge") return selectedNodes(selection);
  const edge = edges.find(({ key }) => key === selection.key);
  return edge ? [edge.source, edge.target] : [];
}
