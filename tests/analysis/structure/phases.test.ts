/** Groups by distance, and the phases of a network: examples by hand, and the definitions by loops. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Distances,
  joinedGroups,
  LINKAGES,
  type Linkage,
  medoidGroups,
  medoidsOf,
  nearnessModularity,
  numbered,
} from "../../../src/analysis/structure/partitions.ts";
import { phasesAnalysis } from "../../../src/analysis/structure/phases.ts";
import { cellsOf, rowsOf, type Said, stances } from "./support.ts";

/** Points on a line, as distances. */
const line = (points: readonly number[]): Distances => ({
  order: points.length,
  cells: Float64Array.from(points.flatMap((a) => points.map((b) => Math.abs(a - b)))),
});

const points = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 9 });

/** The distance of two groups of points by the definition of each linkage. */
const APART: Record<Linkage, (a: readonly number[], b: readonly number[]) => number> = {
  single: (a, b) => Math.min(...a.flatMap((x) => b.map((y) => Math.abs(x - y)))),
  complete: (a, b) => Math.max(...a.flatMap((x) => b.map((y) => Math.abs(x - y)))),
  average: (a, b) =>
    a.flatMap((x) => b.map((y) => Math.abs(x - y))).reduce((sum, each) => sum + each, 0) /
    (a.length * b.length),
  // Twice what the sum of squares within groups grows by.
  ward: (a, b) => 2 * (squares([...a, ...b]) - squares(a) - squares(b)),
};

function squares(list: readonly number[]): number {
  const mean = list.reduce((sum, each) => sum + each, 0) / list.length;
  return list.reduce((sum, each) => sum + (each - mean) ** 2, 0);
}

describe("groups joined step by step", () => {
  it("are, of 0, 1, 5, 6 and 20, those nearest to each other", () => {
    const found = joinedGroups(line([0, 1, 5, 6, 20]), "average", 5);
    expect(found.map((group) => [...group])).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1],
      [0, 0, 1, 1, 2],
      [0, 0, 1, 2, 3],
      [0, 1, 2, 3, 4],
    ]);
  });

  it.each(LINKAGES)("join the two nearest by the definition of the linkage: %s", (linkage) => {
    fc.assert(
      fc.property(points, (list) => {
        const found = joinedGroups(line(list), linkage, list.length);
        for (let k = list.length; k > 1; k--) {
          const group = found[k - 1] as Int32Array;
          const sets = Array.from({ length: k }, (_, own) => list.filter((_point, at) => group[at] === own));
          const pairs = sets.flatMap((a, one) =>
            sets
              .slice(one + 1)
              .map((b, later) => ({ one, two: one + 1 + later, apart: APART[linkage](a, b) })),
          );
          const next = found[k - 2] as Int32Array;
          const joined = pairs.find(({ one, two }) => {
            const merged = group.map((own) => (own === two ? one : own));
            return numbered(merged).every((own, at) => own === next[at]);
          });
          const least = Math.min(...pairs.map(({ apart }) => apart));
          expect(joined?.apart).toBeLessThanOrEqual(least + 1e-9 * (1 + least));
        }
      }),
    );
  });
});

describe("groups around medoids", () => {
  it("are those of 0, 1, 5, 6 and 20", () => {
    expect([...medoidGroups(line([0, 1, 5, 6, 20]), 3)]).toEqual([0, 0, 1, 1, 2]);
  });

  it("cannot be bettered by another medoid in place of one", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 4 }), (list, k) => {
        const distances = line(list);
        const medoids = medoidsOf(distances, k);
        expect(new Set(medoids).size).toBe(Math.min(k, list.length));
        const cost = (chosen: readonly number[]) =>
          list.reduce(
            (sum, point) => sum + Math.min(...chosen.map((at) => Math.abs((list[at] as number) - point))),
            0,
          );
        for (const other of list.keys())
          for (const place of medoids.keys())
            expect(cost(medoids)).toBeLessThanOrEqual(cost(medoids.with(place, other)) + 1e-9);
        medoidGroups(distances, k).forEach((own, at) => {
          const far = medoids.map((medoid) => Math.abs((list[at] as number) - (list[medoid] as number)));
          const groups = medoidGroups(distances, k);
          const mates = medoids.filter((medoid) => groups[medoid] === own);
          expect(mates).toHaveLength(1);
          expect(far[medoids.indexOf(mates[0] as number)]).toBe(Math.min(...far));
        });
      }),
    );
  });
});

