/** Sums over columns of products of two rows: the core of every one-mode network, by lists per column or by bitsets. */

import { bitCounter, wordOf } from "./bit-counter.ts";
import type { Cells } from "./cells.ts";

/** Calls `visit` for each run of cells of one column and level: a group of distinct rows, ascending. */
function forGroups(cells: Cells, visit: (start: number, end: number) => void): void {
  const { column, level, size } = cells;
  let start = 0;
  while (start < size) {
    let end = start + 1;
    while (end < size && column[end] === column[start] && level[end] === level[start]) end += 1;
    visit(start, end);
    start = end;
  }
}

/** G for cells that are all 1: one bit for each group, counted where two rows have both. */
function gramOfBits(cells: Cells, groups: number): Float64Array {
  const { rows, row } = cells;
  const { words, width, found, count } = bitCounter({ rows, columns: groups, planes: 1 });
  let group = 0;
  forGroups(cells, (start, end) => {
    const word = wordOf(group, 1);
    const bit = 1 << (group & 31);
    for (let c = start; c < end; c += 1) {
      const at = (row[c] as number) * width + word;
      words[at] = (words[at] as number) | bit;
    }
    group += 1;
  });
  const sums = new Float64Array(rows * rows);
  if (groups === 0) return sums;
  for (let i = 0; i < rows; i += 1)
    for (let other = i; other < rows; other += 1) {
      count(i, other, 0, width);
      sums[i * rows + other] = found[0] as number;
    }
  return sums;
}

/**
 * G_ii' = Σ over (column, level) of a_i · a_i', for i ≤ i' (upper triangle with diagonal, row-major, side `cells.rows`).
 */
export function gram(cells: Cells): Float64Array {
  const { rows, row, a, size } = cells;
  let groups = 0;
  let pairs = 0;
  forGroups(cells, (start, end) => {
    groups += 1;
    pairs += ((end - start) * (end - start)) / 2;
  });
  const byBits = (rows * rows * groups) / 64;
  let binary = true;
  for (let c = 0; c < size && binary; c += 1) binary = a[c] === 1;
  if (binary && byBits < pairs) return gramOfBits(cells, groups);
  const sums = new Float64Array(rows * rows);
  forGroups(cells, (start, end) => {
    for (let i = start; i < end; i += 1) {
      const from = (row[i] as number) * rows;
      const value = a[i] as number;
      for (let other = i; other < end; other += 1) {
        const at = from + (row[other] as number);
        sums[at] = (sums[at] as number) + value * (a[other] as number);
      }
    }
  });
  return sums;
}

/**
 * Σ over columns and pairs of levels of a_ik · a_i'l · f(q_k, q_l), for i ≤ i' as above; `f` is symmetric.
 * `values` gives q by level code.
 */
export function weightedGram(
  cells: Cells,
  values: Float64Array,
  f: (q: number, other: number) => number,
): Float64Array {
  const { rows, row, column, level, a, size } = cells;
  const sums = new Float64Array(rows * rows);
  let start = 0;
  while (start < size) {
    let end = start + 1;
    while (end < size && column[end] === column[start]) end += 1;
    // The levels and rows of this column alone, numbered anew.
    const levels: number[] = [];
    const here: number[] = [];
    const place = new Map<number, number>();
    for (let c = start; c < end; c += 1) {
      if (levels.at(-1) !== level[c]) levels.push(level[c] as number);
      if (!place.has(row[c] as number)) place.set(row[c] as number, here.push(row[c] as number) - 1);
    }
    const counts = new Float64Array(here.length * levels.length);
    let l = 0;
    for (let c = start; c < end; c += 1) {
      if (levels[l] !== level[c]) l += 1;
      counts[(place.get(row[c] as number) as number) * levels.length + l] = a[c] as number;
    }
    const factor = levels.map((k) => levels.map((m) => f(values[k] as number, values[m] as number)));
    addColumn(sums, rows, here, counts, factor);
    start = end;
  }
  return sums;
}

function addColumn(
  sums: Float64Array,
  rows: number,
  here: readonly number[],
  counts: Float64Array,
  factor: readonly (readonly number[])[],
): void {
  const width = factor.length;
  const mixed = new Float64Array(width);
  for (let i = 0; i < here.length; i += 1) {
    for (let l = 0; l < width; l += 1) {
      let sum = 0;
      for (let k = 0; k < width; k += 1)
        sum += (counts[i * width + k] as number) * (factor[k]?.[l] as number);
      mixed[l] = sum;
    }
    for (let other = i; other < here.length; other += 1) {
      let sum = 0;
      for (let l = 0; l < width; l += 1) sum += (mixed[l] as number) * (counts[other * width + l] as number);
      const [r, s] = [here[i] as number, here[other] as number];
      const at = r < s ? r * rows + s : s * rows + r;
      sums[at] = (sums[at] as number) + sum;
    }
  }
}

/** O_ii' = Σ over (column, level) of z_i where i' has the cell too: the full matrix, not symmetric. */
export function overlap(cells: Cells): Float64Array {
  const { rows, row, z } = cells;
  const sums = new Float64Array(rows * rows);
  forGroups(cells, (start, end) => {
    for (let i = start; i < end; i += 1) {
      const from = (row[i] as number) * rows;
      const value = z[i] as number;
      for (let other = start; other < end; other += 1) {
        const at = from + (row[other] as number);
        sums[at] = (sums[at] as number) + value;
      }
    }
  });
  return sums;
}

/** t_i = Σ z of each row. */
export function rowTotals(cells: Cells): Float64Array {
  const totals = new Float64Array(cells.rows);
  for (let c = 0; c < cells.size; c += 1) {
    const row = cells.row[c] as number;
    totals[row] = (totals[row] as number) + (cells.z[c] as number);
  }
  return totals;
}
