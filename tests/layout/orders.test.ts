import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NAME_WIDTH } from "../../src/layout/blocks.ts";
import { crossings, type Facing, fewCrossings } from "../../src/layout/crossings.ts";
import type { LayoutInput } from "../../src/layout/layout.ts";
import { periodsOf } from "../../src/layout/periods.ts";
import { spectrum } from "../../src/layout/spectrum.ts";
import { timeOrder } from "../../src/layout/time.ts";
import { twoColumns } from "../../src/layout/two-column.ts";
import { boxesOf, firstOverlap, graphs } from "./graphs.ts";

const nodesOf = (input: LayoutInput): number[] => Array.from(input.size, (_, node) => node);
const valueAt = ({ value }: LayoutInput, node: number): number => value?.[node] ?? Number.NaN;

const facings: fc.Arbitrary<Facing> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([lefts, rights]) =>
    fc.array(fc.tuple(fc.nat(lefts - 1), fc.nat(rights - 1)), { maxLength: 30 }).map((edges) => ({
      lefts,
      rights,
      left: edges.map(([left]) => left),
      right: edges.map(([, right]) => right),
    })),
  );

/** Pair by pair. */
function slowCrossings({ left, right }: Facing, orders: Parameters<typeof crossings>[1]): number {
  let crossed = 0;
  for (let a = 0; a < left.length; a++)
    for (let b = a + 1; b < left.length; b++) {
      const over = orders.left.indexOf(left[a] as number) - orders.left.indexOf(left[b] as number);
      const across = orders.right.indexOf(right[a] as number) - orders.right.indexOf(right[b] as number);
      if (over * across < 0) crossed++;
    }
  return crossed;
}

describe("two columns", () => {
  it("counts crossings as the slow way does, and never has more than the order given", () => {
    fc.assert(
      fc.property(facings, (facing) => {
        const given = {
          left: Array.from({ length: facing.lefts }, (_, at) => at),
          right: Array.from({ length: facing.rights }, (_, at) => at),
        };
        const best = fewCrossings(facing);
        expect(crossings(facing, given)).toBe(slowCrossings(facing, given));
        expect(crossings(facing, best)).toBe(slowCrossings(facing, best));
        expect(crossings(facing, best)).toBeLessThanOrEqual(crossings(facing, given));
        expect(best.left.toSorted((a, b) => a - b)).toEqual(given.left);
        expect(best.right.toSorted((a, b) => a - b)).toEqual(given.right);
      }),
    );
  });

  it("untangles what can be untangled", () => {
    const facing = { lefts: 5, rights: 5, left: [0, 1, 2, 3, 4], right: [4, 3, 2, 1, 0] };
    expect(crossings(facing, fewCrossings(facing))).toBe(0);
  });

  it("has actors on the left, issues on the right, and no name over a node or another name", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const placed = twoColumns(graph);
        for (const node of nodesOf(graph))
          expect((placed.x[node] as number) > 0).toBe(graph.group[node] === 1);
        expect(firstOverlap(boxesOf(graph, placed, placed.guides?.margin ?? 0))).toBeNull();
      }),
    );
  });

  it("folds a long column so that names stay readable in a usual window", () => {
    const count = 70;
    const graph = {
      size: new Float64Array(count).fill(9),
      labelWidth: new Float64Array(count).fill(120),
      labelHeight: 15,
      from: new Int32Array(0),
      to: new Int32Array(0),
      weight: new Float64Array(0),
      group: new Uint8Array(count),
    };
    const { x, y } = twoColumns(graph);
    const lanes = new Set(x).size;
    const height = Math.max(...y) - Math.min(...y);
    expect(lanes).toBe(2);
    expect((520 / height) * (height / (count / lanes - 1))).toBeGreaterThanOrEqual(13);
  });
});

