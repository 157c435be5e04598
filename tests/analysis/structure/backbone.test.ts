import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backboneAnalysis } from "../../../src/analysis/structure/backbone.ts";
import {
  fixedBackbone,
  nestedBackbone,
  penalisedBackbone,
} from "../../../src/analysis/structure/backbone-search.ts";
import { symmetricEigenvalues } from "../../../src/analysis/structure/eigenvalues.ts";
import { collectPositions } from "../../../src/analysis/structure/positions.ts";
import {
  SpectralLoss,
  scaledSpectrum,
  spectralDistance,
} from "../../../src/analysis/structure/spectral-loss.ts";
import { stanceTable } from "../../../src/analysis/structure/stance-table.ts";
import { cellsOf, measure, randomStances, stances } from "./support.ts";

const matrix = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat());

describe("eigenvalues", () => {
  it.each([
    [
      "a diagonal",
      [
        [2, 0, 0],
        [0, -1, 0],
        [0, 0, 5],
      ],
      [5, 2, -1],
    ],
    [
      "a swap",
      [
        [0, 1],
        [1, 0],
      ],
      [1, -1],
    ],
    [
      "all ones",
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      [3, 0, 0],
    ],
    [
      "nothing",
      [
        [0, 0],
        [0, 0],
      ],
      [0, 0],
    ],
    ["one cell", [[7]], [7]],
    [
      "the Laplacian of a path of four",
      [
        [1, -1, 0, 0],
        [-1, 2, -1, 0],
        [0, -1, 2, -1],
        [0, 0, -1, 1],
      ],
      [2 + Math.SQRT2, 2, 2 - Math.SQRT2, 0],
    ],
  ])("of %s", (_, rows, expected) => {
    const values = symmetricEigenvalues(matrix(rows), rows.length);
    values.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at] as number, 12);
    });
  });

  it("keep the traces of the first four powers, and the matrix as it was", () => {
    const square = fc.integer({ min: 1, max: 12 }).chain((order) =>
      fc
        .array(fc.integer({ min: -5, max: 5 }), { minLength: order * order, maxLength: order * order })
        .map((cells) => ({
          order,
          cells: Float64Array.from(
            cells,
            (cell, at) => cell + (cells[(at % order) * order + Math.floor(at / order)] as number),
          ),
        })),
    );
    fc.assert(
      fc.property(square, ({ order, cells }) => {
        const before = cells.slice();
        const values = symmetricEigenvalues(cells, order);
        expect(cells).toEqual(before);
        let power = cells;
        for (let exponent = 1; exponent <= 4; exponent++) {
          let trace = 0;
          for (let at = 0; at < order; at++) trace += power[at * order + at] as number;
          const sum = values.reduce((total, value) => total + value ** exponent, 0);
          const scale = 1 + values.reduce((total, value) => total + Math.abs(value) ** exponent, 0);
          expect(Math.abs(sum - trace) / scale).toBeLessThan(1e-11);
          const next = new Float64Array(order * order);
          for (let a = 0; a < order; a++)
            for (let b = 0; b < order; b++)
              for (let c = 0; c < order; c++)
                next[a * order + b] =
                  (next[a * order + b] as number) +
                  (power[a * order + c] as number) * (cells[c * order + b] as number);
          power = next;
        }
      }),
    );
  });
});

describe("the spectrum of a network", () => {
  /** One tie of weight 2 and one of 1 from B; a negative tie that counts as 0. */
  const ties = matrix([
    [0, 2, -4],
    [2, 0, 1],
    [-4, 1, 0],
  ]);

  it("is that of the Laplacian over its trace: λ² − 6λ + 3·2 = 0 beside 0", () => {
    const spectrum = scaledSpectrum(ties, 3, "none");
    // Weights 2 and 1: λ = w₁ + w₂ ± √(w₁² + w₂² − w₁w₂) = 3 ± √3; the trace is 6.
    expect(spectrum[0]).toBeCloseTo((3 + Math.sqrt(3)) / 6, 12);
    expect(spectrum[1]).toBeCloseTo((3 - Math.sqrt(3)) / 6, 12);
    expect(spectrum[2]).toBeCloseTo(0, 12);
  });

  it("is, as DNA 3 computes it, the degrees over their sum", () => {
    expect([...scaledSpectrum(ties, 3, "dna")]).toEqual([3 / 6, 2 / 6, 1 / 6]);
  });

  it("loses, as in the worked example, √(2 · 0.211²) = 0.299 when only A–B is left", () => {
    // x ties A and B twice, y ties B and C once.
    const { loss } = lossOf(["A+x", "A+x", "B+x", "B+y", "C+y"]);
    expect(loss.of(Uint8Array.of(1, 0))).toBeCloseTo(0.299, 3);
    expect(loss.penalised(Uint8Array.of(1, 0), 3.5)).toBeCloseTo(0.052, 3);
  });

  it("is 0 without ties", () => {
    expect([...scaledSpectrum(new Float64Array(4), 2, "none")]).toEqual([0, 0]);
  });

  it("is compared by Euclidean distance, or by DNA's sum", () => {
    const [a, b] = [Float64Array.of(0.9, 0.1), Float64Array.of(0.5, 0.4)];
    expect(spectralDistance(a, b, "none")).toBeCloseTo(0.5, 12);
    expect(spectralDistance(a, b, "dna")).toBeCloseTo(0.7, 12);
  });
});

