/** How a dataset enters networks: NETWORKS §0, "Types of qualifiers in a dataset" and "Defaults". */
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { resultJson } from "../../../src/analysis/networks/result.ts";
import type { NetworkQuestion } from "../../../src/analysis/networks/settings.ts";
import { tableFromDataset } from "../../../src/analysis/networks/table-from-dataset.ts";
import { type TinyTables, tinyDataset } from "../../support/tiny-dataset.ts";
import { cell, faultOf, only } from "./ask.ts";

type Statements = NonNullable<TinyTables["statements"]>;

const ask = (tables: TinyTables, rest: Partial<NetworkQuestion> = {}) =>
  computeNetwork(tableFromDataset(tinyDataset(tables)), {
    type: "two-mode",
    rows: "actor",
    columns: "issue",
    ...rest,
  });

const base = (statements: Statements, rest: TinyTables = {}): TinyTables => ({
  actors: ["a", "b"],
  issues: ["x", "y"],
  statements,
  ...rest,
});

describe("what enters", () => {
  it("the stakeholder view, without repeats and off-topic statements", () => {
    const tables = base(
      [
        { id: "s1", actor: "a", issue: "x" },
        { actor: "a", issue: "x", repeatOf: "s1" },
        { actor: "a", issue: "x", offTopic: true },
        { actor: "a", issue: "x", voice: "author" },
        { actor: "paper", issue: "x" },
        { actor: "carrier", issue: "x" },
      ],
      {
        kinds: [{ id: "outlet", stakeholder: false }],
        actors: ["a", { id: "paper", kind: "outlet" }, { id: "carrier", role: "source-only" }],
      },
    );
    const { networks, excluded } = ask(tables);
    expect(networks[0]?.statements).toBe(1);
    expect(networks[0]?.rows).toEqual(["a"]);
    expect(excluded).toEqual({ neutral: 0, noValue: 0, noVariable: 0, undated: 0 });
  });

  it("neutral statements stay out of the boolean polarity, count as 0 in the integer one and all without it", () => {
    const tables = base([
      { actor: "a", issue: "x", polarity: "support" },
      { actor: "a", issue: "x", polarity: "neutral" },
      { actor: "b", issue: "x", polarity: "neutral" },
    ]);
    const boolean = ask(tables);
    expect(boolean.settings.qualifier).toBe("polarity");
    expect([boolean.networks[0]?.statements, boolean.excluded.neutral]).toEqual([1, 2]);
    expect(ask(tables, { isolates: true }).networks[0]?.rows).toEqual(["a"]);
    const integer = ask(tables, { qualifierType: "integer", aggregation: "subtract" });
    expect([integer.networks[0]?.statements, integer.excluded.neutral]).toEqual([3, 0]);
    expect(cell(only(integer.networks), "a", "x")).toBe(1);
    expect(ask(tables, { qualifier: "none" }).networks[0]?.statements).toBe(3);
    expect(ask(tables, { qualifierType: "text" }).networks[0]?.statements).toBe(3);
    expect(ask(tables, { qualifierType: "short text" as "text" }).networks[0]?.statements).toBe(3);
  });

  it("statements without a value or a variable are counted", () => {
    const tables = base(
      [
        { actor: "a", issue: "x", intensity: 3 },
        { actor: "a", issue: "y" },
        { actor: "a", relation: "praises", target: "b", intensity: 1 },
      ],
      { relations: [{ id: "praises", polarity: "positive" }] },
    );
    const { networks, excluded } = ask(tables, { qualifier: "intensity", isolates: true });
    expect(excluded).toEqual({ neutral: 0, noValue: 1, noVariable: 1, undated: 0 });
    expect(networks[0]?.columns).toEqual(["x"]);
    expect(ask(tables, { columns: "target" }).networks[0]?.columns).toEqual(["b"]);
  });

  it("polarity has the scale −1..1 and intensity 1..3, whatever occurs", () => {
    const polarity = base([
      { actor: "a", issue: "x", polarity: "support" },
      { actor: "b", issue: "x", polarity: "neutral" },
    ]);
    const settings = { type: "one-mode", aggregation: "congruence" } as const;
    expect(cell(only(ask(polarity, { ...settings, qualifierType: "integer" }).networks), "a", "b")).toBe(0.5);
    const intensity = base([
      { actor: "a", issue: "x", intensity: 1 },
      { actor: "b", issue: "x", intensity: 2 },
    ]);
    expect(cell(only(ask(intensity, { ...settings, qualifier: "intensity" }).networks), "a", "b")).toBe(0.5);
    const dna = ask(intensity, { ...settings, qualifier: "intensity", compat: "dna" });
    expect(cell(only(dna.networks), "a", "b")).toBe(0);
  });

  it("further columns are text unless they are read otherwise", () => {
    const extra = (text: string) => new Map([["score", text]]);
    const statements: Statements = [
      { actor: "a", issue: "x", extra: extra("10") },
      { actor: "b", issue: "x", extra: extra("12") },
      { actor: "b", issue: "y", extra: extra("20") },
      { actor: "b", issue: "y" },
    ];
    const settings = { type: "one-mode", qualifier: "x:score", aggregation: "congruence" } as const;
    expect(cell(only(ask(base(statements), settings).networks), "a", "b")).toBe(0);
    const integer = ask(base(statements), { ...settings, qualifierType: "integer" });
    expect(cell(only(integer.networks), "a", "b")).toBeCloseTo(0.8, 12);
    expect(integer.excluded.noValue).toBe(1);
    const words = base([{ actor: "a", issue: "x", extra: extra("high") }]);
    expect(faultOf(() => ask(words, { ...settings, qualifierType: "integer" }))).toMatch(
      /"high", which is no whole number/,
    );
    expect(faultOf(() => ask(words, { rows: "x:colour" }))).toMatch(/Use one of actor, speaker, .*x:score/);
  });

  it("fields of sources define the population", () => {
    const tables = base(
      [
        { actor: "a", issue: "x", source: "d1" },
        { actor: "b", issue: "x", source: "d2" },
      ],
      {
        sources: [
          { id: "d1", publisher: "P" },
          { id: "d2", publisher: "Q", extra: new Map([["desk", "east"]]) },
        ],
      },
    );
    const exclude = [{ variable: "publisher", value: "Q" }];
    expect(ask(tables, { exclude, isolates: true }).networks[0]?.rows).toEqual(["a"]);
    const actor = [{ variable: "actor", value: "b" }];
    expect(ask(tables, { exclude: actor, isolates: true }).networks[0]?.rows).toEqual(["a", "b"]);
    expect(ask(tables, { include: [{ variable: "x:desk", value: "east" }] }).networks[0]?.rows).toEqual([
      "b",
    ]);
  });

  it("a filter takes ids and labels", () => {
    const tables = base([{ actor: "a", issue: "x" }], { actors: [{ id: "a", label: "State of A" }] });
    expect(
      ask(tables, { exclude: [{ variable: "actor", value: "State of A" }] }).networks[0]?.statements,
    ).toBe(0);
  });
});

