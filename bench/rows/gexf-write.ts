/** Writing GEXF, against graphology-gexf with the same attributes; and the memory that a million edges need on top of the graph. */

import gexf from "graphology-gexf";
import { gexfFormat } from "../../src/formats/gexf/format.ts";
import { inChild } from "../children/child.ts";
import { datasetOf, randomGraph } from "../data.ts";
import { alternate, type BenchRow, compared, here, limited } from "../harness.ts";
import { exportContext, heldPictureOf, peerPictureOf } from "../picture-data.ts";

export const gexfWriteRow: BenchRow = {
  id: "gexf-write",
  async run(options) {
    const size = options.quick ? 20_000 : 100_000;
    const graph = randomGraph(size / 10, size);
    const picture = heldPictureOf(graph);
    const context = exportContext(datasetOf(randomGraph(2, 1)));
    const peer = peerPictureOf(graph);
    const ours = (): number => {
      let bytes = 0;
      for (const chunk of gexfFormat.write(picture, context)) bytes += chunk.length;
      return bytes / 1e6;
    };
    const theirs = (): number => Buffer.from(gexf.write(peer, { version: "1.3" })).length / 1e6;
    const [own, other] = await alternate([here(ours), here(theirs)], options);
    const edges = options.quick ? 100_000 : 1_000_000;
    const memory = await inChild<{ megabytes: number; written: number }>("gexf-memory.ts", [String(edges)]);
    return [
      compared(
        {
          id: this.id,
          work: `GEXF write, ${size / 1000}k edges`,
          unit: "MB/s",
          per: "second",
          bar: 10,
        },
        own as NonNullable<typeof own>,
        "graphology-gexf",
        other ?? null,
      ),
      limited(
        {
          id: `${this.id}-memory`,
          work: `GEXF write, ${edges / 1000}k edges: memory beyond the graph`,
          unit: "MB",
          bar: 50,
          note: `${Math.round(memory.written)} MB written`,
        },
        memory.megabytes,
      ),
    ];
  },
};
