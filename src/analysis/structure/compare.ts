/** How the positions of two actors on one issue compare, and over all issues. */

import { type Position, type Positions, sideOf } from "./positions.ts";

/** Bits of the sides taken: 1 = support, 2 = opposition. */
const sidesOf = ({ support, oppose }: Position): number =>
  (support.length > 0 ? 1 : 0) | (oppose.length > 0 ? 2 : 0);

const turned = (sides: number): number => ((sides & 1) << 1) | (sides >> 1);

/** Two positions that take sides: an actor on both sides agrees and disagrees with whoever takes one. */
export function compared(a: Position, b: Position): { readonly agree: boolean; readonly disagree: boolean } {
  const [mine, theirs] = [sidesOf(a), sidesOf(b)];
  return { agree: (mine & theirs) !== 0, disagree: (mine & turned(theirs)) !== 0 };
}

/** Issues on which each two actors agree and disagree, row by row in the order of `actors`; the diagonal is 0. */
export interface PairCounts {
  readonly agree: Int32Array;
  readonly disagree: Int32Array;
}

/** O(Σ over issues of the squared number of actors + actors²). */
export function pairCounts(positions: Positions, actors: readonly number[]): PairCounts {
  const n = actors.length;
  const agree = new Int32Array(n * n);
  const disagree = new Int32Array(n * n);
  const placeOf = new Map(actors.map((actor, place) => [actor, place]));
  for (const holders of positions.byIssue.values()) {
    const taken = [...holders.values()].filter((position) => sideOf(position) !== null);
    const places = Int32Array.from(taken, ({ holder }) => placeOf.get(holder) as number);
    const sides = Uint8Array.from(taken, sidesOf);
    for (let one = 0; one < taken.length; one++) {
      const mine = sides[one] as number;
      const row = (places[one] as number) * n;
      for (let other = 0; other < taken.length; other++) {
        if (other === one) continue;
        const cell = row + (places[other] as number);
        if ((mine & (sides[other] as number)) !== 0) agree[cell] = (agree[cell] as number) + 1;
        if ((turned(mine) & (sides[other] as number)) !== 0) disagree[cell] = (disagree[cell] as number) + 1;
      }
    }
  }
  return { agree, disagree };
}
