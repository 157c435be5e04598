/** Fewest-hop paths between random pairs, warm: ours against graphology-shortest-path. */

import { bidirectional } from "graphology-shortest-path/unweighted.js";
import { quickPath } from "../../src/analysis/paths/quick-path.ts";
import { randomPairs } from "../data.ts";
import { alternate, type BenchRow, compared, here, repeated } from "../harness.ts";
import { mustAgree, pathData } from "../path-data.ts";
import { graphologyOf } from "../peers/graphology.ts";

export const shortestPathRow: BenchRow = {
  id: "shortest-path",
  async run(options) {
    const { graph, search } = pathData(10_000, 100_000);
    const peer = graphologyOf(graph);
    const pairs = randomPairs(graph.order, options.quick ? 500 : 2_000);
    const ours = (): number[] =>
      pairs.map(
        ([from, to]) => (quickPath(search, from, to, Number.POSITIVE_INFINITY)?.nodes.length ?? 0) - 1,
      );
    const theirs = (): number[] =>
      pairs.map(([from, to]) => (bidirectional(peer, `n${from}`, `n${to}`)?.length ?? 0) - 1);
    mustAgree("hops", ours(), theirs());
    const [own, other] = await alternate(
      [repeated(10, () => ours().length), here(() => theirs().length)],
      options,
    );
    return [
      compared(
        {
          id: this.id,
          work: "shortest path, 10k nodes / 100k edges, warm",
          unit: "paths/s",
          per: "second",
          bar: 40,
        },
        own as NonNullable<typeof own>,
        "graphology-shortest-path",
        other ?? null,
      ),
    ];
  },
};
