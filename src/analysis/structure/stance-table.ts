/**
 * Actors × issues as counts of supporting and opposing statements, and the one-mode networks of actors made of them
 * (P. Leifeld, "Discourse network analysis", 2017; every formula in docs/structure.md).
 */

import { z } from "zod";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { type Positions, sideOf } from "./positions.ts";
import { byLabel } from "./rows.ts";

/** One issue: the rows of the actors that take a side, with their counts. */
export interface StanceColumn {
  readonly issue: number;
  readonly rows: readonly number[];
  readonly support: readonly number[];
  readonly oppose: readonly number[];
}

export interface StanceTable {
  /** Nodes of the actors that take a side on any issue, by label. */
  readonly actors: readonly number[];
  /** By label of the issue. */
  readonly columns: readonly StanceColumn[];
}

/** Neutral positions do not enter. */
export function stanceTable(index: StatementIndex, positions: Positions): StanceTable {
  const taken = [...positions.byHolder].filter(([, own]) =>
    [...own.values()].some((position) => sideOf(position) !== null),
  );
  const actors = taken.map(([actor]) => actor).sort(byLabel(index));
  const rowOf = new Map(actors.map((actor, row) => [actor, row]));
  const columns = [...positions.byIssue.keys()].sort(byLabel(index)).flatMap((issue): StanceColumn[] => {
    const holders = [...(positions.byIssue.get(issue)?.values() ?? [])]
      .filter((position) => sideOf(position) !== null)
      .map(({ holder, support, oppose }) => ({
        row: rowOf.get(holder) as number,
        support: support.length,
        oppose: oppose.length,
      }))
      .sort((a, b) => a.row - b.row);
    if (holders.length === 0) return [];
    return [
      {
        issue,
        rows: holders.map(({ row }) => row),
        support: holders.map(({ support }) => support),
        oppose: holders.map(({ oppose }) => oppose),
      },
    ];
  });
  return { actors, columns };
}

export const AGGREGATIONS = ["congruence", "conflict", "subtract", "ignore"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];
export const NORMALISATIONS = ["no", "average", "jaccard", "cosine"] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** The parameter `normalisation`; zod loses a description that is given before the default. */
export const normalisationParameter = (preset: Normalisation) =>
  z
    .enum(NORMALISATIONS)
    .default(preset)
    .describe("How weights of ties are normalised: no, average activity, Jaccard, cosine.");

/**
 * The symmetric matrix of ties between actors, row by row, diagonal 0: congruence = Σ over issues (s·s′ + o·o′), conflict =
 * Σ (s·o′ + o·s′), subtract = congruence − conflict, ignore = Σ (s + o)(s′ + o′) with the sides added up first, divided as the
 * normalisation says. With `kept` (one mark per column), of those issues only. O(Σ over issues of the squared number of actors +
 * actors²).
 */
export function oneMode(
  { actors, columns }: StanceTable,
  aggregation: Aggregation,
  normalisation: Normalisation,
  kept?: Uint8Array,
): Float64Array {
  const n = actors.length;
  const weight = new Float64Array(n * n);
  const total = new Float64Array(n);
  const square = new Float64Array(n);
  // How much less than t + t′ the divisor of Jaccard is.
  const overlap = normalisation === "jaccard" ? new Float64Array(n * n) : null;
  const plus = aggregation === "conflict" ? 0 : 1;
  const minus = aggregation === "conflict" ? 1 : aggregation === "subtract" ? -1 : 0;
  columns.forEach(({ rows, support: supporting, oppose: opposing }, column) => {
    if (kept && !kept[column]) return;
    // Without sides every statement is of one kind.
    const sideless = aggregation === "ignore";
    const support = sideless ? supporting.map((count, at) => count + (opposing[at] as number)) : supporting;
    const oppose = sideless ? opposing.map(() => 0) : opposing;
    for (let a = 0; a < rows.length; a++) {
      const row = rows[a] as number;
      const s = support[a] as number;
      const o = oppose[a] as number;
      total[row] = (total[row] as number) + s + o;
      square[row] = (square[row] as number) + s * s + o * o;
      for (let b = a + 1; b < rows.length; b++) {
        const other = rows[b] as number;
        const s2 = support[b] as number;
        const o2 = oppose[b] as number;
        const cell = row * n + other;
        weight[cell] = (weight[cell] as number) + plus * (s * s2 + o * o2) + minus * (s * o2 + o * s2);
        if (overlap)
          overlap[cell] =
            (overlap[cell] as number) +
            (s > 0 && s2 > 0 ? s + s2 - s * s2 : 0) +
            (o > 0 && o2 > 0 ? o + o2 - o * o2 : 0);
      }
    }
  });
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const cell = a * n + b;
      const sum = (total[a] as number) + (total[b] as number);
      const divisor = {
        no: 1,
        average: sum / 2,
        jaccard: sum - (overlap?.[cell] ?? 0),
        cosine: Math.sqrt((square[a] as number) * (square[b] as number)),
      }[normalisation];
      const value = divisor === 0 ? 0 : (weight[cell] as number) / divisor;
      weight[cell] = value;
      weight[b * n + a] = value;
    }
  return weight;
}
