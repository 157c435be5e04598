/** Fewest-hop paths under a date and polarity filter inside the search, against libraries on a graph filtered beforehand. */

import { bidirectional } from "graphology-shortest-path/unweighted.js";
import { quickPath } from "../../src/analysis/paths/quick-path.ts";
import { BENCH_FILTER, isoDay, passesBenchFilter, randomPairs } from "../data.ts";
import { alternate, type BenchRow, compared, here, limited, percentile, repeated } from "../harness.ts";
import { mustAgree, pathData } from "../path-data.ts";
import { graphologyOf } from "../peers/graphology.ts";
import { pythonWith, startPython } from "../peers/python.ts";

/** Days after 2000-01-01 from which the filters of the first questions begin, each a day later. */
const FIRST_SINCE = 1000;

export const filteredShortestPathRow: BenchRow = {
  id: "filtered-shortest-path",
  async run(options) {
    const [order, size] = options.quick ? [10_000, 100_000] : [100_000, 1_000_000];
    const { graph, search } = pathData(order, size, { filter: BENCH_FILTER });
    const pairs = randomPairs(order, options.quick ? 200 : 1_000);
    const path = (from: number, to: number): number =>
      (quickPath(search, from, to, Number.POSITIVE_INFINITY)?.nodes.length ?? 0) - 1;
    const ours = (): number[] => pairs.map(([from, to]) => path(from, to));
    const keep = (edge: number): boolean => passesBenchFilter(graph, edge);
    const python = pythonWith("igraph");
    const edges = [...graph.from.keys()].filter(keep);
    const igraph =
      python === null
        ? null
        : await startPython(python, "shortest-paths.py", {
            order,
            from: edges.map((edge) => graph.from[edge]),
            to: edges.map((edge) => graph.to[edge]),
            pairs,
          });
    const peer = graphologyOf(graph, { keep });
    const theirs = (): number[] =>
      pairs.map(([from, to]) => (bidirectional(peer, `n${from}`, `n${to}`)?.length ?? 0) - 1);
    mustAgree("hops", ours(), theirs());
    const [own, graphology, third] = await alternate(
      [repeated(10, () => ours().length), here(() => theirs().length), ...(igraph ? [igraph] : [])],
      options,
    );
    if (igraph) mustAgree("hops", ours(), igraph.found() as number[]);
    igraph?.close();
    const micros = (question: () => void): number => {
      const start = performance.now();
      question();
      return (performance.now() - start) * 1000;
    };
    const others = randomPairs(order, pairs.length, 3);
    const asked = pairs.map(([from, to]) => micros(() => path(from, to)));
    const unasked = others.map(([from, to]) => micros(() => path(from, to)));
    const firsts = others.slice(0, 200).map(([from, to], at) =>
      micros(() => {
        const since = isoDay(FIRST_SINCE + at);
        const fresh = pathData(order, size, { filter: { ...BENCH_FILTER, since } }).search;
        quickPath(fresh, from, to, Number.POSITIVE_INFINITY);
      }),
    );
    const work = `filtered shortest path, ${order / 1000}k nodes / ${size / 1000}k edges`;
    const words = { work, unit: "paths/s", per: "second" } as const;
    const mine = own as NonNullable<typeof own>;
    return [
      compared({ ...words, id: this.id, bar: 50 }, mine, "igraph on a graph filtered before", third ?? null),
      compared(
        { ...words, id: `${this.id}-graphology`, bar: null },
        mine,
        "graphology-shortest-path on a graph filtered before",
        graphology ?? null,
      ),
      limited(
        { id: `${this.id}-p50`, work: `${work}: median of single questions`, unit: "µs", bar: null },
        percentile(asked, 0.5),
      ),
      limited(
        {
          id: `${this.id}-new-pairs-p50`,
          work: `${work}: median of single questions on pairs not asked before`,
          unit: "µs",
          bar: null,
        },
        percentile(unasked, 0.5),
      ),
      limited(
        {
          id: `${this.id}-first-p50`,
          work: `${work}: median of first questions, each under a filter of its own`,
          unit: "µs",
          bar: null,
        },
        percentile(firsts, 0.5),
      ),
    ];
  },
};
