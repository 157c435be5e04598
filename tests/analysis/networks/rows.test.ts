/** Each numbered row of NETWORKS §0 on statements: what is counted, and when. Rows of formulas are in formulas.test.ts. */
import { describe, expect, it } from "vitest";
import { computeNetwork } from "../../../src/analysis/networks/compute-network.ts";
import { matrixRows } from "../../../src/analysis/networks/result.ts";
import { tableFromDna } from "../../../src/analysis/networks/table-from-dna.ts";
import { tinyDna } from "../../support/tiny-dna.ts";
import { cell, faultOf, network, networks, only, tableOf } from "./ask.ts";

const count = (
  dates: readonly string[],
  duplicates: "week" | "month" | "year",
  compat: "dna" | null = null,
) => network(tableOf(dates.map((date) => [date, "A", "x", 1])), { duplicates, compat }).statements;

describe("duplicates", () => {
  it("row 1: months and weeks have a year", () => {
    expect(count(["2020-01-15", "2021-01-15"], "month")).toBe(2);
    expect(count(["2020-01-15", "2020-01-31"], "month")).toBe(1);
    expect(count(["2020-01-15", "2021-01-15"], "month", "dna")).toBe(1);
    expect(count(["2020-01-08", "2021-01-13"], "week")).toBe(2);
    expect(count(["2020-01-08", "2021-01-13"], "week", "dna")).toBe(1);
    expect(count(["2020-01-15", "2021-01-15"], "year")).toBe(2);
  });

  it("row 2: weeks are those of ISO 8601", () => {
    expect(count(["2020-12-31", "2021-01-03"], "week")).toBe(1);
    expect(count(["2021-01-03", "2021-01-04"], "week")).toBe(2);
    expect(count(["2020-12-31", "2021-01-03"], "week", "dna")).toBe(1);
    expect(count(["1969-12-28", "1969-12-29"], "week")).toBe(2);
  });

  it("row 3: integers are compared by value", () => {
    const table = tableOf(
      [
        ["2020-01-01", "A", "x", 300],
        ["2020-01-01", "A", "x", 300],
        ["2020-01-01", "A", "x", 100],
        ["2020-01-01", "A", "x", 100],
      ],
      "integer",
    );
    expect(network(table, { duplicates: "document", aggregation: "congruence" }).statements).toBe(2);
    expect(
      network(table, { duplicates: "document", aggregation: "congruence", compat: "dna" }).statements,
    ).toBe(3);
  });

  it("row 4: who ignores the qualifier has one statement, not two", () => {
    const table = tableOf([
      ["2020-01-01", "A", "x", 1],
      ["2020-01-01", "A", "x", 0],
    ]);
    expect(network(table, { duplicates: "document", aggregation: "ignore" }).statements).toBe(1);
    expect(network(table, { duplicates: "document", aggregation: "congruence" }).statements).toBe(2);
  });

  it("row 5: windows lose only the duplicates inside them", () => {
    const table = tableOf([
      ["2020-01-01", "A", "x", 1],
      ["2020-01-03", "A", "x", 1],
      ["2020-01-03T12:00:00", "A", "x", 1],
    ]);
    const settings = { duplicates: "acrossrange", window: "days", windowSize: 1 } as const;
    expect(networks(table, settings).map(({ statements }) => statements)).toEqual([1, 0, 1]);
    expect(
      network(table, { duplicates: "acrossrange", since: "2020-01-03", until: "2020-01-03" }).statements,
    ).toBe(1);
    expect(networks(table, { ...settings, compat: "dna" }).map(({ statements }) => statements)).toEqual([
      1, 0, 0,
    ]);
    const events = { duplicates: "acrossrange", window: "events", windowSize: 1 } as const;
    expect(networks(table, events)).toHaveLength(1);
  });
});

