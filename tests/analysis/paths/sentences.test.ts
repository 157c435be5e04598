/** The exact sentences of hops and paths. */
import { describe, expect, test } from "vitest";
import { issueClause } from "../../../src/analysis/naming/names.ts";
import type { NodeKey } from "../../../src/model/id.ts";
import { DAM, NORTH, rightToLeftDataset, SOUTH } from "../../support/right-to-left.ts";
import { type TinyStatement, type TinyTables, tinyDataset } from "../../support/tiny-dataset.ts";
import { type Ask, ask } from "./ask.ts";

const TABLES: TinyTables = {
  actors: [
    { id: "pk", label: "Pakistan", description: "State; the one with a force." },
    { id: "il", label: "Israel" },
    { id: "h", label: "Hamas", groups: ["f"] },
    { id: "f", label: "Palestinian factions" },
    { id: "min", label: "Ministry", memberOf: "il" },
    { id: "gen", label: "A. General", speaksFor: "min" },
    { id: "rg", label: "Richard Gowan", role: "source-only" },
    { id: "au", label: "The Author", role: "source-only" },
  ],
  issues: [
    { id: "dep", label: "The force is deployed." },
    { id: "ham", label: "Hamas keeps order", parent: "dep" },
  ],
  relations: [
    { id: "acc", label: "accuses", polarity: "negative", inverseLabel: "is accused by" },
    { id: "med", label: "mediates with", polarity: "neutral", symmetric: true },
  ],
  sources: [{ id: "d1", title: "First" }, { id: "d2", title: "Second", authorActor: "au" }, "d3"],
};

const hop = (
  statements: readonly TinyStatement[],
  from: NodeKey,
  to: NodeKey,
  options: Ask = {},
  via: readonly ("stance" | "relation" | "membership" | "subissue")[] = [
    "stance",
    "relation",
    "membership",
    "subissue",
  ],
): string | undefined =>
  ask(tinyDataset({ ...TABLES, statements }), { from, to, via }, options).paths[0]?.hops[0]?.sentence;

