import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSettings } from "../../../../src/analysis/networks/refuse.ts";
import { completeSettings, type NetworkQuestion } from "../../../../src/analysis/networks/settings.ts";
import {
  changed,
  changeType,
  conditionParts,
  formatSettings,
  type NetworkSettings,
  parseSettings,
  settingPairs,
  startingSettings,
  statementTypeIn,
  textOfStatementType,
} from "../../../../src/browser/panels/networks/settings.ts";
import { parseNetworkRequest } from "../../../../src/view/network-grammar.ts";

const text = (name: string) => ({ name, scope: "statement", type: "text" }) as const;
const START = startingSettings([text("actor"), text("issue"), text("x:a;b")], "polarity");

describe("the settings to start with", () => {
  it("are actors that share issues", () => {
    expect(START).toMatchObject({
      type: "one-mode",
      rows: "actor",
      columns: "issue",
      aggregation: "subtract",
    });
  });
  it("are the like of them in a database with other variables", () => {
    expect(
      startingSettings([text("person"), text("organization"), text("concept")], "agreement"),
    ).toMatchObject({
      rows: "organization",
      columns: "concept",
    });
  });
  it("are two different texts where no name is known, and ignore a qualifier that is not there", () => {
    const start = startingSettings([text("p"), text("q")], null);
    expect(start).toMatchObject({ rows: "p", columns: "q", aggregation: "ignore" });
  });
  it("do not fail without any variable", () => {
    expect(startingSettings([], null)).toMatchObject({ rows: "", columns: "" });
  });
});

describe("a change of type", () => {
  const ALL = { qualifier: "q", isolates: false } as const;
  it("takes along what the new type cannot be computed with", () => {
    const one: NetworkSettings = { ...START, aggregation: "congruence", normalization: "average" };
    const { change, followed } = changeType(one, "two-mode", "boolean");
    expect(change).toEqual({ type: "two-mode", aggregation: "subtract", normalization: "activity" });
    expect(followed).toHaveLength(2);
    expect(changeType({ ...START, normalization: "no" }, "two-mode", "boolean").followed).toEqual([]);
    expect(changeType(one, "two-mode", "text").change.aggregation).toBe("ignore");
  });
  it("never ends in settings that are refused, whatever they were", () => {
    const modes = ["one-mode", "two-mode"] as const;
    const aggregations = ["ignore", "congruence", "conflict", "subtract"] as const;
    for (const [from, to] of [modes, modes.toReversed()] as (typeof modes)[])
      for (const type of ["boolean", "integer", "text"] as const)
        for (const aggregation of from === "one-mode"
          ? aggregations
          : (["ignore", "combine", "subtract"] as const))
          for (const normalization of from === "one-mode"
            ? (["no", "average", "jaccard", "cosine"] as const)
            : (["no", "activity", "prominence"] as const)) {
            const before = { ...START, ...ALL, type: from, aggregation, normalization };
            const after = { ...before, ...changeType(before, to, type).change };
            const complete = completeSettings({
              ...after,
              qualifierType: type,
              compat: null,
              windowSize: null,
              include: [],
              exclude: [],
            } as unknown as NetworkQuestion);
            expect(() => checkSettings(complete, type)).not.toThrow();
          }
  });
});

describe("a change that others must follow", () => {
  it("leaves windows, normalisation and what is about nodes out of a list of events", () => {
    const before: NetworkSettings = {
      ...START,
      normalization: "cosine",
      window: "months",
      windowSize: "2",
      kernel: "uniform",
      indent: true,
      isolates: true,
      toOne: true,
    };
    const { change, followed } = changed(before, { type: "event-list" }, "boolean");
    expect(followed.map(({ setting }) => setting)).toEqual(["normalization", "window", "isolates", "toOne"]);
    const pairs = settingPairs({ ...before, ...change });
    expect(() => {
      const { question } = parseNetworkRequest(pairs);
      checkSettings(completeSettings(question), "boolean");
    }).not.toThrow();
  });
  it("ignores sides where there is no qualifier", () => {
    const { change, followed } = changed(START, { qualifier: "none" }, "boolean");
    expect(change).toMatchObject({ qualifier: "none", aggregation: "ignore" });
    expect(followed).toEqual([{ setting: "aggregation", from: "subtract", to: "ignore" }]);
  });
  it("forgets what the drawing was cut to, unless that is the change", () => {
    const cut: NetworkSettings = { ...START, least: "3", side: "oppose" };
    expect(changed(cut, { duplicates: "week" }, "boolean").change).toMatchObject({ least: "", side: "" });
    expect(changed(cut, { least: "4" }, "boolean").change).toEqual({ least: "4" });
  });
});

