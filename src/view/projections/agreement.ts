/**
 * Actors joined by the issues on which both take a side: one edge `support` for the issues where they share a side, one
 * edge `oppose` for those where they stand on opposite sides. `count` = number of issues; neutral stances do not count, and an
 * actor reported on both sides of an issue both agrees and disagrees with everyone who takes a side on it.
 */

import { reach } from "../../graph/runs.ts";
import {
  countPairs,
  endOf,
  firstOf,
  gatherSides,
  opposite,
  type Sides,
  takenIn,
} from "./agreement-counts.ts";
import type { DraftEdge, ProjectionInput, ProjectionMethod } from "./projection.ts";

/**
 * Numbers of the statements behind an edge, ascending: of both actors, on the issues where they agree (or disagree). With `most`,
 * those on the first issues that hold as many, and no more.
 */
function statementsBehind(sides: Sides, a: number, b: number, agreeing: boolean, most: number): Int32Array {
  const { statement, target } = sides.order;
  const side = (at: number): number => takenIn(sides, statement[at] as number);
  const behind: number[] = [];
  let [mine, theirs] = [firstOf(sides, a), firstOf(sides, b)];
  const [myEnd, theirEnd] = [endOf(sides, a), endOf(sides, b)];
  while (mine < myEnd && theirs < theirEnd && behind.length < most) {
    const issue = target[mine] as number;
    const other = target[theirs] as number;
    if (issue !== other) {
      if (issue < other) mine = reach(target, mine, myEnd, other);
      else theirs = reach(target, theirs, theirEnd, issue);
      continue;
    }
    // What each has on this issue: the places of its statements there, and the sides that they take.
    const [myFirst, theirFirst] = [mine, theirs];
    let [mySides, theirSides] = [0, 0];
    while (mine < myEnd && target[mine] === issue) mySides |= side(mine++);
    while (theirs < theirEnd && target[theirs] === issue) theirSides |= side(theirs++);
    const wanted = agreeing ? theirSides : opposite(theirSides);
    if ((mySides & wanted) === 0) continue;
    const back = agreeing ? mySides : opposite(mySides);
    for (let at = myFirst; at < mine; at++)
      if ((side(at) & wanted) !== 0) behind.push(statement[at] as number);
    for (let at = theirFirst; at < theirs; at++)
      if ((side(at) & back) !== 0) behind.push(statement[at] as number);
  }
  return Int32Array.from(behind).sort().subarray(0, most);
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

  statements(most = Number.POSITIVE_INFINITY): Int32Array {
    const { row } = this.#sides.layout;
    const [a, b] = [row[this.from] as number, row[this.to] as number];
    return statementsBehind(this.#sides, a, b, this.polarity === "support", most);
  }
}

/** Ties as numbers, by place: a large network has very many, of which few are drawn. */
export interface AgreementTies {
  readonly size: number;
  /** Node numbers, the one whose key is less first. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Number of issues. */
  readonly count: Int32Array;
  /** The edge at a place. */
  draft(at: number): DraftEdge;
}

/** Ties for which there is room at first. */
const MOST_ROOM = 65_536;

/** The ties that statements make, in the order of their edges. */
export function agreementTies(input: ProjectionInput): AgreementTies {
  const sides = gatherSides(input);
  const { actors, rank } = sides.layout;
  // Each two both ways, but no more room at first than is soon filled.
  const room = Math.min(actors.length ** 2, MOST_ROOM);
  let size = 0;
  let [from, to, count] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
  let agrees = new Uint8Array(room);
  const add = (one: number, other: number, issues: number, agreeing: number): void => {
    if (size === from.length)
      [from, to, count, agrees] = [twice(from), twice(to), twice(count), twice(agrees)];
    from[size] = one;
    to[size] = other;
    count[size] = issues;
    agrees[size++] = agreeing;
  };
  countPairs(sides, (a, b, agree, disagree) => {
    const inOrder = (rank[a] as number) < (rank[b] as number);
    const one = actors[inOrder ? a : b] as number;
    const other = actors[inOrder ? b : a] as number;
    if (agree > 0) add(one, other, agree, 1);
    if (disagree > 0) add(one, other, disagree, 0);
  });
  const draft = (at: number): DraftEdge =>
    new AgreementDraft(sides, from[at] as number, to[at] as number, agrees[at] === 1, count[at] as number);
  return { size, from, to, count, draft };
}

/** A longer array with the same numbers at its beginning. */
function twice<Numbers extends Int32Array | Uint8Array>(numbers: Numbers): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

export const agreementProjection: ProjectionMethod = {
  id: "agreement",
  label: "Agreement",
  description: "Actors joined by the issues on which both take a side.",
  type: "undirected",
  run(input) {
    const { size, draft } = agreementTies(input);
    return Array.from({ length: size }, (_, at) => draft(at));
  },
};
