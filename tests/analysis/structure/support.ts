/** Inputs for tests of the analyses: all statements of a small dataset, and random ones. */
import fc from "fast-check";
import type { AnalysisInput, AnalysisResult, Row } from "../../../src/analysis/structure/analysis.ts";
import type { SignedTie } from "../../../src/analysis/structure/signed-graph.ts";
import { GraphBuilder, type SimpleGraph } from "../../../src/analysis/structure/simple-graph.ts";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import type { Dataset } from "../../../src/model/dataset.ts";
import type { Rollup } from "../../../src/model/view.ts";
import { type TinyStatement, type TinyTables, tinyDataset } from "../../support/tiny-dataset.ts";

/** Every statement of a dataset, repeats and off-topic ones too. */
export function everything(dataset: Dataset, rollup: Rollup = "none"): AnalysisInput {
  const index = buildStatementIndex(dataset);
  const statements = Int32Array.from({ length: index.statementCount }, (_, at) => at);
  return { index, statements, adjacency: index.adjacency(rollup) };
}

/** `A+x` = A supports x, `A-x` = opposes, `A0x` = takes no side, each with further fields if wanted. */
export type Said = string | readonly [string, Partial<TinyStatement>];

/** A dataset of stances; actors and issues come from what is said. */
export function stances(said: readonly Said[], tables: TinyTables = {}): AnalysisInput {
  const statements = said.map((each): TinyStatement => {
    const [words, fields] = typeof each === "string" ? [each, {}] : each;
    const match = /^(.+?)([+\-0])(.+)$/.exec(words);
    if (!match) throw new Error(`not a stance: ${words}`);
    const polarity = match[2] === "+" ? "support" : match[2] === "-" ? "oppose" : "neutral";
    return { actor: match[1] as string, issue: match[3] as string, polarity, ...fields };
  });
  const actors = [...new Set(statements.map(({ actor }) => actor))];
  const conditions = statements.flatMap(
    ({ conditionIssues }) => conditionIssues?.map(({ issue }) => issue) ?? [],
  );
  const issues = [...new Set([...statements.map(({ issue }) => issue as string), ...conditions])];
  return everything(tinyDataset({ actors, issues, ...tables, statements }));
}

/** The rows of a table as plain cells. */
export const cellsOf = (result: AnalysisResult, table: string): readonly Row["cells"][] =>
  rowsOf(result, table).map(({ cells }) => cells);

export function rowsOf(result: AnalysisResult, table: string): readonly Row[] {
  const found = result.tables.find(({ id }) => id === table);
  if (!found) throw new Error(`no table ${table} among ${result.tables.map(({ id }) => id).join(", ")}`);
  return found.rows;
}

/** A figure about the whole, by its name. */
export function measure(result: AnalysisResult, name: string): unknown {
  const row = cellsOf(result, "measures").find((cells) => cells["name"] === name);
  if (!row) throw new Error(`no measure ${name}`);
  return row["value"];
}

export type Edge = readonly [number, number, number];

export const graphOf = (order: number, edges: readonly Edge[]): SimpleGraph => {
  const builder = new GraphBuilder(order);
  for (const [a, b, weight] of edges) builder.add(a, b, weight);
  return builder.build();
};

/** Order and weighted edges, parallel ones and loops among them. */
export const randomGraph = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((order) =>
    fc.record({
      order: fc.constant(order),
      edges: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: order - 1 }),
          fc.integer({ min: 0, max: order - 1 }),
          fc.integer({ min: 1, max: 5 }),
        ),
        { maxLength: 3 * order },
      ),
    }),
  );

/** Signed ties, at most one per pair. */
export const randomTies = (most: number, weights: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: most }).chain((order) =>
    fc
      .array(
        fc.tuple(
          fc.integer({ min: 0, max: order - 1 }),
          fc.integer({ min: 0, max: order - 1 }),
          fc.constantFrom<1 | -1>(1, -1),
          weights,
        ),
        { maxLength: 3 * order },
      )
      .map((list) => {
        const ties = new Map<string, SignedTie>();
        for (const [x, y, sign, weight] of list) {
          const [a, b] = x < y ? [x, y] : [y, x];
          if (a !== b) ties.set(`${a} ${b}`, { a, b, sign, weight });
        }
        return { order, ties: [...ties.values()] };
      }),
  );

/** Random stances among few actors and issues, with conditions, sources and dates here and there. */
export const randomStances = fc
  .array(
    fc.record({
      actor: fc.constantFrom("A", "B", "C", "D", "E", "constructor", "__proto__"),
      issue: fc.constantFrom("x", "y", "z", "w"),
      polarity: fc.constantFrom("support", "oppose", "neutral"),
      source: fc.constantFrom("d1", "d2", "d3"),
      confidence: fc.constantFrom(null, 0.5, 1),
      intensity: fc.constantFrom(null, 1, 2, 3),
      date: fc.constantFrom("", "2025", "2025-03", "2025-06-01", "2026-01-15"),
      condition: fc.constantFrom("", "", "If so."),
      needs: fc.constantFrom(null, "x", "y", "z", "w"),
      negated: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    everything(
      tinyDataset({
        actors: ["A", "B", "C", "D", "E", "constructor", "__proto__"],
        issues: ["x", "y", "z", "w"],
        sources: ["d1", "d2", "d3"],
        statements: list.map(({ needs, negated, ...fields }) => ({
          ...fields,
          conditionIssues: fields.condition !== "" && needs ? [{ issue: needs, negated }] : [],
        })),
      }),
    ),
  );
