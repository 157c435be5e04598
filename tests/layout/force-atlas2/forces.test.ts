import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeSettings, type ForceSettings } from "../../../src/layout/force-atlas2/settings.ts";
import { computeForces, createSimulation } from "../../../src/layout/force-atlas2/simulation.ts";
import { buildTree } from "../../../src/layout/force-atlas2/tree.ts";
import { Fault } from "../../../src/model/problem.ts";
import { exactForces, forceError, graphOf, masses } from "./exact.ts";

const MODES: readonly (readonly [string, Partial<ForceSettings>])[] = [
  ["points", {}],
  ["discs", { adjustSizes: true }],
  ["LinLog", { linLog: true, strongGravity: true, gravity: 0.05 }],
  ["LinLog discs", { linLog: true, adjustSizes: true, edgeWeightInfluence: 0.5 }],
  ["no gravity, weights ignored", { gravity: 0, edgeWeightInfluence: 0 }],
];

const PLACES: Readonly<Record<string, (next: () => number, node: number) => readonly [number, number]>> = {
  square: (next) => [next() * 1000 - 500, next() * 1000 - 500],
  circle: (_, node) => [900 * Math.cos(node / 160), 600 * Math.sin(node / 160)],
  "dense middle": (next) => {
    const [radius, angle] = [1000 * next() ** 4, 6.3 * next()];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  },
  "many tight knots": (next, node) => [
    ((node * 7) % 31) * 100 + next() * 1e-7,
    ((node * 13) % 29) * 90 + next() * 1e-7,
  ],
  "one far outlier": (next, node) => (node === 5 ? [1e8, -1e8] : [next() * 10, next() * 10]),
  line: (next) => [next() * 1000, 3],
};

function forcesOf(graph: ReturnType<typeof graphOf>, given: Partial<ForceSettings>) {
  const simulation = createSimulation(graph, given);
  computeForces(simulation);
  return simulation.bodies;
}

describe.each(MODES)("forces between %s", (_, mode) => {
  it("are the exact sum when theta is 0", () => {
    for (const place of Object.values(PLACES)) {
      const graph = graphOf(150, 300, 3, place);
      const exact = exactForces(graph, completeSettings(mode));
      expect(forceError(exact, forcesOf(graph, { ...mode, theta: 0 }))).toBeLessThan(1e-9);
    }
  });

  it.each(Object.keys(PLACES))("differ by less than half a per cent at theta 0.5: %s", (name) => {
    const graph = graphOf(1000, 2000, 11, PLACES[name] as (typeof PLACES)[string]);
    const settings = completeSettings({ ...mode, theta: 0.5 });
    expect(forceError(exactForces(graph, settings), forcesOf(graph, settings))).toBeLessThan(0.005);
  });
});

describe("the repulsion alone", () => {
  const alone = { gravity: 0, edgeWeightInfluence: 0 };
  const linkless = (count: number, seed: number) =>
    graphOf(count, 0, seed, (next) => [next() * 100, next() * 100]);

  it("is as exact between discs that are no larger than points", () => {
    for (const place of Object.values(PLACES)) {
      const dots = { ...graphOf(1000, 0, 17, place), size: new Float64Array(1000) };
      const settings = completeSettings({ ...alone, adjustSizes: true });
      expect(forceError(exactForces(dots, settings), forcesOf(dots, settings))).toBeLessThan(0.005);
    }
  });

  it("gets nearer to the exact sum with smaller theta", () => {
    const graph = graphOf(1000, 0, 5, (next) => [next() * 1000, next() * 1000]);
    const exact = exactForces(graph, completeSettings(alone));
    const errors = [0.7, 0.5, 0.25, 0.1].map((theta) =>
      forceError(exact, forcesOf(graph, { ...alone, theta })),
    );
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(errors.at(-1)).toBeLessThan(1e-4);
  });

  it("leaves the whole at rest: every push has its counterpart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.nat(), fc.boolean(), (count, seed, adjustSizes) => {
        const { forceX, forceY } = forcesOf(linkless(count, seed), { ...alone, adjustSizes, theta: 0 });
        const whole = forceX.reduce((sum, force) => sum + Math.abs(force), 0);
        for (const forces of [forceX, forceY])
          expect(Math.abs(forces.reduce((sum, force) => sum + force, 0))).toBeLessThanOrEqual(1e-9 * whole);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the tree", () => {
  it.each(Object.entries(PLACES))("keeps mass, centre and every node: %s", (_, place) => {
    const graph = graphOf(1200, 900, 7, place);
    const { tree, bodies } = createSimulation(graph);
    buildTree(tree, bodies);
    const mass = masses(graph);
    const whole = mass.reduce((sum, own) => sum + own, 0);
    expect(tree.cellMass[0]).toBeCloseTo(whole, 6);
    const centre = mass.reduce((sum, own, node) => sum + own * (bodies.x[node] as number), 0) / whole;
    expect(tree.cellX[0]).toBeCloseTo(centre, 6);
    const slots: number[] = [];
    let leafMass = 0;
    for (let cell = 0; cell < tree.cells; cell++) {
      if (!tree.leafEnd[cell]) continue;
      leafMass += tree.cellMass[cell] as number;
      for (let slot = tree.leafStart[cell] as number; slot < (tree.leafEnd[cell] as number); slot++)
        slots.push(tree.curve.node[slot] as number);
    }
    expect(leafMass).toBeCloseTo(whole, 6);
    expect(slots.sort((a, b) => a - b)).toEqual(mass.map((_, node) => node));
    expect(tree.cells).toBeLessThan(2 * mass.length);
  });

  it("has small leaves even where nodes nearly coincide", () => {
    const { tree, bodies } = createSimulation(graphOf(2000, 0, 9, PLACES["many tight knots"] as never));
    buildTree(tree, bodies);
    for (let cell = 0; cell < tree.cells; cell++)
      if (tree.leafEnd[cell])
        expect((tree.leafEnd[cell] as number) - (tree.leafStart[cell] as number)).toBeLessThanOrEqual(24);
  });
});

describe("settings", () => {
  it.each([
    { theta: 0.9 },
    { theta: -1 },
    { scaling: Number.NaN },
    { gravity: Number.POSITIVE_INFINITY },
    { jitterTolerance: 0 },
  ])("out of bounds are a fault: %o", (given) => {
    expect(() => completeSettings(given)).toThrow(Fault);
  });
});
