/** Analyses read what they need from columns where there are any, and find what they find in records. */
import { expect, test } from "vitest";
import { ANALYSES } from "../../../src/analysis/structure/registry.ts";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import type { Dataset } from "../../../src/model/dataset.ts";
import { houseDataset } from "../../support/house.ts";

const read = houseDataset();

test("the house dataset has columns of its statements", () => {
  expect(read.columns?.records).toBe(read.statements);
});

const selectionOf = (dataset: Dataset) => {
  const index = buildStatementIndex(dataset);
  const statements = Int32Array.from({ length: index.statementCount }, (_, at) => at);
  return { index, statements, adjacency: index.adjacency("body") };
};
const byColumns = selectionOf(read);
const byRecords = selectionOf({ ...read, statements: read.statements.map((record) => ({ ...record })) });

test.each(ANALYSES.filter(({ comparesTwo, id }) => !comparesTwo && id !== "alignment"))(
  "$id finds the same in both",
  (analysis) => {
    expect(analysis.run(byColumns)).toEqual(analysis.run(byRecords));
  },
);
