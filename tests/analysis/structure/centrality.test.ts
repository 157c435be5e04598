import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betweenness } from "../../../src/analysis/structure/betweenness.ts";
import { centralityAnalysis } from "../../../src/analysis/structure/centrality.ts";
import { degreeOf, type SimpleGraph, strengthOf } from "../../../src/analysis/structure/simple-graph.ts";
import { eigenvectorCentrality, pageRank } from "../../../src/analysis/structure/spectral-centrality.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";
import { cellsOf, everything, graphOf, randomGraph, rowsOf, stances } from "./support.ts";

const matrixOf = ({ order, start, neighbour, weight }: SimpleGraph): number[][] => {
  const matrix = Array.from({ length: order }, () => new Array<number>(order).fill(0));
  for (let node = 0; node < order; node++)
    for (let slot = start[node] as number; slot < (start[node + 1] as number); slot++)
      (matrix[node] as number[])[neighbour[slot] as number] = weight[slot] as number;
  return matrix;
};

/** Counts shortest paths through every node by powers of the adjacency matrix: slow and plain. */
function slowBetweenness(graph: SimpleGraph): number[] {
  const n = graph.order;
  const matrix = matrixOf(graph).map((row) => row.map((cell) => (cell > 0 ? 1 : 0)));
  const distance = matrix.map((row, a) => row.map((_, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)));
  const ways = matrix.map((row, a) => row.map((_, b) => (a === b ? 1 : 0)));
  let walks: number[][] = matrix.map((row, a) => row.map((_, b) => (a === b ? 1 : 0)));
  for (let length = 1; length < n; length++) {
    walks = walks.map((row) =>
      row.map((_, b) =>
        row.reduce<number>((sum, count, c) => sum + count * ((matrix[c] as number[])[b] as number), 0),
      ),
    );
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        const count = (walks[a] as number[])[b] as number;
        if (count === 0 || Number.isFinite((distance[a] as number[])[b])) continue;
        (distance[a] as number[])[b] = length;
        (ways[a] as number[])[b] = count;
      }
  }
  const at = (table: number[][], a: number, b: number): number => (table[a] as number[])[b] as number;
  return Array.from({ length: n }, (_, v) => {
    let sum = 0;
    for (let a = 0; a < n; a++)
      for (let b = a + 1; b < n; b++) {
        if (a === v || b === v || !Number.isFinite(at(distance, a, b))) continue;
        if (at(distance, a, v) + at(distance, v, b) !== at(distance, a, b)) continue;
        sum += (at(ways, a, v) * at(ways, v, b)) / at(ways, a, b);
      }
    return sum;
  });
}

