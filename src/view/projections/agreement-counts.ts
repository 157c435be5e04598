/**
 * Who takes a side on what, as bits: on how many issues two actors share a side, and on how many they stand on opposite ones, is
 * then counted 32 issues at a time, or issue by issue where that is less work.
 */

import type { Adjacency } from "../../graph/adjacency.ts";
import * as flag from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { ProjectionInput } from "./projection.ts";

/** Bits of the sides that an actor takes on an issue; both when it is reported on both. */
export const SUPPORTS = 1;
export const OPPOSES = 2;

/** The statements that take a side. Actors are rows, ascending by node number; issues are numbered in the order in which they are met. */
export interface Sides {
  readonly index: StatementIndex;
  readonly adjacency: Adjacency;
  /** Node number of each row. */
  readonly actors: Int32Array;
  /** By node number, the row of an actor. */
  readonly row: Int32Array;
  /** By node number, the number of an issue. */
  readonly number: Int32Array;
  readonly issues: number;
  /** Numbers of the statements, ascending. */
  readonly statements: Int32Array;
  /** The same by row; sorted at the first call, then kept. */
  entries(): Entries;
}

/** Entries of row r: `start[r] … start[r + 1] − 1`, by number of the issue, then by statement. */
export interface Entries {
  readonly start: Int32Array;
  readonly issue: Int32Array;
  readonly statement: Int32Array;
  /** `SUPPORTS` or `OPPOSES`. */
  readonly side: Uint8Array;
}

const { support, oppose } = flag.POLARITY_BIT;

/** Gathers the sides that statements take, O(statements). Neutral stances and relations take none. */
export function gatherSides({ index, adjacency, statements }: ProjectionInput): Sides {
  const number = new Int32Array(index.nodes.length).fill(-1);
  const row = new Int32Array(index.nodes.length).fill(-1);
  const taken = new Int32Array(statements.length);
  const { flags } = index;
  const { from, to } = adjacency;
  const sided = support | oppose;
  let [count, issues] = [0, 0];
  for (let at = 0; at < statements.length; at++) {
    const statement = statements[at] as number;
    const word = flags[statement] as number;
    if ((word & flag.STANCE) === 0 || (word & sided) === 0) continue;
    const issue = to[statement] as number;
    if ((number[issue] as number) < 0) number[issue] = issues++;
    row[from[statement] as number] = 0;
    taken[count++] = statement;
  }
  const actors: number[] = [];
  row.forEach((found, node) => {
    if (found === 0) row[node] = actors.push(node) - 1;
  });
  const known = { index, adjacency, actors: Int32Array.from(actors), row, number, issues };
  const kept = taken.subarray(0, count);
  let sorted: Entries | null = null;
  return {
    ...known,
    statements: kept,
    entries: () => {
      sorted ??= sortEntries(index, adjacency, kept, known);
      return sorted;
    },
  };
}

/** Where each of several bins begins: the running sum of their sizes, in place. */
function begin(sizes: Int32Array): Int32Array {
  let sum = 0;
  for (let bin = 0; bin < sizes.length; bin++) {
    const size = sizes[bin] as number;
    sizes[bin] = sum;
    sum += size;
  }
  return sizes;
}

/** By issue first, then dealt out to the rows: the order by issue stays there (a radix sort). */
function sortEntries(
  index: StatementIndex,
  { from, to }: Adjacency,
  statements: Int32Array,
  { actors, row, number, issues }: Pick<Sides, "actors" | "row" | "number" | "issues">,
): Entries {
  const size = statements.length;
  const ofIssue = new Int32Array(issues);
  const ofRow = new Int32Array(actors.length + 1);
  for (let at = 0; at < size; at++) {
    const statement = statements[at] as number;
    const issue = number[to[statement] as number] as number;
    const actor = row[from[statement] as number] as number;
    ofIssue[issue] = (ofIssue[issue] as number) + 1;
    ofRow[actor] = (ofRow[actor] as number) + 1;
  }
  begin(ofIssue);
  const start = begin(ofRow);
  const byIssue = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    const statement = statements[at] as number;
    const issue = number[to[statement] as number] as number;
    byIssue[ofIssue[issue] as number] = statement;
    ofIssue[issue] = (ofIssue[issue] as number) + 1;
  }
  const next = start.slice();
  const entries = {
    issue: new Int32Array(size),
    statement: new Int32Array(size),
    side: new Uint8Array(size),
  };
  for (let at = 0; at < size; at++) {
    const statement = byIssue[at] as number;
    const actor = row[from[statement] as number] as number;
    const place = next[actor] as number;
    next[actor] = place + 1;
    entries.statement[place] = statement;
    entries.issue[place] = number[to[statement] as number] as number;
    entries.side[place] = ((index.flags[statement] as number) & support) !== 0 ? SUPPORTS : OPPOSES;
  }
  return { start, ...entries };
}

/** Hears of every pair of rows `a < b` with something in common, rows ascending. */
export type PairVisitor = (a: number, b: number, agree: number, disagree: number) => void;

/** Counts for every pair of rows the issues on which they agree and disagree, by whichever way is less work. */
export function countPairs(sides: Sides, visit: PairVisitor): void {
  const rows = sides.actors.length;
  const words = (sides.issues + 31) >>> 5;
  // Entries spread evenly over the issues make the fewest pairs (Jensen); a pair costs about as much as four words.
  const pairs = sides.statements.length ** 2 / (2 * Math.max(1, sides.issues));
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
  const { index, adjacency, actors, row, number, statements } = sides;
  const rows = actors.length;
  const supports = new Int32Array(rows * words);
  const opposes = new Int32Array(rows * words);
  // An actor that comes late or goes early has a short stretch of words, because issues are numbered as they are met.
  const first = new Int32Array(rows).fill(words);
  const end = new Int32Array(rows);
  for (let at = 0; at < statements.length; at++) {
    const statement = statements[at] as number;
    const actor = row[adjacency.from[statement] as number] as number;
    const issue = number[adjacency.to[statement] as number] as number;
    const bits = ((index.flags[statement] as number) & support) !== 0 ? supports : opposes;
    const word = issue >>> 5;
    const place = actor * words + word;
    bits[place] = (bits[place] as number) | (1 << (issue & 31));
    if (word < (first[actor] as number)) first[actor] = word;
    if (word >= (end[actor] as number)) end[actor] = word + 1;
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
  const { start, issue, side } = sides.entries();
  const { issues } = sides;
  const rows = sides.actors.length;
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