/** Two issues that tie the same actors, one that ties nobody, one that ties others. */
const said = ["A+x", "B+x", "A+y", "B+y", "C+z", "D+w", "C+w", "E+w"];
const lossOf = (words: readonly string[], compat: "none" | "dna" = "none") => {
  const input = stances(words);
  const table = stanceTable(input.index, collectPositions(input));
  return { loss: new SpectralLoss(table, "subtract", "no", compat), issues: table.columns.length };
};

describe("nested backbone", () => {
  it("first leaves out what ties nobody, at no loss, and ends with nothing kept", () => {
    const { loss, issues } = lossOf(said);
    const steps = nestedBackbone(loss, issues, "none");
    // By label: w, x, y, z.
    expect(steps.map(({ removed }) => removed).sort()).toEqual([0, 1, 2, 3]);
    expect(steps[0]).toMatchObject({ removed: 3, loss: 0 });
    expect([...(steps.at(-1)?.kept ?? [])]).toEqual([0, 0, 0, 0]);
    expect(steps.at(-1)?.redundantLoss).toBe(0);
  });

  it("removes one of equal issues, the last; as DNA all of them, with the loss of the single removal", () => {
    const words = ["A+x", "B+x", "C+y", "D+y"];
    const own = nestedBackbone(lossOf(words).loss, 2, "none");
    expect(own.map(({ removed }) => removed)).toEqual([1, 0]);
    expect(own[0]?.loss).not.toBe(own[1]?.loss);
    const dna = nestedBackbone(lossOf(words, "dna").loss, 2, "dna");
    expect(dna.map(({ removed }) => removed)).toEqual([1, 0]);
    expect(dna[0]?.loss).toBe(dna[1]?.loss);
  });

  it("takes the cheapest removal in every round", () => {
    fc.assert(
      fc.property(randomStances, (input) => {
        const table = stanceTable(input.index, collectPositions(input));
        const issues = table.columns.length;
        const loss = new SpectralLoss(table, "subtract", "average", "none");
        let kept: Uint8Array = new Uint8Array(issues).fill(1);
        for (const step of nestedBackbone(loss, issues, "none")) {
          for (const issue of kept.keys()) {
            if (!kept[issue]) continue;
            const without = kept.slice();
            without[issue] = 0;
            expect(loss.of(without)).toBeGreaterThanOrEqual(step.loss - 1e-9);
          }
          kept = step.kept;
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("penalised and fixed backbone", () => {
  it("try every set of few issues", () => {
    const { loss, issues } = lossOf([...said, "A-w", "E-y"]);
    const found = penalisedBackbone(loss, issues, 3.5, 10, 1);
    expect(found.exact).toBe(true);
    for (let set = 1; set < 2 ** issues - 1; set++) {
      const kept = Uint8Array.from({ length: issues }, (_, at) => (set >> at) & 1);
      expect(loss.penalised(kept, 3.5)).toBeGreaterThanOrEqual(found.value - 1e-12);
    }
    const two = fixedBackbone(loss, issues, 2, 10, 1);
    expect(two.kept.reduce((sum, mark) => sum + mark, 0)).toBe(2);
  });

  it("anneal many issues by seed, within the sizes allowed", () => {
    const words = Array.from({ length: 14 }, (_, at) => [
      `A+i${at}`,
      `${"BCD"[at % 3]}${at % 2 ? "+" : "-"}i${at}`,
    ]).flat();
    const { loss, issues } = lossOf(words);
    const found = penalisedBackbone(loss, issues, 3.5, 300, 7);
    expect(penalisedBackbone(lossOf(words).loss, issues, 3.5, 300, 7)).toEqual(found);
    expect(found.exact).toBe(false);
    expect(found.value).toBeCloseTo(loss.penalised(found.kept, 3.5), 12);
    const size = found.kept.reduce((sum, mark) => sum + mark, 0);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(issues);
    expect(fixedBackbone(loss, issues, 5, 200, 3).kept.reduce((sum, mark) => sum + mark, 0)).toBe(5);
  });

  it("multiplies the loss by exp(−p(|C| − |B|)/|C|)", () => {
    const { loss } = lossOf(said);
    const kept = Uint8Array.of(1, 0, 0, 1);
    expect(loss.penalised(kept, 2)).toBeCloseTo(loss.of(kept) * Math.exp(-1), 12);
  });
});

function remedyOf(ask: () => unknown): string {
  try {
    ask();
  } catch (fault) {
    return (fault as { readonly remedy: string }).remedy;
  }
  return "";
}

describe("the analysis", () => {
  it("says how many iterations it could do where it is asked for too many", () => {
    const words = Array.from({ length: 200 }, (_, actor) => [
      `${actor}+i${actor % 20}`,
      `${actor}-i${(actor + 1) % 20}`,
    ]);
    const input = stances(words.flat());
    const ask = (iterations: number) => () => backboneAnalysis.run(input, { method: "penalty", iterations });
    expect(ask(100_000)).toThrow("20 issues are too many for this search");
    const [, possible = ""] = /at most (\d+) iterations/.exec(remedyOf(ask(100_000))) ?? [];
    expect(Number(possible)).toBeGreaterThan(0);
    expect(ask(Number(possible) + 1)).toThrow("too many");
  });

  it("lists the rounds with the statements of the issue left out", () => {
    const result = backboneAnalysis.run(stances(said), { normalisation: "no" });
    expect(cellsOf(result, "nested")[0]).toMatchObject({
      round: 1,
      issue: "z",
      loss: 0,
      kept: 3,
      statements: 7,
    });
    expect(result.tables[0]?.rows[0]?.statements).toEqual(["s5"]);
  });

  it("names backbone and redundant issues with their losses", () => {
    const result = backboneAnalysis.run(stances(said), { method: "fixed", size: 3 });
    expect(cellsOf(result, "issues").filter(({ part }) => part === "redundant")).toHaveLength(1);
    expect(measure(result, "Loss of the backbone")).toBe(0);
  });

  it("evaluates a set that is named, and its complement, each with the penalty of its own size", () => {
    const result = backboneAnalysis.run(stances(said), {
      method: "evaluate",
      keep: "x; issue:y;W",
      penalty: 2,
      normalisation: "no",
    });
    const { loss } = lossOf(said);
    const [kept, left] = [Uint8Array.of(1, 1, 1, 0), Uint8Array.of(0, 0, 0, 1)];
    expect(cellsOf(result, "issues").map(({ issue, part }) => [issue, part])).toEqual([
      ["w", "backbone"],
      ["x", "backbone"],
      ["y", "backbone"],
      ["z", "redundant"],
    ]);
    expect(measure(result, "Loss of the backbone")).toBe(loss.of(kept));
    expect(measure(result, "Loss of the redundant set")).toBe(loss.of(left));
    expect(measure(result, "Penalised loss of the backbone")).toBeCloseTo(
      loss.of(kept) * Math.exp(-2 / 4),
      12,
    );
    expect(measure(result, "Penalised loss of the redundant set")).toBeCloseTo(
      loss.of(left) * Math.exp((-2 * 3) / 4),
      12,
    );
  });

  it.each([
    ["", "none are named"],
    [" ; ", "none are named"],
    ["nothing", "nothing"],
    ["v", "takes a side"],
  ])("refuses to evaluate %j", (keep, words) => {
    const input = stances([...said, "A0v"]);
    expect(() => backboneAnalysis.run(input, { method: "evaluate", keep })).toThrow(
      expect.objectContaining({ parameter: "keep", message: expect.stringContaining(words) }),
    );
  });

  it("says that there is too little to leave out", () => {
    const result = backboneAnalysis.run(stances(["A+x", "B+x"]), { method: "penalty" });
    expect(result.summary).toContain("too few");
  });
});
