/** Writes a picture of N edges as GEXF to nowhere; prints by how many MB the process grew beyond the graph it holds. */

import { gexfFormat } from "../../src/formats/gexf/format.ts";
import { datasetOf, randomGraph } from "../data.ts";
import { exportContext, pictureOf } from "../picture-data.ts";

const size = Number(process.argv[2]);
const graph = randomGraph(size / 10, size);
const context = exportContext(datasetOf(randomGraph(2, 1)));
globalThis.gc?.();
const before = process.memoryUsage().rss;
let peak = before;
let bytes = 0;
let chunks = 0;
for (const chunk of gexfFormat.write(pictureOf(graph), context)) {
  bytes += chunk.length;
  if (++chunks % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss);
}
console.log(JSON.stringify({ megabytes: (peak - before) / 1e6, written: bytes / 1e6 }));
