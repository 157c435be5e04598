import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LayoutInput } from "../../src/layout/layout.ts";
import { LAYOUTS } from "../../src/layout/registry.ts";
import { separate } from "../../src/layout/separate.ts";

const input: fc.Arbitrary<LayoutInput> = fc
  .record({
    nodes: fc.array(
      fc.record({
        size: fc.integer({ min: 3, max: 22 }),
        label: fc.integer({ min: 0, max: 180 }),
        issue: fc.boolean(),
      }),
      {
        maxLength: 40,
      },
    ),
    edges: fc.array(fc.record({ a: fc.nat(), b: fc.nat(), weight: fc.integer({ min: 1, max: 9 }) }), {
      maxLength: 80,
    }),
  })
  .map(({ nodes, edges }) => {
    const ends =
      nodes.length === 0
        ? []
        : edges.map(({ a, b, weight }) => ({ a: a % nodes.length, b: b % nodes.length, weight }));
    return {
      size: Float64Array.from(nodes, ({ size }) => size),
      labelWidth: Float64Array.from(nodes, ({ label }) => label),
      labelHeight: 15,
      from: Int32Array.from(ends, ({ a }) => a),
      to: Int32Array.from(ends, ({ b }) => b),
      weight: Float64Array.from(ends, ({ weight }) => weight),
      group: Uint8Array.from(nodes, ({ issue }) => (issue ? 1 : 0)),
    };
  });

describe.each(LAYOUTS.map((layout) => [layout.id, layout] as const))("layout %s", (_, layout) => {
  it("gives every node a finite place, the same one each time", () => {
    fc.assert(
      fc.property(input, (graph) => {
        const first = layout.run(graph);
        expect(first.x.length).toBe(graph.size.length);
        expect(first.y.length).toBe(graph.size.length);
        expect([...first.x, ...first.y].every(Number.isFinite)).toBe(true);
        expect(layout.run(graph)).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });
});

describe("overlap removal", () => {
  it("leaves no disc or label over another", () => {
    fc.assert(
      fc.property(input, (graph) => {
        const count = graph.size.length;
        const start = { x: new Float64Array(count), y: new Float64Array(count) };
        const { x, y } = separate(graph, start, 4, 5000);
        for (let a = 0; a < count; a++)
          for (let b = a + 1; b < count; b++) {
            const half = (node: number) =>
              Math.max(graph.size[node] as number, (graph.labelWidth[node] as number) / 2);
            const foot = (node: number) =>
              (graph.size[node] as number) + ((graph.labelWidth[node] as number) > 0 ? graph.labelHeight : 0);
            const apartX = Math.abs((x[a] as number) - (x[b] as number)) >= half(a) + half(b);
            const upper = (y[a] as number) > (y[b] as number) ? a : b;
            const lower = upper === a ? b : a;
            const apartY =
              (y[upper] as number) - (y[lower] as number) >= foot(upper) + (graph.size[lower] as number);
            expect(apartX || apartY).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });
});
