/**
 * Who takes a side on what, as bits: on how many issues two actors share a side, and on how many they stand on opposite ones, is
 * then counted 32 issues at a time, or issue by issue where that is less work.
 */

import * as flag from "../../graph/edge-flags.ts";
import type { ProjectionInput } from "./projection.ts";

/** Bits of the sides that an actor takes on an issue; both when it is reported on both. */
export const SUPPORTS = 1;
export const OPPOSES = 2;

/** The sides of all actors that take one: a row for each actor, with an entry for each of its statements that takes a side. */
export interface Sides {
  /** Node number of each row, ascending. */
  readonly actors: Int32Array;
  /** Entries of row r: `start[r] … start[r + 1] − 1`, by issue, then by statement. */
  readonly start: Int32Array;
  /** Place of the issue in the order in which issues are met. */
  readonly issue: Int32Array;
  readonly statement: Int32Array;
  /** `SUPPORTS` or `OPPOSES`. */
  readonly side: Uint8Array;
  readonly issues: number;
}

/** Gathers the sides that statements take, O(statements). Neutral stances and relations take none. */
export function gatherSides({ index, adjacency, statements }: ProjectionInput): Sides {
  const { support, oppose } = flag.POLARITY_BIT;
  const place = new Int32Array(index.nodes.length).fill(-1);
  const size = new Int32Array(index.nodes.length);
  const taken = new Int32Array(statements.length);
  let [count, issues] = [0, 0];
  for (let at = 0; at < statements.length; at++) {
    const number = statements[at] as number;
    const word = index.flags[number] as number;
    if ((word & flag.STANCE) === 0 || (word & (support | oppose)) === 0) continue;
    const issue = adjacency.to[number] as number;
    if ((place[issue] as number) < 0) place[issue] = issues++;
    const actor = adjacency.from[number] as number;
    size[actor] = (size[actor] as number) + 1;
    taken[count++] = number;
  }
  // Statements sorted by issue first, then dealt out to their actors, are in the order of issues there (a radix sort).
  const byIssue = dealt(taken.subarray(0, count), issues, (number) => place[adjacency.to[number] as number]);
  const row = new Int32Array(index.nodes.length);
  const actors: number[] = [];
  size.forEach((entries, node) => {
    if (entries > 0) row[node] = actors.push(node) - 1;
  });
  const statement = dealt(byIssue, actors.length, (number) => row[adjacency.from[number] as number]);
  const start = new Int32Array(actors.length + 1);
  actors.forEach((node, at) => {
    start[at + 1] = (start[at] as number) + (size[node] as number);
  });
  return {
    actors: Int32Array.from(actors),
    start,
    issue: statement.map((number) => place[adjacency.to[number] as number] as number),
    statement,
    side: Uint8Array.from(statement, (number) =>
      ((index.flags[number] as number) & support) !== 0 ? SUPPORTS : OPPOSES,
    ),
    issues,
  };
}

/** A stable counting sort. */
function dealt(numbers: Int32Array, bins: number, binOf: (number: number) => number | undefined): Int32Array {
  const next = new Int32Array(bins + 1);
  for (const number of numbers) {
    const bin = (binOf(number) as number) + 1;
    next[bin] = (next[bin] as number) + 1;
  }
  for (let bin = 0; bin < bins; bin++) next[bin + 1] = (next[bin + 1] as number) + (next[bin] as number);
  const sorted = new Int32Array(numbers.length);
  for (const number of numbers) {
    const bin = binOf(number) as number;
    sorted[next[bin] as number] = number;
    next[bin] = (next[bin] as number) + 1;
  }
  return sorted;
}

/** Hears of every pair of rows `a < b` with something in common, rows ascending. */
export type PairVisitor = (a: number, b: number, agree: number, disagree: number) => void;

