/** Allies and opponents of an actor: who shares its side on issues, and who stands on the other one. */

import { nodeLabel } from "../../analysis/naming/names.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Ally } from "../../model/api.ts";
import { byCodeUnit, type NodeKey } from "../../model/id.ts";
import type { Shown } from "./shown.ts";

/** Bits of the sides that an actor takes on an issue; both when it is reported on both. */
const SIDE = { support: 1, oppose: 2 } as const;

/** For each issue, the sides of every actor that takes one. */
function sidesByIssue(index: StatementIndex, shown: Shown): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const issues = new Map<number, Map<number, number>>();
  for (const number of shown.statements) {
    const statement = index.dataset.statements[number];
    if (!statement || statement.issue === null || statement.polarity === "neutral") continue;
    const issue = shown.adjacency.to[number] as number;
    const holder = shown.adjacency.from[number] as number;
    let sides = issues.get(issue);
    if (!sides) {
      sides = new Map();
      issues.set(issue, sides);
    }
    sides.set(holder, (sides.get(holder) ?? 0) | SIDE[statement.polarity]);
  }
  return issues;
}

const opposite = (sides: number): number => ((sides & 1) << 1) | (sides >> 1);

/**
 * Counts issues on which both take a side. An actor on both sides of an issue agrees and disagrees there, as in the agreement
 * projection. Those with as many agreements as disagreements are neither allies nor opponents.
 */
export function alliesOf(
  index: StatementIndex,
  shown: Shown,
  node: number,
): { readonly allies: readonly Ally[]; readonly opponents: readonly Ally[] } {
  const found = new Map<number, { agreeOn: string[]; disagreeOn: string[] }>();
  for (const [issue, sides] of sidesByIssue(index, shown)) {
    const own = sides.get(node);
    if (own === undefined) continue;
    const id = index.dataset.issues[issue - index.actorCount]?.id ?? "";
    for (const [other, theirs] of sides) {
      if (other === node) continue;
      let shared = found.get(other);
      if (!shared) {
        shared = { agreeOn: [], disagreeOn: [] };
        found.set(other, shared);
      }
      if (own & theirs) shared.agreeOn.push(id);
      if (opposite(own) & theirs) shared.disagreeOn.push(id);
    }
  }
  const all = Array.from(
    found,
    ([other, { agreeOn, disagreeOn }]): Ally => ({
      key: index.nodes[other] as NodeKey,
      label: nodeLabel(index, other),
      agree: agreeOn.length,
      disagree: disagreeOn.length,
      agreeOn: agreeOn.sort(byCodeUnit),
      disagreeOn: disagreeOn.sort(byCodeUnit),
    }),
  );
  const net = ({ agree, disagree }: Ally): number => agree - disagree;
  return {
    allies: all
      .filter((ally) => net(ally) > 0)
      .sort((a, b) => net(b) - net(a) || b.agree - a.agree || byCodeUnit(a.key, b.key)),
    opponents: all
      .filter((ally) => net(ally) < 0)
      .sort((a, b) => net(a) - net(b) || b.disagree - a.disagree || byCodeUnit(a.key, b.key)),
  };
}
