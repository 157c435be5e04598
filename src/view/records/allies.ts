/** Allies and opponents of an actor: who shares its side on issues, and who stands on the other one. */

import { nodeLabel } from "../../analysis/naming/names.ts";
import * as flag from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { type Ally, RECORD_LIMITS } from "../../model/api.ts";
import { byCodeUnit, type NodeKey } from "../../model/id.ts";
import { opposite } from "../projections/agreement-counts.ts";
import { OPPOSES, SUPPORTS } from "../projections/side-layout.ts";
import { type Shown, statementsAt } from "./shown.ts";

const { support, oppose } = flag.POLARITY_BIT;

/** The side that a statement takes, or 0. */
function sideOf({ flags }: StatementIndex, number: number): number {
  const word = flags[number] as number;
  if ((word & flag.STANCE) === 0) return 0;
  return (word & support) !== 0 ? SUPPORTS : (word & oppose) !== 0 ? OPPOSES : 0;
}

/** What an actor has in common with another. */
interface Common {
  agree: number;
  disagree: number;
  readonly agreeOn: string[];
  readonly disagreeOn: string[];
}

/** The actor's own sides by issue node, issues in the order of their ids. */
function ownSides(index: StatementIndex, shown: Shown, node: number): readonly (readonly [number, number])[] {
  const own = new Map<number, number>();
  for (const number of statementsAt(shown, node)) {
    const side = shown.adjacency.from[number] === node ? sideOf(index, number) : 0;
    const issue = shown.adjacency.to[number] as number;
    if (side !== 0) own.set(issue, (own.get(issue) ?? 0) | side);
  }
  return [...own].sort(([a], [b]) => byCodeUnit(index.nodes[a] as string, index.nodes[b] as string));
}

/**
 * Counts issues on which both take a side. An actor on both sides of an issue agrees and disagrees there, as in the agreement
 * projection. Those with as many agreements as disagreements are neither allies nor opponents.
 */
export function alliesOf(
  index: StatementIndex,
  shown: Shown,
  node: number,
): { readonly allies: readonly Ally[]; readonly opponents: readonly Ally[] } {
  const { adjacency, statements } = shown;
  const isShown = new Uint8Array(index.statementCount);
  for (const number of statements) isShown[number] = 1;
  const found = new Map<number, Common>();
  const sides = new Uint8Array(index.actorCount);
  for (const [issue, own] of ownSides(index, shown, node)) {
    const id = index.dataset.issues[issue - index.actorCount]?.id ?? "";
    const others = new Set<number>();
    for (let at = adjacency.inStart[issue] as number; at < (adjacency.inStart[issue + 1] as number); at++) {
      const edge = adjacency.inEdge[at] as number;
      const other = adjacency.from[edge] as number;
      const side = edge < index.statementCount && isShown[edge] === 1 ? sideOf(index, edge) : 0;
      if (side === 0 || other === node) continue;
      sides[other] = (sides[other] as number) | side;
      others.add(other);
    }
    for (const other of others) {
      let common = found.get(other);
      if (!common) {
        common = { agree: 0, disagree: 0, agreeOn: [], disagreeOn: [] };
        found.set(other, common);
      }
      const theirs = sides[other] as number;
      sides[other] = 0;
      if (own & theirs && common.agree++ < RECORD_LIMITS.issues) common.agreeOn.push(id);
      if (opposite(own) & theirs && common.disagree++ < RECORD_LIMITS.issues) common.disagreeOn.push(id);
    }
  }
  const all = Array.from(
    found,
    ([other, common]): Ally => ({
      key: index.nodes[other] as NodeKey,
      label: nodeLabel(index, other),
      ...common,
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
