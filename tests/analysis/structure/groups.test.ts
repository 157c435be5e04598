/** Counts, alignment and coalitions. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignmentAnalysis } from "../../../src/analysis/structure/alignment.ts";
import { allies, netAgreement } from "../../../src/analysis/structure/coalition-groups.ts";
import { coalitionsAnalysis } from "../../../src/analysis/structure/coalitions.ts";
import { countsAnalysis } from "../../../src/analysis/structure/counts.ts";
import { collectPositions } from "../../../src/analysis/structure/positions.ts";
import { sharedPositionSets } from "../../../src/analysis/structure/shared-positions.ts";
import { stanceTable } from "../../../src/analysis/structure/stance-table.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { cellsOf, everything, measure, randomStances, rowsOf, stances } from "./support.ts";

describe("counts", () => {
  const input = stances(["A+x", ["A+x", { condition: "If so." }], "A-y", ["B0x", { source: "d2" }]], {
    sources: ["d1", "d2"],
  });

  it("per actor, most statements first", () => {
    expect(cellsOf(countsAnalysis.run(input), "counts")).toEqual([
      { actor: "A", statements: 3, support: 2, oppose: 1, neutral: 0, conditional: 1, issues: 2, sources: 1 },
      { actor: "B", statements: 1, support: 0, oppose: 0, neutral: 1, conditional: 0, issues: 1, sources: 1 },
    ]);
  });

  it("per issue and per source", () => {
    const issues = countsAnalysis.run(input, { of: "issue" });
    expect(cellsOf(issues, "counts").map(({ issue, statements }) => [issue, statements])).toEqual([
      ["x", 3],
      ["y", 1],
    ]);
    const sources = countsAnalysis.run(input, { of: "source" });
    expect(cellsOf(sources, "counts").map(({ source, statements }) => [source, statements])).toEqual([
      ["document d1", 3],
      ["document d2", 1],
    ]);
  });

  it("add up to all statements on issues", () => {
    fc.assert(
      fc.property(randomStances, fc.constantFrom("actor", "issue", "source"), (given, of) => {
        const rows = rowsOf(countsAnalysis.run(given, { of }), "counts");
        expect(rows.flatMap(({ statements }) => statements)).toHaveLength(given.statements.length);
      }),
    );
  });
});

describe("alignment", () => {
  const input = stances(
    ["A+x", "B+x", "A+y", "B-y", "A+z", "A-z", ["B+z", { condition: "If paid." }], "A+w", "B0w", "A-v"],
    {
      actors: [
        { id: "A", label: "Alpha" },
        { id: "B", label: "Beta", aliases: ["Bee"] },
      ],
    },
  );

  it("lists agreement, disagreement and both, with conditions and statements", () => {
    const result = alignmentAnalysis.run(input, { a: "alpha", b: "actor:B" });
    expect(cellsOf(result, "issues")).toEqual([
      { issue: "x", result: "agree", a: "supports", b: "supports", condition_a: null, condition_b: null },
      { issue: "y", result: "disagree", a: "supports", b: "opposes", condition_a: null, condition_b: null },
      {
        issue: "z",
        result: "both",
        a: "both sides",
        b: "supports",
        condition_a: null,
        condition_b: "If paid.",
      },
    ]);
    expect(rowsOf(result, "issues").map(({ statements }) => statements)).toEqual([
      ["s1", "s2"],
      ["s3", "s4"],
      ["s5", "s6", "s7"],
    ]);
    expect(measure(result, "Alignment")).toBe(0);
    expect(result.summary).toContain("take a side on 3 issues: the same side on 1, opposite sides on 1");
  });

  it("is the same seen from the other end", () => {
    const there = cellsOf(alignmentAnalysis.run(input, { a: "A", b: "Bee" }), "issues");
    const back = cellsOf(alignmentAnalysis.run(input, { a: "B", b: "A" }), "issues");
    expect(back.map(({ issue, result }) => [issue, result])).toEqual(
      there.map(({ issue, result }) => [issue, result]),
    );
    expect(back.map(({ a, b }) => [b, a])).toEqual(there.map(({ a, b }) => [a, b]));
  });

  it("names what is reported directly between the two", () => {
    const given = everything(
      tinyDataset({
        actors: ["A", "B"],
        relations: [{ id: "accuses", polarity: "negative" }],
        statements: [
          { actor: "B", relation: "accuses", target: "A" },
          { actor: "B", relation: "accuses", target: "A" },
        ],
      }),
    );
    expect(cellsOf(alignmentAnalysis.run(given, { a: "A", b: "B" }), "relations")).toEqual([
      { from: "B", relation: "accuses", to: "A", polarity: "negative", statements: 2 },
    ]);
  });

  it("looks at no other actors' statements, and so takes any number of them", () => {
    const given = stances(["A+x", "C+x", "B-x", "C-y"]);
    const dataset = { ...given.index.dataset };
    const statements = dataset.statements.map((statement, at) =>
      given.index.nodes[given.adjacency.from[at] as number] === "actor:C" ? (null as never) : statement,
    );
    const index = Object.create(given.index, { dataset: { value: { ...dataset, statements } } });
    const result = alignmentAnalysis.run({ ...given, index }, { a: "A", b: "B" });
    expect(cellsOf(result, "issues")).toMatchObject([{ issue: "x", result: "disagree" }]);
    expect(alignmentAnalysis.countsOnly({ a: "A", b: "B" })).toBe(true);
  });

  it.each([
    [{ a: "A", b: "A" }, "bad-parameter", "b"],
    [{ a: "A", b: "Gamma" }, "unknown-node", "b"],
    [{ a: "x", b: "A" }, "unknown-node", "a"],
    [{ a: "A" }, "bad-parameter", "b"],
  ])("refuses %j", (parameters, code, parameter) => {
    expect(() => alignmentAnalysis.run(input, parameters)).toThrow(
      expect.objectContaining({ code, parameter }),
    );
  });
});

describe("coalitions", () => {
  it("say what unites, sets apart and divides, in words", () => {
    const result = coalitionsAnalysis.run(
      stances(["A+x", "B+x", "A+y", "B+y", "A+z", "B-z", "C-x", "D-x", "A+w"]),
    );
    expect(cellsOf(result, "coalitions").map(({ members }) => members)).toEqual(["A; B", "C; D"]);
    const roles = cellsOf(result, "issues").filter(({ coalition }) => coalition === 1);
    expect(roles.map(({ issue, role }) => [issue, role])).toEqual([
      ["y", "unites"],
      ["x", "sets apart"],
      ["z", "divides"],
      ["w", "one member"],
    ]);
    expect(roles[1]).toMatchObject({
      support: "A; B",
      oppose: null,
      outside_support: null,
      outside_oppose: "C; D",
    });
    expect(result.summary).toContain(
      "Coalition 1 (A and B) is reported as united on “y”; set apart from others on “x”; divided on “z”.",
    );
  });

  it("do not join those who only agree through a third", () => {
    const result = coalitionsAnalysis.run(stances(["A+x", "B+x", "B+y", "C+y", "A+z", "C-z"]));
    expect(cellsOf(result, "coalitions").map(({ members }) => members)).toEqual(["A; B"]);
  });

  it("hold that any two members agree on at least `least` more issues than they disagree on", () => {
    fc.assert(
      fc.property(randomStances, fc.integer({ min: 1, max: 3 }), (input, least) => {
        const positions = collectPositions(input);
        const { actors } = stanceTable(input.index, positions);
        const n = actors.length;
        const net = netAgreement(positions, actors);
        const groups = allies(net, n, least);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(actors.map((_, place) => place));
        for (const members of groups)
          for (const a of members)
            for (const b of members) if (a !== b) expect(net[a * n + b]).toBeGreaterThanOrEqual(least);
        // No two groups could be joined without breaking that.
        for (const one of groups)
          for (const two of groups)
            if (one !== two)
              expect(one.some((a) => two.some((b) => (net[a * n + b] as number) < least))).toBe(true);
      }),
    );
  });

  it("list maximal sets of actors and positions", () => {
    const positions = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(positions, { maxLength: 6 }), (lists) => {
        const held = lists.map((list) => [...list].sort((a, b) => a - b));
        const sets = sharedPositionSets(held, 1, 1000);
        expect(new Set(sets.map(({ positions: own }) => own.join())).size).toBe(sets.length);
        for (const { actors, positions: own } of sets) {
          const holders = held.flatMap((list, at) => (own.every((each) => list.includes(each)) ? [at] : []));
          expect(actors).toEqual(holders);
          const common = [0, 1, 2, 3, 4, 5].filter((each) => actors.every((at) => held[at]?.includes(each)));
          expect(own).toEqual(common);
          expect(actors.length).toBeGreaterThan(1);
        }
        for (let a = 0; a < held.length; a++)
          for (let b = a + 1; b < held.length; b++) {
            const common = (held[a] as number[]).filter((each) => held[b]?.includes(each));
            if (common.length > 0)
              expect(sets.some(({ positions: own }) => own.join() === common.join())).toBe(true);
          }
      }),
    );
  });
});
