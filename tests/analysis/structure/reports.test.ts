/** Disagreement of sources, conditions and change over time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeAnalysis } from "../../../src/analysis/structure/change.ts";
import {
  type ConditionLink,
  conditionChains,
  conditionCycles,
} from "../../../src/analysis/structure/condition-graph.ts";
import { conditionsAnalysis } from "../../../src/analysis/structure/conditions.ts";
import { disagreementAnalysis } from "../../../src/analysis/structure/disagreement.ts";
import { twoWindows } from "../../../src/analysis/structure/windows.ts";
import { compileFilter, selectStatements } from "../../../src/graph/filter.ts";
import { FIRST_DAY, LAST_DAY, parseDate } from "../../../src/model/date.ts";
import { Fault } from "../../../src/model/problem.ts";
import { DEFAULT_FILTER } from "../../../src/model/view.ts";
import { houseIndex } from "../../support/house.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { cellsOf, everything, rowsOf, type Said, stances } from "./support.ts";

const SOURCES = { sources: ["d1", "d2", "d3"] };
const said = (words: string, source: string, fields = {}): Said => [words, { source, ...fields }];

describe("disagreement of sources", () => {
  const input = stances(
    [
      said("A+x", "d1"),
      said("A-x", "d2", { confidence: 0.5 }),
      said("B+y", "d1"),
      said("B+y", "d3"),
      said("B-y", "d2"),
      said("C+x", "d1"),
      said("C-x", "d1"),
      said("D+x", "d1"),
      said("D+x", "d2"),
      said("D0x", "d3"),
    ],
    SOURCES,
  );

  it("ranks by the evidence on the weaker side, with sources and statements", () => {
    const result = disagreementAnalysis.run(input);
    expect(cellsOf(result, "sources").map(({ actor, rank }) => [actor, rank])).toEqual([
      ["B", 1],
      ["A", 0.5],
    ]);
    expect(rowsOf(result, "sources")[0]).toMatchObject({
      cells: {
        positive: 2,
        negative: 1,
        positive_sources: "document d1; document d3",
        negative_sources: "document d2",
      },
      nodes: ["actor:B", "issue:y"],
      statements: ["s3", "s4", "s5"],
    });
    expect(cellsOf(result, "both").map(({ actor, both_sources }) => [actor, both_sources])).toEqual([
      ["C", "document d1"],
    ]);
    expect(cellsOf(disagreementAnalysis.run(input, { least: 0.8 }), "sources")).toHaveLength(1);
  });

  it("says whether it may be a change over time", () => {
    const order = (first: string, second: string): unknown =>
      cellsOf(
        disagreementAnalysis.run(
          stances([said("A+x", "d1", { date: first }), said("A-x", "d2", { date: second })], SOURCES),
        ),
        "sources",
      )[0]?.["order"];
    expect(order("2025-01", "2025-02-01")).toBe("one after the other");
    expect(order("2025", "2025-02-01")).toBe("same time");
    expect(order("2025", "")).toBe("not dated");
  });

  it("keeps facts that clash, and relations reported both ways, apart", () => {
    const fact = { modality: "fact" } as const;
    const result = disagreementAnalysis.run(
      everything(
        tinyDataset({
          actors: ["A", "B"],
          issues: ["x"],
          relations: [{ id: "backs" }, { id: "accuses", polarity: "negative" }],
          ...SOURCES,
          statements: [
            { actor: "A", issue: "x", polarity: "support", ...fact },
            { actor: "A", issue: "x", polarity: "oppose", source: "d2", ...fact },
            { actor: "A", issue: "x", polarity: "oppose", source: "d3" },
            { actor: "A", relation: "backs", target: "B" },
            { actor: "A", relation: "accuses", target: "B", source: "d2" },
            { actor: "B", relation: "accuses", target: "A", source: "d2" },
          ],
        }),
      ),
    );
    expect(rowsOf(result, "facts").map(({ statements }) => statements)).toEqual([["s1", "s2"]]);
    expect(rowsOf(result, "relations").map(({ statements }) => statements)).toEqual([["s4", "s5"]]);
  });
});

const only = (issue: string, negated = false) => ({
  condition: `${negated ? "Unless" : "Only if"} ${issue}.`,
  conditionIssues: [{ issue, negated }],
});

describe("conditions", () => {
  it("explain a deadlock: A supports p only if x, B opposes x until p", () => {
    const result = conditionsAnalysis.run(stances([["A+p", only("x")], ["B-x", only("p")], "C+y"]));
    expect(cellsOf(result, "cycles")).toEqual([
      {
        kind: "deadlock",
        length: 2,
        explanation:
          "“p” is reported to depend on “x”; “x” is reported to depend on “p”: as reported, each waits for the next, so none of these conditions is met first.",
        evidence:
          "According to document d1, A supports that p, on condition: Only if x. According to document d1, B opposes that x, on condition: Only if p.",
      },
    ]);
    expect(rowsOf(result, "cycles")[0]).toMatchObject({
      nodes: ["issue:p", "issue:x", "actor:A", "actor:B"],
      statements: ["s1", "s2"],
    });
    expect(result.summary).toContain("1 circle in which each waits for the next");
    expect(
      cellsOf(result, "links").map(({ issue, position, depends_on, other_side }) => [
        issue,
        position,
        depends_on,
        other_side,
      ]),
    ).toEqual([
      ["p", "support", "x", "B"],
      ["x", "oppose", "p", null],
    ]);
  });

  it("tell circles with negations apart from deadlocks", () => {
    const kinds = (words: readonly Said[]) =>
      cellsOf(conditionsAnalysis.run(stances(words)), "cycles").map(({ kind }) => kind);
    expect(
      kinds([
        ["A+p", only("x", true)],
        ["B+x", only("p", true)],
      ]),
    ).toEqual(["mutual exclusion"]);
    expect(
      kinds([
        ["A+p", only("x")],
        ["B+x", only("p", true)],
      ]),
    ).toEqual(["contradiction"]);
    expect(
      kinds([
        ["A+p", only("x")],
        ["B+x", only("y")],
      ]),
    ).toEqual([]);
  });

  it("follow chains to their end and find conditions that exclude each other", () => {
    const result = conditionsAnalysis.run(
      stances([
        ["A+p", only("x")],
        ["B+x", only("y")],
        ["C+y", only("z", true)],
        ["D+p", only("x", true)],
      ]),
    );
    expect(cellsOf(result, "chains").map(({ length }) => length)).toEqual([3, 3]);
    expect(cellsOf(result, "chains")[0]?.["chain"]).toContain(
      "“y” is reported to depend on “z” not being so",
    );
    expect(cellsOf(result, "opposed")).toEqual([
      { issue: "p", requirement: "“x”", actors: "A", contrary: "D" },
    ]);
  });

  it("do not take “no, if” and “yes, unless” for opposites", () => {
    const result = conditionsAnalysis.run(
      stances([
        ["A+p", only("x", true)],
        ["B-p", only("x")],
      ]),
    );
    expect(cellsOf(result, "opposed")).toEqual([]);
  });

  it("count the same condition once, and list those without an issue", () => {
    const result = conditionsAnalysis.run(
      stances([
        ["A+p", only("x")],
        ["A+p", { ...only("x"), condition: "If x." }],
        ["A+p", { condition: "If paid." }],
      ]),
    );
    expect(
      cellsOf(result, "waits").map(({ condition, condition_issues }) => [condition, condition_issues]),
    ).toEqual([
      ["Only if x. / If x.", "x"],
      ["If paid.", null],
    ]);
  });

  it("of the house dataset are those the code book names", () => {
    const index = houseIndex();
    const adjacency = index.adjacency("none");
    const { statements } = selectStatements(index, compileFilter(index, DEFAULT_FILTER), adjacency.merged);
    const rows = rowsOf(conditionsAnalysis.run({ index, adjacency, statements }), "waits");
    const of = (actor: string, issue: string): string[] =>
      rows
        .filter(({ nodes }) => nodes?.[0] === `actor:${actor}` && nodes[1] === `issue:${issue}`)
        .flatMap(({ cells }) => String(cells["condition_issues"]).split(";"))
        .sort();
    expect(of("hamas", "isf-deployed")).toEqual(["borders-only", "not:force-confronts-hamas"]);
    expect(of("potential-contributors", "troop-contributions")).toEqual([
      "not:enforcement-mandate",
      "not:force-disarms-hamas",
      "peacekeeping-only",
    ]);
  });

  it("survive a graph with more circles than can be listed", () => {
    const links: ConditionLink[] = [];
    for (let from = 0; from < 30; from++)
      for (let to = 0; to < 30; to++) links.push({ from, to, negated: false, statements: [from * 30 + to] });
    const cycles = conditionCycles(links);
    expect(cycles.truncated).toBe(true);
    expect(cycles.walks.length).toBeLessThanOrEqual(200);
  });

  it("find each circle once, and chains that cannot go on", () => {
    const link = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.boolean());
    fc.assert(
      fc.property(fc.uniqueArray(link, { maxLength: 9, selector: String }), (list) => {
        const links = list.map(([from, to, negated], at) => ({ from, to, negated, statements: [at] }));
        const cycles = conditionCycles(links).walks;
        expect(new Set(cycles.map((walk) => walk.map(({ statements }) => statements[0]).join())).size).toBe(
          cycles.length,
        );
        for (const walk of cycles) {
          walk.forEach((each, at) => {
            expect(each.to).toBe(walk[(at + 1) % walk.length]?.from);
          });
          expect(new Set(walk.map(({ from }) => from)).size).toBe(walk.length);
        }
        // A circle exists exactly when walking on from somewhere leads back.
        const reach = new Set(links.map(({ from, to }) => `${from} ${to}`));
        for (let k = 0; k < 6; k++)
          for (let a = 0; a < 6; a++)
            for (let b = 0; b < 6; b++)
              if (reach.has(`${a} ${k}`) && reach.has(`${k} ${b}`)) reach.add(`${a} ${b}`);
        const circular = [0, 1, 2, 3, 4, 5].filter((node) => reach.has(`${node} ${node}`));
        expect([...new Set(cycles.flat().map(({ from }) => from))].sort()).toEqual(circular);
        for (const walk of conditionChains(links).walks) {
          const met = [...walk.map(({ from }) => from), walk.at(-1)?.to];
          expect(new Set(met).size).toBe(met.length);
          expect(links.some(({ to }) => to === met[0])).toBe(false);
          expect(links.some(({ from, to }) => from === met.at(-1) && !met.includes(to))).toBe(false);
        }
      }),
    );
  });
});

describe("windows", () => {
  const day = (text: string): number => parseDate(text)?.first as number;

  it("are read from days, months, years and intervals", () => {
    expect(twoWindows("2025-01", "2025-02/2025-03")).toEqual([
      { first: day("2025-01-01"), last: day("2025-01-31") },
      { first: day("2025-02-01"), last: day("2025-03-31") },
    ]);
    expect(twoWindows("../2024", "2026/..")).toEqual([
      { first: FIRST_DAY, last: day("2024-12-31") },
      { first: day("2026-01-01"), last: LAST_DAY },
    ]);
  });

  it("take two days as two dates: up to the first, and after it up to the second", () => {
    expect(twoWindows("2025-01-10", "2025-02-10")).toEqual([
      { first: FIRST_DAY, last: day("2025-01-10") },
      { first: day("2025-01-11"), last: day("2025-02-10") },
    ]);
  });

  it.each([
    ["2025", "", "after"],
    ["", "2025", "before"],
    ["2025", "2025-06", "after"],
    ["2025-02-30", "2026", "before"],
    ["2025/2024", "2026", "before"],
    ["2025/2025/2025", "2026", "before"],
    ["2025-05-01", "2025-05-01", "after"],
    ["..", "2026", "before"],
  ])("refuse %j and %j", (before, after, parameter) => {
    expect(() => twoWindows(before, after)).toThrow(Fault);
    expect(() => twoWindows(before, after)).toThrow(expect.objectContaining({ parameter }));
  });
});

describe("change", () => {
  const then = (words: string, fields = {}): Said => [words, { date: "2025-03", ...fields }];
  const now = (words: string, fields = {}): Said => [words, { date: "2025-09", ...fields }];
  const years = { before: "2025-01/2025-06", after: "2025-07/2025-12", unchanged: true };

  it("tells new, dropped, flipped, hardened, softened, shifted, mixed and unchanged positions apart", () => {
    const result = changeAnalysis.run(
      stances([
        now("A+new"),
        then("A+dropped"),
        then("A+flipped"),
        now("A-flipped"),
        then("A+stronger", { intensity: 1 }),
        now("A+stronger", { intensity: 3 }),
        then("A+freer", { condition: "If so." }),
        now("A+freer"),
        then("A-weaker", { intensity: 3 }),
        now("A-weaker", { intensity: 2 }),
        then("A+shifted", { condition: "If so.", intensity: 3 }),
        now("A+shifted", { intensity: 1 }),
        then("A+mixed"),
        now("A+mixed"),
        now("A-mixed"),
        then("A+same", { intensity: 2 }),
        now("A+same"),
        ["A+year", { date: "2025" }],
        then("A0neutral"),
        now("A0neutral"),
        ["A+undated", {}],
      ]),
      years,
    );
    expect(Object.fromEntries(cellsOf(result, "changes").map(({ issue, kind }) => [issue, kind]))).toEqual({
      new: "new",
      dropped: "dropped",
      flipped: "flipped",
      stronger: "hardened",
      freer: "hardened",
      weaker: "softened",
      shifted: "shifted",
      mixed: "mixed",
      same: "unchanged",
      year: "unclear",
    });
    expect(result.notes.join(" ")).toContain("Undated statements that do not enter: 1.");
    expect(rowsOf(result, "changes").find(({ cells }) => cells["issue"] === "flipped")?.statements).toEqual([
      "s3",
      "s4",
    ]);
  });

  it("does not call a position new when a statement of wide date may have held it before", () => {
    const result = changeAnalysis.run(stances([["A+x", { date: "2025" }], now("A+x")]), years);
    expect(cellsOf(result, "changes").map(({ kind }) => kind)).toEqual(["unclear"]);
  });

  it("cuts the time by itself where most statements lie wholly on either side", () => {
    const result = changeAnalysis.run(stances([then("A+x"), now("A-x"), ["B+x", { date: "2025" }]]));
    expect(cellsOf(result, "changes").map(({ kind, actor }) => [actor, kind])).toEqual([["A", "flipped"]]);
    expect(result.summary).toContain("Positions up to 2025-03-31 against from 2025-04-01 on");
    expect(changeAnalysis.run(stances([then("A+x"), then("B+x")])).tables).toEqual([]);
  });
});
