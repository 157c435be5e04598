/**
 * Who takes a side on what, as bits: on how many issues two actors share a side, and on how many they stand on opposite ones, is
 * then counted many issues at a time (`bit-counter.ts`), or issue by issue where that is less work.
 */

import { type BitCounter, bitCounter, bitsSet } from "../../analysis/networks/bit-counter.ts";
import { type PairOrder, pairOrder } from "../../graph/pair-order.ts";
import { piecesOf, reach } from "../../graph/runs.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { ProjectionInput } from "./projection.ts";
import { PLANE, type SideLayout, type SideTable, sideLayout } from "./side-layout.ts";
import { markBits, sidesOf } from "./side-marks.ts";

/** The statements that take a side, of those given. */
export interface Sides {
  readonly nodes: StatementIndex["nodes"];
  readonly layout: SideLayout;
  /** All statements of the index; those of row r stand from `firstOf(sides, r)` to `endOf(sides, r)`, issues ascending. */
  readonly order: PairOrder;
  /** By statement number, as in the layout, but of those given only; `takenIn` asks. */
  readonly side: Uint8Array;
  /** Where those given are a run, its ends: outside them none is given, whatever `side` says. */
  readonly begin: number;
  readonly until: number;
  /** The node of the first issue that may have one of those given. */
  readonly earliest: number;
  /** By row, what `firstOf` has found; −1 = not yet. */
  readonly firsts: Int32Array;
  /** The same as bits, until the next counter is made; null where the table would be too large. */
  readonly bits: BitCounter | null;
}

/** Gathers the sides that statements take, O(statements). */
export function gatherSides({ index, adjacency, statements }: ProjectionInput): Sides {
  const layout = sideLayout(index, adjacency);
  const pieces = piecesOf(statements);
  const isOneRun = pieces.length === 1 && pieces[0]?.isRun === true;
  const begin = isOneRun ? (statements[0] as number) : 0;
  const bits = layout.table && bitCounter(layout.shape);
  if (bits && layout.table)
    for (const piece of pieces) markBits(statements, piece, layout.table, adjacency, bits);
  return {
    nodes: index.nodes,
    layout,
    order: pairOrder(adjacency, index.statementCount),
    // A copy is left out where it can be: it is as long as the dataset.
    side: isOneRun ? layout.side : sidesOf(statements, layout.side),
    begin,
    until: isOneRun ? begin + statements.length : index.statementCount,
    earliest: layout.table ? earliestNode(layout.table, begin) : 0,
    firsts: new Int32Array(layout.actors.length).fill(-1),
    bits,
  };
}

/** The node of the first column that has a statement of at least some number; where issues come in order of time, those before are many. */
function earliestNode({ columns }: SideTable, begin: number): number {
  let column = 0;
  while (column < columns.last.length - 1 && (columns.last[column] as number) < begin) column++;
  return columns.node[column] as number;
}

/** The side that a statement takes; 0 where it is not given. */
export const takenIn = ({ side, begin, until }: Sides, statement: number): number =>
  statement >= begin && statement < until ? (side[statement] as number) : 0;

/** The place of a row's first statement that takes a side; its end where it has none. */
export function firstOf(sides: Sides, row: number): number {
  const { order, layout, firsts } = sides;
  const known = firsts[row] as number;
  if (known >= 0) return known;
  const end = endOf(sides, row);
  let place = order.start[layout.actors[row] as number] as number;
  if (sides.begin > 0) place = reach(order.target, place, end, sides.earliest);
  while (place < end && takenIn(sides, order.statement[place] as number) === 0) place++;
  firsts[row] = place;
  return place;
}

/** The place after the last one of a row. */
export const endOf = ({ order, layout }: Sides, row: number): number =>
  order.start[(layout.actors[row] as number) + 1] as number;

/** Hears of every pair of rows `a < b` with something in common, rows ascending. */
export type PairVisitor = (a: number, b: number, agree: number, disagree: number) => void;

