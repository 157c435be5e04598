/** The quick search against the full one, which the brute-force reference checks, on random multigraphs and random bars. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quickPath } from "../../../src/analysis/paths/quick-path.ts";
import { compileSearch } from "../../../src/analysis/paths/search-graph.ts";
import { leastPath, measure } from "../../../src/analysis/paths/shortest-search.ts";
import { nextEpoch } from "../../../src/analysis/paths/walk-table.ts";
import { buildStatementIndex } from "../../../src/graph/statement-index.ts";
import { DEFAULT_FILTER } from "../../../src/model/view.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { indexOfTies } from "./ties.ts";

const question = fc.record({
  nodes: fc.integer({ min: 2, max: 30 }),
  ties: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), confidence: fc.constantFrom(null, 0.2, 0.9) }), {
    maxLength: 90,
  }),
  directed: fc.boolean(),
  minConfidence: fc.constantFrom(0, 0, 0.5),
  avoid: fc.array(fc.nat(), { maxLength: 2 }),
  closed: fc.array(fc.nat(), { maxLength: 3 }),
  notNext: fc.array(fc.nat(), { maxLength: 3 }),
  maxHops: fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY),
  pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
});

describe("the quick path", () => {
  it("is the least fewest-hop path, whatever is barred", () => {
    fc.assert(
      fc.property(question, ({ nodes, ties, directed, minConfidence, maxHops, ...given }) => {
        const index = indexOfTies(nodes, ties);
        const numbers = (list: readonly number[]) => list.map((number) => number % nodes);
        const avoid = numbers(given.avoid);
        const graph = compileSearch(
          index,
          { filter: { ...DEFAULT_FILTER, minConfidence }, rollup: "none" },
          { via: ["relation"], directed, weighted: false, avoid, allowed: null },
        );
        const { scratch } = graph;
        for (const [a, b] of given.pairs) {
          const [from, to] = [a % nodes, b % nodes];
          if (from === to || avoid.includes(from) || avoid.includes(to)) continue;
          const closed = numbers(given.closed).filter((node) => node !== from && node !== to);
          const notNext = numbers(given.notNext);
          const quick = quickPath(graph, from, to, maxHops, { closed, notNext });
          scratch.bannedEpoch = nextEpoch(scratch);
          scratch.notNextEpoch = nextEpoch(scratch);
          for (const node of closed) scratch.banned[node] = scratch.bannedEpoch;
          for (const node of notNext) scratch.notNext[node] = scratch.notNextEpoch;
          const levels = measure(graph, from, to, maxHops);
          expect(quick).toEqual(levels && leastPath(graph, levels));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("goes on when the marks run out", () => {
    const index = buildStatementIndex(
      tinyDataset({
        actors: ["a", "b", "c"],
        relations: ["r"],
        statements: [
          { actor: "a", relation: "r", target: "b" },
          { actor: "b", relation: "r", target: "c" },
        ],
      }),
    );
    const graph = compileSearch(
      index,
      { filter: DEFAULT_FILTER, rollup: "none" },
      { via: ["relation"], directed: true, weighted: false, avoid: [], allowed: null },
    );
    const first = quickPath(graph, 0, 2, 9);
    expect(first?.nodes).toEqual([0, 1, 2]);
    graph.scratch.markBase = 2 ** 31 - 10;
    for (let again = 0; again < 5; again++) expect(quickPath(graph, 0, 2, 9)).toEqual(first);
    expect(graph.scratch.markBase).toBeLessThan(1000);
  });
});
