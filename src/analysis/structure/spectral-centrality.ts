/** PageRank and eigenvector centrality by power iteration on undirected weighted graphs. */

import { type SimpleGraph, strengthOf } from "./simple-graph.ts";

/** Change (PageRank) or residual (eigenvector) at which iteration ends. */
const PRECISE = 1e-13;
const MOST_ROUNDS = 5000;
/** Steps along edges that one iteration may take in all. */
const MOST_WORK = 5e8;

export interface Iterated {
  readonly values: Float64Array;
  /** False when the rounds ran out first. */
  readonly converged: boolean;
}

const rounds = ({ neighbour }: SimpleGraph): number =>
  Math.max(50, Math.min(MOST_ROUNDS, Math.floor(MOST_WORK / (neighbour.length + 1))));

/**
 * S. Brin and L. Page, "The anatomy of a large-scale hypertextual Web search engine", 1998: r = (1 − d)/n + d Σ r_j w_ij / Σ_k w_jk,
 * the mass of nodes without edges spread evenly. Adds up to 1.
 */
export function pageRank(graph: SimpleGraph, damping: number): Iterated {
  const { order, start, neighbour, weight } = graph;
  let rank = new Float64Array(order).fill(order === 0 ? 0 : 1 / order);
  const strength = Float64Array.from(rank, (_, node) => strengthOf(graph, node));
  for (let round = 0; round < rounds(graph); round++) {
    let loose = 0;
    for (let node = 0; node < order; node++) if (strength[node] === 0) loose += rank[node] as number;
    const next = new Float64Array(order).fill((1 - damping + damping * loose) / order);
    for (let node = 0; node < order; node++) {
      if (strength[node] === 0) continue;
      const share = (damping * (rank[node] as number)) / (strength[node] as number);
      for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++) {
        const to = neighbour[slot] as number;
        next[to] = (next[to] as number) + share * (weight[slot] as number);
      }
    }
    let change = 0;
    for (let node = 0; node < order; node++)
      change += Math.abs((next[node] as number) - (rank[node] as number));
    rank = next;
    if (change < PRECISE) return { values: rank, converged: true };
  }
  return { values: rank, converged: order === 0 };
}

/**
 * P. Bonacich, "Factoring and weighting approaches to status scores and clique identification", J. Math. Sociology 2, 1972:
 * the eigenvector of the greatest eigenvalue, of length 1. Where the graph falls into pieces, nodes outside the piece with the
 * greatest eigenvalue get 0.
 */
export function eigenvectorCentrality(graph: SimpleGraph): Iterated {
  const { order, start, neighbour, weight } = graph;
  let vector = new Float64Array(order).fill(order === 0 ? 0 : 1 / Math.sqrt(order));
  if (neighbour.length === 0) return { values: new Float64Array(order), converged: true };
  for (let round = 0; round < rounds(graph); round++) {
    const image = new Float64Array(order);
    for (let node = 0; node < order; node++) {
      let sum = 0;
      for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++)
        sum += (weight[slot] as number) * (vector[neighbour[slot] as number] as number);
      image[node] = sum;
    }
    const value = norm(image);
    let residual = 0;
    for (let node = 0; node < order; node++)
      residual += ((image[node] as number) - value * (vector[node] as number)) ** 2;
    // What is smaller than the precision is what iteration has left of 0.
    if (Math.sqrt(residual) <= PRECISE * value)
      return {
        values: vector.map((component) => (component < PRECISE ? 0 : component)),
        converged: true,
      };
    // Adding value · vector keeps the eigenvectors and stops two-mode graphs from swinging between their sides.
    for (let node = 0; node < order; node++)
      image[node] = (image[node] as number) + value * (vector[node] as number);
    const length = norm(image);
    vector = image.map((component) => component / length);
  }
  return { values: vector, converged: false };
}

function norm(vector: Float64Array): number {
  let sum = 0;
  for (const component of vector) sum += component * component;
  return Math.sqrt(sum);
}
