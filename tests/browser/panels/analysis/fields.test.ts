import { describe, expect, it } from "vitest";
import { piecesOf, rowName, sortRows, valueText } from "../../../../src/browser/panels/analysis/cells.ts";
import {
  fieldPairs,
  fieldsOf,
  formatChoice,
  missingFields,
  parseChoice,
} from "../../../../src/browser/panels/analysis/fields.ts";
import { analysisList } from "../../../../src/service/answer-analysis.ts";

const entry = (id: string) => {
  const found = analysisList().find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe("the form of an analysis", () => {
  it("has a field for each parameter, of its kind, with its default", () => {
    const fields = fieldsOf(entry("centrality"));
    expect(fields.map(({ name, kind, byDefault }) => [name, kind, byDefault])).toEqual([
      ["network", "choice", "statements"],
      ["normalisation", "choice", "no"],
      ["weighted", "flag", "true"],
      ["damping", "number", "0.85"],
      ["seed", "number", "1"],
    ]);
    expect(fields[0]?.options).toContain("congruence");
    expect(fields[3]?.range).toBe("0 to 0.99");
  });
  it("asks for actors where an analysis needs them", () => {
    const fields = fieldsOf(entry("alignment"));
    expect(fields.map(({ kind }) => kind)).toEqual(["node", "node"]);
    expect(missingFields(fields, { a: "egypt" })).toEqual(["B"]);
    expect(missingFields(fields, { a: "egypt", b: "qatar" })).toEqual([]);
  });
  it("can be made of every analysis there is, and sends nothing by default", () => {
    for (const one of analysisList()) {
      const fields = fieldsOf(one);
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(one.parameters));
      expect(fieldPairs(fields, {})).toEqual([]);
    }
  });
  it("sends what differs from the default", () => {
    const fields = fieldsOf(entry("communities"));
    expect(fieldPairs(fields, { resolution: "1", seed: "7", normalisation: "" })).toEqual([["seed", "7"]]);
  });
  it("comes back from the address", () => {
    expect(parseChoice(formatChoice("alignment", [["a", "a;b=c"]]))).toEqual({
      id: "alignment",
      values: { a: "a;b=c" },
    });
    expect(parseChoice("")).toEqual({ id: null, values: {} });
  });
});

describe("the cells of a result", () => {
  it("are numbers in few digits and dashes for nothing", () => {
    expect(valueText(null, "text")).toBe("–");
    expect(valueText(12345, "integer")).toBe("12,345");
    expect(valueText(-0.123456, "number")).toBe("−0.1235");
    expect(valueText(3022.13, "number")).toBe("3022.1");
    expect(valueText("0", "text")).toBe("0");
  });
  it("link the names of their nodes, alone or in lists", () => {
    const byLabel = new Map([
      ["A", "actor:a"],
      ["B", "actor:b"],
      ["C; D", "actor:c"],
    ]);
    expect(piecesOf("C; D", byLabel)).toEqual([{ text: "C; D", node: "actor:c" }]);
    expect(piecesOf("A; X; B", byLabel)).toEqual([
      { text: "A", node: "actor:a" },
      { text: "; ", node: null },
      { text: "X", node: null },
      { text: "; ", node: null },
      { text: "B", node: "actor:b" },
    ]);
    expect(piecesOf("X; Y", byLabel)).toEqual([{ text: "X; Y", node: null }]);
  });
  it("sort by number, nothing last either way, and name their row", () => {
    const rows = [2, null, 10].map((n) => ({ cells: { n, name: `row ${n}` }, statements: [] }));
    const columns = [
      { id: "n", label: "N", type: "integer" },
      { id: "name", label: "Name", type: "text" },
    ] as const;
    const order = (descending: boolean) => sortRows(rows, { by: "n", descending }).map(([, at]) => at);
    expect(order(false)).toEqual([0, 2, 1]);
    expect(order(true)).toEqual([2, 0, 1]);
    expect(sortRows(rows, null).map(([, at]) => at)).toEqual([0, 1, 2]);
    expect(rowName(rows[0] as (typeof rows)[number], columns)).toBe("row 2");
  });
});
