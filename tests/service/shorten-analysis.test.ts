/** Results of analyses of very many statements: short enough, in the same order, and with a word about what is not there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, AnalysisResult, Row } from "../../src/analysis/structure/analysis.ts";
import { analysisNamed } from "../../src/analysis/structure/registry.ts";
import { grouped } from "../../src/model/counted.ts";
import { DEFAULT_VIEW } from "../../src/model/view.ts";
import { answerAnalysis } from "../../src/service/answer-analysis.ts";
import { ServedDataset } from "../../src/service/served-dataset.ts";
import { shortened } from "../../src/service/shorten-analysis.ts";
import { houseDataset } from "../support/house.ts";

const rowOf = (length: number): Row => ({
  cells: { n: length },
  statements: Array.from({ length }, (_, at) => `s${at}`),
});
const resultOf = (lengths: readonly number[]): AnalysisResult => ({
  analysis: "counts",
  summary: "",
  parameters: {},
  notes: ["first"],
  tables: [{ id: "t", title: "Rows", columns: [], rows: lengths.map(rowOf) }],
});
const listed = ({ tables }: AnalysisResult): number[] =>
  tables.flatMap(({ rows }) => rows.map(({ statements }) => statements.length));

describe("a shortened result", () => {
  it("lists as many statements of each row as there is room for, the first ones", () => {
    const length = fc.oneof(fc.nat(50), fc.integer({ min: 50_000, max: 200_000 }));
    fc.assert(
      fc.property(fc.array(length, { maxLength: 12 }), (lengths) => {
        const whole = resultOf(lengths);
        const short = shortened(whole);
        const sum = lengths.reduce((all, each) => all + each, 0);
        if (sum <= 500_000) expect(short).toBe(whole);
        else {
          const now = listed(short);
          const most = Math.max(...now);
          expect(now).toEqual(lengths.map((each) => Math.min(each, most)));
          expect(now.reduce((all, each) => all + each, 0)).toBeLessThanOrEqual(500_000);
          expect(lengths.reduce((all, each) => all + Math.min(each, most + 1), 0)).toBeGreaterThan(500_000);
          expect(short.notes[1]).toContain(`no more than ${grouped(most)} are listed`);
          expect(short.tables[0]?.rows.map(({ cells }) => cells["n"])).toEqual(lengths);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has the first rows of a long table", () => {
    const short = shortened(resultOf(Array.from({ length: 60_000 }, (_, at) => at % 3)));
    expect(short.tables[0]?.rows).toHaveLength(50_000);
    expect(short.notes).toEqual([
      "first",
      expect.stringContaining("Of the 60000 rows of “Rows” the first 50000"),
    ]);
  });
});

describe("an analysis of many statements", () => {
  const served = new ServedDataset(houseDataset());
  const ask = (analysis: Analysis, bounds: { readonly most?: number; readonly whole?: number }) =>
    answerAnalysis(analysis, { view: DEFAULT_VIEW, parameters: {} }, served, null, bounds);

  it("makes no more rows than are sent, and counts all", () => {
    const { index } = served;
    const { statements, adjacency } = served.shown(served.resolve(DEFAULT_VIEW));
    const change = analysisNamed("change");
    const all = change.run({ index, statements, adjacency });
    const some = change.run({ index, statements, adjacency, mostRows: 3 });
    expect(some.tables[0]?.rows).toEqual(all.tables[0]?.rows.slice(0, 3));
    expect(some.tables[1]).toEqual(all.tables[1]);
    expect(some.notes).toContainEqual(
      expect.stringContaining(`Of the ${all.tables[0]?.rows.length} changes the first 3 are listed`),
    );
  });

  it("is the same where it is short anyway", () => {
    for (const name of ["counts", "coalitions", "balance"])
      expect(ask(analysisNamed(name), { whole: 1 })).toEqual(ask(analysisNamed(name), {}));
  });

  it("is refused beyond the limit, with the limit and a way out", () => {
    expect(() => ask(analysisNamed("phases"), { most: 2 })).toThrow(
      expect.objectContaining({
        code: "over-limit",
        message: expect.stringContaining("the limit of an analysis here is 2"),
        remedy: expect.stringMatching(/since.*stancegraph analyze/),
      }),
    );
  });
});
