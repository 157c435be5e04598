/** The ten shortest simple paths, against NetworkX. */

import { kMode } from "../../src/analysis/paths/modes/k.ts";
import { randomPairs } from "../data.ts";
import { alternate, type BenchRow, compared, repeated } from "../harness.ts";
import { mustAgree, pathData } from "../path-data.ts";
import { pythonWith, startPython } from "../peers/python.ts";

const K = 10;

export const kShortestPathsRow: BenchRow = {
  id: "k-shortest-paths",
  async run(options) {
    const { graph, search } = pathData(10_000, 100_000);
    const pairs = randomPairs(graph.order, options.quick ? 50 : 200);
    const question = { required: [], k: K, maxHops: Number.POSITIVE_INFINITY, expired: () => false };
    const ours = (): number[][] =>
      pairs.map(([from, to]) =>
        kMode.run(search, { ...question, from, to }).paths.map(({ nodes }) => nodes.length - 1),
      );
    const python = pythonWith("networkx");
    const peer =
      python === null
        ? null
        : await startPython(python, "k-paths.py", {
            order: graph.order,
            from: [...graph.from],
            to: [...graph.to],
            pairs,
            k: K,
          });
    const [own, other] = await alternate(
      [repeated(10, () => ours().length), ...(peer ? [peer] : [])],
      options,
    );
    if (peer) mustAgree("hops of k paths", ours().flat(), (peer.found() as number[][]).flat());
    peer?.close();
    return [
      compared(
        {
          id: this.id,
          work: "k = 10 shortest simple paths, 10k nodes / 100k edges",
          unit: "questions/s",
          per: "second",
          bar: 15,
        },
        own as NonNullable<typeof own>,
        "NetworkX",
        other ?? null,
      ),
    ];
  },
};
