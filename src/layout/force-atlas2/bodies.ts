/** What the forces act on: nodes as bodies with a mass, edges as springs; checked once, so that the loops need not be. */

import type { ForceSettings } from "./settings.ts";

/** A graph to lay out. Arrays over nodes have the same length, those over edges likewise. */
export interface ForceGraph {
  /** Where the nodes start; not a number counts as 0. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Radii, used by `adjustSizes` only. */
  readonly size: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** An edge whose weight is not a positive number does not attract. */
  readonly weight: Float64Array;
}

export interface Bodies {
  readonly order: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  /** 1 + the weights of all edges at the node. */
  readonly mass: Float64Array;
  /** Forces of the current iteration and of the one before. */
  readonly forceX: Float64Array;
  readonly forceY: Float64Array;
  readonly formerX: Float64Array;
  readonly formerY: Float64Array;
}

/** Every edge once, in the row of its end with the lower number: `end[start[n]] … end[start[n + 1] − 1]`. */
export interface Springs {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly strength: Float64Array;
}

/** Bounds within which sums of squares cannot overflow. */
const FARTHEST = 1e9;
const HEAVIEST = 1e9;

/** Not a number becomes 0. */
const bounded = (value: number, bound: number): number =>
  value > -bound && value < bound ? value : value >= bound ? bound : value <= -bound ? -bound : 0;

/** Coordinates nearer to 0 than this are 0, so that no two nodes are too close to push each other, yet not in one place. */
const FINEST = 1e-12;

const coordinate = (value: number): number => (Math.abs(value) < FINEST ? 0 : bounded(value, FARTHEST));

const usable = (weight: number): boolean => weight > 0 && weight < Number.POSITIVE_INFINITY;

/** Copies a graph's nodes into bodies, no two of them in the same place. */
export function createBodies(graph: ForceGraph, seed: number): Bodies {
  const order = graph.x.length;
  const mass = new Float64Array(order).fill(1);
  for (let edge = 0; edge < graph.from.length; edge++) {
    const weight = graph.weight[edge] as number;
    const from = graph.from[edge] as number;
    const to = graph.to[edge] as number;
    if (from === to || !usable(weight)) continue;
    mass[from] = Math.min((mass[from] as number) + weight, HEAVIEST);
    mass[to] = Math.min((mass[to] as number) + weight, HEAVIEST);
  }
  const bodies: Bodies = {
    order,
    x: graph.x.map(coordinate),
    y: graph.y.map(coordinate),
    size: graph.size.map((value) => Math.max(0, bounded(value, FARTHEST))),
    mass,
    forceX: new Float64Array(order),
    forceY: new Float64Array(order),
    formerX: new Float64Array(order),
    formerY: new Float64Array(order),
  };
  partCoincident(bodies, seed);
  return bodies;
}

/** Counting sort of the edges into rows; loops are left out. */
export function createSprings(graph: ForceGraph, { edgeWeightInfluence }: ForceSettings): Springs {
  const order = graph.x.length;
  const { from, to, weight } = graph;
  const start = new Int32Array(order + 1);
  const attracts = (edge: number): boolean => from[edge] !== to[edge] && usable(weight[edge] as number);
  const lower = (edge: number): number => Math.min(from[edge] as number, to[edge] as number);
  for (let edge = 0; edge < from.length; edge++) if (attracts(edge)) (start[lower(edge) + 1] as number)++;
  for (let node = 0; node < order; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const next = start.slice();
  const end = new Int32Array(start[order] as number);
  const strength = new Float64Array(start[order] as number);
  for (let edge = 0; edge < from.length; edge++) {
    if (!attracts(edge)) continue;
    const row = lower(edge);
    const at = next[row] as number;
    next[row] = at + 1;
    end[at] = Math.max(from[edge] as number, to[edge] as number);
    strength[at] = Math.min((weight[edge] as number) ** edgeWeightInfluence, HEAVIEST);
  }
  return { start, end, strength };
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Nodes in one place have no direction in which to push each other, so all but the first are moved on to a small spiral
 * around it, one after the other by node number.
 */
function partCoincident({ order, x, y }: Bodies, seed: number): void {
  const sorted = Int32Array.from({ length: order }, (_, node) => node).sort(
    (a, b) => (x[a] as number) - (x[b] as number) || (y[a] as number) - (y[b] as number) || a - b,
  );
  let reach = 0;
  for (let node = 0; node < order; node++)
    reach = Math.max(reach, Math.abs(x[node] as number), Math.abs(y[node] as number));
  // Large enough not to be lost in the last digits of the greatest coordinate.
  const step = reach > 0 ? reach * 1e-6 : 1;
  const turn = seed % 1024;
  let twins = 0;
  for (let at = 1; at < order; at++) {
    const node = sorted[at] as number;
    const first = sorted[at - 1 - twins] as number;
    if (x[node] !== x[first] || y[node] !== y[first]) {
      twins = 0;
      continue;
    }
    twins++;
    const angle = twins * GOLDEN_ANGLE + turn;
    const radius = step * Math.sqrt(twins);
    x[node] = (x[first] as number) + radius * Math.cos(angle);
    y[node] = (y[first] as number) + radius * Math.sin(angle);
  }
}
