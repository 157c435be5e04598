/** How much of a network's spectrum is lost when only some issues are kept. */

import { symmetricEigenvalues } from "./eigenvalues.ts";
import { type Aggregation, type Normalisation, oneMode, type StanceTable } from "./stance-table.ts";

/** `none`: the graph Laplacian and Euclidean distance; `dna`: degrees and sum of differences, as DNA 3 computes. */
export type Compat = "none" | "dna";

/**
 * Eigenvalues, greatest first, of L = diag(row sums of Y⁺) − Y⁺ divided by the trace of L; Y⁺ = Y with negative cells set to 0.
 * With `dna` the row sums themselves over their sum. All 0 where there is no tie.
 */
export function scaledSpectrum(matrix: Float64Array, order: number, compat: Compat): Float64Array {
  const degree = new Float64Array(order);
  for (let a = 0; a < order; a++)
    for (let b = 0; b < order; b++)
      degree[a] = (degree[a] as number) + Math.max(0, matrix[a * order + b] as number);
  const trace = degree.reduce((sum, own) => sum + own, 0);
  const spectrum = new Float64Array(order);
  if (trace === 0) return spectrum;
  if (compat === "dna") {
    spectrum.set(degree.sort((a, b) => b - a));
  } else {
    // Actors without ties only add zeros, so the matrix is cut down to the others.
    const active = Array.from(degree.keys()).filter((node) => (degree[node] as number) > 0);
    const n = active.length;
    const laplacian = new Float64Array(n * n);
    active.forEach((a, row) => {
      active.forEach((b, column) => {
        laplacian[row * n + column] =
          a === b ? (degree[a] as number) : -Math.max(0, matrix[a * order + b] as number);
      });
    });
    spectrum.set(symmetricEigenvalues(laplacian, n));
    spectrum.sort((a, b) => b - a);
  }
  return spectrum.map((value) => value / trace);
}

/** Euclidean distance √Σ(λ − λ′)² (R. C. Wilson and P. Zhu, "A study of graph spectra", 2008); with `dna` Σ|λ − λ′|. */
export function spectralDistance(a: Float64Array, b: Float64Array, compat: Compat): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    sum += compat === "dna" ? Math.abs(difference) : difference * difference;
  }
  return compat === "dna" ? sum : Math.sqrt(sum);
}

/** The loss of keeping some issues, for one network; remembers sets it has seen. */
export class SpectralLoss {
  readonly #checkpoint: () => void;
  readonly #table: StanceTable;
  readonly #aggregation: Aggregation;
  readonly #normalisation: Normalisation;
  readonly #compat: Compat;
  readonly #whole: Float64Array;
  readonly #seen = new Map<string, number>();

  /** @param checkpoint called before each spectrum; throws when it is time to end */
  constructor(
    table: StanceTable,
    aggregation: Aggregation,
    normalisation: Normalisation,
    compat: Compat,
    checkpoint: () => void = () => {},
  ) {
    this.#checkpoint = checkpoint;
    this.#table = table;
    this.#aggregation = aggregation;
    this.#normalisation = normalisation;
    this.#compat = compat;
    this.#whole = this.#spectrum(new Uint8Array(table.columns.length).fill(1));
  }

  #spectrum(kept: Uint8Array): Float64Array {
    const matrix = oneMode(this.#table, this.#aggregation, this.#normalisation, kept);
    return scaledSpectrum(matrix, this.#table.actors.length, this.#compat);
  }

  /** One mark per issue of the table: 1 = kept. */
  of(kept: Uint8Array): number {
    const key = String.fromCharCode(...kept);
    let loss = this.#seen.get(key);
    if (loss === undefined) {
      this.#checkpoint();
      loss = spectralDistance(this.#whole, this.#spectrum(kept), this.#compat);
      this.#seen.set(key, loss);
    }
    return loss;
  }

  /** The loss × exp(−p(|C| − |B|)/|C|): keeping fewer issues is rewarded. */
  penalised(kept: Uint8Array, penalty: number): number {
    const size = kept.reduce((sum, mark) => sum + mark, 0);
    return this.of(kept) * Math.exp((-penalty * (kept.length - size)) / kept.length);
  }
}
