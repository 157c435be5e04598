/** Counting and choosing the cheapest of paths through required nodes, against walking each of them, on random graphs. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lowerBound } from "../../../src/analysis/paths/bounds.ts";
import { cheapestThrough } from "../../../src/analysis/paths/cheapest-through.ts";
import { Choices } from "../../../src/analysis/paths/choices.ts";
import { countThrough } from "../../../src/analysis/paths/count-through.ts";
import { hopCosts } from "../../../src/analysis/paths/hop-costs.ts";
import {
  comparePaths,
  compileSearch,
  pathCost,
  type RawPath,
  type SearchGraph,
} from "../../../src/analysis/paths/search-graph.ts";
import type { NodeKey } from "../../../src/model/id.ts";
import { DEFAULT_FILTER } from "../../../src/model/view.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { ask } from "./ask.ts";
import { indexOfTies } from "./ties.ts";

const question = fc.record({
  nodes: fc.integer({ min: 4, max: 9 }),
  /** Two sides, as of actors and issues: only ties between them. */
  twoSided: fc.boolean(),
  ties: fc.array(
    fc.record({
      from: fc.nat(),
      to: fc.nat(),
      confidence: fc.constantFrom(null, 0.2, 0.9),
      source: fc.nat(2),
    }),
    { minLength: 8, maxLength: 60 },
  ),
  directed: fc.boolean(),
  weighted: fc.boolean(),
  avoid: fc.array(fc.nat(), { maxLength: 1 }),
  required: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 4 }),
  hops: fc.integer({ min: 2, max: 8 }),
  limit: fc.integer({ min: 1, max: 9 }),
});

/** Every simple path of exactly so many hops through all required nodes. */
function walkAll(
  graph: SearchGraph,
  to: number,
  required: readonly number[],
  hops: number,
): (from: number) => RawPath[] {
  const { onward, scratch } = graph;
  const found: RawPath[] = [];
  const visit = (nodes: readonly number[]): void => {
    const node = nodes.at(-1) as number;
    if (node === to || nodes.length > hops) {
      if (node === to && nodes.length === hops + 1 && required.every((one) => nodes.includes(one)))
        found.push({ nodes, cost: pathCost(graph, nodes) });
      return;
    }
    const rowEnd = onward.span[2 * node + 1] || onward.make(node);
    for (const next of onward.pool.slice(onward.span[2 * node], rowEnd))
      if (!nodes.includes(next) && !scratch.blocked[next]) visit([...nodes, next]);
  };
  return (from) => {
    visit([from]);
    return found.sort((a, b) => comparePaths(graph.table.rank, a, b));
  };
}

test("paths through required nodes are counted and ordered as if each were walked", () => {
  let counted = 0;
  fc.assert(
    fc.property(question, ({ nodes, twoSided, ties, directed, weighted, hops, limit, ...given }) => {
      const index = indexOfTies(
        nodes,
        ties.filter(({ from, to }) => !twoSided || ((from % nodes) + (to % nodes)) % 2 === 1),
      );
      const [from, to] = [0, nodes - 1];
      const isInner = (node: number) => node !== from && node !== to;
      const required = [...new Set(given.required.map((number) => number % nodes))].filter(isInner);
      const avoid = given.avoid.map((number) => number % nodes).filter(isInner);
      fc.pre(required.length > 0 && !avoid.some((node) => required.includes(node)));
      const graph = compileSearch(
        index,
        { filter: DEFAULT_FILTER, rollup: "none" },
        { via: ["relation"], directed, weighted, avoid, allowed: null },
      );
      const bound = lowerBound(graph, from, to, required, hops);
      fc.pre(bound(from, (1 << required.length) - 1) <= hops);
      const all = walkAll(graph, to, required, hops)(from);
      const asked = { from, to, required, hops };
      expect(countThrough(graph, asked, bound, () => false)).toMatchObject({
        paths: all.length,
        exact: true,
      });
      const cheapest = cheapestThrough(graph, asked, bound, hopCosts(graph, to), limit, () => false);
      expect(cheapest).toEqual(all.slice(0, limit));
      if (all.length > 1) counted++;
    }),
    { numRuns: 1500 },
  );
  expect(counted).toBeGreaterThan(200);
});

