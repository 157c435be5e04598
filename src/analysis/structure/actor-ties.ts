/** Signed ties between actors, from the issues they agree and disagree on or from relations, with the statements behind them. */

import { grouped } from "../../model/counted.ts";
import type { Statement } from "../../model/dataset.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import { overLimit, type StatementSelection } from "./analysis.ts";
import { pairCounts } from "./compare.ts";
import { type Positions, sideOf, signed } from "./positions.ts";
import { byLabel } from "./rows.ts";
import type { SignedTie } from "./signed-graph.ts";

/** Actors whose matrix of pairs fits comfortably. */
const MOST_ACTORS = 3000;

/** What speaks for and against two actors being on one side: issues, or statements about relations. */
export interface PairRecord {
  /** Places of the actors, a < b. */
  readonly a: number;
  readonly b: number;
  positive: number;
  negative: number;
}

export interface ActorPairs {
  /** Nodes of the index, by label. */
  readonly actors: readonly number[];
  /** By place a · number of actors + place b. */
  readonly pairs: ReadonlyMap<number, PairRecord>;
  /** Numbers of the statements behind a pair. */
  statementsOf(pair: PairRecord): readonly number[];
  /** Numbers of those behind any of some pairs, in the time of counting all pairs once. */
  statementsOfAll(pairs: Iterable<PairRecord>): readonly number[];
}

class PairTable {
  readonly pairs = new Map<number, PairRecord>();
  readonly #order: number;

  constructor(order: number) {
    this.#order = order;
  }

  at(x: number, y: number): PairRecord {
    const [a, b] = x < y ? [x, y] : [y, x];
    const key = a * this.#order + b;
    let pair = this.pairs.get(key);
    if (!pair) {
      pair = { a, b, positive: 0, negative: 0 };
      this.pairs.set(key, pair);
    }
    return pair;
  }
}

/** Positive = issues on which the two share a side, negative = issues on which they are on opposite sides. */
export function pairsByPositions({ index }: StatementSelection, positions: Positions): ActorPairs {
  const holders = new Set(
    [...positions.byIssue.values()].flatMap((own) =>
      [...own.values()].filter((position) => sideOf(position) !== null).map(({ holder }) => holder),
    ),
  );
  const actors = [...holders].sort(byLabel(index));
  if (actors.length > MOST_ACTORS)
    throw overLimit(
      "ties",
      `${grouped(actors.length)} actors take a side, more than ${grouped(MOST_ACTORS)}`,
      MOST_ACTORS,
      "Narrow the view by a filter or a roll-up.",
    );
  const { agree, disagree } = pairCounts(positions, actors);
  const pairs = new Map<number, PairRecord>();
  for (let a = 0; a < actors.length; a++)
    for (let b = a + 1; b < actors.length; b++) {
      const cell = a * actors.length + b;
      const [positive, negative] = [agree[cell] as number, disagree[cell] as number];
      if (positive + negative > 0) pairs.set(cell, { a, b, positive, negative });
    }
  const held = (place: number) => positions.byHolder.get(actors[place] as number);
  return {
    actors,
    pairs,
    statementsOf: ({ a, b }) =>
      [...(held(a) ?? [])].flatMap(([issue, mine]) => {
        const theirs = held(b)?.get(issue);
        return theirs && sideOf(mine) !== null && sideOf(theirs) !== null
          ? [...signed(mine), ...signed(theirs)]
          : [];
      }),
    statementsOfAll: (chosen) => {
      const cells = new Uint8Array(actors.length ** 2);
      for (const { a, b } of chosen) {
        cells[a * actors.length + b] = 1;
        cells[b * actors.length + a] = 1;
      }
      const placeOf = new Map(actors.map((actor, place) => [actor, place]));
      return [...positions.byIssue.values()].flatMap((holders) => {
        const taken = [...holders.values()].filter((position) => sideOf(position) !== null);
        const places = taken.map(({ holder }) => placeOf.get(holder) as number);
        return taken
          .filter((_, at) =>
            places.some((other) => cells[(places[at] as number) * actors.length + other] === 1),
          )
          .flatMap(signed);
      });
    },
  };
}

/** Positive and negative = statements about relations of that polarity, in either direction; neutral ones do not enter. */
export function pairsByRelations({ index, adjacency }: StatementSelection, positions: Positions): ActorPairs {
  const statements = positions.relations.filter((at) => {
    const { polarity } = index.dataset.statements[at] as Statement;
    return polarityTerm(polarity).sign !== 0 && adjacency.from[at] !== adjacency.to[at];
  });
  const ends = statements.flatMap((at) => [adjacency.from[at] as number, adjacency.to[at] as number]);
  const actors = [...new Set(ends)].sort(byLabel(index));
  const placeOf = new Map(actors.map((actor, place) => [actor, place]));
  const table = new PairTable(actors.length);
  const behind = new Map<PairRecord, number[]>();
  for (const at of statements) {
    const pair = table.at(
      placeOf.get(adjacency.from[at] as number) as number,
      placeOf.get(adjacency.to[at] as number) as number,
    );
    if (polarityTerm((index.dataset.statements[at] as Statement).polarity).sign > 0) pair.positive++;
    else pair.negative++;
    const list = behind.get(pair);
    if (list) list.push(at);
    else behind.set(pair, [at]);
  }
  const statementsOf = (pair: PairRecord): readonly number[] => behind.get(pair) ?? [];
  return {
    actors,
    pairs: table.pairs,
    statementsOf,
    statementsOfAll: (chosen) => [...chosen].flatMap(statementsOf),
  };
}

/** The signed tie of a pair, or null where positive and negative are equal. Weight 1, or the difference when `weighted`. */
export function tieOf(
  { a, b }: Pick<PairRecord, "a" | "b">,
  net: number,
  weighted: boolean,
): SignedTie | null {
  if (net === 0) return null;
  return { a, b, sign: net > 0 ? 1 : -1, weight: weighted ? Math.abs(net) : 1 };
}