describe("the population", () => {
  it("row 6: the range runs from the first to the last day with a statement", () => {
    const db = tinyDna({ org: "short text", concept: "short text", q: "boolean" }, [
      { date: "2020-01-02T15:00:00", values: ["A", "x", 1] },
      { date: "2020-01-04T09:00:00", values: ["B", "x", 1] },
    ]);
    const silent = {
      ...db.documents[0],
      id: 9,
      date: Date.UTC(2020, 0, 10) / 1000,
    } as (typeof db.documents)[0];
    const table = tableFromDna({ ...db, documents: [...db.documents, silent] });
    const days = networks(table, { window: "days", windowSize: 1 });
    expect(days.map(({ span }) => span?.from.slice(0, 10))).toEqual([
      "2020-01-02",
      "2020-01-03",
      "2020-01-04",
    ]);
    expect(days.at(-1)?.span?.to).toBe("2020-01-04T23:59:59Z");
    expect(
      networks(table, { window: "days", windowSize: 1, since: "2020-01-03", until: "2020-06" }),
    ).toHaveLength(2);
    expect(networks(table, { window: "days", windowSize: 1, compat: "dna" })).toHaveLength(8);
  });

  it("row 7: any text works in a filter", () => {
    const quoted = 'O\'Neill; DROP "x"';
    const table = tableOf([
      ["2020-01-01", quoted, "x", 1],
      ["2020-01-01", "B", "x", 1],
    ]);
    expect(network(table, { exclude: [{ variable: "org", value: quoted }] }).rows).toEqual(["B"]);
    expect(network(table, { include: [{ variable: "org", value: quoted }] }).rows).toEqual([quoted]);
  });

  it("row 8: isolates are those lost to exclusions, duplicates and windows", () => {
    const db = tinyDna(
      { org: "short text", concept: "short text", q: "boolean" },
      [
        { date: "2020-01-01", values: ["A", "x", 1] },
        { date: "2020-01-02", values: ["B", "y", 1] },
        { date: "2020-01-03", values: ["C", "", 1] },
        { date: "2020-02-01", values: ["D", "x", 1] },
        { date: "2020-01-04", values: ["E", "x", 1] },
      ],
      { 5: { author: "Out" } },
    );
    const table = tableFromDna(db);
    const rest = {
      isolates: true,
      until: "2020-01-31",
      exclude: [{ variable: "author", value: "Out" }],
    } as const;
    const without = { ...rest, exclude: [...rest.exclude, { variable: "concept", value: "y" }] };
    for (const compat of [null, "dna"] as const) {
      const result = network(table, { ...without, type: "two-mode", compat });
      expect(result.rows).toEqual(["A", "B", "C"]);
      expect(result.columns).toEqual(["x", "y"]);
    }
    expect(network(table, { ...without, isolates: false }).rows).toEqual(["A"]);
    for (const { rows } of networks(table, { ...rest, window: "days", windowSize: 1 }))
      expect(rows).toEqual(["A", "B", "C"]);
  });
});

describe("what does not go together", () => {
  const text = tableOf([["2020-01-01", "A", "x", "p"]], "short text");
  const boolean = tableOf([["2020-01-01", "A", "x", 1]]);

  it("row 15: nothing is subtracted from text", () => {
    expect(faultOf(() => network(text, { type: "two-mode", aggregation: "subtract" }))).toMatch(
      /^bad-parameter: q is text.*Use aggregation ignore or combine/,
    );
    expect(cell(network(text, { type: "two-mode", aggregation: "subtract", compat: "dna" }), "A", "x")).toBe(
      1,
    );
  });

  it("row 16: codes are not divided, and there are at most 53 levels", () => {
    for (const normalization of ["activity", "prominence"] as const)
      expect(
        faultOf(() => network(boolean, { type: "two-mode", aggregation: "combine", normalization })),
      ).toMatch(/^bad-parameter: aggregation combine.*Use normalization no/);
    const dna = { type: "two-mode", aggregation: "combine", compat: "dna" } as const;
    expect(cell(network(boolean, { ...dna, normalization: "activity" }), "A", "x")).toBe(1);
    expect(faultOf(() => network(boolean, { ...dna, normalization: "prominence" }))).toMatch(
      /^bad-parameter/,
    );
    const levels = (n: number) =>
      tableOf(
        Array.from({ length: n }, (_, k) => ["2020-01-01", "A", "x", `${100 + k}`] as const),
        "short text",
      );
    const most = network(levels(53), { type: "two-mode", aggregation: "combine" });
    expect(cell(most, "A", "x")).toBe(2 ** 53 - 1);
    expect(faultOf(() => network(levels(54), { type: "two-mode", aggregation: "combine" }))).toMatch(
      /54 levels/,
    );
  });

  it("row 17: settings that do not apply are refused, or replaced under compat with a message", () => {
    const wrong = [
      [{ type: "two-mode", aggregation: "congruence" }, "ignore"],
      [{ type: "two-mode", aggregation: "conflict" }, "ignore"],
      [{ type: "one-mode", aggregation: "combine" }, "ignore"],
      [{ type: "one-mode", normalization: "activity" }, "no"],
      [{ type: "one-mode", normalization: "prominence" }, "no"],
      [{ type: "two-mode", normalization: "average" }, "no"],
      [{ type: "two-mode", normalization: "jaccard" }, "no"],
      [{ type: "two-mode", normalization: "cosine" }, "no"],
      [{ type: "one-mode", aggregation: "subtract", qualifier: "none" }, "ignore"],
      [{ type: "one-mode", kernel: "gaussian", window: "events", windowSize: 1 }, "kernel no"],
      [{ type: "one-mode", kernel: "gaussian" }, "kernel no"],
    ] as const;
    for (const [settings, instead] of wrong) {
      expect(faultOf(() => networks(boolean, settings))).toMatch(/^bad-parameter: .+ \| (Use|Give|Leave) /);
      const { messages } = computeNetwork(boolean, {
        rows: "org",
        columns: "concept",
        qualifier: "q",
        ...settings,
        compat: "dna",
      });
      expect(messages.join(" ")).toContain(instead);
    }
    expect(faultOf(() => networks(boolean, { window: "days" }))).toMatch(/needs a size/);
    expect(faultOf(() => networks(boolean, { indent: true }))).toMatch(/indent/);
  });

  it("unknown words and variables name what there is", () => {
    expect(faultOf(() => network(boolean, { rows: "actor" }))).toMatch(
      /no variable "actor" \| Use one of org, concept, q, author, source, section, type, id, title/,
    );
    expect(faultOf(() => network(boolean, { exclude: [{ variable: "nobody", value: "1" }] }))).toMatch(
      /nobody/,
    );
    expect(faultOf(() => network(boolean, { aggregation: "agree" as "ignore" }))).toMatch(/congruence/);
    expect(faultOf(() => network(boolean, { since: "2020-02-30" }))).toMatch(/no date/);
    expect(faultOf(() => network(boolean, { qualifierType: "integer" }))).toMatch(/boolean in the file/);
    expect(faultOf(() => networks(boolean, { window: "days", windowSize: 0 }))).toMatch(/whole number/);
  });
});