describe("betweenness", () => {
  it("of a path a–b–c–d by hand", () => {
    const graph = graphOf(4, [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
    ]);
    expect([...betweenness(graph, 4, 1).values]).toEqual([0, 2, 2, 0]);
  });

  it("shares a pair among its shortest paths: a square", () => {
    const graph = graphOf(4, [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
      [3, 0, 1],
    ]);
    expect([...betweenness(graph, 4, 1).values]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it("equals the slow count, parallel edges and pieces included", () => {
    fc.assert(
      fc.property(randomGraph(9), ({ order, edges }) => {
        const graph = graphOf(order, edges);
        const slow = slowBetweenness(graph);
        betweenness(graph, order, 1).values.forEach((value, node) => {
          expect(value).toBeCloseTo(slow[node] as number, 9);
        });
      }),
    );
  });

  it("does not depend on how often an edge is repeated", () => {
    fc.assert(
      fc.property(randomGraph(12), ({ order, edges }) => {
        const once = betweenness(graphOf(order, edges), order, 1).values;
        const thrice = betweenness(graphOf(order, [...edges, ...edges, ...edges]), order, 1).values;
        expect(thrice).toEqual(once);
      }),
    );
  });

  it("estimates from fewer nodes without bias: the mean over all single pivots is exact", () => {
    const graph = graphOf(5, [
      [0, 1, 1],
      [1, 2, 1],
      [2, 3, 1],
      [2, 4, 1],
    ]);
    const seeds = Array.from({ length: 4000 }, (_, seed) => betweenness(graph, 1, seed).values);
    const exact = betweenness(graph, 5, 1).values;
    exact.forEach((value, node) => {
      const mean = seeds.reduce((sum, each) => sum + (each[node] as number), 0) / seeds.length;
      expect(Math.abs(mean - value)).toBeLessThan(0.3);
    });
  });
});

describe("PageRank", () => {
  it("of a star of three by hand: centre c = 0.05 + 0.85 · 2l, leaf l = 0.05 + 0.85 · c/2", () => {
    const { values } = pageRank(
      graphOf(3, [
        [0, 1, 1],
        [0, 2, 1],
      ]),
      0.85,
    );
    const centre = (0.05 + 0.85 * 2 * 0.05) / (1 - 0.85 ** 2);
    expect(values[0]).toBeCloseTo(centre, 12);
    expect(values[1]).toBeCloseTo(0.05 + (0.85 * centre) / 2, 12);
  });

  it("adds up to 1 and satisfies its own equation", () => {
    fc.assert(
      fc.property(randomGraph(12), fc.double({ min: 0, max: 0.95, noNaN: true }), ({ order, edges }, d) => {
        const graph = graphOf(order, edges);
        const { values, converged } = pageRank(graph, d);
        expect(converged).toBe(true);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
        const matrix = matrixOf(graph);
        values.forEach((value, node) => {
          let sum = (1 - d) / order;
          for (let other = 0; other < order; other++) {
            const strength = strengthOf(graph, other);
            const share =
              strength === 0 ? 1 / order : ((matrix[other] as number[])[node] as number) / strength;
            sum += d * (values[other] as number) * share;
          }
          expect(value).toBeCloseTo(sum, 10);
        });
      }),
    );
  });
});

describe("eigenvector centrality", () => {
  it("of a star of three by hand: 1/√2 in the centre, 1/2 in the leaves", () => {
    const { values } = eigenvectorCentrality(
      graphOf(3, [
        [0, 1, 1],
        [0, 2, 1],
      ]),
    );
    expect(values[0]).toBeCloseTo(Math.SQRT1_2, 10);
    expect(values[1]).toBeCloseTo(0.5, 10);
  });

  it("is a non-negative eigenvector of length 1 where it settles", () => {
    fc.assert(
      fc.property(randomGraph(12), ({ order, edges }) => {
        const graph = graphOf(order, edges);
        const { values, converged } = eigenvectorCentrality(graph);
        if (!converged || graph.neighbour.length === 0) return;
        const image = matrixOf(graph).map((row) =>
          row.reduce((sum, cell, at) => sum + cell * (values[at] as number), 0),
        );
        const value = Math.sqrt(image.reduce((sum, each) => sum + each * each, 0));
        image.forEach((each, node) => {
          expect(each).toBeCloseTo(value * (values[node] as number), 9);
          expect(values[node]).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

describe("the analysis", () => {
  it("counts parallel statements once as neighbours and each as weight", () => {
    const result = centralityAnalysis.run(stances(["A+x", "A-x", "A0x", "B+x", "B+y"]));
    const byNode = new Map(cellsOf(result, "nodes").map((cells) => [cells["node"], cells]));
    expect(byNode.get("A")).toMatchObject({ type: "actor", degree: 1, weighted_degree: 3, betweenness: 0 });
    expect(byNode.get("x")).toMatchObject({ type: "issue", degree: 2, weighted_degree: 4, betweenness: 2 });
    expect(byNode.get("B")).toMatchObject({ degree: 2, weighted_degree: 2, betweenness: 2 });
    expect(rowsOf(result, "nodes").find(({ cells }) => cells["node"] === "A")).toMatchObject({
      nodes: ["actor:A"],
      statements: ["s1", "s2", "s3"],
    });
  });

  it("leaves out statements of a node about itself and says so", () => {
    const input = everything(
      tinyDataset({
        actors: ["A", "B"],
        relations: ["backs"],
        statements: [
          { actor: "A", relation: "backs", target: "A" },
          { actor: "A", relation: "backs", target: "B" },
        ],
      }),
    );
    const result = centralityAnalysis.run(input);
    expect(cellsOf(result, "nodes").map(({ degree }) => degree)).toEqual([1, 1]);
    expect(result.notes.join(" ")).toContain("1 statements join a node with itself");
  });

  it("has in the network of congruence only those who share a side, with the statements behind", () => {
    const result = centralityAnalysis.run(stances(["A+x", "B+x", "C-x", "C+y"]), { network: "congruence" });
    const byNode = new Map(rowsOf(result, "nodes").map((row) => [row.cells["node"], row]));
    expect(byNode.get("A")?.cells["degree"]).toBe(1);
    expect(byNode.get("A")?.statements).toEqual(["s1"]);
    expect(byNode.get("C")?.cells["degree"]).toBe(0);
    // C shares no side; it is in the network for those it takes.
    expect(byNode.get("C")?.statements).toEqual(["s3", "s4"]);
    const conflict = centralityAnalysis.run(stances(["A+x", "B+x", "C-x", "C+y"]), { network: "conflict" });
    expect(rowsOf(conflict, "nodes")[0]).toMatchObject({
      cells: { node: "C", degree: 2 },
      statements: ["s3"],
    });
  });

  it("keeps degrees apart from weights in simple graphs", () => {
    const graph = graphOf(3, [
      [0, 1, 2],
      [1, 0, 3],
      [2, 2, 7],
    ]);
    expect([0, 1, 2].map((node) => [degreeOf(graph, node), strengthOf(graph, node)])).toEqual([
      [1, 5],
      [1, 5],
      [0, 0],
    ]);
  });
});
