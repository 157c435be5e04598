/** Rows of NETWORKS §0 that are formulas: scales, divisors and kernels, on numbers worked by hand. Rows 10–14 are in examples.test.ts. */
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { cell, faultOf, type Line, network, networks, tableOf } from "./ask.ts";

describe("scales", () => {
  it("row 9: the range is the observed one, and a single level agrees with itself", () => {
    const wide = tableOf(
      [
        ["2020-01-01", "A", "x", 1],
        ["2020-01-01", "B", "x", 2],
        ["2020-01-01", "C", "y", 5],
      ],
      "integer",
    );
    expect(cell(network(wide, { aggregation: "congruence" }), "A", "B")).toBe(0.75);
    // The population keeps its range when a level is excluded from ties.
    const without = { exclude: [{ variable: "org", value: "C" }], aggregation: "conflict" } as const;
    expect(cell(network(wide, without), "A", "B")).toBe(0.25);
    const single = tableOf(
      [
        ["2020-01-01", "A", "x", 7],
        ["2020-01-01", "B", "x", 7],
      ],
      "integer",
    );
    const results = (["ignore", "congruence", "subtract", "conflict"] as const).map((aggregation) =>
      cell(network(single, { aggregation }), "A", "B"),
    );
    expect(results).toEqual([1, 1, 1, 0]);
    const dna = network(single, { aggregation: "congruence", compat: "dna" });
    expect(cell(dna, "A", "B")).toBeNaN();
    expect(cell(dna, "A", "A")).toBe(0);
  });

  it("row 11: three text levels disagree when both speak and differ", () => {
    const table = tableOf(
      [
        ["2020-01-01", "A", "x", "p"],
        ["2020-01-01", "A", "x", "q"],
        ["2020-01-01", "B", "x", "r"],
        ["2020-01-01", "B", "y", "p"],
      ],
      "short text",
    );
    expect(cell(network(table, { aggregation: "conflict" }), "A", "B")).toBe(2);
    expect(cell(network(table, { aggregation: "subtract" }), "A", "B")).toBe(-2);
    expect(cell(network(table, { aggregation: "conflict", compat: "dna" }), "A", "B")).toBe(4);
  });

  it("combine: 1 = only agree, 2 = only disagree, 3 = both", () => {
    const table = tableOf([
      ["2020-01-01", "A", "x", 1],
      ["2020-01-01", "B", "x", 0],
      ["2020-01-01", "C", "x", 0],
      ["2020-01-01", "C", "x", 1],
    ]);
    const result = network(table, { type: "two-mode", aggregation: "combine" });
    expect(["A", "B", "C"].map((row) => cell(result, row, "x"))).toEqual([1, 2, 3]);
    const agree = network(tableOf([["2020-01-01", "A", "x", 1]]), {
      type: "two-mode",
      aggregation: "combine",
    });
    expect(cell(agree, "A", "x")).toBe(1);
  });

  it("an empty text is a level of its own under ignore and drops out of other aggregations", () => {
    const table = tableOf(
      [
        ["2020-01-01", "A", "x", ""],
        ["2020-01-01", "B", "x", "p"],
      ],
      "short text",
    );
    expect(network(table, { aggregation: "ignore" }).rows).toEqual(["A", "B"]);
    const result = network(table, { aggregation: "congruence" });
    expect(result.rows).toEqual(["B"]);
    expect(result.excluded.noValue).toBe(1);
  });
});

/** A on day 0 and B `hours` later, both on x. */
const twoAfter = (hours: number, levels = [1, 1]): Line[] => {
  const second = new Date(Date.UTC(2020, 0, 1) + hours * 3_600_000).toISOString().slice(0, 19);
  return [
    ["2020-01-01T00:00:00", "A", "x", levels[0] as number],
    [second, "B", "x", levels[1] as number],
  ];
};

