/** What would lower the frustration index: an actor left out, or an actor reported on the other side of one issue. */

import type { ActorPairs, PairRecord } from "./actor-ties.ts";
import { tieOf } from "./actor-ties.ts";
import { compared } from "./compare.ts";
import { type Frustration, type FrustrationOptions, frustrationIndex } from "./frustration.ts";
import { type Position, type Positions, sideOf } from "./positions.ts";
import { costOf, descend, type SignedTie, signedGraph } from "./signed-graph.ts";

/** The index of the network without one actor; an upper bound when not exact. */
export function indexWithout(
  order: number,
  ties: readonly SignedTie[],
  place: number,
  options: FrustrationOptions,
): Pick<Frustration, "value" | "exact"> {
  const left = ties.filter(({ a, b }) => a !== place && b !== place);
  return frustrationIndex(signedGraph(order, left), options);
}

export interface SideChange {
  readonly position: Position;
  /** Cost of a division of the network with this change: the new index is at most this. */
  readonly atMost: number;
}

/**
 * For every single-sided position, the network in which it is the opposite one, divided by improving the given
 * division; only changes that lower `value`. The result is an upper bound, so that each stated fall is at least that.
 */
export function sideChanges(
  { actors, pairs }: ActorPairs,
  positions: Positions,
  weighted: boolean,
  { camps, value }: Pick<Frustration, "camps" | "value">,
): readonly SideChange[] {
  const n = actors.length;
  const placeOf = new Map(actors.map((actor, place) => [actor, place]));
  const changes: SideChange[] = [];
  actors.forEach((actor, place) => {
    for (const position of positions.byHolder.get(actor)?.values() ?? []) {
      const side = sideOf(position);
      if (side === null || side === 0) continue;
      const turned: Position = { ...position, support: position.oppose, oppose: position.support };
      const shift = new Map<number, number>();
      for (const other of positions.byIssue.get(position.issue)?.values() ?? []) {
        if (other.holder === position.holder || sideOf(other) === null) continue;
        const before = compared(position, other);
        const after = compared(turned, other);
        const theirs = placeOf.get(other.holder) as number;
        const key = Math.min(place, theirs) * n + Math.max(place, theirs);
        shift.set(
          key,
          Number(after.agree) - Number(after.disagree) - Number(before.agree) + Number(before.disagree),
        );
      }
      const ties = [...pairs].flatMap(([key, pair]): SignedTie[] => {
        const tie = tieOf(pair, net(pair) + (shift.get(key) ?? 0), weighted);
        return tie ? [tie] : [];
      });
      const graph = signedGraph(n, ties);
      const division = camps.slice();
      descend(graph, division);
      const atMost = costOf(graph, division);
      if (atMost < value - 1e-9) changes.push({ position, atMost });
    }
  });
  return changes;
}

export const net = ({ positive, negative }: PairRecord): number => positive - negative;
