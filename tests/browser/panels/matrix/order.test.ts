import { describe, expect, it } from "vitest";
import { arrange } from "../../../../src/browser/panels/matrix/arrange.ts";
import type { Matrix, MatrixCell } from "../../../../src/browser/panels/matrix/cells.ts";
import {
  barycentres,
  headingsOf,
  orderColumns,
  orderRows,
  underHeadings,
} from "../../../../src/browser/panels/matrix/order.ts";
import { issue } from "../../fixtures.ts";

/** A matrix of counts, rows r0, r1 … by columns c0, c1 … */
function matrixOf(counts: readonly (readonly number[])[]): Matrix {
  const cells = new Map<string, ReadonlyMap<string, MatrixCell>>();
  counts.forEach((line, at) => {
    const made = new Map<string, MatrixCell>();
    line.forEach((count, place) => {
      if (count > 0)
        made.set(`c${place}`, { row: `r${at}`, column: `c${place}`, count, parts: [], edge: null });
    });
    cells.set(`r${at}`, made);
  });
  const sum = (line: readonly (number | undefined)[]) => line.reduce((a: number, b) => a + (b ?? 0), 0);
  const node = (key: string, count: number) => ({ key, label: key, shortLabel: "", count });
  return {
    rows: counts.map((line, at) => node(`r${at}`, sum(line))),
    columns: (counts[0] ?? []).map((_, place) => node(`c${place}`, sum(counts.map((line) => line[place])))),
    cells,
    filled: 0,
    count: 0,
  };
}
const keys = (nodes: readonly { readonly key: string }[]) => nodes.map(({ key }) => key).join(" ");

const MATRIX = matrixOf([
  [0, 0, 1],
  [2, 0, 0],
  [0, 3, 1],
]);

describe("the order of rows", () => {
  it("is by name, or by evidence", () => {
    expect(keys(orderRows([...MATRIX.rows].reverse(), "name", new Map()))).toBe("r0 r1 r2");
    expect(keys(orderRows(MATRIX.rows, "evidence", new Map()))).toBe("r2 r1 r0");
  });
  it("keeps coalitions together, by evidence inside, those in none last", () => {
    const coalitions = new Map([
      ["r0", 1],
      ["r2", 1],
    ]);
    expect(keys(orderRows(MATRIX.rows, "coalition", coalitions))).toBe("r2 r0 r1");
  });
});

describe("the order of columns", () => {
  it("follows the rows by the mean of their places, weighted by evidence", () => {
    expect([...barycentres(MATRIX, MATRIX.rows)].sort()).toEqual([
      ["c0", 1],
      ["c1", 2],
      ["c2", 1],
    ]);
    const rows = orderRows(
      MATRIX.rows,
      "coalition",
      new Map([
        ["r1", 1],
        ["r0", 2],
        ["r2", 3],
      ]),
    );
    expect(keys(rows)).toBe("r1 r0 r2");
    expect(keys(orderColumns(MATRIX, "coalition", rows))).toBe("c0 c2 c1");
  });
  it("puts columns of one heading together where the first of them stood, the rest last", () => {
    const headings = new Map([
      ["c0", "A"],
      ["c2", "A"],
    ]);
    expect(keys(underHeadings(MATRIX.columns, headings))).toBe("c0 c2 c1");
  });
});

describe("the headings of issues", () => {
  it("are their topmost ancestors, where these are containers", () => {
    const headings = headingsOf([
      issue("top", "Top", { container: true }),
      issue("mid", "Middle", { parent: { id: "top", label: "Top" } }),
      issue("leaf", "Leaf", { parent: { id: "mid", label: "Middle" } }),
      issue("alone", "Alone"),
      issue("child", "Child", { parent: { id: "alone", label: "Alone" } }),
    ]);
    expect(headings.get("issue:leaf")).toBe("Top");
    expect(headings.has("issue:child")).toBe(false);
  });
  it("survive issues that are each other's parent", () => {
    const loop = [
      issue("x", "X", { parent: { id: "y", label: "Y" }, container: true }),
      issue("y", "Y", { parent: { id: "x", label: "X" } }),
    ];
    expect(() => headingsOf(loop)).not.toThrow();
  });
});

describe("the arranged matrix", () => {
  const usual = {
    order: "coalition",
    coalitionOf: new Map([["r1", 1]]),
    headings: null,
    most: 100,
    symmetric: false,
  } as const;
  it("names the coalition of each row with its members", () => {
    expect(arrange(MATRIX, usual).rows.map(({ key, group }) => [key, group])).toEqual([
      ["r1", "Coalition 1 · 1"],
      ["r2", "In no coalition"],
      ["r0", "In no coalition"],
    ]);
  });
  it("draws the best-evidenced rows and columns when there are too many, and says so", () => {
    const { rows, columns, cut } = arrange(MATRIX, { ...usual, most: 2 });
    expect([rows.length, columns.length, cut]).toEqual([2, 2, true]);
    expect(arrange(MATRIX, usual).cut).toBe(false);
  });
});
