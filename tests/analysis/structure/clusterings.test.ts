/** Several ways to group the same actors: the ways themselves by hand, and how they are compared. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteringsAnalysis } from "../../../src/analysis/structure/clusterings.ts";
import { concor } from "../../../src/analysis/structure/concor.ts";
import { greedyModularity } from "../../../src/analysis/structure/greedy-modularity.ts";
import { modularity } from "../../../src/analysis/structure/louvain.ts";
import { adjustedRand } from "../../../src/analysis/structure/partitions.ts";
import { cellsOf, graphOf, randomGraph, rowsOf, stances } from "./support.ts";

describe("CONCOR", () => {
  const profiles = (...rows: readonly (readonly number[])[]) => rows.map((row) => Float64Array.from(row));

  it("splits two camps, and each of them again", () => {
    const rows = profiles(
      [1, 1, 0, 0, 0],
      [1, 1, 0, 0, 1],
      [0, 0, 1, 1, 0],
      [0, 0, 1, 1, 1],
      [1, 1, 0, 0, 0],
    );
    expect([...concor(rows, 1)]).toEqual([0, 0, 1, 1, 0]);
    expect([...concor(rows, 2)]).toEqual([0, 1, 2, 2, 0]);
  });

  it("leaves alone what cannot be told apart, and takes rows without variation", () => {
    expect([...concor(profiles([1, 0], [1, 0], [1, 0]), 2)]).toEqual([0, 0, 0]);
    expect(concor(profiles([1, 1], [1, 0], [0, 1]), 1)).toHaveLength(3);
    expect(concor([], 2)).toHaveLength(0);
  });
});

describe("greedy modularity", () => {
  it("of two triangles joined by one edge finds the triangles", () => {
    const graph = graphOf(6, [
      [0, 1, 1],
      [1, 2, 1],
      [0, 2, 1],
      [3, 4, 1],
      [4, 5, 1],
      [3, 5, 1],
      [2, 3, 1],
    ]);
    const group = greedyModularity(graph);
    expect(modularity(graph, group, 1)).toBeCloseTo(2 * (3 / 7 - 0.25), 12);
  });

  it("stops where no union of two groups would help", () => {
    fc.assert(
      fc.property(randomGraph(9), ({ order, edges }) => {
        const graph = graphOf(order, edges);
        const group = greedyModularity(graph);
        const quality = modularity(graph, group, 1);
        if (quality === null) {
          expect(new Set(group).size).toBe(order);
          return;
        }
        for (const a of new Set(group))
          for (const b of new Set(group)) {
            const joined = group.map((own) => (own === b ? a : own));
            expect(modularity(graph, joined, 1)).toBeLessThanOrEqual(quality + 1e-9);
          }
      }),
    );
  });
});

describe("the adjusted Rand index", () => {
  it.each([
    [[0, 0, 1, 1], [5, 5, 2, 2], 1],
    // Pairs together in both 1, in either 2 and 1, of 6: (1 − 1/3) / (3/2 − 1/3).
    [[0, 0, 1, 1], [0, 0, 1, 2], 4 / 7],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
    [[0, 0, 0], [0, 0, 0], null],
    [[], [], null],
  ])("of %j and %j is %d", (one, two, wanted) => {
    const found = adjustedRand(one, two);
    if (wanted === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(wanted, 12);
  });
});

describe("clusterings compared", () => {
  const input = stances(["A+x", "B+x", "A+y", "B+y", "C-x", "D-x", "C+z", "D+z", "E+w", "F0x"]);

  it("agree on two camps, with those that nothing ties in none", () => {
    const result = clusteringsAnalysis.run(input);
    expect(cellsOf(result, "groups").map(({ members }) => members)).toEqual(["A; B", "C; D"]);
    for (const { modularity: quality, likeness } of cellsOf(result, "methods")) {
      expect(quality).toBeCloseTo(0.5, 12);
      expect(likeness).toBe(1);
    }
    expect(cellsOf(result, "methods")).toHaveLength(8);
    expect(rowsOf(result, "members").map(({ cells, statements }) => [cells["louvain"], statements])).toEqual([
      [1, ["s1", "s3"]],
      [1, ["s2", "s4"]],
      [2, ["s5", "s7"]],
      [2, ["s6", "s8"]],
    ]);
    expect(result.notes.join(" ")).toContain("in no group: E.");
  });

  it("says when there is nothing to group", () => {
    expect(clusteringsAnalysis.run(stances(["A+x", "B-x"])).summary).toContain("nothing to group");
  });
});