describe("kernels", () => {
  const slice = (
    kernel: "uniform" | "epanechnikov" | "triangular" | "gaussian",
    compat: "dna" | null = null,
    windowSize = 4,
  ) => networks(tableOf(twoAfter(24)), { type: "two-mode", window: "days", windowSize, kernel, compat });

  it("row 21: kernels are symmetric", () => {
    // Centre 0 is the day of A (d = 0) and one day before B (d = −1/2); centre 1 the other way round.
    const wanted = { uniform: [0.5, 0.5], epanechnikov: [0.75, 0.5625], triangular: [1, 0.5] } as const;
    for (const kernel of ["uniform", "epanechnikov", "triangular"] as const) {
      const [first, second] = slice(kernel);
      expect([cell(first as never, "A", "x"), cell(first as never, "B", "x")]).toEqual(wanted[kernel]);
      expect([cell(second as never, "B", "x"), cell(second as never, "A", "x")]).toEqual(wanted[kernel]);
    }
    const [gaussian] = slice("gaussian");
    expect(cell(gaussian as never, "B", "x")).toBeCloseTo(Math.exp(-1 / 8) / Math.sqrt(2 * Math.PI), 12);
    const [dna] = slice("epanechnikov", "dna");
    expect(cell(dna as never, "B", "x")).toBeCloseTo(0.75 * 1.5 * 1.5, 12);
    expect(cell(slice("triangular", "dna")[0] as never, "B", "x")).toBe(1.5);
  });

  it("row 22: an odd width becomes the next even one, with a message", () => {
    expect(slice("triangular", null, 3)).toEqual(slice("triangular", null, 4));
    const { messages } = computeNetwork(tableOf(twoAfter(24)), {
      type: "two-mode",
      rows: "org",
      columns: "concept",
      window: "days",
      windowSize: 3,
      kernel: "triangular",
    });
    expect(messages.join()).toMatch(/width is 4/);
  });

  it("row 23: distances are exact, in months by the month under way", () => {
    const table = tableOf(twoAfter(36));
    const settings = { type: "two-mode", window: "days", windowSize: 4, kernel: "triangular" } as const;
    expect(cell(networks(table, settings)[0] as never, "B", "x")).toBe(0.25);
    expect(cell(networks(table, { ...settings, compat: "dna" })[0] as never, "B", "x")).toBe(1.5);
    // 1 February to 15 February is half of its 28 days.
    const months = tableOf([
      ["2021-02-01", "A", "x", 1],
      ["2021-02-15", "B", "x", 1],
    ]);
    const slices = networks(months, { ...settings, window: "months", windowSize: 2 });
    expect(cell(slices[0] as never, "B", "x")).toBe(0.5);
    const seconds = tableOf(twoAfter(1 / 3600));
    expect(networks(seconds, { ...settings, window: "seconds" })).toHaveLength(2);
    expect(networks(seconds, { ...settings, window: "seconds", compat: "dna" })).toEqual([]);
  });

  it("row 24: integers weigh by value; row 25: two texts are alike or not", () => {
    const lines: Line[] = [...twoAfter(24, [0, 1]), ["2020-01-02T00:00:00", "C", "y", 4]];
    const settings = {
      window: "days",
      windowSize: 100,
      kernel: "uniform",
      aggregation: "congruence",
    } as const;
    expect(cell(networks(tableOf(lines, "integer"), settings)[0] as never, "A", "B")).toBeCloseTo(
      0.5 * 0.75,
      12,
    );
    expect(
      cell(networks(tableOf(lines, "integer"), { ...settings, compat: "dna" })[0] as never, "A", "B"),
    ).toBeCloseTo(0.5 * 0.5, 12);
    const text = tableOf(
      [
        ["2020-01-01", "A", "x", "p"],
        ["2020-01-01", "B", "x", "q"],
      ],
      "short text",
    );
    expect(cell(networks(text, settings)[0] as never, "A", "B")).toBe(0);
    expect(cell(networks(text, { ...settings, compat: "dna" })[0] as never, "A", "B")).toBeCloseTo(0.5, 12);
  });

  it("row 26: the diagonal is 0; row 27: a pair weighs by the geometric mean, labels are those of all", () => {
    const settings = { window: "days", windowSize: 4, kernel: "triangular" } as const;
    const [first] = networks(tableOf(twoAfter(24)), settings);
    expect(cell(first as never, "A", "A")).toBe(0);
    expect(cell(first as never, "A", "B")).toBeCloseTo(Math.sqrt(0.5), 12);
    const far = networks(tableOf(twoAfter(24 * 20)), settings);
    for (const { rows } of far) expect(rows).toEqual(["A", "B"]);
    expect(cell(networks(tableOf(twoAfter(24)), { ...settings, compat: "dna" })[0] as never, "A", "A")).toBe(
      1,
    );
  });

  it("row 28: under the uniform kernel every normalisation is the window's own", () => {
    const lines: Line[] = [
      ["2020-01-01", "A", "x", 1],
      ["2020-01-02", "A", "x", 1],
      ["2020-01-03", "B", "x", 1],
      ["2020-01-03", "B", "x", 0],
      ["2020-01-03", "A", "y", 0],
    ];
    for (const normalization of ["average", "jaccard", "cosine"] as const) {
      const plain = network(tableOf(lines), { aggregation: "congruence", normalization });
      const [smoothed] = networks(tableOf(lines), {
        aggregation: "congruence",
        normalization,
        window: "days",
        windowSize: 100,
        kernel: "uniform",
      });
      expect(cell(smoothed as never, "A", "B")).toBeCloseTo(cell(plain, "A", "B"), 12);
    }
    // DNA multiplies by 2/(n + n') of each cell: x+ has 2 and 1, x− 0 and 1, y− 1 and 0.
    const [dna] = networks(tableOf(lines), {
      aggregation: "congruence",
      normalization: "jaccard",
      window: "days",
      windowSize: 100,
      kernel: "uniform",
      compat: "dna",
    });
    expect(cell(dna as never, "A", "B")).toBeCloseTo(2 * 0.5 * (2 / 3 + 2 + 2), 12);
  });

  it("row 29: two-mode slices subtract by value and can be normalised; codes and text cannot", () => {
    const settings = { type: "two-mode", window: "days", windowSize: 100, kernel: "uniform" } as const;
    const integer = tableOf(twoAfter(24, [3, -2]), "integer");
    const [first] = networks(integer, { ...settings, aggregation: "subtract" });
    expect([cell(first as never, "A", "x"), cell(first as never, "B", "x")]).toEqual([1.5, -1]);
    const [share] = networks(integer, { ...settings, normalization: "prominence" });
    expect(cell(share as never, "A", "x")).toBe(0.5);
    const [dna] = networks(integer, { ...settings, aggregation: "subtract", compat: "dna" });
    expect([cell(dna as never, "A", "x"), cell(dna as never, "B", "x")]).toEqual([0.5, 0]);
    expect(faultOf(() => networks(integer, { ...settings, aggregation: "combine" }))).toMatch(/kernel/);
    const text = tableOf([["2020-01-01", "A", "x", "p"]], "short text");
    expect(faultOf(() => networks(text, { ...settings, aggregation: "subtract" }))).toMatch(/no sign/);
  });
});
