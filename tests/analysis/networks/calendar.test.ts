/** Time arithmetic against JavaScript's own dates and hand-made cases. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addUnits,
  exactUnits,
  formatMoment,
  parseMoment,
  truncatedUnits,
  weekOfYear,
} from "../../../src/analysis/networks/calendar.ts";
import { TIME_UNITS } from "../../../src/analysis/networks/settings.ts";
import { faultOf } from "./ask.ts";

const at = (text: string): number => Date.parse(text.length > 10 ? `${text}Z` : text) / 1000;
const moments = fc.integer({ min: at("0100-01-01"), max: at("2200-01-01") });

describe("steps", () => {
  it("clamps to the length of the month, forwards and backwards", () => {
    expect(addUnits(at("2021-01-31T10:00:00"), "months", 1)).toBe(at("2021-02-28T10:00:00"));
    expect(addUnits(at("2020-03-31"), "months", -1)).toBe(at("2020-02-29"));
    expect(addUnits(at("2020-02-29"), "years", 1)).toBe(at("2021-02-28"));
    expect(addUnits(at("2020-11-30"), "months", 15)).toBe(at("2022-02-28"));
    expect(addUnits(at("1969-12-31T23:00:00"), "weeks", 1)).toBe(at("1970-01-07T23:00:00"));
  });

  it("never runs backwards", () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...TIME_UNITS),
        fc.integer({ min: 0, max: 40 }),
        (time, unit, n) => {
          expect(addUnits(time, unit, n + 1)).toBeGreaterThan(addUnits(time, unit, n));
        },
      ),
    );
  });
});

describe("differences", () => {
  it("are signed, and whole after whole steps", () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...TIME_UNITS),
        fc.integer({ min: 0, max: 40 }),
        (time, unit, n) => {
          const later = addUnits(time, unit, n);
          expect(exactUnits(time, later, unit)).toBeCloseTo(n, 9);
          expect(exactUnits(later, time, unit)).toBeCloseTo(-n, 9);
        },
      ),
    );
  });

  it("count the fraction of the month or year under way", () => {
    expect(exactUnits(at("2021-02-01"), at("2021-03-16T12:00:00"), "months")).toBeCloseTo(1.5, 12);
    expect(exactUnits(at("2021-01-01"), at("2022-07-02T12:00:00"), "years")).toBeCloseTo(1.5, 12);
  });

  it("are truncated towards 0 for DNA, months by the day", () => {
    expect(truncatedUnits(at("2020-01-01"), at("2020-01-02T23:00:00"), "days")).toBe(1);
    expect(truncatedUnits(at("2020-01-02T23:00:00"), at("2020-01-01"), "days")).toBe(-1);
    expect(truncatedUnits(at("2021-01-31"), at("2021-02-28"), "months")).toBe(0);
    expect(truncatedUnits(at("2021-03-01"), at("2021-01-31"), "months")).toBe(-1);
    expect(truncatedUnits(at("2019-03-01"), at("2021-02-28"), "years")).toBe(1);
  });
});

describe("weeks", () => {
  it.each([
    ["2021-01-03", 53],
    ["2021-01-04", 1],
    ["2020-12-28", 53],
    ["2018-12-31", 1],
    ["2016-01-03", 53],
    ["2024-02-29", 9],
  ])("%s is in week %i", (date, week) => {
    expect(weekOfYear(at(date))).toBe(week);
  });
});

describe("dates as text", () => {
  it("stand for all their seconds", () => {
    expect(parseMoment("2020", "since")).toEqual([at("2020-01-01"), at("2020-12-31T23:59:59")]);
    expect(parseMoment("2020-02", "since")).toEqual([at("2020-02-01"), at("2020-02-29T23:59:59")]);
    expect(parseMoment("2020-02-03T04:05", "since")).toEqual([
      at("2020-02-03T04:05:00"),
      at("2020-02-03T04:05:59"),
    ]);
    expect(parseMoment("2020-02-03T04:05:06Z", "since")).toEqual([
      at("2020-02-03T04:05:06"),
      at("2020-02-03T04:05:06"),
    ]);
    expect(formatMoment(at("2020-02-03T04:05:06"))).toBe("2020-02-03T04:05:06Z");
  });

  it.each(["", "yesterday", "2020-13", "2020-02-30", "2020-01-01T24:00", "2020-1-1", "01.01.2020"])(
    "refuses %j",
    (text) => {
      expect(faultOf(() => parseMoment(text, "until"))).toMatch(/^bad-parameter: until/);
    },
  );
});
