/** Rows of results: whether all of the statements they count are listed. */
import { describe, expect, it } from "vitest";
import type { ResultRow } from "../../../../src/browser/api/computed.ts";
import { listsFirst } from "../../../../src/browser/panels/analysis/cells.ts";
import { ANALYSIS_TEXTS } from "../../../../src/browser/panels/analysis/texts.ts";

const row = (counted: number | null, listed: number, others = 0) =>
  ({
    cells: { statements: counted },
    statements: Array.from({ length: listed }, (_, at) => `s${at}`),
    otherStatements: Array.from({ length: others }, (_, at) => `o${at}`),
  }) as unknown as ResultRow;

describe("the statements behind a row", () => {
  it("are the first where it counts more than are listed", () => {
    expect(listsFirst(row(6177, 2669))).toBe(true);
    expect(ANALYSIS_TEXTS.statements(2669, true)).toBe("first 2,669 statements");
  });

  it("are all where it counts as many, fewer or none, or lists none", () => {
    expect(listsFirst(row(3, 3))).toBe(false);
    expect(listsFirst(row(3, 2, 1))).toBe(false);
    expect(listsFirst(row(null, 3))).toBe(false);
    expect(listsFirst(row(3, 0))).toBe(false);
    expect(ANALYSIS_TEXTS.statements(3, false)).toBe("3 statements");
  });
});
