/** Playing the time line, its text in the address, and the stretches that changes are looked for in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { twoWindows } from "../../../../src/analysis/structure/windows.ts";
import { UNITS } from "../../../../src/browser/panels/time/bins.ts";
import {
  formatTime,
  parseTime,
  playFrom,
  SPEEDS,
  stepOn,
  USUAL,
  WINDOWS,
} from "../../../../src/browser/panels/time/play.ts";
import { comparisonsOf, intervalText, parseInterval } from "../../../../src/browser/panels/time/ranges.ts";

describe("playing", () => {
  it("begins at the beginning, or where the brush stands", () => {
    expect(playFrom({ from: 0, to: 24 }, 24, "cumulative")).toEqual({ from: 0, to: 1 });
    expect(playFrom({ from: 0, to: 24 }, 24, "sliding")).toEqual({ from: 0, to: 3 });
    expect(playFrom({ from: 4, to: 6 }, 24, "sliding")).toEqual({ from: 4, to: 6 });
    expect(playFrom({ from: 20, to: 24 }, 24, "sliding")).toEqual({ from: 0, to: 4 });
    expect(playFrom({ from: 20, to: 24 }, 24, "cumulative")).toEqual({ from: 20, to: 21 });
  });

  it("goes on by one period, to the end and no further", () => {
    expect(stepOn({ from: 0, to: 3 }, 5, "cumulative")).toEqual({ from: 0, to: 4 });
    expect(stepOn({ from: 1, to: 3 }, 5, "sliding")).toEqual({ from: 2, to: 4 });
    expect(stepOn({ from: 2, to: 5 }, 5, "sliding")).toBeNull();
    expect(stepOn({ from: 0, to: 1 }, 5, "cumulative", -1)).toBeNull();
    expect(stepOn({ from: 1, to: 3 }, 5, "sliding", -1)).toEqual({ from: 0, to: 2 });
    expect(stepOn({ from: 0, to: 2 }, 5, "sliding", -1)).toBeNull();
  });

  it("comes to the end from anywhere", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.constantFrom(...WINDOWS), (length, window) => {
        let range = playFrom({ from: 0, to: length }, length, window);
        for (let steps = 0; range.to < length; steps++) {
          expect(steps).toBeLessThan(length);
          range = stepOn(range, length, window) ?? { from: 0, to: length };
        }
        expect(stepOn(range, length, window)).toBeNull();
      }),
    );
  });

  it("keeps its choices in the address, and nothing for the usual ones", () => {
    expect(formatTime(USUAL)).toBe("");
    fc.assert(
      fc.property(
        fc.record({
          window: fc.constantFrom(...WINDOWS),
          speed: fc.constantFrom(...SPEEDS),
          unit: fc.constantFrom(null, ...UNITS),
          vague: fc.boolean(),
        }),
        (choice) => {
          expect(parseTime(formatTime(choice))).toEqual(choice);
        },
      ),
    );
    expect(parseTime("speed=99;unit=century;window=;;vague")).toEqual(USUAL);
  });
});

describe("two stretches of time", () => {
  it("are made of the dates of the view", () => {
    expect(comparisonsOf({ since: "", until: "" })).toEqual([["halves", { before: "", after: "" }]]);
    expect(comparisonsOf({ since: "2025-11", until: "" })).toEqual([
      ["before-during", { before: "../2025-10-31", after: "2025-11/.." }],
    ]);
    expect(comparisonsOf({ since: "2025-03", until: "2025-05" }).map(([id]) => id)).toEqual([
      "before-during",
      "during-after",
      "before-after",
    ]);
    for (const dates of [
      { since: "2025-03", until: "2025-05" },
      { since: "2024", until: "2024" },
      { since: "", until: "2025-02-28" },
    ])
      for (const [, { before, after }] of comparisonsOf(dates))
        expect(twoWindows(before, after)).not.toBeNull();
  });

  it("are written and read as intervals", () => {
    expect(intervalText({ since: "", until: "2025-10" })).toBe("../2025-10");
    expect(parseInterval("../2025-10")).toEqual({ since: "", until: "2025-10" });
    expect(parseInterval("2025")).toEqual({ since: "2025", until: "2025" });
    expect(parseInterval("../..")).toEqual({ since: "", until: "" });
    for (const text of ["", "/", "a/b", "2025-02-30", "2025/2024", "2025/2026/2027", ".."])
      expect(parseInterval(text), text).toBeNull();
  });
});