describe("dates", () => {
  const sources = [{ id: "d1", date: "" }];
  const at = (date: string, actor = "a") => ({ actor, issue: "x", date });

  it("filters keep what overlaps, windows take the middle day, the earlier of two", () => {
    const tables = base([at("2025-02"), at("2025-04")], { sources });
    expect(ask(tables, { since: "2025-02-28" }).networks[0]?.statements).toBe(2);
    expect(ask(tables, { since: "2025-03" }).networks[0]?.statements).toBe(1);
    // 28 days: 14 and 15 are the middle ones; 30 days: 15 and 16.
    const days = ask(tables, { window: "days", windowSize: 1 }).networks;
    expect(days[0]?.span?.from).toBe("2025-02-14T00:00:00Z");
    expect(days.at(-1)?.span?.to).toBe("2025-04-15T23:59:59Z");
  });

  it("statements that filters keep are in windows too, inside the range", () => {
    const tables = base(
      [at("2025-02"), at("2025-03-02"), at("2025-03-03", "b"), at("2025-03"), at("2025-04")],
      { sources },
    );
    const range = { since: "2025-02-25", until: "2025-03-10" };
    expect(ask(tables, range).networks[0]?.statements).toBe(4);
    const counted = (rest: Partial<NetworkQuestion>) =>
      computeNetwork(
        tableFromDataset(tinyDataset(tables)),
        { type: "two-mode", rows: "actor", columns: "issue", ...range, ...rest },
        undefined,
        true,
      );
    for (const rest of [
      { window: "days", windowSize: 1 },
      { window: "days", windowSize: 2, kernel: "uniform" },
      { window: "days", windowSize: 2, kernel: "gaussian" },
      { window: "events", windowSize: 2 },
    ] as const) {
      const { networks, excluded } = counted(rest);
      const seen = new Set(networks.flatMap(({ counted: list = [] }) => [...list]));
      expect(seen.size).toBe(4);
      expect(excluded.undated).toBe(0);
      for (const { span } of networks) {
        expect((span?.from ?? "") >= "2025-02-25").toBe(true);
        expect((span?.to ?? "9") < "2025-03-11").toBe(true);
      }
    }
    // 25 to 28 February: 26 and 27 are the middle ones; 1 to 10 March: 5 and 6.
    const days = counted({ window: "days", windowSize: 1 }).networks.filter(
      ({ statements }) => statements > 0,
    );
    expect(days.map(({ span }) => span?.from.slice(0, 10))).toEqual([
      "2025-02-26",
      "2025-03-02",
      "2025-03-03",
      "2025-03-05",
    ]);
  });

  it("undated statements are in without windows, out with them or with a filter, and counted", () => {
    const tables = base([at(""), at(""), at("2025-02-01"), at("2025-02-01", "b")], { sources });
    const whole = ask(tables, { duplicates: "month" });
    expect([whole.networks[0]?.statements, whole.excluded.undated]).toEqual([4, 0]);
    expect(ask(tables, { duplicates: "document" }).networks[0]?.statements).toBe(2);
    const filtered = ask(tables, { until: "2030" });
    expect([filtered.networks[0]?.statements, filtered.excluded.undated]).toEqual([2, 2]);
    const [day] = ask(tables, { window: "days", windowSize: 1 }).networks;
    expect([day?.statements, day?.excluded.undated]).toEqual([2, 2]);
    const [slice] = ask(tables, { window: "days", windowSize: 2, kernel: "uniform" }).networks;
    expect(slice?.statements).toBe(2);
  });

  it("a date that is open at one end passes filters and has no moment", () => {
    const tables = base([at("")], { sources: [{ id: "d1", dateEarliest: "2025-01-05" }] });
    expect(ask(tables, { since: "2030" }).networks[0]?.statements).toBe(1);
    expect(ask(tables, { until: "2025-01-04" }).networks[0]?.statements).toBe(0);
    const windows = ask(tables, { window: "days", windowSize: 1 });
    expect([windows.networks.length, windows.excluded.undated]).toEqual([0, 1]);
  });

  it("windows count what was left out inside them", () => {
    const tables = base([at("2025-02-01"), { ...at("2025-02-02"), polarity: "neutral" }, at("2025-02-03")], {
      sources,
    });
    const { networks } = ask(tables, { window: "days", windowSize: 1 });
    expect(networks.map(({ excluded }) => excluded.neutral)).toEqual([0, 1, 0]);
  });
});

