import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { communitiesAnalysis } from "../../../src/analysis/structure/communities.ts";
import { louvain, modularity } from "../../../src/analysis/structure/louvain.ts";
import { collectPositions } from "../../../src/analysis/structure/positions.ts";
import {
  AGGREGATIONS,
  NORMALISATIONS,
  oneMode,
  stanceTable,
} from "../../../src/analysis/structure/stance-table.ts";
import { cellsOf, graphOf, measure, randomGraph, stances } from "./support.ts";

/** Supporting/opposing statements: A 2/0 on x, 0/1 on y; B 1/1, 0/1; C 0/1, 1/0. */
const example = stances(["A+x", "A+x", "A-y", "B+x", "B-x", "B-y", "C-x", "C+y"]);
const table = stanceTable(example.index, collectPositions(example));

describe("one-mode networks", () => {
  it.each([
    ["congruence", "no", [3, 0, 1]],
    ["conflict", "no", [2, 3, 2]],
    ["subtract", "no", [1, -3, -1]],
    ["congruence", "average", [1, 0, 0.4]],
    ["congruence", "jaccard", [0.75, 0, 0.25]],
    ["congruence", "cosine", [0.774597, 0, 0.408248]],
    ["conflict", "cosine", [0.516398, 0.948683, 0.816497]],
    ["subtract", "jaccard", [0.25, -0.6, -0.25]],
    ["subtract", "cosine", [0.258199, -0.948683, -0.408248]],
    ["ignore", "no", [5, 3, 3]],
    ["ignore", "jaccard", [1, 1, 1]],
    // C_ii of 2 and 1, 2 and 1, 1 and 1 statements on x and y: 5, 5, 2.
    ["ignore", "cosine", [5 / Math.sqrt(5 * 5), 3 / Math.sqrt(5 * 2), 3 / Math.sqrt(5 * 2)]],
  ] as const)("%s, %s: the worked example", (aggregation, normalisation, [ab, ac, bc]) => {
    const matrix = oneMode(table, aggregation, normalisation);
    const expected = [0, ab, ac, ab, 0, bc, ac, bc, 0];
    matrix.forEach((cell, at) => {
      expect(cell).toBeCloseTo(expected[at] as number, 6);
    });
  });

  it("are symmetric with an empty diagonal, and of kept issues only when asked", () => {
    for (const aggregation of AGGREGATIONS)
      for (const normalisation of NORMALISATIONS) {
        const some = oneMode(table, aggregation, normalisation, Uint8Array.of(1, 0));
        const alone = stances(["A+x", "A+x", "B+x", "B-x", "C-x"]);
        expect(some).toEqual(
          oneMode(stanceTable(alone.index, collectPositions(alone)), aggregation, normalisation),
        );
        for (let a = 0; a < 3; a++) {
          expect(some[a * 3 + a]).toBe(0);
          for (let b = 0; b < 3; b++) expect(some[a * 3 + b]).toBe(some[b * 3 + a]);
        }
      }
  });
});

describe("modularity", () => {
  it("of two triangles joined by one edge, by hand: 2 · (3/7 − (7/14)²)", () => {
    const graph = graphOf(6, [
      [0, 1, 1],
      [1, 2, 1],
      [0, 2, 1],
      [3, 4, 1],
      [4, 5, 1],
      [3, 5, 1],
      [2, 3, 1],
    ]);
    expect(modularity(graph, [0, 0, 0, 1, 1, 1], 1)).toBeCloseTo(2 * (3 / 7 - 0.25), 12);
    expect([...louvain(graph, 1, 5)]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it("equals the double sum over pairs, and Louvain is never below single nodes or one group", () => {
    fc.assert(
      fc.property(randomGraph(10), fc.integer({ min: 0, max: 99 }), ({ order, edges }, seed) => {
        const graph = graphOf(order, edges);
        const group = louvain(graph, 1, seed);
        expect(louvain(graph, 1, seed)).toEqual(group);
        const found = modularity(graph, group, 1);
        if (found === null) return;
        const weights = new Map<string, number>();
        const strength = new Array<number>(order).fill(0);
        let twice = 0;
        for (const [a, b, weight] of edges) {
          if (a === b) continue;
          for (const [x, y] of [
            [a, b],
            [b, a],
          ] as const) {
            weights.set(`${x} ${y}`, (weights.get(`${x} ${y}`) ?? 0) + weight);
            strength[x] = (strength[x] as number) + weight;
            twice += weight;
          }
        }
        let sum = 0;
        for (let a = 0; a < order; a++)
          for (let b = 0; b < order; b++)
            if (group[a] === group[b])
              sum +=
                (weights.get(`${a} ${b}`) ?? 0) - ((strength[a] as number) * (strength[b] as number)) / twice;
        expect(found).toBeCloseTo(sum / twice, 9);
        expect(found).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});

describe("communities", () => {
  it("are two camps with the issues they share, and nobody with only conflicts", () => {
    const result = communitiesAnalysis.run(stances(["A+x", "B+x", "C-x", "D-x", "C+y", "D+y", "E-y", "F0x"]));
    expect(cellsOf(result, "communities").map(({ members }) => members)).toEqual(["A; B", "C; D"]);
    expect(cellsOf(result, "members").map(({ actor, community }) => [actor, community])).toEqual([
      ["A", 1],
      ["B", 1],
      ["C", 2],
      ["D", 2],
      ["E", null],
    ]);
    // Weights: A–B 1, C–D 2; m = 3.
    expect(measure(result, "Modularity")).toBeCloseTo(1 / 3 - (2 / 6) ** 2 + 2 / 3 - (4 / 6) ** 2, 12);
  });
});
