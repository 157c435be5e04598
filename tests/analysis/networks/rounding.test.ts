/** What rounding could hide or make up: weights of very different sizes in a divisor, and sums that are 0 but for rounding. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cells } from "../../../src/analysis/networks/cells.ts";
import { crossLevels } from "../../../src/analysis/networks/cross-levels.ts";
import { jaccardDivisor } from "../../../src/analysis/networks/one-mode.ts";
import { cell, type Line, network, networks, tableOf } from "./ask.ts";
import { slowOneMode } from "./slow-networks.ts";

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
    fc.assert(
      fc.property(weighted(2), (list) => {
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

const weight = fc.integer({ min: -60, max: 3 }).map((exponent) => 10 ** exponent);
const weighted = (levels: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(3), fc.nat(4), fc.nat(levels - 1)), {
      selector: (spot) => spot.join(),
      minLength: 1,
    })
    .chain((spots) => fc.tuple(...spots.map((spot) => weight.map((z): Cell => [...spot, z]))));

describe("conflict of weighted cells", () => {
  it("is the sum of its definition to all digits, and 0 where there is none", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((levels) => weighted(levels)),
        (list) => {
          const sums = crossLevels(cellsOf(4, list));
          for (let i = 0; i < 4; i += 1)
            for (let other = i + 1; other < 4; other += 1) {
              let wanted = 0;
              for (const [row, column, level, z] of list)
                for (const [row2, column2, level2, z2] of list)
                  if (row === i && row2 === other && column === column2 && level !== level2)
                    wanted += Math.sqrt(z) * Math.sqrt(z2);
              const got = sums[i * 4 + other] as number;
              expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-12 * wanted);
            }
        },
      ),
    );
  });

  const DAY = 86_400;
  const START = Date.UTC(2020, 0, 1) / 1000;
  const said = fc.array(
    fc.record({
      row: fc.constantFrom("A", "B", "C"),
      column: fc.constantFrom("x", "y"),
      day: fc.integer({ min: 0, max: 12 }),
      level: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 2, maxLength: 20 },
  );
  const gaussian = (d: number): number => Math.exp(-(d ** 2) / 2) / Math.sqrt(2 * Math.PI);

  it.each([
    ["boolean", "boolean", (level: number) => Number(level > 0)],
    ["text", "short text", (level: number) => ["p", "q", "r"][level] as string],
    ["integer", "integer", (level: number) => level],
  ] as const)("under a kernel that falls steeply, by a %s", (kind, type, value) => {
    fc.assert(
      fc.property(said, (list) => {
        const lines = list.map(({ row, column, day, level }): Line => {
          const date = new Date((START + day * DAY) * 1000).toISOString().slice(0, 10);
          return [date, row, column, value(level)];
        });
        // Half a day of width: statements twelve days away weigh 10^-125 of one at the centre.
        const slices = networks(tableOf(lines, type), {
          aggregation: "conflict",
          window: "days",
          windowSize: 2,
          kernel: "gaussian",
        });
        const first = Math.min(...list.map(({ day }) => day));
        const range = kind === "integer" ? spread(list.map(({ level }) => level)) : 1;
        const statements = list.map(({ row, column, day, level }, start) => ({
          ...{ row, column, start, q: value(level), time: START + day * DAY, document: 1 },
        }));
        slices.forEach((slice, at) => {
          const centre = START + (first + at) * DAY;
          const slow = slowOneMode(
            statements,
            slice.rows,
            { aggregation: "conflict", normalization: "no", duplicates: "include", kind },
            range,
            ({ time }) => gaussian((centre - time) / DAY),
          ).flat();
          slow.forEach((wanted, place) => {
            const got = slice.cells[place] as number;
            expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-9 * wanted);
          });
        });
      }),
    );
  });

  const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);
});

describe("a small conflict beside a large congruence", () => {
  it("is, in the worked example, 0.3989 · e^(−16)", () => {
    const lines: Line[] = [
      ["2020-01-01", "A", "x", 0],
      ["2020-01-09", "A", "x", 1],
      ["2020-01-09", "B", "x", 1],
    ];
    const settings = { window: "days", windowSize: 2, kernel: "gaussian" } as const;
    const at = (aggregation: "congruence" | "conflict"): number => {
      const slice = networks(tableOf(lines), { ...settings, aggregation }).at(-1);
      return slice ? cell(slice, "A", "B") : Number.NaN;
    };
    expect(at("congruence")).toBeCloseTo(0.3989, 4);
    expect(at("conflict") / (0.398942280401 * Math.exp(-16))).toBeCloseTo(1, 9);
  });
});

describe("a difference that is 0", () => {
  it("is 0 under a kernel, as many on the same side as on opposite ones", () => {
    // A is on both sides of x, as long before B as after B.
    const lines: Line[] = [
      ["2020-01-01", "A", "x", 1],
      ["2020-01-04", "B", "x", 1],
      ["2020-01-07", "A", "x", 0],
      ["2020-01-02", "A", "y", 1],
      ["2020-01-04", "B", "y", 0],
      ["2020-01-06", "A", "y", 1],
      ["2020-01-03", "A", "z", 1],
      ["2020-01-05", "A", "z", 1],
      ["2020-01-04", "B", "z", 1],
      ["2020-01-02", "A", "w", 1],
      ["2020-01-06", "A", "w", 1],
      ["2020-01-04", "B", "w", 1],
      ["2020-01-03", "A", "v", 0],
      ["2020-01-05", "A", "v", 0],
      ["2020-01-04", "B", "v", 1],
    ];
    const settings = { window: "days", windowSize: 10, kernel: "gaussian" } as const;
    const slices = networks(tableOf(lines), { ...settings, aggregation: "subtract" });
    const middle = slices.find(({ span }) => span?.middle.startsWith("2020-01-04"));
    expect(middle?.cells).toEqual(new Float64Array(4));
    const two = networks(tableOf(lines), { ...settings, aggregation: "subtract", type: "two-mode" });
    const cells = two.find(({ span }) => span?.middle.startsWith("2020-01-04"));
    expect(cells && cell(cells, "A", "x")).toBe(0);
  });

  it("is 0 on a scale whose steps are no binary fractions", () => {
    // R = 3. On x the two are one step apart (2s − 1 = 1/3), on y two steps (−1/3).
    const lines: Line[] = [
      ["2020-01-01", "A", "x", 0],
      ["2020-01-01", "B", "x", 1],
      ["2020-01-01", "A", "y", 0],
      ["2020-01-01", "B", "y", 2],
      ["2020-01-01", "C", "z", 3],
    ];
    const table = tableOf(lines, "integer");
    expect(cell(network(table, { aggregation: "subtract" }), "A", "B")).toBe(0);
    expect(cell(network(table, { aggregation: "congruence" }), "A", "B")).toBe(1);
    expect(cell(network(table, { aggregation: "conflict" }), "A", "B")).toBe(1);
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
