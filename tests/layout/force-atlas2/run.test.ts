import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forces } from "../../../src/layout/force.ts";
import { runForceAtlas2 } from "../../../src/layout/force-atlas2/run.ts";
import { awkwardGraph, graphOf } from "./exact.ts";

const settings = fc.record({
  adjustSizes: fc.boolean(),
  linLog: fc.boolean(),
  strongGravity: fc.boolean(),
  edgeWeightInfluence: fc.constantFrom(0, 0.5, 1, 3),
  seed: fc.integer(),
});

describe("a run", () => {
  it("gives finite places, the same ones each time, whatever the graph", () => {
    fc.assert(
      fc.property(awkwardGraph, settings, (graph, given) => {
        const first = runForceAtlas2(graph, given, { maxIterations: 60 });
        expect(first.x.length).toBe(graph.x.length);
        expect([...first.x, ...first.y].every(Number.isFinite)).toBe(true);
        expect(runForceAtlas2(graph, given, { maxIterations: 60 })).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it("leaves its input as it was", () => {
    const graph = graphOf(30, 40, 2, (next) => [next(), next()]);
    const copy = structuredClone(graph);
    runForceAtlas2(graph, {}, { maxIterations: 20 });
    expect(graph).toEqual(copy);
  });

  it.each([1, 2, 500])("parts %i nodes that start in one place", (count) => {
    const graph = graphOf(count, count - 1, 4, () => [7, 7]);
    const { x, y } = runForceAtlas2(graph, {}, { maxIterations: 50 });
    expect(new Set(Array.from(x, (value, node) => `${value} ${y[node]}`)).size).toBe(count);
  });

  it("turns the parting of coincident nodes with the seed, and nothing else", () => {
    const together = graphOf(9, 8, 4, () => [0, 0]);
    const apart = graphOf(9, 8, 4, (_, node) => [node, node * node]);
    const run = (graph: typeof together, seed: number) =>
      runForceAtlas2(graph, { seed }, { maxIterations: 5 });
    expect(run(together, 1)).not.toEqual(run(together, 2));
    expect(run(apart, 1)).toEqual(run(apart, 2));
  });

  it("stops by itself when the picture stands still", () => {
    const graph = graphOf(300, 600, 6, (next) => [next() * 100, next() * 100]);
    const result = runForceAtlas2(graph, { strongGravity: true, gravity: 0.05 }, { maxIterations: 5000 });
    expect(result.settled).toBe(true);
    expect(result.iterations).toBeLessThan(5000);
    // What stands still hardly moves when it goes on.
    const on = runForceAtlas2(
      { ...graph, x: result.x, y: result.y },
      { strongGravity: true, gravity: 0.05, jitterTolerance: 0.01 },
      { maxIterations: 10 },
    );
    const radius = Math.sqrt(
      result.x.reduce((sum, x, at) => sum + x ** 2 + (result.y[at] as number) ** 2, 0) / 300,
    );
    const moved = on.x.reduce(
      (sum, x, at) =>
        sum + Math.hypot(x - (result.x[at] as number), (on.y[at] as number) - (result.y[at] as number)) / 300,
      0,
    );
    expect(moved / radius).toBeLessThan(0.1);
  });

  it("does no more steps than allowed and says how far it is", () => {
    const graph = graphOf(50, 80, 8, (next) => [next(), next()]);
    const seen: number[] = [];
    const result = runForceAtlas2(
      graph,
      {},
      {
        maxIterations: 25,
        stillness: 0,
        onProgress: ({ iteration, maxIterations, movement, x }) => {
          expect(maxIterations).toBe(25);
          expect(movement).toBeGreaterThan(0);
          expect(x.length).toBe(50);
          seen.push(iteration);
          return undefined;
        },
      },
    );
    expect(seen).toEqual([10, 20, 25]);
    expect(result).toMatchObject({ iterations: 25, settled: false });
  });

  it("ends when the caller says so", () => {
    const graph = graphOf(50, 80, 8, (next) => [next(), next()]);
    const result = runForceAtlas2(graph, {}, { onProgress: () => false });
    expect(result).toMatchObject({ iterations: 10, settled: false });
  });

  it("draws two groups apart from each other", () => {
    const count = 60;
    const pairs: [number, number][] = [[0, 1]];
    for (let node = 0; node < count; node++)
      for (const far of [2, 6, 14, 22]) pairs.push([node, (node + far) % count]);
    const graph = {
      ...graphOf(count, 0, 1, (_, node) => [100 * Math.cos(node), 100 * Math.sin(node)]),
      from: Int32Array.from(pairs, ([a]) => a),
      to: Int32Array.from(pairs, ([, b]) => b),
      weight: Float64Array.from(pairs, () => 1),
    };
    const { x, y } = runForceAtlas2(graph, { linLog: true });
    const mean = (parity: number, values: Float64Array) =>
      values.reduce((sum, value, node) => sum + (node % 2 === parity ? value : 0), 0) / (count / 2);
    const between = Math.hypot(mean(0, x) - mean(1, x), mean(0, y) - mean(1, y));
    const within =
      x.reduce(
        (sum, value, node) =>
          sum + Math.hypot(value - mean(node % 2, x), (y[node] as number) - mean(node % 2, y)),
        0,
      ) / count;
    expect(between).toBeGreaterThan(1.5 * within);
  });
});

describe("the force layout of a large graph", () => {
  it("gives finite places, the same ones each time", () => {
    const graph = graphOf(900, 2000, 10, () => [0, 0]);
    const input = {
      ...graph,
      labelWidth: new Float64Array(900).fill(40),
      labelHeight: 12,
      group: Uint8Array.from({ length: 900 }, (_, node) => node % 2),
    };
    const first = forces(input);
    expect([...first.x, ...first.y].every(Number.isFinite)).toBe(true);
    expect(forces(input)).toEqual(first);
  });
});
