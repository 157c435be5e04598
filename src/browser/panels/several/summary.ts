/** What several selected nodes have in common, from the graph of the view with its statements bundled. Pure. */

import type { Polarity } from "../../../model/vocabulary.ts";
import type { GraphDocument } from "../../api/client.ts";
import { isNodeOf } from "./node-type.ts";

/** A node beside several of the selected. */
export interface Shared {
  readonly key: string;
  readonly label: string;
  /** Selected nodes beside it, by what stands between: `mixed` = for and against. */
  readonly sides: Readonly<Record<Polarity | "mixed", readonly string[]>>;
  /** How many of the selected. */
  readonly by: number;
}

export interface Summary {
  /** Statements at the selected nodes by polarity. */
  readonly mix: Readonly<Record<Polarity, number>> & { readonly conditional: number };
  /** Ids of the statements between two of them, and of all at any of them. */
  readonly between: readonly string[];
  readonly all: readonly string[];
  /** Nodes beside two or more of them, those beside most first. */
  readonly shared: readonly Shared[];
  /** Selected nodes that the view does not show. */
  readonly absent: readonly string[];
}

/** `keys`: the selected nodes. O(edges). */
export function summaryOf(graph: GraphDocument, keys: readonly string[]): Summary {
  const chosen = new Set(keys);
  const labels = new Map<string, string>(graph.nodes.map(({ key, attributes }) => [key, attributes.label]));
  const mix = { support: 0, oppose: 0, neutral: 0, conditional: 0 };
  const between = new Set<string>();
  const all = new Set<string>();
  const beside = new Map<string, Map<string, Set<Polarity>>>();
  for (const { source, target, attributes } of graph.edges) {
    const [from, to] = [chosen.has(source), chosen.has(target)];
    if ((!from && !to) || attributes.kind === "structure") continue;
    const polarity = attributes.polarity ?? "neutral";
    mix[polarity] += attributes.count;
    if (attributes.conditional) mix.conditional += 1;
    for (const id of attributes.statements) {
      all.add(id);
      if (from && to) between.add(id);
    }
    if (from === to) continue;
    const [own, other] = from ? [source, target] : [target, source];
    const found = beside.get(other) ?? new Map<string, Set<Polarity>>();
    beside.set(other, found);
    found.set(own, (found.get(own) ?? new Set<Polarity>()).add(polarity));
  }
  const shared = [...beside]
    .filter(([, found]) => found.size > 1)
    .map(([key, found]): Shared => {
      const sides = { support: [], oppose: [], neutral: [], mixed: [] } as Record<
        Polarity | "mixed",
        string[]
      >;
      for (const [own, polarities] of found) {
        const both = polarities.has("support") && polarities.has("oppose");
        const side = polarities.has("support") ? "support" : polarities.has("oppose") ? "oppose" : "neutral";
        sides[both ? "mixed" : side].push(own);
      }
      return { key, label: labels.get(key) ?? key, sides, by: found.size };
    })
    .sort(
      (a, b) =>
        Number(isNodeOf(b.key, "issue")) - Number(isNodeOf(a.key, "issue")) ||
        b.by - a.by ||
        a.label.localeCompare(b.label, "en"),
    );
  return {
    mix,
    between: [...between],
    all: [...all],
    shared,
    absent: keys.filter((key) => !labels.has(key)),
  };
}