/** Counts for every pair of rows the issues on which they agree and disagree, by whichever way is less work. */
export function countPairs(sides: Sides, visit: PairVisitor): void {
  const rows = sides.actors.length;
  const words = (sides.issues + 31) >>> 5;
  // Entries spread evenly over the issues make the fewest pairs (Jensen); a pair costs about as much as four words.
  const pairs = sides.statement.length ** 2 / (2 * Math.max(1, sides.issues));
  if ((rows * rows * words) / 8 <= pairs) countByBits(sides, words, visit);
  else countByIssue(sides, visit);
}

/** Number of bits set. */
function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function countByBits(sides: Sides, words: number, visit: PairVisitor): void {
  const { actors, start, issue, side } = sides;
  const rows = actors.length;
  const supports = new Int32Array(rows * words);
  const opposes = new Int32Array(rows * words);
  // An actor that comes late or goes early has a short stretch of words, because issues are numbered as they are met.
  const first = new Int32Array(rows);
  const end = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [start[row] as number, start[row + 1] as number];
    first[row] = (issue[from] as number) >>> 5;
    end[row] = ((issue[to - 1] as number) >>> 5) + 1;
    for (let at = from; at < to; at++) {
      const bits = side[at] === SUPPORTS ? supports : opposes;
      const word = row * words + ((issue[at] as number) >>> 5);
      bits[word] = (bits[word] as number) | (1 << ((issue[at] as number) & 31));
    }
  }
  for (let a = 0; a < rows; a++)
    for (let b = a + 1; b < rows; b++) {
      const until = Math.min(end[a] as number, end[b] as number);
      let [agree, disagree] = [0, 0];
      for (let word = Math.max(first[a] as number, first[b] as number); word < until; word++) {
        const mine = supports[a * words + word] as number;
        const against = opposes[a * words + word] as number;
        const theirs = supports[b * words + word] as number;
        const theirAgainst = opposes[b * words + word] as number;
        agree += popcount((mine & theirs) | (against & theirAgainst));
        disagree += popcount((mine & theirAgainst) | (against & theirs));
      }
      if (agree + disagree > 0) visit(a, b, agree, disagree);
    }
}

export function countByIssue(sides: Sides, visit: PairVisitor): void {
  const { actors, start, issue, side, issues } = sides;
  const rows = actors.length;
  // For each issue its rows, ascending, each once with all its sides.
  const holders: { row: number; sides: number }[][] = Array.from({ length: issues }, () => []);
  for (let row = 0; row < rows; row++)
    for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
      const list = holders[issue[at] as number] as { row: number; sides: number }[];
      const last = list.at(-1);
      if (last?.row === row) last.sides |= side[at] as number;
      else list.push({ row, sides: side[at] as number });
    }
  const agree = new Int32Array(rows);
  const disagree = new Int32Array(rows);
  const place = new Int32Array(issues);
  for (let a = 0; a < rows; a++) {
    const met: number[] = [];
    for (let at = start[a] as number; at < (start[a + 1] as number); at++) {
      const here = issue[at] as number;
      if (at > (start[a] as number) && issue[at - 1] === here) continue;
      const list = holders[here] as { row: number; sides: number }[];
      // Rows come in ascending order, so on every issue all rows before this one have been passed.
      const own = list[place[here] as number]?.sides as number;
      place[here] = (place[here] as number) + 1;
      for (let other = place[here] as number; other < list.length; other++) {
        const { row, sides: theirs } = list[other] as { row: number; sides: number };
        if (agree[row] === 0 && disagree[row] === 0) met.push(row);
        if ((own & theirs) !== 0) agree[row] = (agree[row] as number) + 1;
        if ((opposite(own) & theirs) !== 0) disagree[row] = (disagree[row] as number) + 1;
      }
    }
    met.sort((x, y) => x - y);
    for (const b of met) {
      visit(a, b, agree[b] as number, disagree[b] as number);
      agree[b] = 0;
      disagree[b] = 0;
    }
  }
}

/** Support for oppose and the other way round. */
export const opposite = (sides: number): number => ((sides & 1) << 1) | (sides >> 1);
