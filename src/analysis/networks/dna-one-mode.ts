/** One-mode networks as DNA 3.0.11 computes them (NETWORKS §4), where that differs from one-mode.ts. */

import { type Cells, withoutLevels } from "./cells.ts";
import { gram, overlap, rowTotals, weightedGram } from "./gram.ts";
import { finish, jaccardDivisor, type OneModeInput, type Upper } from "./one-mode.ts";
import { isNominal } from "./scale.ts";

/** Counts of cells that only one of two rows has: DNA's conflict of text qualifiers. */
function onlyOne(cells: Cells): Upper {
  const { rows } = cells;
  const t = rowTotals(cells);
  const both = overlap(cells);
  return both.map((shared, at) => {
    const [i, other] = [Math.floor(at / rows), at % rows];
    return (t[i] as number) - shared + (t[other] as number) - (both[other * rows + i] as number);
  });
}

function dnaWeights({ cells, scale, aggregation }: OneModeInput): Upper {
  if (aggregation === "ignore" || aggregation === "combine") return gram(withoutLevels(cells));
  if (!isNominal(scale)) {
    const { observed: range } = scale;
    // With one level DNA divides 0 by 0, in every cell.
    if (range === 0) return new Float64Array(cells.rows * cells.rows).fill(Number.NaN);
    const f = {
      congruence: (d: number) => 1 - d,
      conflict: (d: number) => d,
      subtract: (d: number) => 1 - 2 * d,
    }[aggregation];
    return weightedGram(cells, scale.qualifier?.values ?? new Float64Array(0), (q, other) =>
      f(Math.abs(q - other) / range),
    );
  }
  const congruence = gram(cells);
  if (aggregation === "congruence") return congruence;
  const boolean = scale.qualifier?.type === "boolean";
  const all = boolean ? gram(withoutLevels(cells)) : null;
  const conflict = all ? all.map((w, at) => w - (congruence[at] as number)) : onlyOne(cells);
  return aggregation === "conflict" ? conflict : congruence.map((w, at) => w - (conflict[at] as number));
}

/** The network as a row-major matrix of side `cells.rows`. */
export function dnaOneModeMatrix(input: OneModeInput): Float64Array {
  const { cells, normalization } = input;
  const t = rowTotals(cells);
  const divisors = new Map<string, (i: number, other: number) => number>();
  divisors.set("average", (i, other) => ((t[i] as number) + (t[other] as number)) / 2);
  // The square stands outside the sum in DNA's cosine.
  divisors.set("cosine", (i, other) => (t[i] as number) * (t[other] as number));
  // Cells by level even under `ignore`.
  if (normalization === "jaccard") divisors.set("jaccard", jaccardDivisor(cells));
  return finish(dnaWeights(input), cells.rows, divisors.get(normalization) ?? null);
}
