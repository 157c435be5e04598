/** Krippendorff's alpha for unitising: his own example, one by hand, and the formula pair by pair. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reliabilityAnalysis } from "../../../src/analysis/structure/reliability.ts";
import {
  mergedSpans,
  type Span,
  type UnitPair,
  unitisingAlpha,
  unitsByCategory,
} from "../../../src/analysis/structure/unitising-alpha.ts";
import { cellsOf, stances } from "./support.ts";

const units = (...list: readonly (readonly [start: number, length: number])[]): readonly Span[] =>
  list.map(([start, length]) => ({ start: start - 150, end: start - 150 + length }));

/** Krippendorff 2004: a continuum from 150 to 450, categories c and k. */
const C: UnitPair = [units([225, 70], [370, 30]), units([220, 80], [355, 20], [400, 20])];
const K: UnitPair = [units([180, 60], [300, 50]), units([180, 60], [300, 50])];

/** The definition: sections are units and gaps, compared pair by pair. */
function slowAlpha(categories: readonly UnitPair[], length: number): number | null {
  interface Section {
    readonly b: number;
    readonly l: number;
    readonly unit: boolean;
  }
  const sections = (spans: readonly Span[]): Section[] => {
    const found: Section[] = [];
    let at = 0;
    for (const { start, end } of spans) {
      if (start > at) found.push({ b: at, l: start - at, unit: false });
      found.push({ b: start, l: end - start, unit: true });
      at = end;
    }
    if (length > at) found.push({ b: at, l: length - at, unit: false });
    return found;
  };
  const delta = (g: Section, h: Section): number => {
    if (g.unit && h.unit && -g.l < g.b - h.b && g.b - h.b < h.l)
      return (g.b - h.b) ** 2 + (g.b + g.l - h.b - h.l) ** 2;
    if (g.unit && !h.unit && h.b <= g.b && g.b + g.l <= h.b + h.l) return g.l ** 2;
    if (!g.unit && h.unit && g.b <= h.b && h.b + h.l <= g.b + g.l) return h.l ** 2;
    return 0;
  };
  let [apart, chance] = [0, 0];
  for (const pair of categories) {
    const coders = pair.map(sections);
    for (const [i, mine] of coders.entries())
      for (const [j, theirs] of coders.entries())
        if (i !== j)
          for (const g of mine) for (const h of theirs) apart += delta(g, h) / (2 * 1 * length ** 2);
    const all = coders.flat();
    const number = all.filter(({ unit }) => unit).length;
    let [sum, inUnits] = [0, 0];
    for (const { l, unit } of all) {
      if (!unit) continue;
      sum += ((number - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
      for (const gap of all) if (!gap.unit && gap.l >= l) sum += l ** 2 * (gap.l - l + 1);
      inUnits += l * (l - 1);
    }
    chance += ((2 / length) * sum) / (2 * length * (2 * length - 1) - inUnits);
  }
  return chance > 0 ? 1 - apart / chance : null;
}

describe("alpha for unitising", () => {
  it("is, for Krippendorff's example, 0.729 for c, 1 for k and 0.859 for both", () => {
    expect(unitisingAlpha([C], 300)).toBeCloseTo(0.7286, 4);
    expect(unitisingAlpha([K], 300)).toBe(1);
    expect(unitisingAlpha([C, K], 300)).toBeCloseTo(0.8587, 4);
  });

  it("is, by hand, 1 − 0.01/0.1138 for [0, 4) against [1, 4) of ten characters", () => {
    const pair: UnitPair = [[{ start: 0, end: 4 }], [{ start: 1, end: 4 }]];
    expect(unitisingAlpha([pair], 10)).toBeCloseTo(1 - 0.01 / (41.2 / 362), 12);
  });

  it("is not defined where nothing can differ", () => {
    expect(unitisingAlpha([], 10)).toBeNull();
    const whole: UnitPair = [[{ start: 0, end: 1 }], [{ start: 0, end: 1 }]];
    expect(unitisingAlpha([whole], 1)).toBeNull();
  });

  const spans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 38 }), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
    .map((list) => mergedSpans(list.map(([start, long]) => ({ start, end: Math.min(40, start + long) }))));

  it("is its definition, pair by pair, whichever coder is called the first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(spans, spans), { maxLength: 4 }), (categories) => {
        const found = unitisingAlpha(categories, 40);
        const slow = slowAlpha(categories, 40);
        if (slow === null || found === null) expect(found).toBe(slow);
        else expect(found).toBeCloseTo(slow, 9);
        const turned = categories.map(([one, two]): UnitPair => [two, one]);
        if (found !== null) expect(unitisingAlpha(turned, 40)).toBeCloseTo(found, 9);
        const same = categories.map(([one]): UnitPair => [one, one]);
        expect([1, null]).toContain(unitisingAlpha(same, 40));
      }),
    );
  });

  it("merges passages of one category that overlap, and leaves those that touch", () => {
    expect(
      mergedSpans([
        { start: 5, end: 9 },
        { start: 0, end: 4 },
        { start: 2, end: 5 },
        { start: 7, end: 7 },
      ]),
    ).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 9 },
    ]);
    expect(unitsByCategory([["b", { start: 0, end: 1 }]], [["a", { start: 2, end: 3 }]])).toEqual([
      [[], [{ start: 2, end: 3 }]],
      [[{ start: 0, end: 1 }], []],
    ]);
  });
});

describe("the reliability analysis", () => {
  const sources = [
    { id: "d1", length: 300 },
    { id: "d2", length: 100 },
  ];
  const coder = (list: readonly (readonly [number, number])[]) =>
    stances(
      list.map(([start, long]) => ["A+c", { source: "d1", start: start - 150, end: start - 150 + long }]),
      { sources },
    );

  it("measures it over all sources, with the passages that enter", () => {
    const first = coder([
      [225, 70],
      [370, 30],
    ]);
    const second = coder([
      [220, 80],
      [355, 20],
      [400, 20],
    ]);
    const result = reliabilityAnalysis.run({ ...first, other: second });
    // The second source is one more gap of 100 characters.
    for (const row of cellsOf(result, "unitising"))
      expect(row).toMatchObject({ categories: 1, first: 2, second: 3, alpha: unitisingAlpha([C], 400) });
    const rows = result.tables.find(({ id }) => id === "unitising")?.rows ?? [];
    expect([rows[0]?.statements, rows[0]?.otherStatements]).toEqual([
      ["s1", "s2"],
      ["s1", "s2", "s3"],
    ]);
  });

  it("says how many statements have no place", () => {
    const bare = stances([["A+c", { source: "d1" }]], { sources });
    const result = reliabilityAnalysis.run({ ...bare, other: coder([[225, 70]]) });
    expect(result.notes.join(" ")).toContain("have no place for that: 1.");
  });
});
