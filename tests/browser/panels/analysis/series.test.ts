import { describe, expect, it } from "vitest";
import type { ResultTable } from "../../../../src/browser/api/computed.ts";
import { foldPieces, piecesOf } from "../../../../src/browser/panels/analysis/cells.ts";
import { extent, peakOf, pointsOf, seriesOf } from "../../../../src/browser/panels/analysis/series.ts";

const table = (
  times: readonly (string | null)[],
  values: readonly (number | null)[] = times.map((_, at) => at),
  types: readonly ["integer" | "text", "number" | "text"] = ["integer", "number"],
): ResultTable => ({
  id: "t",
  title: "T",
  columns: [
    { id: "time", label: "Time", type: "text" },
    { id: "count", label: "Count", type: types[0] },
    { id: "value", label: "Value", type: types[1] },
  ],
  rows: times.map((time, at) => ({
    cells: { time, count: 1, value: values[at] ?? null },
    statements: [],
  })),
});
const MONTHS = ["2024-11", "2024-12", "2025-01", "2025-02"];

describe("tables over time", () => {
  it("are series of their numbers, measured values first", () => {
    expect(seriesOf(table(MONTHS))).toEqual({
      times: MONTHS,
      measures: [
        { id: "value", label: "Value" },
        { id: "count", label: "Count" },
      ],
    });
  });
  it.each([
    ["names", table(["A", "B", "C", "D"])],
    ["dates out of order", table(["2024-11", "2025-01", "2024-12", "2025-02"])],
    ["a date twice", table(["2024", "2024", "2025", "2026"])],
    ["a gap", table(["2024", null, "2025", "2026"])],
    ["few rows", table(["2024", "2025", "2026"])],
    ["no numbers", table(MONTHS, [], ["text", "text"])],
  ])("are none with %s", (_, given) => {
    expect(seriesOf(given)).toBeNull();
  });
  it("have points, also where nothing is defined, and a peak", () => {
    const given = table(MONTHS, [0.1, null, -2, 0.1]);
    const points = pointsOf(given, seriesOf(given) as never, "value");
    expect(points.map(({ value }) => value)).toEqual([0.1, null, -2, 0.1]);
    expect(extent(points)).toEqual([-2, 0.1]);
    expect(peakOf(points)?.time).toBe("2024-11");
    expect(extent([])).toEqual([0, 1]);
    expect(peakOf([{ time: "2024", value: null }])).toBeNull();
  });
});

describe("long lists of names", () => {
  const names = (number: number) => Array.from({ length: number }, (_, at) => `N${at}`);
  const fold = (number: number) =>
    foldPieces(
      piecesOf(names(number).join("; "), new Map(names(number).map((name) => [name, `actor:${name}`]))),
    );
  it("are folded after the first few, never for one or two more", () => {
    expect(fold(8).rest).toBe(0);
    const { shown, rest } = fold(20);
    expect(shown.map(({ text }) => text).join("")).toBe(names(6).join("; "));
    expect(rest).toBe(14);
  });
});
