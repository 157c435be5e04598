import { describe, expect, it } from "vitest";
import { countMap, countsInWords } from "../../../src/browser/legend/counts.ts";
import { GRAPH } from "../fixtures.ts";

const COUNTS = { total: 412, shown: 318, repeats: 20, undated: 0, rolledTogether: 0, filtered: 74 };

describe("numbers of the legend", () => {
  it("say what is hidden and why", () => {
    expect(countsInWords(COUNTS)).toBe("412 statements, 318 shown: 20 repeats folded, 74 filtered");
    expect(countsInWords({ ...COUNTS, repeats: 1, undated: 3, filtered: 0, rolledTogether: 2 })).toBe(
      "412 statements, 318 shown: 1 repeat folded, 3 without a date, 2 within one body",
    );
    expect(countsInWords({ ...COUNTS, total: 1, shown: 1, repeats: 0, filtered: 0 })).toBe(
      "1 statement, all shown",
    );
  });

  it("count nodes by kind and marked lines", () => {
    const counts = countMap(GRAPH);
    expect(counts).toMatchObject({ issues: 1, actors: 3, conditional: 1, tentative: 1 });
    expect(counts.byKind.get("state")).toBe(3);
  });
});
