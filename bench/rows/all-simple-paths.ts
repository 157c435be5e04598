/** All simple paths of at most four hops, every path a list of nodes, against graphology-simple-path and igraph. */

import { allSimplePaths } from "graphology-simple-path";
import { enumeratePaths } from "../../src/analysis/paths/enumerate.ts";
import { randomPairs } from "../data.ts";
import { alternate, type BenchRow, compared, here, repeated } from "../harness.ts";
import { mustAgree, pathData } from "../path-data.ts";
import { graphologyOf } from "../peers/graphology.ts";
import { pythonWith, startPython } from "../peers/python.ts";

const LENGTH = 4;

export const allSimplePathsRow: BenchRow = {
  id: "all-simple-paths",
  async run(options) {
    const { graph, search } = pathData(10_000, 100_000, { directed: true });
    const pairs = randomPairs(graph.order, options.quick ? 20 : 100);
    const enumeration = {
      required: [],
      limit: Number.POSITIVE_INFINITY,
      maxHops: LENGTH,
      firstLevelOnly: false,
      countFirstLevel: false,
      expired: () => false,
    };
    const ours = (): number[] =>
      pairs.map(([from, to]) => enumeratePaths(search, from, to, enumeration).paths.length);
    // Parallel edges would give the peer the same path several times.
    const first = new Set<number>();
    const seen = new Set<number>();
    for (let edge = 0; edge < graph.size; edge++) {
      const pair = (graph.from[edge] as number) * graph.order + (graph.to[edge] as number);
      if (!seen.has(pair)) first.add(edge);
      seen.add(pair);
    }
    const peer = graphologyOf(graph, { directed: true, keep: (edge) => first.has(edge) });
    const theirs = (): number[] =>
      pairs.map(([from, to]) => allSimplePaths(peer, `n${from}`, `n${to}`, { maxDepth: LENGTH }).length);
    mustAgree("numbers of simple paths", ours(), theirs());
    const python = pythonWith("igraph");
    const igraph =
      python === null
        ? null
        : await startPython(python, "simple-paths.py", {
            order: graph.order,
            from: [...graph.from],
            to: [...graph.to],
            pairs,
            length: LENGTH,
          });
    const [own, graphology, third] = await alternate(
      [repeated(20, () => ours().length), here(() => theirs().length), ...(igraph ? [igraph] : [])],
      options,
    );
    if (igraph) mustAgree("numbers of simple paths", ours(), igraph.found() as number[]);
    igraph?.close();
    const words = {
      work: "all simple paths of at most 4 hops, 10k nodes / 100k directed edges",
      unit: "questions/s",
      per: "second",
    } as const;
    const mine = own as NonNullable<typeof own>;
    return [
      compared({ ...words, id: this.id, bar: 200 }, mine, "graphology-simple-path", graphology ?? null),
      compared({ ...words, id: `${this.id}-igraph`, bar: 50 }, mine, "igraph", third ?? null),
    ];
  },
};
