/** Every analysis returns the statements behind it: every row of every table, over the registry and all its choices. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { pairsByPositions, pairsByRelations } from "../../../src/analysis/structure/actor-ties.ts";
import type {
  Analysis,
  AnalysisInput,
  AnalysisResult,
  Row,
} from "../../../src/analysis/structure/analysis.ts";
import { collectPositions } from "../../../src/analysis/structure/positions.ts";
import { ANALYSES, analysisNamed } from "../../../src/analysis/structure/registry.ts";
import { statementsOfTies, type TieKind } from "../../../src/analysis/structure/shared-sides.ts";
import { compileFilter, selectStatements } from "../../../src/graph/filter.ts";
import { Fault } from "../../../src/model/problem.ts";
import { DEFAULT_FILTER } from "../../../src/model/view.ts";
import { houseIndex } from "../../support/house.ts";
import { type TinyStatement, tinyDataset } from "../../support/tiny-dataset.ts";
import { everything, randomStances, rowsOf, stances } from "./support.ts";

const house = ((): AnalysisInput => {
  const index = houseIndex();
  const adjacency = index.adjacency("none");
  const { statements } = selectStatements(index, compileFilter(index, DEFAULT_FILTER), adjacency.merged);
  return { index, adjacency, statements };
})();

/** Agreement, disagreement, a camp at odds, relations, conditions in a circle, two dates and two sources. */
const tiny = everything(
  tinyDataset({
    actors: ["A", "B", "C", "D", "E"],
    issues: ["x", "y", "z"],
    relations: [
      { id: "backs", label: "backs", polarity: "positive" },
      { id: "criticises", label: "criticises", polarity: "negative" },
    ],
    sources: ["d1", "d2"],
    statements: [
      { actor: "A", issue: "x", polarity: "support", source: "d1", date: "2025-01-01", start: 0, end: 10 },
      { actor: "A", issue: "x", polarity: "oppose", source: "d2", date: "2025-06-01", start: 0, end: 10 },
      { actor: "B", issue: "x", polarity: "support", source: "d1", date: "2025-01-02", start: 20, end: 30 },
      { actor: "C", issue: "x", polarity: "oppose", source: "d1", date: "2025-06-02", start: 40, end: 50 },
      { actor: "A", issue: "y", polarity: "support", source: "d1", date: "2025-01-03", start: 60, end: 70 },
      { actor: "C", issue: "y", polarity: "support", source: "d2", date: "2025-06-03", start: 20, end: 30 },
      { actor: "B", issue: "y", polarity: "oppose", source: "d2", date: "2025-06-04", start: 40, end: 50 },
      { actor: "D", issue: "z", polarity: "neutral", source: "d2", date: "2025-06-05", start: 60, end: 70 },
      {
        ...{ actor: "E", issue: "x", polarity: "support", source: "d2", date: "2025-06-05" },
        ...{ condition: "only if y", conditionIssues: [{ issue: "y", negated: false }] },
      },
      {
        ...{ actor: "B", issue: "y", polarity: "support", source: "d2", date: "2025-06-06" },
        ...{ condition: "only if x", conditionIssues: [{ issue: "x", negated: false }] },
      },
      { actor: "A", relation: "backs", target: "B", source: "d1", date: "2025-01-04" },
      { actor: "B", relation: "backs", target: "C", source: "d1", date: "2025-01-04" },
      { actor: "A", relation: "criticises", target: "C", source: "d1", date: "2025-01-04" },
    ] as TinyStatement[],
  }),
);

/** What a choice needs beside it. */
const windowFor = (name: string, value: unknown): Record<string, unknown> => {
  if ((name !== "kernel" && name !== "indent") || value === "no") return {};
  return { window: "months", windowSize: 2, kernel: "uniform" };
};

/** Every choice that one parameter offers, the others as they are by default. */
function questions(input: AnalysisInput, { id, parameters }: Analysis): readonly Record<string, unknown>[] {
  const [a, b, c] = input.index.dataset.actors.map((actor) => actor.id);
  const { dataset } = input.index;
  const numbers = [...input.statements];
  const at = numbers.find(
    (each) =>
      ["support", "oppose"].includes(dataset.statements[each]?.polarity ?? "") &&
      dataset.statements[each]?.issue,
  );
  const keep = at === undefined ? null : dataset.statements[at]?.issue;
  // The annealing of a backbone may be short here.
  const base = id === "alignment" ? { a, b } : id === "backbone" ? { iterations: 50, keep: keep ?? "" } : {};
  const choices = Object.entries(parameters).flatMap(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: "input" });
    const values = json.enum ?? (json.type === "boolean" ? [true, false] : []);
    return values
      .filter((value) => value !== "evaluate" || keep !== null)
      .map((value) => ({ ...base, ...windowFor(name, value), [name]: value }));
  });
  return [base, ...(id === "alignment" ? [{ a, b: c }] : []), ...choices];
}

/** Its numbers are 0, or it says itself that it rests on no statement. */
const isNothing = ({ cells }: Row): boolean =>
  cells["statements"] === 0 ||
  Object.values(cells).every((value) => typeof value !== "number" || value === 0);

