import { describe, expect, it } from "vitest";
import { stepFor, wordsOf } from "../../../src/browser/ask/answer.ts";
import { notUnderstood } from "../../../src/browser/ask/not-understood.ts";
import { type Understanding, understand } from "../../../src/browser/ask/understand.ts";
import { buildSearch } from "../../../src/browser/search/search-index.ts";
import { DEFAULT_VIEW, type View } from "../../../src/model/view.ts";
import { actor, issue, source } from "../fixtures.ts";

const index = buildSearch(
  {
    actors: [
      actor("pk", "Pakistan"),
      actor("hamas", "Hamas"),
      actor("eg", "Egypt", { aliases: ["Cairo"] }),
      actor("il", "Israel"),
      actor("us", "United States", { aliases: ["Washington", "the US", "USA"] }),
      actor("tt", "Trinidad and Tobago"),
      actor("wh", "Doctors to Home"),
    ],
    issues: [
      issue("disarm", "Hamas is disarmed", { shortLabel: "Disarmament of Hamas" }),
      issue("aid", "Aid routes are open"),
    ],
  },
  [source("s1", "The long road"), source("s2", "A short walk")],
);
const read = (text: string) => understand(text, index);
const first = (text: string): Understanding | undefined => read(text)[0];
const keys = (asked: Understanding | undefined) =>
  asked?.type === "path"
    ? [asked.from.key, asked.to.key, asked.avoid.map(({ key }) => key), asked.through.map(({ key }) => key)]
    : asked;

describe("questions about paths", () => {
  it.each([
    "Pakistan to Hamas",
    "pakistan -> hamas",
    "Pakistan→Hamas",
    "from Pakistan to Hamas",
    "path from Pakistan to Hamas",
    "how is Pakistan connected to Hamas?",
    "How are Pakistan and Hamas connected?",
    "between Pakistan and Hamas",
  ])("%s", (text) => {
    expect(keys(first(text))).toEqual(["actor:pk", "actor:hamas", [], []]);
  });

  it("take detours and dates", () => {
    const asked = first("Pakistan to Hamas avoiding the US and Israel via Cairo since 2025-11");
    expect(keys(asked)).toEqual(["actor:pk", "actor:hamas", ["actor:us", "actor:il"], ["actor:eg"]]);
    expect(asked).toMatchObject({ span: { since: "2025-11", until: "" } });
  });

  it("find names that hold the words which part them", () => {
    expect(keys(first("Doctors to Home to Egypt"))).toEqual(["actor:wh", "actor:eg", [], []]);
    expect(keys(first("how are Trinidad and Tobago and Egypt connected"))).toEqual([
      "actor:tt",
      "actor:eg",
      [],
      [],
    ]);
    expect(read("Trinidad and Tobago")).toEqual([]);
  });

  it("are none when a name is not found or both are the same", () => {
    expect(read("Pakistan to Atlantis")).toEqual([]);
    expect(read("Egypt to Cairo")).toEqual([]);
    expect(read("Pakistan to Hamas avoiding Atlantis")).toEqual([]);
  });
});

describe("questions about positions", () => {
  it("ask who is on a side", () => {
    expect(first("who opposes disarmament")).toMatchObject({
      type: "who",
      polarity: "oppose",
      issues: [{ id: "disarm" }],
    });
    expect(first("Who supports aid routes?")).toMatchObject({ polarity: "support", issues: [{ id: "aid" }] });
    expect(first("which actors are against disarmament")).toMatchObject({ polarity: "oppose" });
  });

  it("ask what an actor holds", () => {
    expect(first("what does Egypt oppose")).toMatchObject({
      type: "holds",
      polarity: "oppose",
      actor: { id: "eg" },
    });
    expect(first("what is Egypt against?")).toMatchObject({ type: "holds", polarity: "oppose" });
    expect(first("what is Egypt for?")).toMatchObject({ type: "holds", polarity: "support" });
    expect(first("Egypt supports")).toMatchObject({ type: "holds", polarity: "support" });
  });

  it("ask for one actor on one issue", () => {
    expect(first("What does Israel say about disarmament?")).toMatchObject({
      type: "about",
      actor: { id: "il" },
      issues: [{ id: "disarm" }],
    });
    expect(first("Israel on disarmament")).toMatchObject({ type: "about" });
  });

  it("compare actors, and sources", () => {
    expect(first("Egypt vs Israel")).toMatchObject({ type: "compare", a: { id: "eg" }, b: { id: "il" } });
    expect(first("compare Egypt and the US")).toMatchObject({ type: "compare", b: { id: "us" } });
    expect(first("long road vs short walk")).toMatchObject({
      type: "compare",
      a: { type: "source", id: "s1" },
    });
  });
});

describe("dates in questions", () => {
  it.each([
    ["Hamas 2025-10..2025-11", "2025-10", "2025-11"],
    ["Hamas ..2025-11", "", "2025-11"],
    ["Hamas 2025-10..", "2025-10", ""],
    ["Hamas since October 2025", "2025-10", ""],
    ["Hamas before Nov 2025", "", "2025-11"],
    ["Hamas in 2025", "2025", "2025"],
    ["Hamas between 2025-10-01 and 2025-10-31", "2025-10-01", "2025-10-31"],
  ])("%s", (text, since, until) => {
    expect(first(text)).toMatchObject({ type: "when", what: { id: "hamas" }, span: { since, until } });
  });

  it("are not taken from days that do not exist", () => {
    expect(read("Hamas in 2025-02-30")).toEqual([]);
    expect(read("Hamas in 2025-13")).toEqual([]);
  });

  it("may stand alone", () => {
    expect(first("since 2025-11")).toMatchObject({ type: "when", what: null });
  });
});

