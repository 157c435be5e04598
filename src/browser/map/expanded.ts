/** Neighbours of nodes among the edges of a picture. Pure. */

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
