import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { polarisationAnalysis } from "../../../src/analysis/structure/polarisation.ts";
import {
  polarisation,
  rawQuality,
  sizesOf,
  type Ties,
  tiesOf,
} from "../../../src/analysis/structure/polarisation-quality.ts";
import { bestDivision } from "../../../src/analysis/structure/polarisation-search.ts";
import { requires } from "../../support/require.ts";
import { cellsOf, measure, rowsOf, type Said, stances } from "./support.ts";

const CAMPS = Int32Array.of(0, 0, 0, 1, 1, 1);
/** Two perfect camps of three: all congruence inside, all conflict between. */
const perfect = ((): Ties => {
  const cells = (inside: number, between: number) =>
    Float64Array.from({ length: 36 }, (_, at) => {
      const [a, b] = [Math.floor(at / 6), at % 6];
      return a === b ? 0 : CAMPS[a] === CAMPS[b] ? inside : between;
    });
  return tiesOf(cells(1, 0), cells(0, 1), 6);
})();

const quality = (ties: Ties, group: Int32Array, clusters: number, compat: "none" | "dna") =>
  polarisation(ties, rawQuality(ties, group, clusters, compat), true, compat);

/** From the definition in docs/structure.md, pair by pair. */
function slowQuality({ order, congruence, conflict }: Ties, group: Int32Array): number {
  const pairs: (readonly [number, boolean])[] = [];
  for (let a = 0; a < order; a++)
    for (let b = 0; b < order; b++) if (a !== b) pairs.push([a * order + b, group[a] === group[b]]);
  const within = pairs.filter(([, same]) => same).length;
  const between = pairs.length - within;
  const sum = (cells: Float64Array) => cells.reduce((total, cell) => total + cell, 0);
  const all = sum(congruence) + sum(conflict);
  if (all === 0) return 0;
  let fit = 0;
  for (const [cell, same] of pairs)
    fit += same
      ? Math.min(congruence[cell] as number, sum(congruence) / within)
      : Math.min(conflict[cell] as number, sum(conflict) / between);
  return fit / all;
}

const randomMatrices = (most: number) =>
  fc.integer({ min: 2, max: most }).chain((order) => {
    const half = fc.array(fc.constantFrom(0, 0, 1, 0.5, 2), {
      minLength: (order * (order - 1)) / 2,
      maxLength: (order * (order - 1)) / 2,
    });
    return fc.tuple(half, half).map(([p, n]) => {
      const cells = (values: readonly number[]) => {
        const matrix = new Float64Array(order * order);
        let next = 0;
        for (let a = 0; a < order; a++)
          for (let b = a + 1; b < order; b++) {
            const value = values[next++] as number;
            matrix[a * order + b] = value;
            matrix[b * order + a] = value;
          }
        return matrix;
      };
      return tiesOf(cells(p), cells(n), order);
    });
  });

