/** Statements per period, by hand and against what a date filter keeps. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PERIOD_UNITS,
  periodIndex,
  periodsBetween,
  unitFor,
} from "../../../src/analysis/structure/periods.ts";
import { timelineAnalysis } from "../../../src/analysis/structure/timeline.ts";
import { compileFilter, selectStatements } from "../../../src/graph/filter.ts";
import { parseDate } from "../../../src/model/date.ts";
import { Fault } from "../../../src/model/problem.ts";
import { DEFAULT_FILTER } from "../../../src/model/view.ts";
import { POLARITIES } from "../../../src/model/vocabulary.ts";
import { cellsOf, randomStances, rowsOf, stances } from "./support.ts";

const day = (text: string): number => parseDate(text)?.first as number;

describe("periods", () => {
  it("are whole weeks from Monday, months and years without gaps", () => {
    const texts = (unit: (typeof PERIOD_UNITS)[number], from: string, to: string) =>
      periodsBetween(unit, day(from), day(to)).map(({ text }) => text);
    expect(texts("week", "2025-11-01", "2025-11-10")).toEqual(["2025-10-27", "2025-11-03", "2025-11-10"]);
    expect(texts("week", "1969-12-31", "1970-01-05")).toEqual(["1969-12-29", "1970-01-05"]);
    expect(texts("month", "2024-12-31", "2025-02-01")).toEqual(["2024-12", "2025-01", "2025-02"]);
    expect(texts("year", "0999-05-01", "1001-01-01")).toEqual(["0999", "1000", "1001"]);
    expect(texts("day", "2024-02-28", "2024-03-01")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
  });

  it("follow one another, and every day is found in its own", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERIOD_UNITS),
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 800 }),
        (unit, first, length, offset) => {
          const periods = periodsBetween(unit, first, first + length);
          periods.slice(1).forEach((period, at) => {
            expect(period.first).toBe((periods[at]?.last ?? 0) + 1);
          });
          const asked = first + Math.min(offset, length);
          const found = periods[periodIndex(periods, asked)];
          expect(found && found.first <= asked && asked <= found.last).toBe(true);
        },
      ),
    );
  });

  it("get longer with the time", () => {
    expect(unitFor(day("2025-11-01"), day("2025-12-15"))).toBe("day");
    expect(unitFor(day("2025-01-01"), day("2025-12-15"))).toBe("week");
    expect(unitFor(day("2024-01-01"), day("2026-01-31"))).toBe("month");
    expect(unitFor(day("1946-01-01"), day("2019-12-31"))).toBe("year");
  });
});

describe("the time line", () => {
  const input = stances([
    ["A+x", { date: "2025-03-04" }],
    ["A-x", { date: "2025-03" }],
    ["B0y", { date: "2025" }],
    ["B+z", {}],
  ]);

  it("counts what is in a period, and what may be", () => {
    const result = timelineAnalysis.run(input, { unit: "month" });
    const cells = cellsOf(result, "periods");
    expect(cells.map(({ period }) => period)).toHaveLength(12);
    expect(cells[2]).toEqual({
      period: "2025-03",
      first: "2025-03-01",
      last: "2025-03-31",
      support: 1,
      oppose: 1,
      neutral: 0,
      support_maybe: 0,
      oppose_maybe: 0,
      neutral_maybe: 1,
    });
    expect(cells[11]).toMatchObject({ support: 0, neutral: 0, neutral_maybe: 1 });
    expect(rowsOf(result, "periods")[2]?.statements).toEqual(["s1", "s2", "s3"]);
    expect(rowsOf(result, "undated")[0]).toMatchObject({ cells: { support: 1 }, statements: ["s4"] });
    expect(rowsOf(result, "several")[0]).toMatchObject({
      cells: { support: 0, oppose: 0, neutral: 1 },
      statements: ["s3"],
    });
    expect(result.summary).toContain("2 within one of them, 1 whose dates reach over several. Undated: 1.");
  });

  it("lets an open bound reach to the end of the time shown", () => {
    const open = stances(
      [
        ["A+x", { source: "open" }],
        ["A+y", { source: "dated", date: "2025-12" }],
      ],
      { sources: [{ id: "open", dateEarliest: "2025-10" }, "dated"] },
    );
    const cells = cellsOf(timelineAnalysis.run(open, { unit: "month" }), "periods");
    expect(cells.map(({ period, support, support_maybe }) => [period, support, support_maybe])).toEqual([
      ["2025-10", 0, 1],
      ["2025-11", 0, 1],
      ["2025-12", 1, 1],
    ]);
  });

  it("can list fewer statements, and then takes any number of them", () => {
    const result = timelineAnalysis.run(input, { unit: "month", evidence: 2 });
    expect(rowsOf(result, "periods")[2]?.statements).toEqual(["s1", "s2"]);
    expect(cellsOf(result, "periods")).toEqual(
      cellsOf(timelineAnalysis.run(input, { unit: "month" }), "periods"),
    );
    expect(result.notes.join(" ")).toContain("no more than 2 are listed");
    expect(timelineAnalysis.countsOnly({ evidence: 1 })).toBe(true);
    expect(timelineAnalysis.countsOnly({ evidence: 5000 })).toBe(false);
  });

  it("refuses a unit that would make too many periods", () => {
    const wide = stances([
      ["A+x", { date: "1900" }],
      ["A+y", { date: "2025" }],
    ]);
    expect(() => timelineAnalysis.run(wide, { unit: "day" })).toThrow(Fault);
    expect(timelineAnalysis.run(wide).tables[0]?.rows).toHaveLength(126);
  });

  it("counts in each period just what a date filter of that period keeps", () => {
    fc.assert(
      fc.property(randomStances, fc.constantFrom(...PERIOD_UNITS.slice(1)), ({ index, adjacency }, unit) => {
        const all = selectStatements(
          index,
          compileFilter(index, DEFAULT_FILTER),
          adjacency.merged,
        ).statements;
        const result = timelineAnalysis.run({ index, adjacency, statements: all }, { unit });
        for (const { cells, statements } of rowsOf(result, "periods")) {
          const filter = { ...DEFAULT_FILTER, since: String(cells["first"]), until: String(cells["last"]) };
          const kept = selectStatements(index, compileFilter(index, filter), adjacency.merged).statements;
          const sum = POLARITIES.reduce(
            (total, { id }) => total + Number(cells[id]) + Number(cells[`${id}_maybe`]),
            0,
          );
          expect(sum).toBe(kept.length);
          expect(statements).toEqual(Array.from(kept, (at) => index.dataset.statements[at]?.id));
        }
      }),
      { numRuns: 20 },
    );
  });
});