describe("stances", () => {
  const cases: readonly [string, readonly TinyStatement[], string][] = [
    [
      "position",
      [{ actor: "pk", issue: "dep" }],
      "According to “First”, Pakistan supports that the force is deployed.",
    ],
    [
      "opposition, no title",
      [{ actor: "pk", issue: "dep", polarity: "oppose", source: "d3" }],
      "According to document d3, Pakistan opposes that the force is deployed.",
    ],
    [
      "forecast",
      [{ actor: "pk", issue: "dep", modality: "forecast" }],
      "“First” expects Pakistan to support that the force is deployed.",
    ],
    [
      "forecast of opposition by a document without title",
      [{ actor: "pk", issue: "dep", modality: "forecast", polarity: "oppose", source: "d3" }],
      "Document d3 expects Pakistan to oppose that the force is deployed.",
    ],
    [
      "allegation",
      [{ actor: "pk", issue: "dep", modality: "allegation" }],
      "“First” alleges that Pakistan supports that the force is deployed.",
    ],
    [
      "fact",
      [{ actor: "pk", issue: "dep", modality: "fact" }],
      "“First” reports that Pakistan supports that the force is deployed.",
    ],
    [
      "condition",
      [{ actor: "pk", issue: "dep", condition: "the UN agrees." }],
      "According to “First”, Pakistan supports that the force is deployed, on condition: the UN agrees.",
    ],
    [
      "attribution to somebody else than the author",
      [{ actor: "pk", issue: "dep", attributedTo: "rg", source: "d2" }],
      "According to “Second” (attributed to Richard Gowan), Pakistan supports that the force is deployed.",
    ],
    [
      "no attribution to the author",
      [{ actor: "pk", issue: "dep", attributedTo: "au", source: "d2" }],
      "According to “Second”, Pakistan supports that the force is deployed.",
    ],
    [
      "no attribution when carriers differ",
      [
        { actor: "pk", issue: "dep", attributedTo: "rg" },
        { actor: "pk", issue: "dep", attributedTo: "il" },
      ],
      "According to “First”, Pakistan supports that the force is deployed (2 statements).",
    ],
    [
      "bundle over documents",
      [
        { actor: "pk", issue: "dep", source: "d2" },
        { actor: "pk", issue: "dep", source: "d1" },
        { actor: "pk", issue: "dep", source: "d1" },
      ],
      "According to 2 documents (“First”; “Second”), Pakistan supports that the force is deployed (3 statements).",
    ],
    [
      "forecast of several documents",
      [
        { actor: "pk", issue: "dep", modality: "forecast" },
        { actor: "pk", issue: "dep", modality: "forecast", source: "d3" },
      ],
      "2 documents (“First”; document d3) expect Pakistan to support that the force is deployed (2 statements).",
    ],
    [
      "a condition in some statements",
      [
        { actor: "pk", issue: "dep", condition: "x" },
        { actor: "pk", issue: "dep" },
      ],
      "According to “First”, Pakistan supports that the force is deployed, in 1 of 2 statements on condition: x.",
    ],
    [
      "a name keeps its capital; polarities and modalities apart",
      [
        { actor: "pk", issue: "ham" },
        { actor: "pk", issue: "ham", polarity: "oppose", modality: "fact", source: "d2" },
      ],
      "According to “First”, Pakistan supports that Hamas keeps order; “Second” reports that Pakistan opposes that Hamas keeps order.",
    ],
  ];
  test.each(cases)("%s", (_, statements, sentence) => {
    const issue = statements[0]?.issue === "ham" ? "issue:ham" : "issue:dep";
    expect(hop(statements, "actor:pk", issue)).toBe(sentence);
    // From the issue's side the same is said.
    expect(hop(statements, issue, "actor:pk")).toBe(sentence);
  });

  test("a neutral stance takes no side", () => {
    const filter = { polarity: ["support", "oppose", "neutral"] } as const;
    const neutral = { actor: "pk", issue: "dep", polarity: "neutral" } as const;
    expect(hop([neutral], "actor:pk", "issue:dep", { filter })).toBe(
      "According to “First”, Pakistan takes no side on whether the force is deployed.",
    );
    expect(hop([{ ...neutral, modality: "forecast" }], "actor:pk", "issue:dep", { filter })).toBe(
      "“First” expects Pakistan to take no side on whether the force is deployed.",
    );
  });
});

describe("relations and structure", () => {
  test("are told from the coded actor's side, whatever the way of the hop", () => {
    const statements: TinyStatement[] = [
      { actor: "il", relation: "acc", target: "h", modality: "allegation" },
      { actor: "h", relation: "med", target: "il", modality: "forecast" },
    ];
    const sentence =
      "“First” alleges that Israel accuses Hamas; “First” expects Hamas to mediate with Israel.";
    expect(hop(statements, "actor:il", "actor:h")).toBe(sentence);
    expect(hop(statements, "actor:h", "actor:il")).toBe(sentence);
  });

  test("memberships and sub-issues", () => {
    expect(hop([], "actor:gen", "actor:min")).toBe("A. General speaks for Ministry.");
    expect(hop([], "actor:il", "actor:min")).toBe("Ministry is part of Israel.");
    expect(hop([], "actor:h", "actor:f")).toBe(
      "Hamas is counted among Palestinian factions (background knowledge).",
    );
    expect(hop([], "issue:dep", "issue:ham")).toBe(
      "“Hamas keeps order” is a sub-issue of “The force is deployed”.",
    );
  });

  test("a roll-up names those who were coded", () => {
    const one: TinyStatement = { actor: "gen", relation: "acc", target: "h" };
    expect(hop([one], "actor:gen", "actor:h", { rollup: "top" })).toBe(
      "According to “First”, Israel (through A. General) accuses Hamas.",
    );
    expect(hop([one, { ...one, actor: "il" }], "actor:h", "actor:il", { rollup: "top" })).toBe(
      "According to “First”, Israel (also through A. General) accuses Hamas (2 statements).",
    );
  });
});

