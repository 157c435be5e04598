/**
 * Who takes a side on what, as bits: on how many issues two actors share a side, and on how many they stand on opposite ones, is
 * then counted many issues at a time (`bit-counter.ts`), or issue by issue where that is less work.
 */

import { type BitCounter, bitCounter, bitsSet, wordOf } from "../../analysis/networks/bit-counter.ts";
import * as flag from "../../graph/edge-flags.ts";
import { type PairOrder, pairOrder } from "../../graph/pair-order.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { ProjectionInput } from "./projection.ts";

/** Bits of the sides that an actor takes on an issue; both when it is reported on both. */
export const SUPPORTS = 1;
export const OPPOSES = 2;

/** Words of a plane in a block. */
const PLANE = 4;

/** The statements that take a side. Actors are rows, ascending by node number. */
export interface Sides {
  readonly index: StatementIndex;
  /** All statements of the index; those of row r begin at `first[r]` and end before `order.start[actors[r] + 1]`. */
  readonly order: PairOrder;
  /** By statement number: `SUPPORTS`, `OPPOSES`, or 0 = not given, or takes no side. */
  readonly side: Uint8Array;
  /** How many take one. */
  readonly count: number;
  /** Node number of each row. */
  readonly actors: Int32Array;
  /** By row, the place of its first statement that takes a side. */
  readonly first: Int32Array;
  /** By node number, the row of an actor. */
  readonly row: Int32Array;
  /** By node number, the number of an issue, ascending too; −1 = nobody takes a side on it. */
  readonly number: Int32Array;
  readonly issues: number;
}

const { support, oppose } = flag.POLARITY_BIT;

/** Gathers the sides that statements take, O(nodes + statements of the index). Neutral stances and relations take none. */
export function gatherSides({ index, adjacency, statements }: ProjectionInput): Sides {
  const { flags, statementCount } = index;
  const { from, to } = adjacency;
  const nodes = index.nodes.length;
  const order = pairOrder(adjacency, statementCount);
  const side = new Uint8Array(statementCount);
  const row = new Int32Array(nodes).fill(-1);
  const number = new Int32Array(nodes).fill(-1);
  let count = 0;
  for (let at = 0; at < statements.length; at++) {
    const statement = statements[at] as number;
    const word = flags[statement] as number;
    if ((word & flag.STANCE) === 0 || (word & (support | oppose)) === 0) continue;
    side[statement] = (word & support) !== 0 ? SUPPORTS : OPPOSES;
    row[from[statement] as number] = 0;
    number[to[statement] as number] = 0;
    count++;
  }
  const actors: number[] = [];
  const first: number[] = [];
  let issues = 0;
  for (let node = 0; node < nodes; node++) {
    if (number[node] === 0) number[node] = issues++;
    if (row[node] !== 0) continue;
    let place = order.start[node] as number;
    while (side[order.statement[place] as number] === 0) place++;
    row[node] = actors.push(node) - 1;
    first.push(place);
  }
  return {
    index,
    order,
    side,
    count,
    actors: Int32Array.from(actors),
    first: Int32Array.from(first),
    row,
    number,
    issues,
  };
}

/** The place after the last one of a row. */
export const rowEnd = ({ order, actors }: Sides, row: number): number =>
  order.start[(actors[row] as number) + 1] as number;

/** Hears of every pair of rows `a < b` with something in common, rows ascending. */
export type PairVisitor = (a: number, b: number, agree: number, disagree: number) => void;

/** Counts for every pair of rows the issues on which they agree and disagree, by whichever way is less work. */
export function countPairs(sides: Sides, visit: PairVisitor): void {
  const rows = sides.actors.length;
  const words = (sides.issues + 31) >>> 5;
  // Entries spread evenly over the issues make the fewest pairs (Jensen); a pair costs about as much as four words.
  const pairs = sides.count ** 2 / (2 * Math.max(1, sides.issues));
  if ((rows * rows * words) / 8 <= pairs) countByBits(sides, visit);
  else countByIssue(sides, visit);
}

/** The sides as bits: plane 0 = supports, plane 1 = opposes. */
interface SideBits {
  readonly counter: BitCounter;
  /** By row, the word of its first block with a bit, and the word after its last: where issues come in order of time, an actor that comes late or goes early has few. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** By row, 1 = it takes both sides on an issue. */
  readonly isTorn: Uint8Array;
}

