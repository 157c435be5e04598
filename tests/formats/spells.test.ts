/** Spells as Gephi accepts them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDay, dayOf, dayText, mergeSpells } from "../../src/formats/spells.ts";
import { parseDate } from "../../src/model/date.ts";

const isoDay = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const merged = (spells: readonly (readonly [string, string])[]) =>
  mergeSpells(spells).map((spell) => spell.map(dayText));

describe("days", () => {
  it("are the calendar days of ISO 8601 without the year 0, and compare as their texts", () => {
    const part = (max: number, length: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(length, "0"));
    const text = fc.oneof(
      fc.tuple(part(9999, 4), part(13, 2), part(32, 2)).map((parts) => parts.join("-")),
      fc.constantFrom("", "2025", "2025-02", "2025-2-001", "20250201-1", "2025-02-2x", "２025-02-01"),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const valid = a.length === 10 && !a.startsWith("0000") && parseDate(a) !== null;
        expect(dayText(dayOf(a))).toBe(valid ? a : "");
        if (dayOf(a) > 0 && dayOf(b) > 0) expect(dayOf(a) < dayOf(b)).toBe(a < b);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("mergeSpells", () => {
  it("keeps neighbours apart and makes overlaps one", () => {
    expect(
      merged([
        ["2025-01-05", "2025-01-09"],
        ["2025-01-01", "2025-01-04"],
        ["2025-01-03", "2025-01-04"],
      ]),
    ).toEqual([
      ["2025-01-01", "2025-01-04"],
      ["2025-01-05", "2025-01-09"],
    ]);
  });

  it("knows open ends: open at both is always, which is no spell", () => {
    expect(merged([["", "2025-01-04"]])).toEqual([["", "2025-01-04"]]);
    expect(
      merged([
        ["", "2025-01-04"],
        ["2025-01-04", ""],
      ]),
    ).toEqual([]);
    expect(
      merged([
        ["2025-01-01", "2025-01-04"],
        ["", ""],
      ]),
    ).toEqual([]);
  });

  it("covers the same days as the spells given, sorted and without overlap", () => {
    const days = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(days, days), { maxLength: 12 }), (pairs) => {
        const spans = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
        const spells = mergeSpells(spans.map(([a, b]): [string, string] => [isoDay(a), isoDay(b)]));
        for (let day = 0; day <= 60; day++) {
          const number = dayOf(isoDay(day));
          const covering = spells.filter(([first, last]) => first <= number && number <= last);
          expect(covering.length).toBe(spans.some(([a, b]) => a <= day && day <= b) ? 1 : 0);
        }
      }),
    );
  });

  it("drops what is no spell", () => {
    expect(merged([["2025-02-02", "2025-02-01"]])).toEqual([]);
    expect(calendarDay("2025-02-30")).toBe("");
    expect(calendarDay("0000-02-01")).toBe("");
    expect(calendarDay("2025-02")).toBe("");
  });
});
