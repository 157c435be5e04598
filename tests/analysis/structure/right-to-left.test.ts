/** Names from right to left in what an analysis says: isolated, so that they do not turn the words round them. */
import { describe, expect, it } from "vitest";
import { ANALYSES } from "../../../src/analysis/structure/registry.ts";
import { answerAnalysis } from "../../../src/service/answer-analysis.ts";
import { ServedDataset } from "../../../src/service/served-dataset.ts";
import { parseAnalysisRequest } from "../../../src/view/analysis-grammar.ts";
import { NORTH, rightToLeftDataset, SOUTH } from "../../support/right-to-left.ts";

const dataset = rightToLeftDataset();
const OF_ITS_OWN: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  alignment: [
    ["a", "north"],
    ["b", "south"],
  ],
  values: [["attribute", "source"]],
};

/** What stands outside all isolates. */
const outside = (text: string): string => text.replace(/\u2068[^\u2068\u2069]*\u2069/g, "");
const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}/u;
/** A name on its own turns nothing. */
const isSentence = (text: string): boolean => / [a-z]/.test(outside(text));

describe("sentences, titles and notes", () => {
  it.each(ANALYSES.map((analysis) => [analysis.id, analysis] as const))(
    "of %s isolate names",
    (id, analysis) => {
      const request = parseAnalysisRequest(analysis, [...(OF_ITS_OWN[id] ?? []), ["actors", "all"]]);
      const { summary, notes, tables } = answerAnalysis(
        analysis,
        request,
        new ServedDataset(dataset),
        analysis.comparesTwo ? new ServedDataset(dataset) : null,
      );
      const heads = tables.flatMap(({ title, columns }) => [title, ...columns.map(({ label }) => label)]);
      const reports = tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          Object.values(cells)
            .map(String)
            .filter((cell) => cell.includes(" is reported ")),
        ),
      );
      for (const text of [summary, ...notes, ...heads, ...reports].filter(isSentence))
        expect(outside(text)).not.toMatch(RIGHT_TO_LEFT);
    },
  );

  it("are all of this kind: some name the nodes", () => {
    const [alignment] = ANALYSES.filter(({ id }) => id === "alignment");
    if (!alignment) throw new Error("no alignment");
    const request = parseAnalysisRequest(alignment, OF_ITS_OWN["alignment"] ?? []);
    const { summary } = answerAnalysis(alignment, request, new ServedDataset(dataset), null);
    expect(summary).toContain(`\u2068${NORTH}\u2069 and \u2068${SOUTH}\u2069`);
  });
});
