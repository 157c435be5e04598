/** An undirected graph without loops and parallel edges, in compressed sparse rows: parallel statements become one weighted edge. */

export interface SimpleGraph {
  readonly order: number;
  /** Neighbours of n: `neighbour[start[n]] … neighbour[start[n + 1] − 1]`, ascending, with their weights. */
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float64Array;
}

/** Adds up weights of equal pairs; loops and weights of 0 are left out. */
export class GraphBuilder {
  readonly #order: number;
  readonly #weights = new Map<number, number>();

  constructor(order: number) {
    this.#order = order;
  }

  add(a: number, b: number, weight: number): void {
    if (a === b || weight === 0) return;
    const key = a < b ? a * this.#order + b : b * this.#order + a;
    this.#weights.set(key, (this.#weights.get(key) ?? 0) + weight);
  }

  build(): SimpleGraph {
    const order = this.#order;
    const pairs = Float64Array.from(this.#weights.keys()).sort();
    const start = new Int32Array(order + 1);
    const ends = (pair: number): readonly [number, number] => [Math.floor(pair / order), pair % order];
    for (const pair of pairs) for (const end of ends(pair)) start[end + 1] = (start[end + 1] as number) + 1;
    for (let node = 0; node < order; node++)
      start[node + 1] = (start[node + 1] as number) + (start[node] as number);
    const next = start.slice();
    const neighbour = new Int32Array(2 * pairs.length);
    const weight = new Float64Array(2 * pairs.length);
    const put = (at: number, to: number, value: number): void => {
      const slot = next[at] as number;
      neighbour[slot] = to;
      weight[slot] = value;
      next[at] = slot + 1;
    };
    // Smaller ends first, so that every row ascends.
    for (const pair of pairs) put(pair % order, Math.floor(pair / order), this.#weights.get(pair) ?? 0);
    for (const pair of pairs) put(Math.floor(pair / order), pair % order, this.#weights.get(pair) ?? 0);
    return { order, start, neighbour, weight };
  }
}

/** The positive cells of a symmetric matrix as a graph. */
export function graphOfMatrix(matrix: Float64Array, order: number): SimpleGraph {
  const builder = new GraphBuilder(order);
  for (let a = 0; a < order; a++)
    for (let b = a + 1; b < order; b++) builder.add(a, b, Math.max(0, matrix[a * order + b] as number));
  return builder.build();
}

export const degreeOf = ({ start }: SimpleGraph, node: number): number =>
  (start[node + 1] as number) - (start[node] as number);

/** Sum of the weights at a node. */
export function strengthOf({ start, weight }: SimpleGraph, node: number): number {
  let sum = 0;
  for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++)
    sum += weight[slot] as number;
  return sum;
}
