/** A view in words: names from right to left are isolated. */
import { describe, expect, it } from "vitest";
import { describeView } from "../../src/view/describe.ts";
import { parseView } from "../../src/view/grammar.ts";
import { DAM, NORTH, rightToLeftDataset } from "../support/right-to-left.ts";

describe("a view in words", () => {
  it("isolates names that run from right to left", () => {
    const dataset = rightToLeftDataset();
    const view = parseView([
      ["actor", "north"],
      ["issue", "dam"],
      ["ego", "actor:north"],
      ["source", "d1"],
    ]);
    const words = describeView(dataset, view, { documents: 1, undated: 0 });
    expect(words).toContain(
      `held by \u2068${NORTH}\u2069, on \u2068${DAM}\u2069, within one step of \u2068${NORTH}\u2069`,
    );
    expect(words).toContain("in “\u2068جريدة النهر: عدد 12 (خاص)\u2069”");
  });
});
