/** The statements behind ties of actors: sides that others take too, or that others stand against. */

import { type Position, type Positions, signed } from "./positions.ts";

/** Ties of actors on the same side, on opposite sides, or of either kind. */
export type TieKind = "congruence" | "conflict" | "either";

/** The statements of one position that tie its holder to another actor. */
export type TyingStatements = (position: Position, kind: TieKind) => readonly number[];

/** How many actors take each side of an issue. */
interface Takers {
  support: number;
  oppose: number;
}

/** Counts the sides of every issue once; then each position is answered in the number of its statements. */
export function tyingStatements({ byIssue }: Positions): TyingStatements {
  const takers = new Map<number, Takers>();
  for (const [issue, holders] of byIssue) {
    const counts: Takers = { support: 0, oppose: 0 };
    for (const { support, oppose } of holders.values()) {
      if (support.length > 0) counts.support++;
      if (oppose.length > 0) counts.oppose++;
    }
    takers.set(issue, counts);
  }
  return ({ issue, support, oppose }, kind) => {
    const all = takers.get(issue) ?? { support: 0, oppose: 0 };
    const supported = all.support > (support.length > 0 ? 1 : 0);
    const opposed = all.oppose > (oppose.length > 0 ? 1 : 0);
    const ties = (same: boolean, other: boolean): boolean =>
      (kind !== "conflict" && same) || (kind !== "congruence" && other);
    return [...(ties(supported, opposed) ? support : []), ...(ties(opposed, supported) ? oppose : [])];
  };
}

/** All statements that tie any of `actors` to another actor. */
export function statementsOfTies(
  positions: Positions,
  actors: Iterable<number>,
  kind: TieKind,
): readonly number[] {
  const tying = tyingStatements(positions);
  return Array.from(actors).flatMap((actor) =>
    [...(positions.byHolder.get(actor)?.values() ?? [])].flatMap((position) => tying(position, kind)),
  );
}

/** All statements of an actor that take a side. */
export const sidesTaken = ({ byHolder }: Positions, actor: number): readonly number[] =>
  [...(byHolder.get(actor)?.values() ?? [])].flatMap(signed);
