/** Bars of the time line and the brush over them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnalysisInput } from "../../../../src/analysis/structure/analysis.ts";
import { timelineAnalysis } from "../../../../src/analysis/structure/timeline.ts";
import {
  type Bin,
  bestCut,
  datesOf,
  labelStep,
  moved,
  type Range,
  rangeOf,
  sum,
  tallest,
  timelineOf,
  whole,
} from "../../../../src/browser/panels/time/bins.ts";
import { parseDate } from "../../../../src/model/date.ts";
import { stances } from "../../../analysis/structure/support.ts";

const input: AnalysisInput = stances([
  ["A+x", { date: "2025-03-04" }],
  ["A-x", { date: "2025-03" }],
  ["B+y", { date: "2025-05-20" }],
  ["B0y", { date: "2025" }],
  ["C+y", {}],
]);
const line = (unit: "week" | "month" | "year") => timelineOf(timelineAnalysis.run(input, { unit }));
const months = line("month").bins;

describe("the bars", () => {
  it("are read from the analysis", () => {
    const { bins, unit, undated, several } = line("month");
    expect([bins.length, unit, sum(undated), sum(several)]).toEqual([12, "month", 1, 1]);
    expect(bins[2]).toMatchObject({
      text: "2025-03",
      sure: { support: 1, oppose: 1, neutral: 0 },
      maybe: { support: 0, oppose: 0, neutral: 1 },
    });
    expect([line("week").unit, line("year").unit]).toEqual(["week", "year"]);
    expect(timelineOf({ tables: [] })).toMatchObject({ bins: [], undated: { support: 0 } });
  });

  it("are as tall as what is drawn of them", () => {
    expect([tallest(months, true), tallest(months, false), tallest([], true)]).toEqual([3, 2, 1]);
  });

  it("have labels with room between them", () => {
    expect([labelStep(12, 600, 66), labelStep(25, 600, 66), labelStep(3, 900, 66)]).toEqual([2, 3, 1]);
  });

  it("are cut where most statements lie on the side with fewer", () => {
    expect(bestCut(months)).toBe(3);
    expect(bestCut([])).toBeNull();
    expect(bestCut(months.slice(0, 4))).toBeNull();
  });
});

describe("the brush", () => {
  it("gives dates as prefixes, open where it touches an end", () => {
    expect(datesOf(months, "month", { from: 2, to: 5 })).toEqual({ since: "2025-03", until: "2025-05" });
    expect(datesOf(months, "month", { from: 0, to: 5 })).toEqual({ since: "", until: "2025-05" });
    expect(datesOf(months, "month", { from: 0, to: 12 })).toEqual({ since: "", until: "" });
    const weeks = line("week").bins;
    const third = weeks[3] as Bin;
    expect(datesOf(weeks, "week", { from: 3, to: 4 })).toEqual({
      since: third.text,
      until: new Date(third.last * 86_400_000).toISOString().slice(0, 10),
    });
  });

  it("stands where the dates of the view are, also between periods and outside", () => {
    expect(rangeOf(months, { since: "2025-03", until: "2025-05-31" })).toEqual({ from: 2, to: 5 });
    expect(rangeOf(months, { since: "", until: "" })).toEqual({ from: 0, to: 12 });
    expect(rangeOf(months, { since: "2025-06-16", until: "" }).from).toBeCloseTo(5.5);
    expect(rangeOf(months, { since: "2030", until: "" })).toEqual({ from: 12, to: 12 });
    expect(rangeOf(months, { since: "", until: "1999" })).toEqual({ from: 0, to: 0 });
    expect(whole({ from: 5.5, to: 5.7 })).toEqual({ from: 5, to: 6 });
  });

  it("comes back from its dates, whatever the periods", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("week" as const, "month" as const, "year" as const),
        fc.nat(60),
        fc.nat(60),
        (unit, a, b) => {
          const { bins } = line(unit);
          const from = a % bins.length;
          const to = from + 1 + (b % (bins.length - from));
          expect(rangeOf(bins, datesOf(bins, unit, { from, to }))).toEqual({ from, to });
          const dates = datesOf(bins, unit, { from, to });
          for (const date of [dates.since, dates.until])
            expect(date === "" || parseDate(date) !== null).toBe(true);
        },
      ),
    );
  });

  it("is moved as a whole and stays on the line", () => {
    const at: Range = { from: 2, to: 5 };
    expect(moved(at, 3, 12)).toEqual({ from: 5, to: 8 });
    expect(moved(at, 30, 12)).toEqual({ from: 9, to: 12 });
    expect(moved(at, -30, 12)).toEqual({ from: 0, to: 3 });
  });
});
