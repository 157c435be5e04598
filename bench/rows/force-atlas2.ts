/** One iteration of ForceAtlas2 with Barnes-Hut at theta 0.5, and how far its repulsion is from the exact sum. */

import defaults from "graphology-layout-forceatlas2/defaults.js";
import iterate from "graphology-layout-forceatlas2/iterate.js";
import { repel } from "../../src/layout/force-atlas2/repulsion.ts";
import { createSimulation, type Simulation, step } from "../../src/layout/force-atlas2/simulation.ts";
import { buildTree } from "../../src/layout/force-atlas2/tree.ts";
import { random, randomGraph } from "../data.ts";
import { alternate, type BenchRow, compared, here, limited } from "../harness.ts";

const SCALING = 10;
const THETA = 0.5;
const SETTINGS = { scaling: SCALING, gravity: 0.05, strongGravity: true, theta: THETA };
const PEER_SETTINGS = {
  ...defaults,
  scalingRatio: SCALING,
  gravity: 0.05,
  strongGravityMode: true,
  barnesHutOptimize: true,
  barnesHutTheta: THETA,
};
/** The peer's rows: ten numbers a node, three an edge. */
const NODE = 10;
const EDGE = 3;

interface Peer {
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
}

/** The simulation's nodes and edges in the peer's form: same places, same masses. */
function peerOf({ bodies, springs }: Simulation): Peer {
  const nodes = new Float32Array(bodies.order * NODE);
  for (let node = 0; node < bodies.order; node++)
    nodes.set(
      [bodies.x[node] as number, bodies.y[node] as number, 0, 0, 0, 0, bodies.mass[node] as number, 1, 1, 0],
      node * NODE,
    );
  const edges = new Float32Array(springs.end.length * EDGE);
  for (let node = 0; node < bodies.order; node++)
    for (let at = springs.start[node] as number; at < (springs.start[node + 1] as number); at++)
      edges.set([node * NODE, (springs.end[at] as number) * NODE, springs.strength[at] as number], at * EDGE);
  return { nodes, edges };
}

/** Root mean square of the errors of forces, in per cent of that of the exact repulsion at the same places. */
function errorPercent(
  at: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number>; readonly mass: ArrayLike<number> },
  force: (node: number) => readonly [number, number],
): number {
  const order = at.x.length;
  let error = 0;
  let whole = 0;
  for (let node = 0; node < order; node++) {
    const [x, y] = [at.x[node] as number, at.y[node] as number];
    let exactX = 0;
    let exactY = 0;
    for (let other = 0; other < order; other++) {
      const dx = x - (at.x[other] as number);
      const dy = y - (at.y[other] as number);
      const distance2 = dx * dx + dy * dy;
      if (distance2 === 0) continue;
      exactX += (dx * (at.mass[other] as number)) / distance2;
      exactY += (dy * (at.mass[other] as number)) / distance2;
    }
    const strength = SCALING * (at.mass[node] as number);
    const [fx, fy] = force(node);
    error += (fx - strength * exactX) ** 2 + (fy - strength * exactY) ** 2;
    whole += (strength * exactX) ** 2 + (strength * exactY) ** 2;
  }
  return 100 * Math.sqrt(error / whole);
}

function ourError({ bodies, tree, actors }: Simulation): number {
  buildTree(tree, bodies);
  repel(bodies, tree, actors, { scaling: SCALING, theta: THETA, discs: false });
  return errorPercent(bodies, (node) => [bodies.forceX[node] as number, bodies.forceY[node] as number]);
}

function peerError({ nodes }: Peer): number {
  const before = nodes.slice();
  const after = nodes.slice();
  iterate({ ...PEER_SETTINGS, gravity: 0 }, after, new Float32Array(0));
  const column = (offset: number): Float64Array =>
    Float64Array.from({ length: nodes.length / NODE }, (_, node) => before[node * NODE + offset] as number);
  return errorPercent({ x: column(0), y: column(1), mass: column(6) }, (node) => [
    after[node * NODE + 2] as number,
    after[node * NODE + 3] as number,
  ]);
}

export const forceAtlas2Row: BenchRow = {
  id: "force-atlas2",
  async run(options) {
    const graph = randomGraph(10_000, 100_000);
    const next = random(3);
    const places = (): Float64Array => Float64Array.from({ length: graph.order }, () => next() * 1000 - 500);
    const simulation = createSimulation(
      {
        x: places(),
        y: places(),
        size: new Float64Array(graph.order).fill(1),
        from: graph.from,
        to: graph.to,
        weight: new Float64Array(graph.size).fill(1),
      },
      SETTINGS,
    );
    // Both go on from a picture that has taken shape, where nodes lie less evenly than at random.
    for (let at = 0; at < 20; at++) step(simulation);
    const peer = peerOf(simulation);
    const errors = [ourError(simulation), peerError(peer)] as const;
    const iterations = options.quick ? 3 : 10;
    const repeat = (work: () => void) => () => {
      for (let at = 0; at < iterations; at++) work();
      return iterations;
    };
    const [own, other] = await alternate(
      [
        here(repeat(() => step(simulation))),
        here(repeat(() => iterate(PEER_SETTINGS, peer.nodes, peer.edges))),
      ],
      options,
    );
    const work = "ForceAtlas2 with Barnes-Hut at theta 0.5, 10k nodes / 100k edges";
    const name = "graphology-layout-forceatlas2";
    return [
      compared(
        { id: this.id, work: `${work}: one iteration`, unit: "ms", per: "unit", bar: 4 },
        own as NonNullable<typeof own>,
        name,
        other ?? null,
      ),
      limited(
        { id: `${this.id}-error`, work: `${work}: RMS error of the repulsion`, unit: "%", bar: 0.5 },
        errors[0],
        {
          name,
          value: errors[1],
        },
      ),
    ];
  },
};
