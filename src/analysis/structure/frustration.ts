/**
 * The frustration index: the least weight of ties that are at odds with any division of the actors into two camps, with a
 * division that attains it; exact by branch and bound where that ends in time, else between two stated bounds.
 */

import { type PackedCycle, packOddCycles } from "./odd-cycles.ts";
import { createRandom } from "./random.ts";
import { components, costOf, descend, type SignedGraph, signedGraph } from "./signed-graph.ts";

export interface Frustration {
  /** Camp 0 or 1 of each node; the first node of every component is in camp 0. */
  readonly camps: Int8Array;
  /** Cost of that division: the index itself when exact, else an upper bound. */
  readonly value: number;
  readonly lower: number;
  readonly exact: boolean;
}

export interface FrustrationOptions {
  readonly seed: number;
  /** Random starts of the local search. */
  readonly starts: number;
  /** Steps that branch and bound, and the packing of cycles, may each take per component. */
  readonly steps: number;
}

/**
 * R. P. Abelson and M. J. Rosenberg, "Symbolic psycho-logic", 1958; F. Harary, "On the measurement of structural balance", 1959;
 * exact methods: S. Aref and M. C. Wilson, "Balance and frustration in signed networks", J. Complex Networks 7, 2019.
 */
export function frustrationIndex(graph: SignedGraph, options: FrustrationOptions): Frustration {
  const component = components(graph);
  const members = new Map<number, number[]>();
  component.forEach((own, node) => {
    const list = members.get(own);
    if (list) list.push(node);
    else members.set(own, [node]);
  });
  const camps = new Int8Array(graph.order);
  const random = createRandom(options.seed);
  let value = 0;
  let lower = 0;
  const placeOf = new Int32Array(graph.order);
  const tiesOf = new Map<number, SignedGraph["ties"][number][]>();
  for (const own of members.values()) for (const [place, node] of own.entries()) placeOf[node] = place;
  for (const tie of graph.ties) {
    const own = component[tie.a] as number;
    const list = tiesOf.get(own) ?? [];
    list.push({ ...tie, a: placeOf[tie.a] as number, b: placeOf[tie.b] as number });
    tiesOf.set(own, list);
  }
  for (const [own, nodes] of members) {
    const part = signedGraph(nodes.length, tiesOf.get(own) ?? []);
    const solved = solveComponent(part, options, random);
    value += solved.value;
    lower += solved.lower;
    const flip = solved.camps[0] as number;
    for (const [place, node] of nodes.entries()) camps[node] = (solved.camps[place] as number) ^ flip;
  }
  return { camps, value, lower, exact: lower >= value - 1e-9 };
}

function solveComponent(
  graph: SignedGraph,
  { starts, steps }: FrustrationOptions,
  random: () => number,
): Pick<Frustration, "camps" | "value" | "lower"> {
  let camps = new Int8Array(graph.order);
  descend(graph, camps);
  let value = costOf(graph, camps);
  for (let start = 0; start < starts && value > 0; start++) {
    const other = Int8Array.from({ length: graph.order }, () => (random() < 0.5 ? 0 : 1));
    descend(graph, other);
    const cost = costOf(graph, other);
    if (cost < value - 1e-9) {
      camps = other;
      value = cost;
    }
  }
  if (value === 0) return { camps, value, lower: 0 };
  const cycles = packOddCycles(graph, steps);
  const lower = cycles.reduce((sum, { weight }) => sum + weight, 0);
  if (lower >= value - 1e-9) return { camps, value, lower: value };
  const search = new BranchAndBound(graph, cycles, camps, value, steps);
  const finished = search.run();
  return { camps: search.camps, value: search.value, lower: finished ? search.value : lower };
}

/** Deepest search that recursion allows comfortably. */
const MOST_NODES = 2000;

class BranchAndBound {
  camps: Int8Array;
  value: number;
  readonly #graph: SignedGraph;
  readonly #order: Int32Array;
  /** Lower bound from packed cycles among the nodes at position d and later. */
  readonly #rest: Float64Array;
  /** For nodes without camp: cost of putting them into camp 0 or 1, from the ties to those that have one. */
  readonly #costs: readonly [Float64Array, Float64Array];
  readonly #trial: Int8Array;
  /** What a better division is cheaper by at least. */
  readonly #margin: number;
  #steps: number;

