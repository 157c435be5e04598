/**
 * Actors joined by the issues on which both take a side: one edge `support` for the issues where they share a side, one
 * edge `oppose` for those where they stand on opposite sides. `count` = number of issues; neutral stances do not count, and an
 * actor reported on both sides of an issue both agrees and disagrees with everyone who takes a side on it.
 */

import { countPairs, endOf, firstOf, gatherSides, opposite, type Sides } from "./agreement-counts.ts";
import type { DraftEdge, ProjectionMethod } from "./projection.ts";

/** What a row has on one issue: the sides it takes, and the place after its last statement there. */
function stretch({ order, side }: Sides, from: number, end: number): { end: number; sides: number } {
  const { statement, target } = order;
  let at = from;
  let sides = 0;
  while (at < end && target[at] === target[from]) sides |= side[statement[at++] as number] as number;
  return { end: at, sides };
}

/**
 * Numbers of the statements behind an edge, ascending: of both actors, on the issues where they agree (or disagree). With `most`,
 * those on the first issues that hold as many, and no more.
 */
function statementsBehind(sides: Sides, a: number, b: number, agreeing: boolean, most: number): number[] {
  const { order, side } = sides;
  const { statement, target } = order;
  const behind: number[] = [];
  let [mine, theirs] = [firstOf(sides, a), firstOf(sides, b)];
  const [myEnd, theirEnd] = [endOf(sides, a), endOf(sides, b)];
  while (mine < myEnd && theirs < theirEnd && behind.length < most) {
    const step = (target[mine] as number) - (target[theirs] as number);
    if (step < 0) mine++;
    else if (step > 0) theirs++;
    else {
      const own = stretch(sides, mine, myEnd);
      const other = stretch(sides, theirs, theirEnd);
      const wanted = agreeing ? other.sides : opposite(other.sides);
      const back = agreeing ? own.sides : opposite(own.sides);
      for (; mine < own.end; mine++)
        if (((side[statement[mine] as number] as number) & wanted) !== 0)
          behind.push(statement[mine] as number);
      for (; theirs < other.end; theirs++)
        if (((side[statement[theirs] as number] as number) & back) !== 0)
          behind.push(statement[theirs] as number);
    }
  }
  return behind.sort((x, y) => x - y).slice(0, most);
}

/** An edge of two rows; what it says is put together when it is asked for, because a large network has very many. */
class AgreementDraft implements DraftEdge {
  readonly kind = "agreement";
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly polarity: "support" | "oppose";
  readonly #sides: Sides;

  /** `from` and `to` are node numbers, the one whose key is less first. */
  constructor(sides: Sides, from: number, to: number, agreeing: boolean, count: number) {
    this.from = from;
    this.to = to;
    this.polarity = agreeing ? "support" : "oppose";
    this.count = count;
    this.#sides = sides;
  }

  get key(): string {
    const { nodes } = this.#sides;
    return `${nodes[this.from]};${this.polarity === "support" ? "agree" : "disagree"};${nodes[this.to]}`;
  }

  get label(): string {
    return this.polarity === "support" ? "agrees with" : "disagrees with";
  }

  statements(most = Number.POSITIVE_INFINITY): number[] {
    const { row } = this.#sides.layout;
    const [a, b] = [row[this.from] as number, row[this.to] as number];
    return statementsBehind(this.#sides, a, b, this.polarity === "support", most);
  }
}

export const agreementProjection: ProjectionMethod = {
  id: "agreement",
  label: "Agreement",
  description: "Actors joined by the issues on which both take a side.",
  type: "undirected",
  run(input) {
    const sides = gatherSides(input);
    const { actors, rank } = sides.layout;
    const edges: DraftEdge[] = [];
    countPairs(sides, (a, b, agree, disagree) => {
      const inOrder = (rank[a] as number) < (rank[b] as number);
      const from = actors[inOrder ? a : b] as number;
      const to = actors[inOrder ? b : a] as number;
      if (agree > 0) edges.push(new AgreementDraft(sides, from, to, true, agree));
      if (disagree > 0) edges.push(new AgreementDraft(sides, from, to, false, disagree));
    });
    return edges;
  },
};
