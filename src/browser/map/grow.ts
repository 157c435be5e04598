/** Growing the surroundings that the map shows by those of one more node. Pure. */

import type { View } from "../../model/view.ts";

/** What is shown, as ends of edges. */
export interface Shown {
  readonly nodes: readonly { readonly key: string }[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

/** More centres than this would make an address too long. */
const MOST_CENTRES = 80;

/** Keys within some steps of others, over the edges shown. */
function within(shown: Shown, centres: readonly string[], steps: number): ReadonlySet<string> {
  const there = new Set<string>(shown.nodes.map(({ key }) => key));
  const found = new Set(centres.filter((key) => there.has(key)));
  for (let step = 0; step < steps; step++) {
    const next: string[] = [];
    for (const { source, target } of shown.edges) {
      if (found.has(source)) next.push(target);
      if (found.has(target)) next.push(source);
    }
    for (const key of next) found.add(key);
  }
  return found;
}

/**
 * The view that shows the neighbours of `key` beside what it shows now. Surroundings of one step take the node in as a further
 * centre. Wider ones become those of one step around all but their outermost nodes, which shows the same, and the new ones.
 */
export function grown(view: View, key: string, shown: Shown): View {
  const centres = view.depth === 1 ? view.ego : [...within(shown, view.ego, view.depth - 1)];
  if (view.depth > 1 && centres.length >= MOST_CENTRES)
    return { ...view, ego: [...new Set([...view.ego, key])].sort() };
  return { ...view, ego: [...new Set([...centres, key])].sort(), depth: 1 };
}

/** How many steps a further double press on a node shows: one around another node, else one more, up to three. */
export const nextDepth = (view: View, key: string): number =>
  view.ego.length === 1 && view.ego[0] === key ? Math.min(3, view.depth + 1) : 1;
