import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cohensKappa,
  krippendorffsAlpha,
  percentAgreement,
  type ValuePair,
} from "../../../src/analysis/structure/agreement-coefficients.ts";
import { reliabilityAnalysis } from "../../../src/analysis/structure/reliability.ts";
import { matchUnits } from "../../../src/analysis/structure/reliability-matching.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { cellsOf, everything, measure, randomStances, rowsOf, stances } from "./support.ts";

const pairsOf = (a: string, b: string): readonly ValuePair[] => {
  const other = b.split(" ");
  return a.split(" ").map((value, at) => [value, other[at] as string]);
};

describe("coefficients", () => {
  it("alpha equals Krippendorff's own examples of two observers (2011, A and B)", () => {
    const binary = pairsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
    expect(krippendorffsAlpha(binary, "nominal")).toBeCloseTo(0.095, 3);
    const nominal = pairsOf("a a b b d c c c e d d a", "b a b b b c c c e d d d");
    expect(krippendorffsAlpha(nominal, "nominal")).toBeCloseTo(0.692, 3);
  });

  it("kappa by hand: agreement 0.7, by chance 0.5", () => {
    const pairs: ValuePair[] = [
      ...Array.from({ length: 20 }, (): ValuePair => ["y", "y"]),
      ...Array.from({ length: 5 }, (): ValuePair => ["y", "n"]),
      ...Array.from({ length: 10 }, (): ValuePair => ["n", "y"]),
      ...Array.from({ length: 15 }, (): ValuePair => ["n", "n"]),
    ];
    expect(percentAgreement(pairs)).toBe(0.7);
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 12);
  });

  it("ordinal alpha by hand: values 1 1 2 3 against 1 2 2 3", () => {
    // Frequencies 3, 3, 2. Distances: 1–2: (6 − 3)² = 9; 2–3: (5 − 2.5)² = 6.25; 1–3: (8 − 2.5)² = 30.25.
    const expected = 2 * (3 * 3 * 9 + 3 * 2 * 6.25 + 3 * 2 * 30.25);
    expect(krippendorffsAlpha(pairsOf("1 1 2 3", "1 2 2 3"), "ordinal")).toBeCloseTo(
      1 - (7 * 2 * 9) / expected,
      12,
    );
  });

  it("are 1 for equal codings and not defined without variation or units", () => {
    const same = pairsOf("a b a", "a b a");
    expect([percentAgreement(same), cohensKappa(same), krippendorffsAlpha(same, "nominal")]).toEqual([
      1, 1, 1,
    ]);
    const flat = pairsOf("a a", "a a");
    expect([percentAgreement(flat), cohensKappa(flat), krippendorffsAlpha(flat, "nominal")]).toEqual([
      1,
      null,
      null,
    ]);
    expect([percentAgreement([]), cohensKappa([]), krippendorffsAlpha([], "ordinal")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("do not depend on the order of units, nor alpha on that of coders; ordinal equals nominal for two values", () => {
    const value = fc.constantFrom("1", "2", "3");
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 20 }), (pairs) => {
        const near = (a: number | null, b: number | null): void => {
          if (a === null || b === null) expect(a).toBe(b);
          else expect(a).toBeCloseTo(b, 10);
        };
        const turned = [...pairs].reverse();
        near(cohensKappa(turned), cohensKappa(pairs));
        for (const level of ["nominal", "ordinal"] as const) {
          const swapped = turned.map(([a, b]): ValuePair => [b, a]);
          near(krippendorffsAlpha(swapped, level), krippendorffsAlpha(pairs, level));
        }
        const two = pairs.filter(([a, b]) => a !== "3" && b !== "3");
        near(krippendorffsAlpha(two, "ordinal"), krippendorffsAlpha(two, "nominal"));
      }),
    );
  });
});