describe("quality of a division", () => {
  it("is 1 for two perfect camps, and less for a wrong split", () => {
    expect(quality(perfect, CAMPS, 2, "none")).toBeCloseTo(1, 12);
    expect(quality(perfect, Int32Array.of(0, 0, 1, 1, 1, 0), 2, "none")).toBeLessThan(0.6);
  });

  it("is, as DNA 3 computes it, 0.25 for the camps and 0.5167 for a wrong split", () => {
    expect(quality(perfect, CAMPS, 2, "dna")).toBeCloseTo(0.25, 12);
    expect(quality(perfect, Int32Array.of(0, 0, 1, 1, 1, 0), 2, "dna")).toBeCloseTo(0.5167, 4);
  });

  it("equals its definition and lies between 0 and 1", () => {
    fc.assert(
      fc.property(
        randomMatrices(7),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        (ties, sides) => {
          const group = Int32Array.from({ length: ties.order }, (_, at) => (at > 0 && sides[at] ? 1 : 0));
          const found = quality(ties, group, 2, "none") as number;
          expect(found).toBeCloseTo(slowQuality(ties, group), 10);
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });
});

describe("search", () => {
  it("finds the best of all divisions of few actors", () => {
    fc.assert(
      fc.property(randomMatrices(6), (ties) => {
        const { raw, exact } = bestDivision({ ties, clusters: 2, starts: 1, seed: 1, compat: "none" });
        expect(exact).toBe(true);
        let best = Number.NEGATIVE_INFINITY;
        for (let set = 1; set < 2 ** ties.order - 1; set++) {
          const group = Int32Array.from({ length: ties.order }, (_, at) => (set >> at) & 1);
          best = Math.max(best, rawQuality(ties, group, 2, "none"));
        }
        expect(raw).toBeCloseTo(best, 10);
      }),
      { numRuns: 60 },
    );
  });

  it("with more groups leaves nothing that a swap or a move could better, and no group empty", () => {
    fc.assert(
      fc.property(randomMatrices(8), fc.integer({ min: 0, max: 50 }), (ties, seed) => {
        if (ties.order < 3) return;
        const question = { ties, clusters: 3, starts: 2, seed, compat: "none" } as const;
        const { group, raw } = bestDivision(question);
        expect(bestDivision(question).group).toEqual(group);
        expect(sizesOf(group, 3).every((size) => size > 0)).toBe(true);
        expect(raw).toBeCloseTo(rawQuality(ties, group, 3, "none"), 9);
        for (let a = 0; a < ties.order; a++) {
          for (let cluster = 0; cluster < 3; cluster++) {
            const moved = group.slice();
            moved[a] = cluster;
            if (sizesOf(moved, 3).every((size) => size > 0))
              expect(rawQuality(ties, moved, 3, "none")).toBeLessThanOrEqual(raw + 1e-8);
          }
          for (let b = 0; b < ties.order; b++) {
            const swapped = group.slice();
            swapped[a] = group[b] as number;
            swapped[b] = group[a] as number;
            expect(rawQuality(ties, swapped, 3, "none")).toBeLessThanOrEqual(raw + 1e-8);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("as DNA keeps sizes balanced", () => {
    fc.assert(
      fc.property(randomMatrices(9), (ties) => {
        const { group } = bestDivision({ ties, clusters: 2, starts: 5, seed: 1, compat: "dna" });
        const [one, two] = sizesOf(group, 2);
        expect(Math.abs((one as number) - (two as number))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});

const data = requires("data");

describe.skipIf(!data)("against DNA's own matrices", () => {
  it("gives the program's greedy maximum 0.5342493 on its sample, and finds that 1/6 would score 0.5542", () => {
    const reference = JSON.parse(readFileSync(path.join(data as string, "dna-reference.json"), "utf8")) as {
      readonly matrices: readonly { readonly name: string; readonly values: number[][] }[];
    };
    const cells = (aggregation: string): Float64Array => {
      const name = `onemode_org_concept/${aggregation}_average_include`;
      return Float64Array.from(
        reference.matrices.find((matrix) => matrix.name === name)?.values.flat() ?? [],
      );
    };
    const ties = tiesOf(cells("congruence"), cells("conflict"), 7);
    const { raw } = bestDivision({ ties, clusters: 2, starts: 50, seed: 1, compat: "dna" });
    expect(polarisation(ties, raw, true, "dna")).toBeCloseTo(0.53424927, 8);
    const lonely = Array.from({ length: 7 }, (_, one) =>
      Int32Array.from({ length: 7 }, (_, at) => (at === one ? 1 : 0)),
    );
    const best = lonely.map((group) => quality(ties, group, 2, "dna") ?? 0);
    expect(Math.max(...best)).toBeCloseTo(0.5542, 4);
  });
});

describe("over time", () => {
  const on = (words: string, date: string): Said => [words, { date }];
  /** Two camps in the first month, nothing in the second, all on one side in the third. */
  const turn = stances([
    ...["A+x", "B+x", "C-x", "D-x"].map((words) => on(words, "2025-01-10")),
    ...["A+x", "B+x", "C+x", "D+x"].map((words) => on(words, "2025-03-20")),
    on("A+y", "2025-04-15"),
    "A-x",
  ]);

  it("is 1 in the month of two camps and 0.5 in that of one, with the statements of each", () => {
    const result = polarisationAnalysis.run(turn, { window: "months" });
    const rows = rowsOf(result, "windows");
    expect(rows.map(({ cells }) => [cells["middle"], cells["actors"], cells["polarisation"]])).toEqual([
      ["2025-01-10", 4, 1],
      ["2025-02-10", 0, null],
      ["2025-03-10", 4, 0.5],
    ]);
    expect(rows.map(({ statements }) => statements)).toEqual([
      ["s1", "s2", "s3", "s4"],
      [],
      ["s5", "s6", "s7", "s8"],
    ]);
    expect(rows[0]?.cells["groups"]).toBe("A; B | C; D");
    expect(result.notes.join(" ")).toContain("which are in no window: 1.");
    expect(result.summary).toContain("between 0.5 (around 2025-03-10) and 1 (around 2025-01-10)");
  });

  it("is that of the statements of the window alone", () => {
    const day = fc.integer({ min: 1, max: 60 }).map((days) => new Date(Date.UTC(2025, 0, days)));
    const word = fc.tuple(
      fc.constantFrom("A", "B", "C", "D", "E"),
      fc.constantFrom("+", "-", "0"),
      fc.constantFrom("x", "y"),
    );
    const width = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, day), { minLength: 1, maxLength: 25 }),
        width,
        (list, windowSize) => {
          const dated = list.map(
            ([words, date]): Said => on(words.join(""), date.toISOString().slice(0, 10)),
          );
          const result = polarisationAnalysis.run(stances(dated), { window: "days", windowSize });
          for (const { cells } of rowsOf(result, "windows")) {
            const inside = dated.filter(([, fields]) => {
              const { date = "" } = fields as { date?: string };
              return date >= String(cells["from"]) && date <= String(cells["to"]);
            });
            const alone = inside.length === 0 ? null : polarisationAnalysis.run(stances(inside));
            const known = alone?.tables.some(({ id }) => id === "measures");
            if (!alone || !known) expect(cells["polarisation"]).toBeNull();
            else expect(cells["polarisation"]).toBeCloseTo(measure(alone, "Polarisation") as number, 9);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it("weighs congruence and conflict under a kernel, and has all actors in every slice", () => {
    const result = polarisationAnalysis.run(turn, { window: "days", windowSize: 20, kernel: "triangular" });
    const rows = rowsOf(result, "windows");
    const first = rows.find(({ cells }) => cells["middle"] === "2025-01-15");
    // Ten days around the centre hold the statements of January only.
    expect(first?.cells).toMatchObject({ statements: 4, actors: 4 });
    expect(first?.cells["polarisation"]).toBeCloseTo(1, 12);
    const between = rows.find(({ cells }) => cells["middle"] === "2025-02-10");
    expect(between?.cells).toMatchObject({ statements: 0, actors: 0, polarisation: null, groups: null });
  });

  it("takes, as DNA does, congruence minus conflict for both", () => {
    const result = polarisationAnalysis.run(turn, { window: "months", compat: "dna" });
    const sums = cellsOf(result, "windows").map(({ congruence, conflict }) => [congruence, conflict]);
    for (const [congruence, conflict] of sums) expect(congruence).toBe(conflict);
    expect(result.notes.join(" ")).toContain("so P = N");
    const wide = polarisationAnalysis.run(turn, { window: "days", windowSize: 21, compat: "dna" });
    const row = cellsOf(wide, "windows").find(({ statements }) => statements === 4);
    // P = N = 1 inside and −1 between camps: |P| = |N| = 12, E = 12/4/2 · 1/2 each, F = 12 · (4/8)/8.
    expect([row?.["congruence"], row?.["conflict"]]).toEqual([12, 12]);
    const [inside, across] = [(2 / 4) * (12 / 4), (4 / 8) * (12 / 8)];
    const camps = 4 * (Math.abs(1 - inside) + 1) + 8 * (1 + Math.abs(-1 - across));
    const wrong =
      4 * ((Math.abs(-1 - inside) + 1) * 1) +
      4 * (1 + Math.abs(1 - across)) +
      4 * (1 + Math.abs(-1 - across));
    expect(row?.["polarisation"]).toBeCloseTo(Math.max(camps, wrong) / (2 * 24), 12);
  });

  it("refuses a kernel without a window, and more windows than can be divided", () => {
    expect(() => polarisationAnalysis.run(turn, { kernel: "uniform" })).toThrow(
      expect.objectContaining({ parameter: "kernel" }),
    );
    expect(() => polarisationAnalysis.run(turn, { window: "seconds" })).toThrow(
      expect.objectContaining({ parameter: "window", class: "over-limit" }),
    );
  });
});

describe("the analysis", () => {
  it("finds two camps that agree inside and conflict with each other", () => {
    const result = polarisationAnalysis.run(stances(["A+x", "B+x", "C-x", "D-x"]));
    expect(cellsOf(result, "groups").map(({ members }) => members)).toEqual(["A; B", "C; D"]);
    expect(measure(result, "Polarisation")).toBeCloseTo(1, 12);
    expect(result.summary).toContain("every division tried");
  });

  it("names those whose group is arbitrary, and says when there are too few", () => {
    const result = polarisationAnalysis.run(stances(["A+x", "B+x", "C-x", "Z+y"]));
    expect(result.notes.join(" ")).toContain(
      "Without a tie to anyone, and so in a group only by the tie rule: Z.",
    );
    expect(polarisationAnalysis.run(stances(["A+x"])).summary).toContain("too few for 2 groups");
  });
});
