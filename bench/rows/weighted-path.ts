/** Least-cost paths: ours takes the cheapest of the fewest-hop paths (DESIGN §6), Dijkstra's the cheapest of all. */

import dijkstra from "graphology-shortest-path/dijkstra.js";
import { leastPath, measure } from "../../src/analysis/paths/shortest-search.ts";
import { randomPairs } from "../data.ts";
import { alternate, type BenchRow, compared, here, repeated } from "../harness.ts";
import { pathData } from "../path-data.ts";
import { graphologyOf } from "../peers/graphology.ts";

export const weightedPathRow: BenchRow = {
  id: "weighted-path",
  async run(options) {
    const { graph, search } = pathData(10_000, 100_000, { weighted: true });
    const peer = graphologyOf(graph);
    const pairs = randomPairs(graph.order, options.quick ? 20 : 100);
    const ours = (): number => {
      for (const [from, to] of pairs) {
        const levels = measure(search, from, to, Number.POSITIVE_INFINITY);
        if (levels) leastPath(search, levels);
      }
      return pairs.length;
    };
    const theirs = (): number => {
      for (const [from, to] of pairs)
        try {
          dijkstra.bidirectional(peer, `n${from}`, `n${to}`, "cost");
        } catch (error) {
          // This is how graphology says that there is no path.
          if (!/path/i.test(String(error))) throw error;
        }
      return pairs.length;
    };
    const [own, other] = await alternate([repeated(50, ours), here(theirs)], options);
    const result = compared(
      {
        id: this.id,
        work: "weighted path, 10k nodes / 100k edges",
        unit: "paths/s",
        per: "second",
        bar: 50,
        note: "not the same question: ours is the cheapest of the fewest-hop paths, Dijkstra's the cheapest of all",
      },
      own as NonNullable<typeof own>,
      "graphology-shortest-path, Dijkstra both ways",
      other ?? null,
    );
    // Nothing to judge: the bar is about Dijkstra's question.
    return [{ ...result, ok: null }];
  },
};