function sideBits(sides: Sides): SideBits {
  const { order, actors, number, issues, side } = sides;
  const rows = actors.length;
  const counter = bitCounter({ rows, columns: issues, planes: 2 });
  const { words, width, step } = counter;
  const first = new Int32Array(rows);
  const end = new Int32Array(rows);
  const isTorn = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = sides.first[row] as number;
    const until = rowEnd(sides, row);
    const begin = row * width;
    let [column, torn] = [0, 0];
    for (let at = from; at < until; at++) {
      const own = side[order.statement[at] as number] as number;
      if (own === 0) continue;
      column = number[order.target[at] as number] as number;
      const place = begin + wordOf(column, 2);
      const mine = own === SUPPORTS ? place : place + PLANE;
      words[mine] = (words[mine] as number) | (1 << column);
      torn |= (((words[place] as number) & (words[place + PLANE] as number)) >>> column) & 1;
    }
    // Issues ascend in a row.
    first[row] = ((number[order.target[from] as number] as number) >>> 7) * step;
    end[row] = ((column >>> 7) + 1) * step;
    isTorn[row] = torn;
  }
  return { counter, first, end, isTorn };
}

export function countByBits(sides: Sides, visit: PairVisitor): void {
  const { counter, first, end, isTorn } = sideBits(sides);
  const { found } = counter;
  const rows = sides.actors.length;
  for (let a = 0; a < rows; a++)
    for (let b = a + 1; b < rows; b++) {
      const from = Math.max(first[a] as number, first[b] as number);
      const until = Math.min(end[a] as number, end[b] as number);
      if (until <= from) continue;
      let [agree, disagree] = [0, 0];
      if (isTorn[a] || isTorn[b]) [agree, disagree] = countTorn(counter, a, b, from, until);
      else {
        // Nobody is on both sides: of the issues they share, those not on different sides are on the same.
        counter.count(a, b, from, until);
        disagree = found[1] as number;
        agree = (found[0] as number) - disagree;
      }
      if (agree + disagree > 0) visit(a, b, agree, disagree);
    }
}

/** The issues on which two rows agree and disagree, where either may take both sides of one: it then counts as both. */
function countTorn({ words, width, step }: BitCounter, a: number, b: number, from: number, until: number) {
  const [mine, theirs] = [a * width, b * width];
  let [agree, disagree] = [0, 0];
  for (let block = from; block < until; block += step)
    for (let at = block; at < block + PLANE; at++) {
      const [mySupport, myOppose] = [words[mine + at] as number, words[mine + at + PLANE] as number];
      const [theirSupport, theirOppose] = [
        words[theirs + at] as number,
        words[theirs + at + PLANE] as number,
      ];
      agree += bitsSet((mySupport & theirSupport) | (myOppose & theirOppose));
      disagree += bitsSet((mySupport & theirOppose) | (myOppose & theirSupport));
    }
  return [agree, disagree] as const;
}

export function countByIssue(sides: Sides, visit: PairVisitor): void {
  const { order, side, issues, number, first } = sides;
  const rows = sides.actors.length;
  // For each issue its rows, ascending, each once with all its sides; for each row its issues, each once.
  const holders: { row: number; sides: number }[][] = Array.from({ length: issues }, () => []);
  const spokenOf: number[][] = Array.from({ length: rows }, () => []);
  for (let row = 0; row < rows; row++)
    for (let at = first[row] as number; at < rowEnd(sides, row); at++) {
      const own = side[order.statement[at] as number] as number;
      if (own === 0) continue;
      const issue = number[order.target[at] as number] as number;
      const list = holders[issue] as { row: number; sides: number }[];
      const last = list.at(-1);
      if (last?.row === row) last.sides |= own;
      else {
        list.push({ row, sides: own });
        spokenOf[row]?.push(issue);
      }
    }
  const agree = new Int32Array(rows);
  const disagree = new Int32Array(rows);
  const place = new Int32Array(issues);
  for (let a = 0; a < rows; a++) {
    const met: number[] = [];
    for (const here of spokenOf[a] as number[]) {
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