  constructor(
    graph: SignedGraph,
    cycles: readonly PackedCycle[],
    camps: Int8Array,
    value: number,
    steps: number,
  ) {
    this.#graph = graph;
    this.camps = camps;
    this.value = value;
    this.#steps = steps;
    this.#order = searchOrder(graph);
    const position = new Int32Array(graph.order);
    this.#order.forEach((node, at) => {
      position[node] = at;
    });
    this.#rest = new Float64Array(graph.order + 1);
    for (const { nodes, weight } of cycles) {
      const first = nodes.reduce((least, node) => Math.min(least, position[node] as number), graph.order);
      this.#rest[first] = (this.#rest[first] as number) + weight;
    }
    for (let at = graph.order - 1; at >= 0; at--)
      this.#rest[at] = (this.#rest[at] as number) + (this.#rest[at + 1] as number);
    this.#costs = [new Float64Array(graph.order), new Float64Array(graph.order)];
    this.#trial = new Int8Array(graph.order).fill(-1);
    this.#margin = graph.ties.every(({ weight }) => Number.isInteger(weight)) ? 1 : 1e-9;
  }

  /** True when the search ended, so that the value is exact. */
  run(): boolean {
    if (this.#graph.order > MOST_NODES) return false;
    this.#assign(0, 0, 0);
    return this.#steps > 0;
  }

  /** Puts the node at `depth` into either camp. `least` = Σ over nodes without camp of the cheaper camp's cost. */
  #assign(depth: number, cost: number, least: number): void {
    if (this.#steps <= 0) return;
    if (cost + least + (this.#rest[depth] as number) > this.value - this.#margin) return;
    if (depth === this.#graph.order) {
      this.value = cost;
      this.camps = this.#trial.slice();
      return;
    }
    const node = this.#order[depth] as number;
    const [zero, one] = this.#costs;
    const cheap = (zero[node] as number) <= (one[node] as number) ? 0 : 1;
    const without = least - Math.min(zero[node] as number, one[node] as number);
    // The two camps can be exchanged, so the first node needs one only.
    for (const camp of depth === 0 ? [0] : [cheap, 1 - cheap]) {
      const added = (camp === 0 ? zero : one)[node] as number;
      const next = without + this.#spread(node, camp, 1);
      this.#trial[node] = camp;
      this.#assign(depth + 1, cost + added, next);
      this.#trial[node] = -1;
      this.#spread(node, camp, -1);
    }
  }

  /** Adds or takes back what the camp of `node` costs its neighbours without camp; answers the change of their cheaper costs. */
  #spread(node: number, camp: number, factor: 1 | -1): number {
    const { start, neighbour, value } = this.#graph;
    const [zero, one] = this.#costs;
    let change = 0;
    for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++) {
      this.#steps--;
      const other = neighbour[slot] as number;
      if (this.#trial[other] !== -1) continue;
      const before = Math.min(zero[other] as number, one[other] as number);
      const tie = value[slot] as number;
      // A positive tie costs in the other camp, a negative one in the same.
      const dear = (tie > 0 ? 1 - camp : camp) === 0 ? zero : one;
      dear[other] = (dear[other] as number) + factor * Math.abs(tie);
      change += Math.min(zero[other] as number, one[other] as number) - before;
    }
    return change;
  }
}

/** Nodes with the greatest weight to those before them first, so that bounds grow early. */
function searchOrder({ order, start, neighbour, value }: SignedGraph): Int32Array {
  const toward = new Float64Array(order);
  for (let node = 0; node < order; node++)
    for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++)
      toward[node] = (toward[node] as number) + Math.abs(value[slot] as number) * 1e-9;
  const chosen = new Uint8Array(order);
  return Int32Array.from({ length: order }, () => {
    let best = -1;
    for (let node = 0; node < order; node++)
      if (!chosen[node] && (best < 0 || (toward[node] as number) > (toward[best] as number))) best = node;
    chosen[best] = 1;
    for (let slot = start[best] as number; slot < (start[best + 1] as number); slot++) {
      const other = neighbour[slot] as number;
      toward[other] = (toward[other] as number) + Math.abs(value[slot] as number);
    }
    return best;
  });
}
