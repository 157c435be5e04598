/** Which edges join the same two nodes, found in numbers: many edges cost no text and no list for each pair. Pure. */

interface Ends {
  readonly source: string;
  readonly target: string;
}

/** Edges by the pair of nodes that they join, whichever way. Pairs and ends are numbered from 0. */
export interface Pairs {
  /** Numbers of keys: those given first, in their order, then further ends as they come. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** The pair of each edge, and the edge's place among those of its pair. */
  readonly pairOf: Int32Array;
  readonly placeIn: Int32Array;
  /** Edges of each pair. */
  readonly sizes: readonly number[];
  /** Numbers of the two ends of each pair, the lesser first; the same twice for loops. */
  readonly lesser: readonly number[];
  readonly greater: readonly number[];
}

/** @param keys that have their places as numbers; each once. O(edges + nodes). */
export function pairsOf(edges: readonly Ends[], keys: Iterable<string> = []): Pairs {
  const numberOf = new Map<string, number>();
  const number = (key: string): number => {
    let known = numberOf.get(key);
    if (known === undefined) {
      known = numberOf.size;
      numberOf.set(key, known);
    }
    return known;
  };
  for (const key of keys) number(key);
  const low = new Int32Array(edges.length);
  const high = new Int32Array(edges.length);
  for (let edge = 0; edge < edges.length; edge++) {
    const { source, target } = edges[edge] as Ends;
    const from = number(source);
    const to = number(target);
    low[edge] = Math.min(from, to);
    high[edge] = Math.max(from, to);
  }
  const { start, order } = byEnd(low, numberOf.size);
  const pairs = { pairOf: new Int32Array(edges.length), placeIn: new Int32Array(edges.length) };
  const [sizes, lesser, greater]: [number[], number[], number[]] = [[], [], []];
  // The pair that a node last made with a lesser one.
  const last = new Int32Array(numberOf.size).fill(-1);
  for (let end = 0; end < numberOf.size; end++)
    for (let at = start[end] as number; at < (start[end + 1] as number); at++) {
      const edge = order[at] as number;
      const other = high[edge] as number;
      let pair = last[other] as number;
      if (pair < 0 || lesser[pair] !== end) {
        pair = sizes.push(0) - 1;
        lesser.push(end);
        greater.push(other);
        last[other] = pair;
      }
      pairs.pairOf[edge] = pair;
      pairs.placeIn[edge] = sizes[pair] as number;
      sizes[pair] = (sizes[pair] as number) + 1;
    }
  return { numberOf, ...pairs, sizes, lesser, greater };
}

/** Numbers of edges by their end, in the order in which they came; those at an end begin at its start. */
function byEnd(ends: Int32Array, count: number): { readonly start: Int32Array; readonly order: Int32Array } {
  const start = new Int32Array(count + 1);
  for (const end of ends) start[end + 1] = (start[end + 1] as number) + 1;
  for (let end = 0; end < count; end++) start[end + 1] = (start[end + 1] as number) + (start[end] as number);
  const next = start.slice();
  const order = new Int32Array(ends.length);
  for (let edge = 0; edge < ends.length; edge++) {
    const end = ends[edge] as number;
    order[next[end] as number] = edge;
    next[end] = (next[end] as number) + 1;
  }
  return { start, order };
}
