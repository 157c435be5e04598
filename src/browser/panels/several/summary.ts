/** What several selected nodes have in common, from the graph of the view with its statements bundled. Pure. */

import type { Polarity } from "../../../model/vocabulary.ts";
import type { GraphDocument } from "../../api/client.ts";
import { isNodeOf } from "./node-type.ts";

type Side = Polarity | "mixed";
type Sides = Readonly<Record<Side, readonly string[]>>;

/** A node beside several of the selected, with their keys by what stands between: `mixed` = for and against. */
export interface Shared {
  readonly key: string;
  readonly label: string;
  /** Selected actors with a position on it, which is an issue. */
  readonly heldBy: Sides;
  /** Selected issues on which it, an actor, has a position. */
  readonly holds: Sides;
  /** Selected actors with which it has relations. */
  readonly related: readonly string[];
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
      const isIssue = isNodeOf(key, "issue");
      const ofType = (type: "actor" | "issue") => [...found].filter(([own]) => isNodeOf(own, type));
      return {
        key,
        label: labels.get(key) ?? key,
        heldBy: bySide(isIssue ? ofType("actor") : []),
        holds: bySide(isIssue ? [] : ofType("issue")),
        related: isIssue ? [] : ofType("actor").map(([own]) => own),
        by: found.size,
      };
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

/** Keys by the side that their polarities make together. */
function bySide(found: readonly (readonly [string, ReadonlySet<Polarity>])[]): Sides {
  const sides: Record<Side, string[]> = { support: [], oppose: [], neutral: [], mixed: [] };
  for (const [key, polarities] of found) {
    const [support, oppose] = [polarities.has("support"), polarities.has("oppose")];
    sides[support && oppose ? "mixed" : support ? "support" : oppose ? "oppose" : "neutral"].push(key);
  }
  return sides;
}
