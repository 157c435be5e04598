/** Kernel-smoothed networks as DNA 3.0.11 computes them (NETWORKS §6c): levels by index, a diagonal, a divisor of its own. */

import type { Cells } from "./cells.ts";
import { weightedGram } from "./gram.ts";
import type { Scale } from "./scale.ts";
import type { Aggregation } from "./settings.ts";

/**
 * The scale with the position of each level in place of its value: integers in the order of their text, of those that occur in
 * `filtered`. Text has no order.
 */
export function indexScale(scale: Scale, filtered: Int32Array): Scale {
  const { qualifier } = scale;
  if (qualifier?.type !== "integer") return scale;
  const present = new Set<number>();
  for (const statement of filtered) present.add(qualifier.codes[statement] as number);
  const levels = [...present].sort((a, b) => a - b);
  const values = new Float64Array(qualifier.labels.length);
  levels.forEach((code, index) => {
    values[code] = index;
  });
  return {
    qualifier: { ...qualifier, values },
    levels,
    range: levels.length - 1,
    observed: levels.length - 1,
  };
}

/** Σ over (column, level) with a statement of either row of 2 / (n + n'): the divisor is a factor here, and unweighted. */
export function dnaKernelAverage(counts: Cells): Float64Array {
  const { rows, row, z, size, column, level } = counts;
  const alone = new Float64Array(rows);
  for (let c = 0; c < size; c += 1) {
    const r = row[c] as number;
    alone[r] = (alone[r] as number) + 2 / (z[c] as number);
  }
  const factors = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i += 1)
    for (let other = 0; other < rows; other += 1)
      factors[i * rows + other] = (alone[i] as number) + (alone[other] as number);
  let start = 0;
  while (start < size) {
    let end = start + 1;
    while (end < size && column[end] === column[start] && level[end] === level[start]) end += 1;
    for (let i = start; i < end; i += 1)
      for (let other = start; other < end; other += 1) {
        const [n, m] = [z[i] as number, z[other] as number];
        const at = (row[i] as number) * rows + (row[other] as number);
        factors[at] = (factors[at] as number) + 2 / (n + m) - 2 / n - 2 / m;
      }
    start = end;
  }
  return factors;
}

/** The one-mode slice, diagonal included. `scale` is one of `indexScale`; `factors` null = not normalised. */
export function dnaKernelOneMode(
  cells: Cells,
  scale: Scale,
  aggregation: Aggregation,
  factors: Float64Array | null,
): Float64Array {
  const { rows } = cells;
  const { qualifier, range } = scale;
  const text = qualifier === null || qualifier.type === "text";
  const s = (q: number, other: number): number =>
    text ? 1 : Math.abs(1 - Math.abs(q - other) / (qualifier.type === "boolean" ? 1 : range));
  const f = {
    ignore: () => 1,
    combine: () => 1,
    congruence: s,
    conflict: (q: number, other: number) => 1 - s(q, other),
    subtract: (q: number, other: number) => 2 * s(q, other) - 1,
  }[aggregation];
  const upper = weightedGram(cells, qualifier?.values ?? new Float64Array(qualifier?.labels.length ?? 1), f);
  const matrix = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i += 1)
    for (let other = 0; other < rows; other += 1) {
      const at = i * rows + other;
      const w = upper[i < other ? at : other * rows + i] as number;
      matrix[at] = factors ? w * (factors[at] as number) : w;
    }
  return matrix;
}
