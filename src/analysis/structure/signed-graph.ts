/** Graphs whose ties are positive or negative: rows of neighbours, components, and a division improved move by move. */

export interface SignedTie {
  readonly a: number;
  readonly b: number;
  readonly sign: 1 | -1;
  /** Above 0. */
  readonly weight: number;
}

/** Compressed sparse rows; `value` = sign · weight, `tie` = number of the tie. */
export interface SignedGraph {
  readonly order: number;
  readonly ties: readonly SignedTie[];
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly value: Float64Array;
  readonly tie: Int32Array;
}

export function signedGraph(order: number, ties: readonly SignedTie[]): SignedGraph {
  const start = new Int32Array(order + 1);
  for (const { a, b } of ties) for (const end of [a, b]) start[end + 1] = (start[end + 1] as number) + 1;
  for (let node = 0; node < order; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const next = start.slice();
  const neighbour = new Int32Array(2 * ties.length);
  const value = new Float64Array(2 * ties.length);
  const tie = new Int32Array(2 * ties.length);
  ties.forEach(({ a, b, sign, weight }, at) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const slot = next[from] as number;
      neighbour[slot] = to;
      value[slot] = sign * weight;
      tie[slot] = at;
      next[from] = slot + 1;
    }
  });
  return { order, ties, start, neighbour, value, tie };
}

/** Component of each node, numbered by first node. */
export function components({ order, start, neighbour }: SignedGraph): Int32Array {
  const component = new Int32Array(order).fill(-1);
  let count = 0;
  for (let root = 0; root < order; root++) {
    if (component[root] !== -1) continue;
    const stack = [root];
    component[root] = count;
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++) {
        const other = neighbour[slot] as number;
        if (component[other] !== -1) continue;
        component[other] = count;
        stack.push(other);
      }
    count++;
  }
  return component;
}

/** True for a positive tie between camps or a negative one inside a camp. */
export const atOdds = ({ a, b, sign }: SignedTie, camps: ArrayLike<number>): boolean =>
  (camps[a] === camps[b]) === sign < 0;

/** The weight of the ties at odds with a division into two camps. */
export const costOf = ({ ties }: SignedGraph, camps: ArrayLike<number>): number =>
  ties.reduce((sum, tie) => sum + (atOdds(tie, camps) ? tie.weight : 0), 0);

/** How much lower the cost is when one node changes camp. */
export function gainOf({ start, neighbour, value }: SignedGraph, camps: Int8Array, node: number): number {
  let gain = 0;
  for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++) {
    const same = camps[neighbour[slot] as number] === camps[node];
    gain += same ? -(value[slot] as number) : (value[slot] as number);
  }
  return gain;
}

/** Lets nodes change camp while that lowers the cost. */
export function descend(graph: SignedGraph, camps: Int8Array): void {
  let moving = true;
  while (moving) {
    moving = false;
    for (let node = 0; node < graph.order; node++) {
      if (gainOf(graph, camps, node) <= 1e-9) continue;
      camps[node] = 1 - (camps[node] as number);
      moving = true;
    }
  }
}
