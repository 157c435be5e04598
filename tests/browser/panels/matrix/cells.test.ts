import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../../../src/browser/api/client.ts";
import { agreementMatrix, stanceMatrix } from "../../../../src/browser/panels/matrix/cells.ts";
import { agreementWords, stanceWords } from "../../../../src/browser/panels/matrix/texts.ts";
import { GRAPH } from "../../fixtures.ts";

const asKind = (kind: "relation" | "agreement", keys: readonly string[]): GraphDocument => ({
  ...GRAPH,
  edges: GRAPH.edges.map((edge) =>
    keys.includes(edge.key) ? { ...edge, attributes: { ...edge.attributes, kind } } : edge,
  ),
});
const STANCES = asKind("relation", ["ab", "ba"]);

describe("the matrix of positions", () => {
  const matrix = stanceMatrix(STANCES);
  const cell = (row: string, column: string) => matrix.cells.get(row)?.get(column);

  it("has a row for each actor with a position and a column for each issue, with their sums", () => {
    expect(matrix.rows.map(({ key, count }) => [key, count])).toEqual([
      ["actor:a", 3],
      ["actor:b", 4],
      ["actor:c", 1],
    ]);
    expect(matrix.columns.map(({ key, count }) => [key, count])).toEqual([["issue:i", 8]]);
    expect([matrix.filled, matrix.count]).toEqual([3, 8]);
  });

  it("keeps support and opposition of one cell apart, with their conditions and certainty", () => {
    expect(cell("actor:a", "issue:i")).toEqual({
      row: "actor:a",
      column: "issue:i",
      count: 3,
      edge: null,
      parts: [
        { polarity: "support", count: 2, conditional: true, tentative: false },
        { polarity: "oppose", count: 1, conditional: false, tentative: true },
      ],
    });
  });

  it("knows the edge of a cell that has but one", () => {
    expect(cell("actor:b", "issue:i")?.edge).toBe("bi");
  });

  it("adds up the edges of single statements, tentative only when all are", () => {
    const single = stanceMatrix({
      ...STANCES,
      edges: STANCES.edges.flatMap((edge) =>
        edge.key === "ci"
          ? [
              edge,
              { ...edge, key: "ci2", attributes: { ...edge.attributes, tentative: true, conditional: true } },
            ]
          : [],
      ),
    });
    expect(single.cells.get("actor:c")?.get("issue:i")?.parts).toEqual([
      { polarity: "support", count: 2, conditional: true, tentative: false },
    ]);
  });

  it("is empty for a graph of relations alone", () => {
    const none = stanceMatrix({ ...STANCES, edges: STANCES.edges.filter(({ key }) => key === "ab") });
    expect([none.rows, none.columns, none.filled]).toEqual([[], [], 0]);
  });
});

describe("the matrix of agreement", () => {
  it("is symmetric and counts each pair once", () => {
    const graph = asKind("agreement", ["ab"]);
    const matrix = agreementMatrix({ ...graph, edges: graph.edges.filter(({ key }) => key === "ab") });
    expect(matrix.cells.get("actor:a")?.get("actor:b")?.parts).toEqual(
      matrix.cells.get("actor:b")?.get("actor:a")?.parts,
    );
    expect([matrix.filled, matrix.count]).toEqual([1, 1]);
  });
});

describe("the words of a cell", () => {
  const part = { polarity: "support", count: 2, conditional: true, tentative: false } as const;
  it("say counts, conditions and certainty", () => {
    expect(
      stanceWords([part, { ...part, polarity: "oppose", count: 1, conditional: false, tentative: true }]),
    ).toBe("2 support, with a condition; 1 opposes, forecast or alleged only");
    expect(stanceWords([{ ...part, polarity: "neutral", conditional: false }])).toBe("2 take no side");
  });
  it("call issues by that name between two actors", () => {
    expect(
      agreementWords([
        { ...part, conditional: false },
        { ...part, polarity: "oppose", count: 1 },
      ]),
    ).toBe("agree on 2 issues; disagree on 1 issue, with a condition");
  });
});
