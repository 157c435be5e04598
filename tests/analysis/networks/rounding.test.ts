/** What rounding could hide or make up: weights of very different sizes in a divisor, and sums that are 0 but for rounding. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cells } from "../../../src/analysis/networks/cells.ts";
import { jaccardDivisor } from "../../../src/analysis/networks/one-mode.ts";
import { cell, type Line, network, tableOf } from "./ask.ts";

/** `[row, column, level, z]`, sorted here as `countCells` sorts. */
type Cell = readonly [number, number, number, number];

function cellsOf(rows: number, list: readonly Cell[]): Cells {
  const sorted = [...list].sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]);
  const part = (at: 0 | 1 | 2) => Int32Array.from(sorted, (one) => one[at]);
  const z = Float64Array.from(sorted, (one) => one[3]);
  const columns = Math.max(0, ...part(1)) + 1;
  return {
    rows,
    columns,
    size: sorted.length,
    row: part(0),
    column: part(1),
    level: part(2),
    z,
    a: z.map(Math.sqrt),
  };
}

describe("the divisor of jaccard", () => {
  it("keeps a small weight beside a large one (rows 13 and 28)", () => {
    const n = jaccardDivisor(
      cellsOf(2, [
        [0, 0, 0, 1],
        [1, 0, 0, 1e-40],
        [0, 1, 0, 1e-17],
        [1, 1, 1, 1e-18],
      ]),
    );
    const wanted = 1e-17 + 1e-18 + 1e-20;
    expect(Math.abs(n(0, 1) / wanted - 1)).toBeLessThan(1e-12);
    expect(n(1, 0)).toBe(n(0, 1));
  });

  it("is what its definition says on any weights, and never below its parts", () => {
    const weight = fc.integer({ min: -60, max: 3 }).map((exponent) => 10 ** exponent);
    const spots = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(4), fc.nat(1)), {
      selector: (spot) => spot.join(),
      minLength: 1,
    });
    const weighted = fc
      .tuple(fc.constant(weight), spots)
      .chain(([one, list]) => fc.tuple(...list.map((spot) => one.map((z): Cell => [...spot, z]))));
    fc.assert(
      fc.property(weighted, (list) => {
        const n = jaccardDivisor(cellsOf(4, list));
        const zOf = new Map(list.map(([row, column, level, z]) => [`${row},${column},${level}`, z]));
        for (let i = 0; i < 4; i += 1)
          for (let other = i + 1; other < 4; other += 1) {
            let wanted = 0;
            for (const [row, column, level, z] of list) {
              const [mine, theirs] = [i, other].map((r) => zOf.get(`${r},${column},${level}`));
              if (row === i && theirs === undefined) wanted += z;
              if (row === other && mine === undefined) wanted += z;
              if (row === i && theirs !== undefined) wanted += Math.sqrt(z) * Math.sqrt(theirs);
            }
            expect(Math.abs(n(i, other) - wanted)).toBeLessThanOrEqual(1e-12 * wanted);
          }
      }),
    );
  });
});

describe("toOne", () => {
  const say = (column: string, support: number, oppose: number): Line[] => [
    ...new Array<Line>(support).fill(["2020-01-01", "A", column, 1]),
    ...new Array<Line>(oppose).fill(["2020-01-01", "A", column, 0]),
  ];
  const ask = (lines: readonly Line[], compat: "dna" | null) =>
    network(tableOf(lines), {
      type: "two-mode",
      aggregation: "subtract",
      normalization: "activity",
      toOne: true,
      compat,
    });

  it.each([null, "dna"] as const)("leaves cells whose sum is 0 but for rounding (compat %s)", (compat) => {
    // 0.1 + 0.2 − 0.3 is not 0 in binary.
    const result = ask([...say("x", 1, 0), ...say("y", 2, 0), ...say("z", 0, 3), ...say("w", 2, 2)], compat);
    expect(["x", "y", "z"].map((column) => cell(result, "A", column))).toEqual([0.1, 0.2, -0.3]);
  });

  it.each([null, "dna"] as const)("divides by a sum that is small but real (compat %s)", (compat) => {
    const result = ask([...say("x", 1001, 0), ...say("y", 0, 1000)], compat);
    expect(cell(result, "A", "x")).toBeCloseTo(1001, 6);
  });
});