describe("the spectrum", () => {
  it("stands actors by their value, leaves nobody out unsaid, and no name covers another", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const placed = spectrum(graph);
        const aside = new Set(placed.guides?.aside);
        const focus = graph.focus?.node ?? -1;
        for (const node of nodesOf(graph))
          expect(aside.has(node)).toBe(
            node !== focus && (graph.group[node] === 1 || Number.isNaN(valueAt(graph, node))),
          );
        expect((placed.guides?.notes ?? []).join(" ").includes("left out")).toBe(aside.size > 0);
        const shown = nodesOf(graph).filter((node) => !aside.has(node) && node !== focus);
        for (const a of shown)
          for (const b of shown)
            if (valueAt(graph, a) < valueAt(graph, b))
              expect(placed.x[a] as number).toBeLessThanOrEqual(placed.x[b] as number);
        expect(firstOverlap(boxesOf(graph, placed, NAME_WIDTH))).toBeNull();
      }),
    );
  });

  it("names the issue once: a heading only where its node is not drawn", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { node = -1, label = "" } = graph.focus ?? {};
        const texts = spectrum(graph).guides?.texts.map(({ text }) => text) ?? [];
        expect(texts.includes(label)).toBe(node < 0);
      }),
    );
  });

  it("puts the undecided between the sides", () => {
    const graph = {
      size: new Float64Array(4).fill(6),
      labelWidth: new Float64Array(4).fill(40),
      labelHeight: 15,
      from: new Int32Array(0),
      to: new Int32Array(0),
      weight: new Float64Array(0),
      group: new Uint8Array(4),
      value: Float64Array.from([1, -1, 0, 0.5]),
      focus: { node: -1, label: "Dam" },
    };
    const { x, guides } = spectrum(graph);
    expect([0, 1, 2, 3].toSorted((a, b) => (x[a] as number) - (x[b] as number))).toEqual([1, 2, 3, 0]);
    expect(new Set(x).size).toBe(4);
    expect(guides?.texts.map(({ text }) => text)).toContain("takes no side, or both (1)");
    expect(guides?.texts.map(({ text }) => text)).toContain("Dam");
  });
});

describe("time", () => {
  it("goes from left to right, the undated last and said, and no name covers another", () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 900 }), (graph, days) => {
        const dated = {
          ...graph,
          value: graph.value?.map((value) => Math.round(value * days)) ?? new Float64Array(),
        };
        const placed = timeOrder(dated);
        const { notes = [] } = placed.guides ?? {};
        const undated = nodesOf(dated).filter((node) => Number.isNaN(valueAt(dated, node)));
        expect(notes.some((note) => note.includes("no dated statement"))).toBe(undated.length > 0);
        for (const a of nodesOf(dated))
          for (const b of nodesOf(dated)) {
            const [dayA, dayB] = [valueAt(dated, a), valueAt(dated, b)];
            if (dayA < dayB) expect(placed.x[a] as number).toBeLessThanOrEqual(placed.x[b] as number);
            if (!Number.isNaN(dayA) && Number.isNaN(dayB))
              expect(placed.x[a] as number).toBeLessThan(placed.x[b] as number);
            if (dated.group[a] === 0 && dated.group[b] === 1)
              expect(placed.y[a] as number).toBeGreaterThan(placed.y[b] as number);
          }
        expect(firstOverlap(boxesOf(dated, placed, NAME_WIDTH))).toBeNull();
      }),
    );
  });
});

describe("periods", () => {
  const day = (text: string) => Date.parse(text) / 86_400_000;
  const labels = (...days: readonly string[]) => {
    const periodOf = periodsOf(days.map(day));
    return days.map((text) => periodOf(day(text)).label);
  };

  it("are days where these are few, else months, years and more", () => {
    expect(labels("2025-10-01", "2025-10-23")).toEqual(["1 Oct 2025", "23 Oct 2025"]);
    expect(labels("2025-10-01", "2025-12-01")).toEqual(["Oct 2025", "Dec 2025"]);
    expect(labels("2025-01-01", "2025-04-02", "2025-10-23", "2026-01-01")[2]).toBe("Oct 2025");
    const years = Array.from({ length: 30 }, (_, at) => `${1990 + at}-05-17`);
    expect(labels(...years)[0]).toBe("1990–1994");
    expect(periodsOf([])(0).label).toBe("Jan 1970");
  });

  it("are never more than can be read", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -700_000, max: 60_000 }), { maxLength: 200 }), (days) => {
        const periodOf = periodsOf(days);
        const found = new Map(days.map((one) => [periodOf(one).order, periodOf(one).label]));
        expect(found.size).toBeLessThanOrEqual(14);
        for (const a of days)
          for (const b of days.slice(0, 20))
            if (a < b) expect(periodOf(a).order).toBeLessThanOrEqual(periodOf(b).order);
      }),
    );
  });
});
