/** Reading GEXF: to columns, checked, against graphology-gexf's parse of the same text. */

import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import { gexfFormat } from "../../src/formats/gexf/format.ts";
import { readGraph } from "../../src/formats/read/feed.ts";
import { gexfReader } from "../../src/formats/read/gexf.ts";
import { datasetOf, randomGraph } from "../data.ts";
import { GraphColumns } from "../graph-columns.ts";
import { alternate, type BenchRow, compared, here } from "../harness.ts";
import { exportContext, pictureOf } from "../picture-data.ts";

const CHUNK = 65_536;

export const gexfReadRow: BenchRow = {
  id: "gexf-read",
  async run(options) {
    const size = options.quick ? 10_000 : 20_000;
    const context = exportContext(datasetOf(randomGraph(2, 1)));
    const file = Buffer.concat([...gexfFormat.write(pictureOf(randomGraph(size / 10, size)), context)]);
    const chunks = Array.from({ length: Math.ceil(file.length / CHUNK) }, (_, at) =>
      file.subarray(at * CHUNK, (at + 1) * CHUNK),
    );
    const ours = async (): Promise<number> => {
      const columns = new GraphColumns();
      await readGraph(gexfReader, chunks, columns);
      if (columns.edges !== size) throw new Error(`${columns.edges} of ${size} edges were read`);
      return file.length / 1e6;
    };
    const theirs = (): number => {
      const graph = gexf.parse(MultiDirectedGraph, file.toString("utf8"));
      if (graph.size !== size) throw new Error(`the peer read ${graph.size} of ${size} edges`);
      return file.length / 1e6;
    };
    const [own, other] = await alternate([here(ours), here(theirs)], options);
    return [
      compared(
        {
          id: this.id,
          work: `GEXF read to columns, ${size / 1000}k edges`,
          unit: "MB/s",
          per: "second",
          bar: 15,
        },
        own as NonNullable<typeof own>,
        "graphology-gexf",
        other ?? null,
      ),
    ];
  },
};
