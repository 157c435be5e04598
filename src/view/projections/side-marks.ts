/**
 * Marks which sides are taken by some of all statements. Nothing here asks what a statement is, because which statements take a side
 * cannot be foreseen: those that take none have a place of their own.
 */

import { type BitCounter, wordOf } from "../../analysis/networks/bit-counter.ts";
import type { Adjacency } from "../../graph/adjacency.ts";
import type { Piece } from "../../graph/runs.ts";
import { PLANE, PLANES, type SideTable } from "./side-layout.ts";

/** By statement number, the sides of some; 0 at all others. */
export function sidesOf(statements: Int32Array, sideOf: Uint8Array): Uint8Array {
  const side = new Uint8Array(sideOf.length);
  for (let at = 0; at < statements.length; at++) {
    const statement = statements[at] as number;
    side[statement] = sideOf[statement] as number;
  }
  return side;
}

/** Sets the bits of the statements of a piece. */
export function markBits(
  statements: Int32Array,
  piece: Piece,
  table: SideTable,
  adjacency: Adjacency,
  { words, width }: BitCounter,
): void {
  const { bit } = table;
  const cut = piece.isRun ? copyColumns(statements, piece, table, adjacency, words, width) : null;
  const marked = cut ?? statements.subarray(piece.from, piece.end);
  for (let at = 0; at < marked.length; at++) {
    const place = bit[marked[at] as number] as number;
    const word = place >>> 5;
    words[word] = (words[word] as number) | (1 << place);
  }
}

/**
 * The columns that a run of consecutive statements has whole, copied from the table of all statements: where statements and issues come
 * in order of time, nearly all are whole or not there.
 * @returns the statements on the columns that the run cuts; null = these are so many that nothing was copied
 */
function copyColumns(
  statements: Int32Array,
  { from, end }: Piece,
  { all, columns }: SideTable,
  { inStart, inEdge }: Adjacency,
  words: Int32Array,
  width: number,
): Int32Array | null {
  const begin = statements[from] as number;
  const until = begin + end - from;
  const whole = new Int32Array(width);
  const cut: number[] = [];
  let room = end - from - all.length / 4;
  for (let column = 0; column < columns.node.length && room > 0; column++) {
    const [first, last] = [columns.first[column] as number, columns.last[column] as number];
    if (last < begin || first >= until) continue;
    const word = wordOf(column, PLANES);
    if (first >= begin && last < until) whole[word] = (whole[word] as number) | (1 << column);
    else {
      const node = columns.node[column] as number;
      cut.push(node);
      room -= (inStart[node + 1] as number) - (inStart[node] as number);
    }
  }
  if (room <= 0) return null;
  for (let word = 0; word < width; word += PLANES * PLANE)
    for (let at = word; at < word + PLANE; at++) {
      if (whole[at] === 0) continue;
      for (let place = at; place < all.length; place += width) {
        words[place] = (words[place] as number) | ((all[place] as number) & (whole[at] as number));
        const other = place + PLANE;
        words[other] = (words[other] as number) | ((all[other] as number) & (whole[at] as number));
      }
    }
  return Int32Array.from(
    cut.flatMap((node) =>
      Array.from(inEdge.subarray(inStart[node], inStart[node + 1])).filter(
        (edge) => edge >= begin && edge < until,
      ),
    ),
  );
}
