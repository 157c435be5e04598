/** Spells as Gephi accepts them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDay, mergeSpells } from "../../src/formats/spells.ts";

const dayText = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);

describe("mergeSpells", () => {
  it("keeps neighbours apart and makes overlaps one", () => {
    expect(
      mergeSpells([
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
    expect(mergeSpells([["", "2025-01-04"]])).toEqual([["", "2025-01-04"]]);
    expect(
      mergeSpells([
        ["", "2025-01-04"],
        ["2025-01-04", ""],
      ]),
    ).toEqual([]);
    expect(
      mergeSpells([
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
        const merged = mergeSpells(spans.map(([a, b]): [string, string] => [dayText(a), dayText(b)]));
        for (let day = 0; day <= 60; day++) {
          const text = dayText(day);
          const covering = merged.filter(([first, last]) => first <= text && text <= last);
          expect(covering.length).toBe(spans.some(([a, b]) => a <= day && day <= b) ? 1 : 0);
        }
      }),
    );
  });

  it("drops what is no spell", () => {
    expect(mergeSpells([["2025-02-02", "2025-02-01"]])).toEqual([]);
    expect(calendarDay("2025-02-30")).toBe("");
    expect(calendarDay("0000-02-01")).toBe("");
    expect(calendarDay("2025-02")).toBe("");
  });
});
