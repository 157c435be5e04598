/** The index made of columns, with what reading found out about them, against the index made of records. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPackage } from "../../src/dataset/read.ts";
import { buildStatementIndex } from "../../src/graph/statement-index.ts";
import type { Dataset } from "../../src/model/dataset.ts";
import type { Rollup } from "../../src/model/view.ts";
import { append, type Files, soundPackage } from "../dataset/package-fixture.ts";

const FILE = "statements.csv";
const ROLLUPS: readonly Rollup[] = ["none", "body", "top"];

function read(files: Files): Dataset {
  const { dataset, report } = readPackage(files, { id: "x" });
  if (dataset === null) throw new Error(JSON.stringify(report.problems));
  return dataset;
}

/** All that an index says, but for its dataset. */
function contentOf(dataset: Dataset) {
  const { dataset: _, adjacency, nodeByKey, ...rest } = buildStatementIndex(dataset);
  return { ...rest, nodeByKey: [...nodeByKey], adjacencies: ROLLUPS.map(adjacency) };
}

/** The cells of a statement behind its id. */
const row = fc
  .record({
    source: fc.constantFrom("s1", "s2"),
    actor: fc.constantFrom("egypt", "envoy", "arab-states"),
    issue: fc.constantFrom("plan", "force", ""),
    polarity: fc.constantFrom("support", "oppose", "neutral"),
    relation: fc.constantFrom("backs", "meets"),
    target: fc.constantFrom("egypt", "arab-states"),
    date: fc.constantFrom("", "2025", "2025-11-02"),
    confidence: fc.constantFrom("", "0.5", "1"),
    offTopic: fc.constantFrom("", "true"),
  })
  .map(({ source, actor, issue, polarity, relation, target, date, confidence, offTopic }) => {
    const about = issue === "" ? `,,${relation},${target}` : `${polarity},${issue},,`;
    return `${source},${actor},,,,,,,,,${about},,,,${date},,,,${confidence},,${offTopic},,,`;
  });

describe("the statement index", () => {
  it("is the same from columns, from records, and with records of other actors", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const files = soundPackage();
        for (const [at, cells] of rows.entries()) append(files, FILE, `n${at},${cells}`);
        const dataset = read(files);
        expect(dataset.columns).toBeDefined();
        const { columns: _, ...records } = { ...dataset, statements: [...dataset.statements] };
        const content = contentOf(dataset);
        expect(content).toEqual(contentOf(records));
        // What was found out about the tables that were read holds for no others.
        const turned = { ...dataset, actors: dataset.actors.toReversed() };
        expect(contentOf(turned)).toEqual(contentOf({ ...records, actors: turned.actors }));
      }),
      { numRuns: 50 },
    );
  });

  it("refuses statements whose actor is not there", () => {
    const dataset = read(soundPackage());
    const actors = dataset.actors
      .filter(({ id }) => id !== "egypt")
      .map((actor) => ({ ...actor, speaksFor: null, groups: [] }));
    expect(() => buildStatementIndex({ ...dataset, actors })).toThrow("the dataset was not checked");
  });
});
