import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLayout, LAYOUT_PATTERN, LAYOUTS, parseLayout } from "../../src/layout/catalogue.ts";
import type { LayoutInput } from "../../src/layout/layout.ts";
import { LAYOUT_RUNS } from "../../src/layout/registry.ts";
import { separate } from "../../src/layout/separate.ts";
import { graphs } from "./graphs.ts";

describe.each(LAYOUTS.map(({ id }) => [id, LAYOUT_RUNS[id]] as const))("layout %s", (_, run) => {
  it("gives every node a finite place, the same one each time, and finite guides", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const first = run(graph);
        expect(first.x.length).toBe(graph.size.length);
        expect(first.y.length).toBe(graph.size.length);
        const { lines = [], texts = [] } = first.guides ?? {};
        const drawn = [
          ...lines.flatMap(({ from, to }) => [...from, ...to]),
          ...texts.flatMap(({ x, y, room }) => [x, y, room]),
        ];
        expect([...first.x, ...first.y, ...drawn].every(Number.isFinite)).toBe(true);
        expect(run(graph)).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });

  it("takes no nodes, one node, and a narrow room", () => {
    const one = (size: readonly number[]) => ({
      size: Float64Array.from(size),
      labelWidth: Float64Array.from(size, () => 70),
      labelHeight: 15,
      from: new Int32Array(0),
      to: new Int32Array(0),
      weight: new Float64Array(0),
      group: new Uint8Array(size.length),
    });
    expect(run(one([])).x.length).toBe(0);
    expect(Number.isFinite(run(one([5])).x[0])).toBe(true);
    const narrow = run({ ...one([5, 6, 7]), room: { width: 300, height: 600 } });
    expect([...narrow.x, ...narrow.y].every(Number.isFinite)).toBe(true);
  });
});

describe("progress", () => {
  /** A ring of so many nodes. */
  const ring = (count: number, onProgress: (share: number) => void): LayoutInput => ({
    size: new Float64Array(count).fill(5),
    labelWidth: new Float64Array(count).fill(40),
    labelHeight: 15,
    from: Int32Array.from({ length: count }, (_, at) => at),
    to: Int32Array.from({ length: count }, (_, at) => (at + 1) % count),
    weight: new Float64Array(count).fill(1),
    group: new Uint8Array(count),
    onProgress,
  });
  it("of forces is told where they take long, from a little to all", () => {
    const shares: number[] = [];
    LAYOUT_RUNS.force(ring(900, (share) => shares.push(share)));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(0.2);
    expect(shares.at(-1)).toBe(1);
  });
  it("changes nothing, and is no matter of small pictures", () => {
    const told: number[] = [];
    const { onProgress: _, ...silent } = ring(900, () => {});
    expect(LAYOUT_RUNS.force(ring(900, () => {})).x).toEqual(LAYOUT_RUNS.force(silent).x);
    LAYOUT_RUNS.force(ring(20, (share) => told.push(share)));
    expect(told).toEqual([]);
  });
});

describe("the circle", () => {
  it("gives large neighbours the room that they are wide", () => {
    const size = Float64Array.from({ length: 110 }, (_, at) => (at < 10 ? 20 : 5));
    const { x, y } = LAYOUT_RUNS.circular({
      size,
      labelWidth: new Float64Array(110),
      labelHeight: 15,
      from: new Int32Array(0),
      to: new Int32Array(0),
      weight: new Float64Array(0),
      group: Uint8Array.from(size, (_, at) => Number(at > 60)),
    });
    for (let at = 0; at < 110; at++) {
      const next = (at + 1) % 110;
      const apart = Math.hypot(
        (x[at] as number) - (x[next] as number),
        (y[at] as number) - (y[next] as number),
      );
      expect(apart / ((size[at] as number) + (size[next] as number))).toBeGreaterThan(1.5);
    }
  });
});

describe("names of layouts", () => {
  it("are read and written alike, an issue only where one is shown", () => {
    for (const { id, needsIssue } of LAYOUTS) {
      expect(parseLayout(id)).toMatchObject({ entry: { id }, issue: "" });
      expect(LAYOUT_PATTERN.test(id)).toBe(true);
      const text = formatLayout(id, "The dam: is\nbuilt");
      expect(parseLayout(text)?.issue).toBe(needsIssue ? "The dam: is\nbuilt" : undefined);
      expect(LAYOUT_PATTERN.test(text)).toBe(needsIssue);
    }
  });

  it.each(["", "foo", "spectrum:", "force:", "constructor", "Force", " force"])("%j names none", (text) => {
    expect(parseLayout(text)).toBeNull();
    expect(LAYOUT_PATTERN.test(text)).toBe(false);
  });
});

describe("overlap removal", () => {
  it("leaves no disc or label over another", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
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
