/** The default layout: ForceAtlas2 from seeded positions, scaled to the room the labels need, then overlap removal. */

import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { circle } from "./circular.ts";
import { largeForces } from "./large-forces.ts";
import type { Coordinates, LayoutInput, LayoutRun } from "./layout.ts";
import { separate } from "./separate.ts";

/** Width over height of the pictures that are drawn from it. */
const ASPECT = 1.5;
/** Share of the picture that nodes and labels may fill before overlap removal has to stretch it. */
const FILL = 0.26;

/** Nodes up to which graphology's own ForceAtlas2 sums all forces exactly; beyond, the kernel approximates them. */
const SMALL = 800;

const iterationsFor = (order: number): number => (order <= 300 ? 600 : 250);

/**
 * Jacomy, Venturini, Heymann & Bastian, "ForceAtlas2", PLoS ONE 9(6), 2014, with LinLog attraction
 * (Noack 2007), which pulls groups apart. Starts from the circle, so the result depends on the graph alone.
 */
function forceAtlas(input: LayoutInput): Coordinates {
  const count = input.size.length;
  const round = circle(input);
  if (count < 3) return round;
  // A small stretch breaks the symmetry of the circle, which forces alone would keep.
  const start = {
    x: round.x.map((value, node) => value * ASPECT + (node % 7)),
    y: round.y.map((value, node) => value - (node % 5)),
  };
  return count > SMALL ? largeForces(input, start) : smallForces(input, start);
}

function smallForces(input: LayoutInput, start: Coordinates): Coordinates {
  const count = input.size.length;
  const graph = new UndirectedGraph();
  for (let node = 0; node < count; node++)
    graph.addNode(String(node), { x: start.x[node], y: start.y[node], size: input.size[node] });
  for (let edge = 0; edge < input.from.length; edge++) {
    const from = input.from[edge] as number;
    const to = input.to[edge] as number;
    if (from === to) continue;
    graph.updateEdge(String(from), String(to), (attributes) => ({
      weight: ((attributes["weight"] as number | undefined) ?? 0) + (input.weight[edge] as number),
    }));
  }
  graph.updateEachEdgeAttributes(
    (_, attributes) => ({ weight: Math.log2(1 + (attributes["weight"] as number)) }),
    {
      attributes: ["weight"],
    },
  );
  const positions = forceAtlas2(graph, {
    iterations: iterationsFor(count),
    getEdgeWeight: "weight",
    settings: {
      ...forceAtlas2.inferSettings(count),
      linLogMode: true,
      outboundAttractionDistribution: false,
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 6,
      barnesHutOptimize: false,
      slowDown: 2,
    },
  });
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const at = positions[String(node)];
    x[node] = at?.["x"] ?? 0;
    y[node] = at?.["y"] ?? 0;
  }
  return { x, y };
}

/** Centres the picture and scales it so that nodes with their labels fill a fixed share of it. */
function scaleToRoom(input: LayoutInput, at: Coordinates): Coordinates {
  const count = input.size.length;
  let room = 0;
  for (let node = 0; node < count; node++) {
    const diameter = 2 * (input.size[node] as number);
    room += Math.max(diameter, input.labelWidth[node] as number) * (diameter + input.labelHeight);
  }
  const height = Math.sqrt(room / FILL / ASPECT);
  const spanX = span(at.x);
  const spanY = span(at.y);
  const scaleX = spanX.size > 0 ? (height * ASPECT) / spanX.size : 1;
  const scaleY = spanY.size > 0 ? height / spanY.size : 1;
  return {
    x: at.x.map((value) => (value - spanX.middle) * scaleX),
    y: at.y.map((value) => (value - spanY.middle) * scaleY),
  };
}

function span(values: Float64Array): { readonly middle: number; readonly size: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return values.length === 0 ? { middle: 0, size: 0 } : { middle: (low + high) / 2, size: high - low };
}

export const forces: LayoutRun = (input) => separate(input, scaleToRoom(input, forceAtlas(input)));
