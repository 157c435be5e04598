import { describe, expect, it } from "vitest";
import { ATTRIBUTE_WORDS } from "../../../src/analysis/structure/attributes.ts";
import { valuesAnalysis } from "../../../src/analysis/structure/values.ts";
import { compileFilter, selectStatements } from "../../../src/graph/filter.ts";
import { DEFAULT_FILTER, type Filter } from "../../../src/model/view.ts";
import { houseIndex } from "../../support/house.ts";
import { cellsOf, rowsOf, stances } from "./support.ts";

const tiny = stances(
  [
    ["A+x", { source: "d1", confidence: 0.35, intensity: 3, extra: new Map([["tone", "warm"]]) }],
    ["A+x", { source: "d2", confidence: 0.399, intensity: 1 }],
    ["B-x", { source: "d1", confidence: 1, modality: "forecast", voice: "author" }],
    ["constructor0x", { source: "__proto__" }],
  ],
  {
    kinds: [{ id: "state", label: "State" }],
    actors: [
      { id: "A", kind: "state" },
      { id: "B", extra: new Map([["tone", "=cold; or"]]) },
      { id: "constructor" },
    ],
    sources: [
      { id: "d1", genre: "news, brief", title: "First" },
      { id: "d2", genre: "speech" },
      { id: "__proto__", extra: new Map([["tone", "warm"]]) },
    ],
  },
);
const of = (attribute: string) =>
  cellsOf(valuesAnalysis.run(tiny, { attribute }), "values").map(({ value, label, statements }) => [
    value,
    label,
    statements,
  ]);

describe("values", () => {
  it("are counted by source, with their sides (the example of docs/structure.md)", () => {
    const [first] = rowsOf(valuesAnalysis.run(tiny), "values");
    expect(first).toEqual({
      cells: { label: "First", value: "d1", statements: 2, support: 1, oppose: 1, neutral: 0 },
      statements: ["s1", "s3"],
    });
  });

  it.each([
    ["source", ["d1:2", "__proto__:1", "d2:1"]],
    ["kind", ["state:2"]],
    ["genre", ["news, brief:2", "speech:1"]],
    ["modality", ["position:3", "forecast:1"]],
    ["voice", ["reported:3", "author:1"]],
    ["confidence", ["0.35:2", "1:1"]],
    ["intensity", ["1:1", "3:1"]],
    ["relation", []],
    ["x:tone", ["warm:2", "=cold; or:1"]],
  ])("of %s", (attribute, wanted) => {
    expect(of(attribute).map(([value, , statements]) => `${value}:${statements}`)).toEqual(wanted);
  });

  it("have labels, and steps their two ends", () => {
    expect(of("kind")[0]?.[1]).toBe("State");
    expect(of("modality")[1]?.[1]).toBe("forecast");
    expect(of("confidence").map(([, label]) => label)).toEqual(["0.35 to 0.4", "1"]);
  });

  it.each(["colour", "x:colour", "x:", "constructor", ""])("refuses the attribute %j", (attribute) => {
    expect(() => valuesAnalysis.run(tiny, { attribute })).toThrow(
      expect.objectContaining({ parameter: "attribute", remedy: expect.stringContaining(ATTRIBUTE_WORDS) }),
    );
  });

  it("list as few statements as wanted, and say so", () => {
    const { tables, notes } = valuesAnalysis.run(tiny, { evidence: 1 });
    expect(tables[0]?.rows[0]?.statements).toEqual(["s1"]);
    expect(notes.join()).toContain("no more than 1");
    expect(valuesAnalysis.countsOnly({ evidence: 1 })).toBe(true);
    expect(valuesAnalysis.countsOnly({ evidence: 11 })).toBe(false);
  });

  it("are what a filter by each of them leaves of the house dataset", () => {
    const index = houseIndex();
    const adjacency = index.adjacency("none");
    const chosen = (filter: Partial<Filter>) =>
      selectStatements(
        index,
        compileFilter(index, { ...DEFAULT_FILTER, actors: "all", voice: "any", ...filter }),
        adjacency.merged,
      ).statements;
    for (const [attribute, filter] of [
      ["source", (value: string) => ({ source: [value] })],
      ["kind", (value: string) => ({ kind: [value] })],
      ["genre", (value: string) => ({ genre: [value] })],
      ["relation", (value: string) => ({ relation: [value] })],
      ["modality", (value: string) => ({ modality: [value as "fact"] })],
      ["voice", (value: string) => ({ voice: value as "author" })],
      ["intensity", (value: string) => ({ intensity: [value] })],
    ] as const) {
      const result = valuesAnalysis.run({ index, adjacency, statements: chosen({}) }, { attribute });
      const rows = cellsOf(result, "values");
      expect(rows.length, attribute).toBeGreaterThan(1);
      for (const { value, statements } of rows)
        expect(chosen(filter(String(value))).length, `${attribute} ${value}`).toBe(statements);
    }
  });
});