/** Rows that state a number, or a text beside no number, and name no statement. */
function unfounded(input: AnalysisInput, analysis: Analysis, parameters: Record<string, unknown>): string[] {
  const asked = analysis.comparesTwo ? { ...input, other: input } : input;
  const tables = (): AnalysisResult["tables"] => {
    try {
      return analysis.run(asked, parameters).tables;
    } catch (fault) {
      // Windows of a second may be too many; phases need windows, and kernels units of time.
      if (fault instanceof Fault && ["over-limit", "bad-parameter"].includes(fault.class)) return [];
      throw fault;
    }
  };
  return tables().flatMap(({ id, rows, columns }) =>
    rows
      .filter((row) => row.statements.length === 0 && (row.otherStatements ?? []).length === 0)
      .filter((row) => !isNothing(row) || columns.every(({ type }) => type === "text"))
      .map(({ cells }) => `${id}: ${JSON.stringify(cells)}`),
  );
}

describe.each(ANALYSES.map((analysis) => [analysis.id, analysis] as const))("%s", (_, analysis) => {
  it.each([
    ["the house dataset", house],
    ["a small dataset", tiny],
  ] as const)("names the statements behind every row: %s", (_name, input) => {
    for (const parameters of questions(input, analysis))
      expect(unfounded(input, analysis, parameters), JSON.stringify(parameters)).toEqual([]);
  });

  it("names them for any statements", () => {
    fc.assert(
      fc.property(randomStances, (input) => {
        for (const parameters of questions(input, analysis))
          expect(unfounded(input, analysis, parameters), JSON.stringify(parameters)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the statements behind figures about the whole", () => {
  const behind = (input: AnalysisInput, name: string, parameters = {}): Record<string, readonly string[]> =>
    Object.fromEntries(
      rowsOf(analysisNamed(name).run(input, parameters), "measures").map(({ cells, statements }) => [
        String(cells["name"]),
        statements,
      ]),
    );
  /** s1 A+x, s2 B+x, s3 C-x, s4 C+y, s5 A+z, s6 B-z. */
  const input = stances(["A+x", "B+x", "C-x", "C+y", "A+z", "B-z"]);

  it("of polarisation: sides that others take too, sides that others stand against", () => {
    expect(behind(input, "polarisation")).toEqual({
      Polarisation: ["s1", "s2", "s3", "s5", "s6"],
      "Sum of congruence": ["s1", "s2"],
      "Sum of conflict": ["s1", "s2", "s3", "s5", "s6"],
    });
  });

  it("of balance: the ties at odds, the ties, the triads", () => {
    // A–B: agree on x, disagree on z, no tie. A–C and B–C: opposite sides on x.
    expect(behind(input, "balance")).toEqual({
      "Frustration index": [],
      "Lower bound": ["s1", "s2", "s3"],
      "Line index of balance, normalised": ["s1", "s2", "s3"],
      "Share of balanced triads": [],
    });
  });

  it("of alignment: both sides on the issues that count", () => {
    const both = stances(["A+x", "B+x", "A+y", "A-y", "B+y", "A+z"]);
    expect(behind(both, "alignment", { a: "A", b: "B" })).toEqual({ Alignment: ["s1", "s2"] });
  });

  it("of a backbone: its issues, and those left out", () => {
    const found = behind(input, "backbone", { method: "fixed", size: 1 });
    const sets = [found["Loss of the backbone"], found["Loss of the redundant set"]] as const;
    expect([...(sets[0] ?? []), ...(sets[1] ?? [])].sort()).toEqual(["s1", "s2", "s3", "s4", "s5", "s6"]);
  });

  it("are those of all pairs together", () => {
    fc.assert(
      fc.property(randomStances, fc.infiniteStream(fc.boolean()), (given, coins) => {
        const positions = collectPositions(given);
        for (const record of [pairsByPositions(given, positions), pairsByRelations(given, positions)]) {
          const chosen = [...record.pairs.values()].filter(() => coins.next().value);
          const slow = new Set(chosen.flatMap((pair) => record.statementsOf(pair)));
          const issues = new Set(record.statementsOfAll(chosen));
          expect([...issues].sort()).toEqual([...slow].sort());
        }
      }),
    );
  });

  it("are the sides that another actor meets, statement by statement", () => {
    fc.assert(
      fc.property(
        randomStances,
        fc.constantFrom<TieKind>("congruence", "conflict", "either"),
        (given, kind) => {
          const { index, adjacency, statements } = given;
          const sign = { support: 1, oppose: -1, neutral: 0 };
          const read = (at: number) => ({
            actor: adjacency.from[at],
            issue: adjacency.to[at],
            side: sign[index.dataset.statements[at]?.polarity ?? "neutral"],
          });
          const slow = [...statements].filter((at) =>
            [...statements].some((other) => {
              const [mine, theirs] = [read(at), read(other)];
              const product = mine.side * theirs.side;
              if (mine.actor === theirs.actor || mine.issue !== theirs.issue || product === 0) return false;
              return kind === "either" || product === (kind === "congruence" ? 1 : -1);
            }),
          );
          const positions = collectPositions(given);
          const found = statementsOfTies(positions, positions.byHolder.keys(), kind);
          expect([...found].sort((a, b) => a - b)).toEqual(slow);
        },
      ),
    );
  });
});