const at = (start: number, end: number) => ({ start, end });
const first = stances(
  [
    ["A+x", at(0, 50)],
    ["B+x", at(0, 50)],
    ["A-y", { ...at(100, 140), intensity: 2 }],
    ["C+x", at(200, 220)],
    ["C+x", { source: "d2" }],
  ],
  { sources: ["d1", "d2"] },
);
const second = stances(
  [
    ["B+x", at(0, 45)],
    ["A+x", at(5, 50)],
    ["A+y", { ...at(110, 150), intensity: 3 }],
    ["D+x", at(300, 310)],
  ],
  { actors: ["A", "B", "D"] },
);

describe("matching", () => {
  it("pairs overlapping passages one to one, the same actor and target first, whatever the polarity", () => {
    const { matched, onlyFirst, onlySecond, unshared } = matchUnits(first, second, 0);
    const ids = matched.map(([a, b]) => [a.statement.id, b.statement.id]);
    expect(ids).toEqual([
      ["s1", "s2"],
      ["s2", "s1"],
      ["s3", "s3"],
    ]);
    expect(onlyFirst.map(({ statement }) => statement.id)).toEqual(["s4"]);
    expect(onlySecond.map(({ statement }) => statement.id)).toEqual(["s4"]);
    expect(unshared).toEqual([1, 0]);
  });

  it("asks for as much overlap as it is told to", () => {
    expect(matchUnits(first, second, 0.7).matched).toHaveLength(2);
  });

  it("uses paragraphs where offsets are missing, and sources of the same hash", () => {
    const one = stances(
      [
        ["A+x", { paragraph: 2 }],
        ["A+x", { paragraph: 3 }],
      ],
      { sources: [{ id: "s", sha256: "ff" }] },
    );
    const two = stances([["A+x", { paragraph: 3 }]], { sources: [{ id: "t", sha256: "ff" }] });
    expect(matchUnits(one, two, 0).matched.map(([a]) => a.statement.id)).toEqual(["s2"]);
  });
});

describe("the analysis", () => {
  it("measures each variable and lists every difference with the statements of both", () => {
    const result = reliabilityAnalysis.run({ ...first, other: second });
    const polarity = rowsOf(result, "variables").find(({ cells }) => cells["variable"] === "Polarity");
    expect(polarity?.cells).toMatchObject({ units: 3, differ: 1, agreement: 2 / 3 });
    expect([polarity?.statements, polarity?.otherStatements]).toEqual([
      ["s1", "s2", "s3"],
      ["s1", "s2", "s3"],
    ]);
    const intensity = cellsOf(result, "variables").find(({ variable }) => variable === "Intensity");
    expect(intensity).toMatchObject({ units: 1, agreement: 0, level: "ordinal" });
    expect(measure(result, "Matched, of all units")).toBeCloseTo(3 / 5, 12);
    expect(measure(result, "Matched, Dice coefficient")).toBeCloseTo(6 / 8, 12);
    expect(
      cellsOf(result, "differences").map(({ kind, differs, first: one, second: two }) => [
        kind,
        differs,
        one,
        two,
      ]),
    ).toEqual([
      ["differs", "Polarity; Intensity", "A opposes: y", "A supports: y"],
      ["only in the first", null, "C supports: x", null],
      ["only in the second", null, null, "D supports: x"],
    ]);
    expect(result.notes.join(" ")).toContain("1 and 0");
  });

  it("finds a coding to agree with itself in everything", () => {
    fc.assert(
      fc.property(randomStances, (input) => {
        const { index } = input;
        // Locators make the passages distinct.
        const statements = index.dataset.statements.map((statement, place) => ({
          ...statement,
          start: place * 10,
          end: place * 10 + 5,
        }));
        const located = everything(tinyDataset({ ...index.dataset, statements }));
        const result = reliabilityAnalysis.run({ ...located, other: located });
        expect(rowsOf(result, "differences")).toEqual([]);
        for (const { agreement, kappa, alpha } of cellsOf(result, "variables")) {
          if (agreement !== null) expect(agreement).toBe(1);
          if (kappa !== null) expect(kappa).toBeCloseTo(1, 12);
          if (alpha !== null) expect(alpha).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});
