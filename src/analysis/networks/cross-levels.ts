/** Products of two rows at different levels: the conflict of qualifiers whose levels are the same or not, for weighted cells. */

import type { Cells } from "./cells.ts";

/** What one row has in one column. */
interface Spoken {
  readonly row: number;
  /** Ascending. */
  readonly levels: number[];
  readonly a: number[];
  total: number;
  /** By place: Σ of `a` over the other levels, added up without subtraction. */
  readonly others: number[];
}

/** Sums without each term in turn: those before it and those after it. */
function sumsOfOthers(terms: readonly number[]): number[] {
  const others: number[] = [];
  let before = 0;
  for (const term of terms) {
    others.push(before);
    before += term;
  }
  let after = 0;
  for (let at = terms.length - 1; at >= 0; at -= 1) {
    others[at] = (others[at] as number) + after;
    after += terms[at] as number;
  }
  return others;
}

/** Σ over the levels k of `mine` of a_k · Σ over the levels l ≠ k of `theirs` of a_l. */
function apart(mine: Spoken, theirs: Spoken): number {
  let sum = 0;
  let to = 0;
  for (let at = 0; at < mine.levels.length; at += 1) {
    const level = mine.levels[at] as number;
    while (to < theirs.levels.length && (theirs.levels[to] as number) < level) to += 1;
    const rest = theirs.levels[to] === level ? (theirs.others[to] as number) : theirs.total;
    sum += (mine.a[at] as number) * rest;
  }
  return sum;
}

/** The rows that speak on the column of the cells `start … end − 1`, in any order. */
function spokenIn({ row, level, a }: Cells, start: number, end: number): readonly Spoken[] {
  const found = new Map<number, { row: number; levels: number[]; a: number[] }>();
  for (let c = start; c < end; c += 1) {
    const own = row[c] as number;
    const entry = found.get(own) ?? { row: own, levels: [], a: [] };
    found.set(own, entry);
    entry.levels.push(level[c] as number);
    entry.a.push(a[c] as number);
  }
  return Array.from(found.values(), (entry) => ({
    ...entry,
    total: entry.a.reduce((sum, value) => sum + value, 0),
    others: sumsOfOthers(entry.a),
  }));
}

/**
 * Σ over columns and pairs of different levels of a_ik · a_i'l, for i < i' (upper triangle, row-major, side `cells.rows`). Nothing
 * is subtracted, so a small conflict beside a large congruence keeps all its digits, and where there is none the cell is 0.
 */
export function crossLevels(cells: Cells): Float64Array {
  const { rows, column, size } = cells;
  const sums = new Float64Array(rows * rows);
  let start = 0;
  while (start < size) {
    let end = start + 1;
    while (end < size && column[end] === column[start]) end += 1;
    const spoken = spokenIn(cells, start, end);
    spoken.forEach((mine, place) => {
      for (let other = place + 1; other < spoken.length; other += 1) {
        const theirs = spoken[other] as Spoken;
        const [i, j] = [mine.row, theirs.row];
        const at = i < j ? i * rows + j : j * rows + i;
        sums[at] = (sums[at] as number) + apart(mine, theirs);
      }
    });
    start = end;
  }
  return sums;
}
