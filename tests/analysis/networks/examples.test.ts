/** The worked examples of NETWORKS §0, every number of both tables. */
import { describe, expect, it } from "vitest";
import type { NetworkQuestion } from "../../../src/analysis/networks/settings.ts";
import type { StatementTable } from "../../../src/analysis/networks/table.ts";
import { tableFromDataset } from "../../../src/analysis/networks/table-from-dataset.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { cell, type Line, network, tableOf } from "./ask.ts";

const DAY = "2020-01-01";
const PAIRS = [
  ["A", "B"],
  ["A", "C"],
  ["B", "C"],
] as const;

type Row = readonly [Partial<NetworkQuestion>, readonly [number, number, number]];

function check(table: StatementTable, rows: readonly Row[], variables: Partial<NetworkQuestion> = {}): void {
  for (const [settings, wanted] of rows) {
    const result = network(table, { ...variables, ...settings });
    PAIRS.forEach(([i, other], at) => {
      expect(cell(result, i, other), `${JSON.stringify(settings)} ${i}–${other}`).toBeCloseTo(
        wanted[at] as number,
        6,
      );
      expect(cell(result, other, i)).toBe(cell(result, i, other));
    });
    for (const i of ["A", "B", "C"]) expect(cell(result, i, i)).toBe(0);
  }
}

/** A: x 2/0, y 0/1; B: x 1/1, y 0/1; C: x 0/1, y 1/0. */
const first = (yes: string | number, no: string | number): Line[] => [
  [DAY, "A", "x", yes],
  [DAY, "A", "x", yes],
  [DAY, "A", "y", no],
  [DAY, "B", "x", yes],
  [DAY, "B", "x", no],
  [DAY, "B", "y", no],
  [DAY, "C", "x", no],
  [DAY, "C", "y", yes],
];

const FIRST: readonly Row[] = [
  [{ aggregation: "ignore" }, [5, 3, 3]],
  [{ aggregation: "congruence" }, [3, 0, 1]],
  [{ aggregation: "conflict" }, [2, 3, 2]],
  [{ aggregation: "subtract" }, [1, -3, -1]],
  [{ aggregation: "congruence", normalization: "average" }, [1, 0, 0.4]],
  [{ aggregation: "congruence", normalization: "jaccard" }, [0.75, 0, 0.25]],
  [{ aggregation: "congruence", normalization: "cosine" }, [0.774597, 0, 0.408248]],
  [{ aggregation: "conflict", normalization: "cosine" }, [0.516398, 0.948683, 0.816497]],
  [{ aggregation: "subtract", normalization: "jaccard" }, [0.25, -0.6, -0.25]],
  [{ aggregation: "subtract", normalization: "cosine" }, [0.258199, -0.948683, -0.408248]],
  [{ aggregation: "ignore", normalization: "jaccard" }, [1, 1, 1]],
];

const FIRST_DNA: readonly Row[] = [
  [{ aggregation: "congruence", normalization: "cosine", compat: "dna" }, [0.333333, 0, 0.166667]],
  [{ aggregation: "ignore", normalization: "jaccard", compat: "dna" }, [1.25, 0.6, 0.75]],
];

const SECOND: readonly Row[] = [
  [{ aggregation: "ignore" }, [5, 3, 3]],
  [{ aggregation: "congruence" }, [4, 0.5, 1]],
  [{ aggregation: "conflict" }, [1, 2.5, 2]],
  [{ aggregation: "subtract" }, [3, -2, -1]],
  [{ aggregation: "congruence", normalization: "jaccard" }, [1, 0.1, 0.2]],
  [{ aggregation: "congruence", normalization: "cosine" }, [0.894427, 0.158114, 0.353553]],
  [{ aggregation: "conflict", normalization: "cosine" }, [0.223607, 0.790569, Math.SQRT1_2]],
  [{ aggregation: "subtract", normalization: "jaccard" }, [0.75, -0.4, -0.2]],
  [{ aggregation: "subtract", normalization: "cosine" }, [0.67082, -0.632456, -0.353553]],
];

describe("example 1", () => {
  it("boolean", () => check(tableOf(first(1, 0)), [...FIRST, ...FIRST_DNA]));

  it("the same as text", () => {
    check(tableOf(first("yes", "no"), "short text"), FIRST);
    check(tableOf(first("yes", "no"), "short text"), [
      [{ aggregation: "conflict", compat: "dna" }, [1, 5, 3]],
    ]);
  });

  it("the same as the polarity of a dataset", () => {
    const table = tableFromDataset(
      tinyDataset({
        actors: ["A", "B", "C"],
        issues: ["x", "y"],
        statements: first("support", "oppose").map(([, actor, issue, polarity]) => ({
          actor,
          issue,
          polarity: polarity as "support" | "oppose",
        })),
      }),
    );
    check(table, FIRST, { rows: "actor", columns: "issue", qualifier: null });
  });
});

describe("example 2", () => {
  const lines: Line[] = [
    [DAY, "A", "x", 1],
    [DAY, "A", "x", 1],
    [DAY, "A", "y", -1],
    [DAY, "B", "x", 1],
    [DAY, "B", "x", 0],
    [DAY, "B", "y", -1],
    [DAY, "C", "x", -1],
    [DAY, "C", "y", 0],
  ];

  it("integer", () => {
    check(tableOf(lines, "integer"), SECOND);
    check(tableOf(lines, "integer"), [
      [{ aggregation: "congruence", normalization: "cosine", compat: "dna" }, [0.444444, 0.083333, 0.166667]],
    ]);
  });

  it("polarity read as −1, 0, 1", () => {
    const word = new Map<unknown, "support" | "neutral" | "oppose">([
      [1, "support"],
      [0, "neutral"],
      [-1, "oppose"],
    ]);
    const table = tableFromDataset(
      tinyDataset({
        actors: ["A", "B", "C"],
        issues: ["x", "y"],
        statements: lines.map(([, actor, issue, level]) => ({
          actor,
          issue,
          polarity: word.get(level) ?? "support",
        })),
      }),
    );
    check(table, SECOND, {
      rows: "actor",
      columns: "issue",
      qualifier: null,
      qualifierType: "integer",
    });
  });
});