describe("JSON", () => {
  it("has the members of the contract, and null where a cell is no number", () => {
    const tables = base([
      { actor: "a", issue: "x" },
      { actor: "b", issue: "x" },
    ]);
    expect(JSON.parse(JSON.stringify(resultJson(ask(tables, { type: "one-mode" }))))).toEqual({
      type: "one-mode",
      rows: ["a", "b"],
      columns: ["a", "b"],
      values: [
        [0, 1],
        [1, 0],
      ],
      statements: 2,
      excluded: { neutral: 0, noValue: 0, noVariable: 0, undated: 0 },
    });
    const events = resultJson(ask(tables, { type: "event-list" })) as { type: string; events: object[] };
    expect(events.type).toBe("event-list");
    expect(events.events[0]).toMatchObject({ statement_id: "s1", actor: "a", issue: "x", time: null });
    const windows = resultJson(
      ask(base([{ actor: "a", issue: "x", date: "2025-01-01" }]), { window: "days", windowSize: 1 }),
    );
    expect(windows).toMatchObject([
      {
        type: "two-mode",
        from: "2025-01-01T00:00:00Z",
        middle: "2025-01-01T00:00:00Z",
        to: "2025-01-01T23:59:59Z",
      },
    ]);
    const same = base([
      { actor: "a", issue: "x", intensity: 2 },
      { actor: "b", issue: "x", intensity: 2 },
    ]);
    const nan = ask(same, {
      type: "one-mode",
      qualifier: "intensity",
      aggregation: "conflict",
      compat: "dna",
    });
    expect(JSON.stringify(resultJson(nan))).toContain("[[0,null],[null,0]]");
  });
});
