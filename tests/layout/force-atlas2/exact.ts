/** ForceAtlas2's forces summed pair by pair, straight from their definitions: what the fast kernel is held against. */
import fc from "fast-check";
import type { ForceGraph } from "../../../src/layout/force-atlas2/bodies.ts";
import type { ForceSettings } from "../../../src/layout/force-atlas2/settings.ts";

export interface Forces {
  readonly x: number[];
  readonly y: number[];
}

/** Masses by the definition: 1 + weights of all edges at the node but loops. */
export function masses(graph: ForceGraph): number[] {
  const mass = Array.from(graph.x, () => 1);
  graph.from.forEach((from, edge) => {
    const to = graph.to[edge] as number;
    const weight = graph.weight[edge] as number;
    if (from === to || !(weight > 0)) return;
    (mass[from] as number) += weight;
    (mass[to] as number) += weight;
  });
  return mass;
}

/** Forces at the places of the graph, O(n²): all of them, and the repulsion alone. */
export function exactForces(
  graph: ForceGraph,
  settings: ForceSettings,
): { readonly all: Forces; readonly repulsion: Forces } {
  const count = graph.x.length;
  const mass = masses(graph);
  const at = (node: number) => ({
    x: graph.x[node] as number,
    y: graph.y[node] as number,
    r: graph.size[node] as number,
  });
  const x = Array.from({ length: count }, () => 0);
  const y = Array.from({ length: count }, () => 0);
  const add = (node: number, dx: number, dy: number) => {
    (x[node] as number) += dx;
    (y[node] as number) += dy;
  };
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      const [a, b] = [at(i), at(j)];
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (i === j || distance === 0) continue;
      const gap = settings.adjustSizes ? distance - a.r - b.r : distance;
      const each = settings.scaling * (mass[i] as number) * (mass[j] as number);
      const factor = gap > 0 ? each / gap ** 2 : gap < 0 ? 100 * each : 0;
      add(i, (a.x - b.x) * factor, (a.y - b.y) * factor);
    }
  const repulsion = { x: [...x], y: [...y] };
  graph.from.forEach((from, edge) => {
    const to = graph.to[edge] as number;
    const weight = graph.weight[edge] as number;
    if (from === to || !(weight > 0)) return;
    const [a, b] = [at(from), at(to)];
    const distance = Math.hypot(a.x - b.x, a.y - b.y);
    const gap = settings.adjustSizes ? distance - a.r - b.r : distance;
    if (gap <= 0) return;
    const factor = weight ** settings.edgeWeightInfluence * (settings.linLog ? Math.log(1 + gap) / gap : 1);
    add(from, (b.x - a.x) * factor, (b.y - a.y) * factor);
    add(to, (a.x - b.x) * factor, (a.y - b.y) * factor);
  });
  for (let i = 0; i < count; i++) {
    const { x: ax, y: ay } = at(i);
    const distance = Math.hypot(ax, ay);
    if (distance === 0) continue;
    const factor = (mass[i] as number) * settings.gravity * (settings.strongGravity ? 1 : 1 / distance);
    add(i, -ax * factor, -ay * factor);
  }
  return { all: { x, y }, repulsion };
}

/** Root mean square of the error, in shares of the root mean square of the exact repulsion, which alone is approximated. */
export function forceError(
  exact: { readonly all: Forces; readonly repulsion: Forces },
  found: { readonly forceX: ArrayLike<number>; readonly forceY: ArrayLike<number> },
): number {
  let error = 0;
  let whole = 0;
  exact.all.x.forEach((x, node) => {
    const y = exact.all.y[node] as number;
    error += (x - (found.forceX[node] as number)) ** 2 + (y - (found.forceY[node] as number)) ** 2;
    whole += (exact.repulsion.x[node] as number) ** 2 + (exact.repulsion.y[node] as number) ** 2;
  });
  return Math.sqrt(error / whole);
}

/** Pseudo-random numbers in [0, 1) from a seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A graph whose places a function gives. */
export function graphOf(
  count: number,
  links: number,
  seed: number,
  place: (next: () => number, node: number) => readonly [number, number],
): ForceGraph {
  const next = numbers(seed);
  const places = Array.from({ length: count }, (_, node) => place(next, node));
  const end = () => Math.floor(next() * count);
  return {
    x: Float64Array.from(places, ([x]) => x),
    y: Float64Array.from(places, ([, y]) => y),
    size: Float64Array.from(places, () => 1 + Math.floor(next() * 10)),
    from: Int32Array.from({ length: links }, end),
    to: Int32Array.from({ length: links }, end),
    weight: Float64Array.from({ length: links }, () => 1 + Math.floor(next() * 5)),
  };
}

/** Small graphs with everything that is awkward: loops, parallel edges, coincident nodes, weights and places that are no numbers. */
export const awkwardGraph: fc.Arbitrary<ForceGraph> = fc
  .record({
    nodes: fc.array(
      fc.record({
        x: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double()),
        y: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double()),
        size: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double()),
      }),
      { maxLength: 40 },
    ),
    edges: fc.array(
      fc.record({
        a: fc.nat(),
        b: fc.nat(),
        weight: fc.oneof(fc.integer({ min: -1, max: 9 }), fc.double()),
      }),
      { maxLength: 80 },
    ),
  })
  .map(({ nodes, edges }) => {
    const used = nodes.length === 0 ? [] : edges;
    return {
      x: Float64Array.from(nodes, ({ x }) => x),
      y: Float64Array.from(nodes, ({ y }) => y),
      size: Float64Array.from(nodes, ({ size }) => size),
      from: Int32Array.from(used, ({ a }) => a % nodes.length),
      to: Int32Array.from(used, ({ b }) => b % nodes.length),
      weight: Float64Array.from(used, ({ weight }) => weight),
    };
  });
