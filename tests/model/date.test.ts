import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, LAST_DAY, NO_DAY, parseDate } from "../../src/model/date.ts";

describe("parseDate", () => {
  it("reads a day, a month and a year as intervals", () => {
    expect(parseDate("1970-01-01")).toEqual({ first: 0, last: 0 });
    expect(parseDate("2024-02")).toEqual({ first: 19754, last: 19782 });
    const year = parseDate("2025");
    expect(year && [formatDay(year.first), formatDay(year.last)]).toEqual(["2025-01-01", "2025-12-31"]);
  });

  it.each([
    "",
    "25",
    "2025-13",
    "2025-00",
    "2025-02-30",
    "2025-11-00",
    "2025-1-1",
    "2025-11-01T00:00",
    " 2025",
    "２０２５",
  ])("refuses %j", (text) => expect(parseDate(text)).toBeNull());

  it("knows leap years and the first century", () => {
    expect(parseDate("2000-02-29")).not.toBeNull();
    expect(parseDate("1900-02-29")).toBeNull();
    expect(formatDay(parseDate("0044-03-15")?.first ?? NO_DAY)).toBe("0044-03-15");
  });

  it("writes back every day it reads", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(parseDate(formatDay(day))).toEqual({ first: day, last: day });
      }),
    );
  });

  it("writes nothing for open bounds", () => {
    expect(formatDay(LAST_DAY)).toBe("");
  });
});