describe("questions for lists", () => {
  it("what one says, what two agree on, and what changed", () => {
    expect(first("statements by Egypt")).toMatchObject({ type: "when", what: { id: "eg" }, span: null });
    expect(first("all statements from Cairo since 2025-11")).toMatchObject({
      what: { id: "eg" },
      span: { since: "2025-11" },
    });
    for (const text of ["what do Egypt and Israel agree on", "Where do Egypt and Israel disagree?"])
      expect(first(text)).toMatchObject({ type: "compare", a: { id: "eg" }, b: { id: "il" } });
    const changed = first("what changed since 2025-11") as Understanding;
    expect(wordsOf(changed)).toBe("What changed, since 2025-11");
    expect(stepFor(changed, DEFAULT_VIEW)).toMatchObject({
      left: "changes",
      view: { filter: { since: "2025-11" } },
    });
  });

  it("say which part was not understood", () => {
    expect(notUnderstood("Pakistan to Nowhereland", index)).toEqual({ type: "name", part: "Nowhereland" });
    expect(notUnderstood("Nowhereland vs Egypt", index)).toEqual({ type: "name", part: "Nowhereland" });
    expect(notUnderstood("who opposes xylophones", index)).toEqual({ type: "name", part: "xylophones" });
    expect(notUnderstood("Pakistan to Hamas since 2025-13", index)).toEqual({
      type: "date",
      part: "2025-13",
    });
    expect(notUnderstood("2025-02-30", index)).toEqual({ type: "date", part: "2025-02-30" });
    for (const text of ["Pakistan to Hamas", "2025-11", "qqqq to xylophones", "", "Egypt since 2025-11"])
      expect(notUnderstood(text, index)).toBeNull();
  });
});

describe("an answer", () => {
  it("is one step of the view and says what it was understood as", () => {
    const asked = first("who opposes disarmament in 2025") as Understanding;
    expect(wordsOf(asked)).toBe("Who is reported to oppose: Hamas is disarmed, in 2025");
    const view = { ...DEFAULT_VIEW, filter: { ...DEFAULT_VIEW.filter, actor: ["eg"], source: ["s1"] } };
    expect(stepFor(asked, view)).toMatchObject({
      view: {
        filter: {
          actor: [],
          source: ["s1"],
          issue: ["disarm"],
          polarity: ["oppose"],
          since: "2025",
          until: "2025",
        },
      },
      selection: { key: "issue:disarm" },
    });
  });

  it("takes back what an earlier question filtered by and selected, and nothing else", () => {
    const before = stepFor(first("who opposes disarmament in 2025") as Understanding, {
      ...DEFAULT_VIEW,
      filter: { ...DEFAULT_VIEW.filter, source: ["s1"] },
    });
    expect(before.view?.filter).toMatchObject({ issue: ["disarm"], polarity: ["oppose"], since: "2025" });
    for (const text of ["Pakistan to Hamas", "Egypt vs Israel"]) {
      const step = stepFor(first(text) as Understanding, { ...(before.view as View), ego: ["actor:eg"] });
      expect(step.selection).toBeNull();
      expect(step.view).toEqual({
        ...DEFAULT_VIEW,
        filter: { ...DEFAULT_VIEW.filter, source: ["s1"] },
      });
    }
    const sides = stepFor(first("who agrees with Egypt") as Understanding, DEFAULT_VIEW);
    const next = stepFor(first("who opposes disarmament") as Understanding, sides.view as View);
    expect([sides.view?.projection, next.view?.projection]).toEqual(["agreement", "bundled"]);
  });

  it("takes back a path that was asked for before, whatever is asked now", () => {
    for (const text of ["who opposes disarmament", "Pakistan vs Hamas", "since 2025-11"]) {
      const { question } = stepFor(first(text) as Understanding, DEFAULT_VIEW);
      expect(question).toMatchObject({ from: "", to: "" });
    }
    const { question } = stepFor(first("Pakistan to Hamas") as Understanding, DEFAULT_VIEW);
    expect(question?.from).not.toBe("");
  });

  it("never throws, whatever is typed", () => {
    for (const text of [
      "",
      "?",
      "to",
      "a to",
      "who opposes",
      "vs",
      "..",
      "2025..",
      "(((",
      "a -> -> b",
      "\\",
      "who supports the",
    ])
      expect(() => read(text)).not.toThrow();
  });
});

describe("readings of a name", () => {
  it("put first what has an answer, sub-issues counted", () => {
    const issues = [
      issue("plain", "Disarmament", { support: 3, oppose: 0 }),
      issue("whole", "Disarmament and more", {
        container: true,
        support: 0,
        children: [{ id: "part", label: "Part" }],
      }),
      issue("part", "A part of it", { oppose: 2 }),
    ];
    const some = buildSearch({ actors: [], issues }, []);
    const [exact] = understand("who opposes disarmament", some);
    // A name that is meant exactly has no other readings.
    expect(exact).toMatchObject({ issues: [{ id: "plain" }] });
    const [asked] = understand("who opposes disarm", some);
    expect(asked).toMatchObject({ type: "who", issues: [{ id: "whole", onMap: false }] });
    expect(stepFor(asked as Understanding, DEFAULT_VIEW).selection).toBeNull();
  });
});