describe("windows", () => {
  const days = (...list: string[]) => tableOf(list.map((date) => [date, "A", "x", 1]));

  it("row 18: a window has exactly w units, one more after the centre when w is even", () => {
    const table = days("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04");
    const two = networks(table, { window: "days", windowSize: 2 });
    expect(two.map(({ statements }) => statements)).toEqual([2, 2, 2]);
    expect(two[0]?.span).toEqual({
      from: "2020-01-01T00:00:00Z",
      middle: "2020-01-01T00:00:00Z",
      to: "2020-01-02T23:59:59Z",
    });
    const three = networks(table, { window: "days", windowSize: 3 });
    expect(three.map(({ span }) => span?.middle.slice(0, 10))).toEqual(["2020-01-02", "2020-01-03"]);
    expect(networks(table, { window: "days", windowSize: 5 })).toEqual([]);
    const dna = networks(table, { window: "days", windowSize: 2, compat: "dna" });
    expect(dna.map(({ statements }) => statements)).toEqual([3, 3]);
    expect(networks(table, { window: "hours", windowSize: 24 })).toHaveLength(4 * 24 - 23);
  });

  it("row 18: statements behind the last whole window are said", () => {
    const said = (table: ReturnType<typeof days>, rest: object) =>
      computeNetwork(table, { type: "one-mode", rows: "org", columns: "concept", qualifier: "q", ...rest })
        .messages;
    const table = days("2020-01-01", "2020-03-31", "2020-04-15", "2020-04-16");
    expect(said(table, { window: "months", windowSize: 1 })).toEqual([
      "2 statements after 2020-03-31 are in no window: windows hold whole months from the first day on.",
    ]);
    expect(said(table, { window: "days", windowSize: 1 })).toEqual([]);
    expect(said(table, { window: "months", windowSize: 1, until: "2020-04-15" })).toEqual([
      "1 statement after 2020-03-31 is in no window: windows hold whole months from the first day on.",
    ]);
    expect(said(table, { window: "years", windowSize: 1 })).toEqual([]);
  });

  it("row 19: months are counted from the start", () => {
    const table = days("2021-01-31", "2021-06-30");
    const months = networks(table, { window: "months", windowSize: 1 });
    expect(months.map(({ span }) => span?.from.slice(5, 10))).toEqual([
      "01-31",
      "02-28",
      "03-31",
      "04-30",
      "05-31",
    ]);
    expect(months.map(({ span }) => span?.to.slice(5, 10))).toEqual([
      "02-27",
      "03-30",
      "04-29",
      "05-30",
      "06-29",
    ]);
    const dna = networks(table, { window: "months", windowSize: 1, compat: "dna" });
    expect(dna.map(({ span }) => span?.middle.slice(5, 10))).toEqual([
      "01-31",
      "02-28",
      "03-28",
      "04-28",
      "05-28",
      "06-28",
    ]);
  });

  it("row 20: windows of events take w statements and their ties", () => {
    const table = days("2020-01-01", "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-03");
    const two = networks(table, { window: "events", windowSize: 2 });
    expect(two.map(({ statements }) => statements)).toEqual([2, 3, 3, 2]);
    expect(two.map(({ span }) => span?.middle.slice(8, 10))).toEqual(["01", "01", "02", "03"]);
    const dna = networks(table, { window: "events", windowSize: 2, compat: "dna" });
    expect(dna.map(({ statements }) => statements)).toEqual([3, 3, 3]);
    expect(dna.map(({ span }) => span?.middle.slice(8, 10))).toEqual(["01", "02", "03"]);
  });

  it("a range that ends before it begins is refused", () => {
    const table = tableOf([["2020-01-15", "A", "x", 1]]);
    expect(faultOf(() => network(table, { since: "2021", until: "2020" }))).toMatch(
      /^bad-parameter: since \(2021\) is after until/,
    );
  });

  it("too many windows or cells are refused before they are computed", () => {
    expect(
      faultOf(() => networks(days("1900-01-01", "2020-01-01"), { window: "seconds", windowSize: 1 })),
    ).toMatch(/^over-limit: .* limit is 50000/);
    const wide = tableOf([
      ["2020-01-01", "A", "x", 1],
      ["2020-01-01", "B", "x", 1],
    ]);
    const limits = { windows: 10, cells: 3, visits: 100 };
    expect(
      faultOf(() => computeNetwork(wide, { type: "one-mode", rows: "org", columns: "concept" }, limits)),
    ).toMatch(/^over-limit/);
  });
});