describe("settings as a query", () => {
  it("send kernel and indent only where they apply", () => {
    const names = (rest: Partial<NetworkSettings>) =>
      settingPairs({ ...START, kernel: "uniform", indent: true, ...rest }).map(([name]) => name);
    expect(names({})).not.toContain("kernel");
    expect(names({ window: "events", windowSize: "2" })).not.toContain("kernel");
    expect(names({ window: "days", windowSize: "2" })).toEqual(expect.arrayContaining(["kernel", "indent"]));
    expect(names({ window: "days", windowSize: "2", kernel: "no" })).not.toContain("indent");
  });
  it("say nothing of the drawing", () => {
    expect(settingPairs({ ...START, least: "3", side: "support" })).toEqual(settingPairs(START));
  });
  it("leave out what the server assumes", () => {
    expect(settingPairs({ ...START, aggregation: "ignore" })).toEqual([
      ["type", "one-mode"],
      ["rows", "actor"],
      ["columns", "issue"],
    ]);
  });
  it("send a width only with a window", () => {
    const names = (settings: NetworkSettings) => settingPairs(settings).map(([name]) => name);
    expect(names({ ...START, windowSize: "3" })).not.toContain("windowSize");
    expect(names({ ...START, window: "months", windowSize: "3" })).toContain("windowSize");
  });
  it("are what the server reads", () => {
    const settings: NetworkSettings = {
      ...START,
      type: "two-mode",
      normalization: "activity",
      duplicates: "document",
      window: "months",
      windowSize: "2",
      isolates: true,
      compat: true,
      toOne: true,
      kernel: "gaussian",
      indent: true,
      include: ["issue=a=b, c", "issue=d"],
      exclude: ["x:a;b="],
      statementType: "S; 1",
      least: "3",
      side: "support",
    };
    const { question, statementType } = parseNetworkRequest(settingPairs(settings));
    expect(statementType).toBe("S; 1");
    expect(question).toMatchObject({
      kernel: "gaussian",
      indent: true,
      toOne: true,
      include: [
        { variable: "issue", value: "a=b, c" },
        { variable: "issue", value: "d" },
      ],
      exclude: [{ variable: "x:a;b", value: "" }],
    });
    expect(parseNetworkRequest(settingPairs(settings)).question).toMatchObject({
      type: "two-mode",
      rows: "actor",
      columns: "issue",
      aggregation: "subtract",
      normalization: "activity",
      duplicates: "document",
      window: "months",
      windowSize: 2,
      isolates: true,
      compat: "dna",
    });
  });
});

describe("settings in the address", () => {
  const word = fc.constantFrom("", "a", "x:a;b", "é=&%", "subtract", "100 %", "__proto__");
  const conditions = fc.tuple(word, word).map((parts) => parts.join("="));
  it("come back as they were", () => {
    fc.assert(
      fc.property(
        fc.record({
          type: fc.constantFrom("one-mode" as const, "two-mode" as const, "event-list" as const),
          statementType: word,
          rows: word,
          columns: word,
          qualifier: word,
          qualifierType: word,
          aggregation: word,
          normalization: word,
          duplicates: word,
          window: word,
          windowSize: word,
          kernel: word,
          include: fc.array(conditions, { maxLength: 3 }),
          exclude: fc.array(conditions, { maxLength: 3 }),
          indent: fc.boolean(),
          isolates: fc.boolean(),
          toOne: fc.boolean(),
          compat: fc.boolean(),
          least: word,
          side: word,
        }),
        (settings) => {
          expect(parseSettings(formatSettings(settings, START), START)).toEqual(settings);
        },
      ),
    );
  });
  it("are nothing for the start", () => {
    expect(formatSettings(START, START)).toBe("");
  });
  it("name the statement type before anything else is known", () => {
    expect(statementTypeIn(textOfStatementType("a;b=c"))).toBe("a;b=c");
    expect(textOfStatementType("")).toBe("");
    expect(statementTypeIn("type=two-mode")).toBe("");
    const text = formatSettings({ ...START, statementType: "S", rows: "x:a;b" }, START);
    expect(statementTypeIn(text)).toBe("S");
  });
  it("have conditions of a variable and a value", () => {
    expect(conditionParts("issue=a=b")).toEqual(["issue", "a=b"]);
    expect(conditionParts("issue")).toEqual(["issue", ""]);
  });
  it("take no notice of what is none", () => {
    expect(parseSettings("type=three-mode;foo=1;;=x;%=%;__proto__=1", START)).toEqual(START);
  });
});