describe("paths", () => {
  const statements: TinyStatement[] = [
    { actor: "pk", issue: "dep" },
    { actor: "il", issue: "dep", polarity: "oppose", condition: "x" },
    { actor: "il", relation: "acc", target: "h" },
    { actor: "il", relation: "med", target: "f" },
    { actor: "min", issue: "dep" },
    { actor: "min", issue: "dep", polarity: "oppose" },
  ];
  const cases: readonly [NodeKey, NodeKey, string][] = [
    ["actor:pk", "actor:pk", "Pakistan is both ends of this question: no step is needed."],
    [
      "actor:il",
      "actor:h",
      "Israel and Hamas are connected directly, in 1 step; as coded, the signs of the steps put them on opposite sides.",
    ],
    [
      "actor:pk",
      "actor:h",
      "Pakistan and Hamas are connected in 3 steps through “The force is deployed” and Israel; as coded, the signs of the steps put both on the same side; at least one statement has a condition.",
    ],
    [
      "issue:dep",
      "actor:h",
      "“The force is deployed” and Hamas are connected in 2 steps through Israel; as coded, the signs of the steps put Hamas on the side of “The force is deployed”; at least one statement has a condition.",
    ],
    [
      "actor:f",
      "actor:h",
      "Palestinian factions and Hamas are connected in 2 steps through Israel; at least one step takes no side, so neither agreement nor disagreement follows.",
    ],
    [
      "actor:min",
      "actor:pk",
      "Ministry and Pakistan are connected in 2 steps through “The force is deployed”; at least one step has statements for and against, so no common side follows.",
    ],
  ];
  test.each(cases)("%s to %s", (from, to, sentence) => {
    expect(ask(tinyDataset({ ...TABLES, statements }), { from, to }).paths[0]?.sentence).toBe(sentence);
  });

  test("the directed reading says so", () => {
    const answer = ask(tinyDataset({ ...TABLES, statements }), {
      from: "actor:il",
      to: "issue:dep",
      directed: true,
    });
    expect(answer.paths[0]?.sentence).toBe(
      "Israel is connected to “The force is deployed” directly, in 1 step; as coded, the signs of the steps put Israel on the side against “The force is deployed”; at least one statement has a condition.",
    );
  });
});

test.each([
  ["The force", "the force"],
  ["A force stays", "a force stays"],
  ["Foreign troops leave", "foreign troops leave"],
  ["Hamas keeps order", "Hamas keeps order"],
  ["US troops leave", "US troops leave"],
  ["2025 vote", "2025 vote"],
  ["", ""],
])("first letter of %j inside a sentence", (label, clause) => {
  const dataset = tinyDataset({
    actors: [{ id: "a", label: "Those with a say", description: "The ones who meet us; foreign troops" }],
    issues: [{ id: "i", label: "the force" }],
  });
  expect(issueClause(dataset, label)).toBe(clause);
});

describe("names from right to left", () => {
  const isolated = (name: string) => `\u2068${name}\u2069`;
  const answer = ask(rightToLeftDataset(), { from: "actor:north", to: "actor:south" });

  test("stand apart from what is beside them in the sentence of a hop", () => {
    expect(answer.paths[0]?.hops[0]?.sentence).toBe(
      `According to “${isolated("جريدة النهر: عدد 12 (خاص)")}”, ${isolated(NORTH)} supports that ${isolated(DAM)}.`,
    );
    expect(answer.paths[0]?.hops[1]?.sentence).toContain(
      `${isolated(SOUTH)} opposes that ${isolated(DAM)}, on condition: ${isolated("אם הסכר לא ייבנה (2)")}`,
    );
  });
  test("and in that of a path", () => {
    expect(answer.paths[0]?.sentence).toContain(
      `${isolated(NORTH)} and ${isolated(SOUTH)} are connected in 2 steps through “${isolated(DAM)}”`,
    );
  });
});