describe("other results", () => {
  it("an event list holds the statements with all their variables", () => {
    const table = tableOf([
      ["2020-01-02", "B", "y", 0],
      ["2020-01-01T10:00:00", "A", "x", 1],
      ["2020-01-01T10:00:00", "", "x", 1],
    ]);
    const result = computeNetwork(table, { type: "event-list", rows: "org", columns: "concept" });
    expect(result.networks).toEqual([]);
    expect(result.excluded.noVariable).toBe(1);
    expect(result.events.map((event) => [event.get("time"), event.get("org"), event.get("q")])).toEqual([
      ["2020-01-01T10:00:00Z", "A", 1],
      ["2020-01-02T00:00:00Z", "B", 0],
    ]);
    expect([...(result.events[0]?.keys() ?? [])].slice(0, 6)).toEqual([
      "statement_id",
      "time",
      "document_id",
      "org",
      "concept",
      "q",
    ]);
  });

  it("inclusions of several variables must all hold, several values of one are any-of", () => {
    const table = tableOf([
      ["2020-01-01", "A", "x", 1],
      ["2020-01-01", "B", "x", 0],
      ["2020-01-01", "C", "x", 1],
    ]);
    const include = [
      { variable: "org", value: "A" },
      { variable: "org", value: "B" },
      { variable: "q", value: "1" },
    ];
    expect(network(table, { include }).rows).toEqual(["A"]);
    const { messages } = computeNetwork(table, {
      type: "one-mode",
      rows: "org",
      columns: "concept",
      exclude: [{ variable: "org", value: "Z" }],
    });
    expect(messages.join()).toMatch(/No statement has org "Z"/);
  });

  it("dividing by the sum makes the cells add up to one", () => {
    const table = tableOf([
      ["2020-01-01", "A", "x", 1],
      ["2020-01-01", "B", "x", 1],
      ["2020-01-01", "B", "y", 1],
    ]);
    expect(matrixRows(only(networks(table, { toOne: true, aggregation: "congruence" })))).toEqual([
      [0, 0.5],
      [0.5, 0],
    ]);
  });

  it("names such as __proto__ and constructor are labels like others", () => {
    const table = tableOf([
      ["2020-01-01", "__proto__", "constructor", 1],
      ["2020-01-01", "toString", "constructor", 1],
    ]);
    expect(cell(network(table), "__proto__", "toString")).toBe(1);
  });
});