describe("modularity of nearness", () => {
  it("of two pairs that have nothing in common, by hand: 2 · (1/2 − (2/4)²)", () => {
    const apart = line([0, 0, 1, 1]);
    expect(nearnessModularity(apart, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0.5, 12);
    expect(nearnessModularity(apart, Int32Array.of(0, 0, 0, 0))).toBeCloseTo(0, 12);
    expect(nearnessModularity(line([0, 1]), Int32Array.of(0, 1))).toBeNull();
  });
});

describe("phases", () => {
  const on = (words: string, date: string): Said => [words, { date }];
  /** On the same side of x for two months, on opposite ones for two. */
  const turn = stances([
    ...["A+x", "B+x"].map((words) => on(words, "2025-01-01")),
    ...["A+x", "B+x"].map((words) => on(words, "2025-02-15")),
    ...["A+x", "B-x"].map((words) => on(words, "2025-03-15")),
    ...["A+x", "B-x"].map((words) => on(words, "2025-04-30")),
  ]);
  const months = { window: "months", windowSize: 1, kernel: "no" };

  it("are the two halves, with the statements of each", () => {
    const result = phasesAnalysis.run(turn, months);
    expect(cellsOf(result, "phases")).toEqual([
      { state: 1, from: "2025-01-01", to: "2025-02-01", windows: 2, statements: 4 },
      { state: 2, from: "2025-03-01", to: "2025-04-01", windows: 2, statements: 4 },
    ]);
    expect(rowsOf(result, "phases").map(({ statements }) => statements)).toEqual([
      ["s1", "s2", "s3", "s4"],
      ["s5", "s6", "s7", "s8"],
    ]);
    expect(cellsOf(result, "windows").map(({ change }) => change)).toEqual([null, 0, 1, 0]);
    for (const { states, modularity } of cellsOf(result, "solutions")) {
      expect(states).toBe(2);
      expect(modularity).toBeCloseTo(0.5, 12);
    }
    expect(result.summary).toContain("the state changes around 2025-03-01");
  });

  it("come back to a state that they had", () => {
    const again = stances(
      ["A+x A+y", "A+x A-y", "A+x A+y"].flatMap((words, month) =>
        ["01", "02"].flatMap((day) =>
          [...words.split(" "), "B+x", "B+y"].map((each) =>
            on(each, `2025-0${2 * month + (day === "01" ? 1 : 2)}-${day === "01" ? "01" : "28"}`),
          ),
        ),
      ),
    );
    const result = phasesAnalysis.run(again, months);
    expect(cellsOf(result, "phases").map(({ state }) => state)).toEqual([1, 2, 1]);
  });

  it("do not see by their spectra who stands where, only the shape", () => {
    // One tie of A and B, then the same between C and D.
    const moved = stances([
      ...["A+x", "B+x"].map((words) => on(words, "2025-01-01")),
      ...["C+x", "D+x"].map((words) => on(words, "2025-02-28")),
    ]);
    const result = phasesAnalysis.run(moved, { ...months, distance: "spectral" });
    expect(result.summary).toContain("do not fall into states");
    const ties = phasesAnalysis.run(moved, months);
    expect(cellsOf(ties, "windows").map(({ change }) => change)).toEqual([null, 1]);
  });

  it("are none where no division is better than one state", () => {
    // Ties of A and B, of C and D, of E and F and of G and H: each month others.
    const others = stances([
      ...["A+x", "B+x"].map((words) => on(words, "2025-01-01")),
      ...["C+x", "D+x"].map((words) => on(words, "2025-02-15")),
      ...["E+x", "F+x", "G+y", "H+y"].map((words) => on(words, "2025-03-31")),
    ]);
    const result = phasesAnalysis.run(others, months);
    expect(result.summary).toContain("do not fall into states");
    expect(cellsOf(result, "phases").map(({ state, windows }) => [state, windows])).toEqual([[1, 3]]);
    expect(cellsOf(result, "solutions").every(({ modularity }) => Number(modularity) <= 0)).toBe(true);
  });

  it("refuses to do without windows", () => {
    expect(() => phasesAnalysis.run(turn, { window: "no", kernel: "no" })).toThrow(
      expect.objectContaining({ parameter: "window" }),
    );
  });
});
