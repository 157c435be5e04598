import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceAnalysis } from "../../../src/analysis/structure/balance.ts";
import { frustrationIndex } from "../../../src/analysis/structure/frustration.ts";
import { packOddCycles } from "../../../src/analysis/structure/odd-cycles.ts";
import { costOf, gainOf, type SignedTie, signedGraph } from "../../../src/analysis/structure/signed-graph.ts";
import { countTriads } from "../../../src/analysis/structure/triads.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { cellsOf, everything, measure, randomTies, stances } from "./support.ts";

const OPTIONS = { seed: 1, starts: 5, steps: 1e6 };
const tie = (a: number, b: number, sign: 1 | -1, weight = 1): SignedTie => ({ a, b, sign, weight });

/** All divisions of a small network. */
function slowIndex(order: number, ties: readonly SignedTie[]): number {
  const graph = signedGraph(order, ties);
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** Math.max(0, order - 1); set++)
    least = Math.min(
      least,
      costOf(
        graph,
        Int8Array.from({ length: order }, (_, at) => (set >> at) & 1),
      ),
    );
  return least;
}

describe("the frustration index", () => {
  it.each([
    ["a triangle of friends", [tie(0, 1, 1), tie(1, 2, 1), tie(0, 2, 1)], 0],
    ["two against one", [tie(0, 1, 1), tie(1, 2, -1), tie(0, 2, -1)], 0],
    ["a triangle with one negative tie", [tie(0, 1, 1), tie(1, 2, 1), tie(0, 2, -1)], 1],
    ["three mutual opponents", [tie(0, 1, -1), tie(1, 2, -1), tie(0, 2, -1)], 1],
    ["three mutual opponents, weighted", [tie(0, 1, -1, 3), tie(1, 2, -1, 2.5), tie(0, 2, -1, 4)], 2.5],
  ] as const)("of %s", (_, ties, expected) => {
    expect(frustrationIndex(signedGraph(3, ties), OPTIONS)).toMatchObject({ value: expected, exact: true });
  });

  it("of five mutual opponents is 4: camps of two and three", () => {
    const ties = [0, 1, 2, 3, 4].flatMap((a) =>
      [0, 1, 2, 3, 4].filter((b) => b > a).map((b) => tie(a, b, -1)),
    );
    expect(frustrationIndex(signedGraph(5, ties), OPTIONS).value).toBe(4);
  });

  it("equals the least over all divisions, and its division has that cost", () => {
    const weights = fc.constantFrom(1, 1, 2, 3, 0.5);
    fc.assert(
      fc.property(randomTies(9, weights), ({ order, ties }) => {
        const graph = signedGraph(order, ties);
        const found = frustrationIndex(graph, OPTIONS);
        expect(found.exact).toBe(true);
        expect(found.value).toBeCloseTo(slowIndex(order, ties), 9);
        expect(costOf(graph, found.camps)).toBeCloseTo(found.value, 9);
        for (let node = 0; node < order; node++) expect(gainOf(graph, found.camps, node)).toBeLessThan(1e-8);
      }),
      { numRuns: 300 },
    );
  });

  it("does not change when an actor's ties all change sign", () => {
    fc.assert(
      fc.property(randomTies(9, fc.constant(1)), ({ order, ties }) => {
        const turned = ties.map((each) =>
          each.a === 0 || each.b === 0
            ? { ...each, sign: each.sign === 1 ? (-1 as const) : (1 as const) }
            : each,
        );
        expect(frustrationIndex(signedGraph(order, turned), OPTIONS).value).toBe(
          frustrationIndex(signedGraph(order, ties), OPTIONS).value,
        );
      }),
    );
  });

  it("lies between its bounds when the search is cut short", () => {
    fc.assert(
      fc.property(
        randomTies(10, fc.constant(1)),
        fc.integer({ min: 1, max: 60 }),
        ({ order, ties }, steps) => {
          const found = frustrationIndex(signedGraph(order, ties), { seed: 1, starts: 0, steps });
          const exact = slowIndex(order, ties);
          expect(found.lower).toBeLessThanOrEqual(exact);
          expect(found.value).toBeGreaterThanOrEqual(exact);
          if (found.exact) expect(found.value).toBe(exact);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is bounded for a network too large to solve", () => {
    const ties = fc.sample(randomTies(400, fc.constant(1)), { numRuns: 40, seed: 3 }).at(-1);
    const { order, ties: list } = ties as { order: number; ties: SignedTie[] };
    const found = frustrationIndex(signedGraph(order, list), { seed: 1, starts: 5, steps: 20000 });
    expect(found.lower).toBeLessThanOrEqual(found.value);
  });
});

describe("unbalanced cycles", () => {
  it("are cycles of the graph with an odd number of negative ties, sharing no weight", () => {
    fc.assert(
      fc.property(randomTies(9, fc.constantFrom(1, 2, 3)), ({ order, ties }) => {
        const left = new Map(ties.map(({ a, b, weight }) => [`${a} ${b}`, weight]));
        const sign = new Map(ties.map(({ a, b, sign }) => [`${a} ${b}`, sign]));
        for (const { nodes, weight } of packOddCycles(signedGraph(order, ties), 1e6)) {
          let product = 1;
          expect(new Set(nodes).size).toBe(nodes.length);
          nodes.forEach((node, at) => {
            const next = nodes[(at + 1) % nodes.length] as number;
            const key = node < next ? `${node} ${next}` : `${next} ${node}`;
            product *= sign.get(key) as number;
            left.set(key, (left.get(key) as number) - weight);
          });
          expect(product).toBe(-1);
        }
        for (const weight of left.values()) expect(weight).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("triads", () => {
  it("equal the count over all triples", () => {
    fc.assert(
      fc.property(randomTies(9, fc.constant(1)), ({ order, ties }) => {
        const sign = new Map(ties.map((each) => [each.a * order + each.b, each.sign]));
        let all = 0;
        let balanced = 0;
        const inside = new Set<number>();
        for (let a = 0; a < order; a++)
          for (let b = a + 1; b < order; b++)
            for (let c = b + 1; c < order; c++) {
              const three = [a * order + b, b * order + c, a * order + c];
              const product = three.reduce((x: number, key) => x * (sign.get(key) ?? 0), 1);
              if (product !== 0) all++;
              if (product !== 0) for (const key of three) inside.add(key);
              if (product > 0) balanced++;
            }
        expect(countTriads(signedGraph(order, ties))).toEqual({
          all,
          balanced,
          ties: Uint8Array.from(ties, (each) => Number(inside.has(each.a * order + each.b))),
        });
      }),
    );
  });
});

describe("the analysis", () => {
  /** A agrees with B on x and with C on y, but B and C are on opposite sides of z. */
  const triangle = stances(["A+x", "B+x", "A+y", "C+y", "B+z", "C-z"]);

  it("names the tie at odds, each actor's part in it, and the positions that would lower the index", () => {
    const result = balanceAnalysis.run(triangle);
    expect(measure(result, "Frustration index")).toBe(1);
    expect(measure(result, "Lower bound")).toBe(1);
    expect(measure(result, "Line index of balance, normalised")).toBeCloseTo(1 / 3, 12);
    expect(measure(result, "Share of balanced triads")).toBe(0);
    expect(cellsOf(result, "ties")).toHaveLength(1);
    for (const { without, reduction } of cellsOf(result, "actors"))
      expect([without, reduction]).toEqual([0, 1]);
    const changes = cellsOf(result, "changes").map(({ actor, issue, index }) => [actor, issue, index]);
    expect(changes.length).toBeGreaterThan(0);
    for (const [, , index] of changes) expect(index).toBe(0);
    expect(result.tables.find(({ id }) => id === "ties")?.rows[0]?.statements).toHaveLength(2);
  });

  it("claims only falls that hold: with the position turned, the index is at most what is said", () => {
    const said = ["A+x", "B+x", "A+y", "C+y", "B+z", "C-z", "D-x", "D+z", "D+y"];
    const result = balanceAnalysis.run(stances(said));
    for (const { actor, issue, index } of cellsOf(result, "changes")) {
      const turned = said.map((words) => {
        if (words === `${actor}+${issue}`) return `${actor}-${issue}`;
        return words === `${actor}-${issue}` ? `${actor}+${issue}` : words;
      });
      expect(measure(balanceAnalysis.run(stances(turned)), "Frustration index")).toBeLessThanOrEqual(
        Number(index),
      );
    }
  });

  it("says that a network in two camps is balanced", () => {
    const result = balanceAnalysis.run(stances(["A+x", "B+x", "C-x"]));
    expect(measure(result, "Frustration index")).toBe(0);
    expect(result.summary).toContain("all ties fit two camps");
    expect(cellsOf(result, "actors").map(({ actor, camp }) => [actor, camp])).toEqual([
      ["A", "A"],
      ["B", "A"],
      ["C", "B"],
    ]);
  });

  it("reads relations too, by their net sign", () => {
    const input = everything(
      tinyDataset({
        actors: ["A", "B", "C"],
        relations: [
          { id: "backs" },
          { id: "accuses", polarity: "negative" },
          { id: "meets", polarity: "neutral" },
        ],
        statements: [
          { actor: "A", relation: "backs", target: "B" },
          { actor: "B", relation: "accuses", target: "C" },
          { actor: "C", relation: "backs", target: "A" },
          { actor: "C", relation: "meets", target: "B" },
        ],
      }),
    );
    const result = balanceAnalysis.run(input, { ties: "relations" });
    expect(measure(result, "Frustration index")).toBe(1);
    expect(result.tables.map(({ id }) => id)).not.toContain("changes");
  });
});