test("ways to choose one node from each list are those of trying all", () => {
  const lists = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 6 }), { maxLength: 5 });
  fc.assert(
    fc.property(lists, fc.uniqueArray(fc.nat(7), { maxLength: 3 }), fc.nat(5), (given, posts, early) => {
      const ways = (at: number, used: readonly number[]): number =>
        at === given.length
          ? 1
          : (given[at] as number[])
              .filter((node) => !used.includes(node))
              .reduce((sum, node) => sum + ways(at + 1, [...used, node]), 0);
      const choices = new Choices(8, 5);
      const undo: (() => void)[] = [];
      // Some posts are there before the lists, others come after them.
      for (const post of posts.slice(0, early)) {
        choices.setPost(post);
        undo.push(() => choices.unsetPost(post));
      }
      for (const list of given) {
        choices.add(Int32Array.from(list));
        undo.push(() => choices.remove(Int32Array.from(list)));
      }
      for (const post of posts.slice(early)) {
        choices.setPost(post);
        undo.push(() => choices.unsetPost(post));
      }
      expect(choices.ways()).toBe(ways(0, posts));
      for (const step of undo.reverse()) step();
      choices.add(Int32Array.of(0, 1, 2));
      expect(choices.ways()).toBe(3);
    }),
    { numRuns: 500 },
  );
});

describe("on two sides of which everybody is linked with everybody", () => {
  const few = Array.from({ length: 12 }, (_, at) => `f${String(at).padStart(2, "0")}`);
  const many = Array.from({ length: 400 }, (_, at) => `m${String(at).padStart(3, "0")}`);
  const dataset = tinyDataset({
    actors: few,
    issues: many,
    statements: few.flatMap((actor) =>
      many.map((issue, at) => ({ actor, issue, confidence: 1 - (at % 7) / 10 })),
    ),
  });
  const through = (count: number): NodeKey[] => few.slice(2, 2 + count).map((id): NodeKey => `actor:${id}`);
  const ends = { from: "actor:f00", to: "actor:f01" } as const;

  test("millions of paths are counted to the last", () => {
    const whole = ask(dataset, { ...ends, through: through(2) });
    // Two orders, and three different nodes between.
    expect(whole).toMatchObject({ total: 2 * 400 * 399 * 398, truncated: false, hint: null });
    expect(whole.paths.map(({ nodes }) => nodes.filter((_, at) => at % 2 === 1))).toEqual(
      ["m002", "m003", "m004"].map((last) => ["issue:m000", "issue:m001", `issue:${last}`]),
    );
  });

  test("the cheapest of them come first", () => {
    const { total, paths } = ask(dataset, { ...ends, through: through(2), weighted: true, k: 5 });
    expect(total).toBe(2 * 400 * 399 * 398);
    // Every seventh of the many is the best evidenced.
    expect(paths.map(({ nodes }) => nodes[5])).toEqual(
      ["m014", "m021", "m028", "m035", "m042"].map((id) => `issue:${id}`),
    );
    expect(paths.every(({ cost }) => cost === paths[0]?.cost)).toBe(true);
  });

  test("more than can be counted is said to be so, in every mode", () => {
    const reason = expect.stringContaining("at least 9,007,199,254,740,991 paths");
    for (const [mode, truncated] of [
      ["k", false],
      ["shortest", true],
      ["disjoint", true],
    ] as const) {
      const answer = ask(dataset, { ...ends, through: through(6), mode });
      expect(answer).toMatchObject({ truncated, total: Number.MAX_SAFE_INTEGER });
      expect(answer.hint).toEqual({ reason, relax: null, length: null });
      expect(answer.paths.length).toBeGreaterThan(0);
    }
  });

  test("the time budget ends the count, not the answer", () => {
    const deadline = { expired: () => true };
    const answer = ask(dataset, { ...ends, through: through(2) }, { deadline });
    expect(answer.paths).toEqual(ask(dataset, { ...ends, through: through(2) }).paths);
    expect(answer).toMatchObject({ truncated: false, hint: { relax: null, length: null } });
    expect(answer.total).toBeGreaterThanOrEqual(3);
  });
});