/** Counts for every pair of rows the issues on which they agree and disagree, by whichever way is less work. At once after they were gathered. */
export function countPairs(sides: Sides, visit: PairVisitor): void {
  const stretches = sides.bits && stretchesOf(sides.bits, sides.layout.actors.length);
  if (stretches) {
    const { issues, blocks, entries } = stretches;
    // Entries spread evenly over the issues make the fewest pairs (Jensen); one costs about as much as a block of two rows.
    const pairs = entries ** 2 / (2 * Math.max(1, issues));
    if ((sides.layout.actors.length * blocks) / 2 <= pairs) {
      countByBits(sides, visit, stretches);
      return;
    }
  }
  countByIssue(sides, visit);
}

/** What of a table of bits is in use. */
interface Stretches {
  /** By row, the word of its first block with a bit, and the word after its last: where issues come in order of time, an actor that comes late or goes early has few. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** By row, 1 = it takes both sides on an issue. */
  readonly isTorn: Uint8Array;
  /** Blocks of all rows together, issues on which somebody takes a side, and how many sides are taken. */
  readonly blocks: number;
  readonly issues: number;
  readonly entries: number;
}

function stretchesOf({ words, width, step }: BitCounter, rows: number): Stretches {
  const first = new Int32Array(rows).fill(width);
  const end = new Int32Array(rows);
  const isTorn = new Uint8Array(rows);
  const anyone = new Int32Array(width);
  let [blocks, entries] = [0, 0];
  for (let row = 0; row < rows; row++) {
    for (let block = 0; block < width; block += step)
      for (let at = block; at < block + PLANE; at++) {
        const supports = words[row * width + at] as number;
        const opposes = words[row * width + at + PLANE] as number;
        if ((supports | opposes) === 0) continue;
        entries += bitsSet(supports) + bitsSet(opposes);
        if (first[row] === width) first[row] = block;
        end[row] = block + step;
        anyone[at] = (anyone[at] as number) | supports | opposes;
        if ((supports & opposes) !== 0) isTorn[row] = 1;
      }
    blocks += Math.max(0, ((end[row] as number) - (first[row] as number)) / step);
  }
  let issues = 0;
  for (const word of anyone) issues += bitsSet(word);
  return { first, end, isTorn, blocks, issues, entries };
}

/** Exported for tests, as the other way. */
export function countByBits(
  { bits, layout }: Sides,
  visit: PairVisitor,
  stretches: Stretches | null = bits && stretchesOf(bits, layout.actors.length),
): void {
  if (!bits || !stretches) throw new Error("there is no table of bits");
  const { first, end, isTorn } = stretches;
  const { found } = bits;
  const rows = layout.actors.length;
  for (let a = 0; a < rows; a++)
    for (let b = a + 1; b < rows; b++) {
      const from = Math.max(first[a] as number, first[b] as number);
      const until = Math.min(end[a] as number, end[b] as number);
      if (until <= from) continue;
      let [agree, disagree] = [0, 0];
      if (isTorn[a] || isTorn[b]) [agree, disagree] = countTorn(bits, a, b, from, until);
      else {
        // Nobody is on both sides: of the issues they share, those not on different sides are on the same.
        bits.count(a, b, from, until);
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
  const { order, layout } = sides;
  const { issues, column } = layout;
  const rows = layout.actors.length;
  // For each issue its rows, ascending, each once with all its sides; for each row its issues, each once.
  const holders: { row: number; sides: number }[][] = Array.from({ length: issues }, () => []);
  const spokenOf: number[][] = Array.from({ length: rows }, () => []);
  for (let row = 0; row < rows; row++)
    for (let at = firstOf(sides, row); at < endOf(sides, row); at++) {
      const own = takenIn(sides, order.statement[at] as number);
      if (own === 0) continue;
      const issue = column[order.target[at] as number] as number;
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
