/** Writes a picture of N edges that is held in memory as GEXF to nowhere, as `export` does; prints by how many MB the process grew. */

import { gexfFormat } from "../../src/formats/gexf/format.ts";
import { datasetOf, randomGraph } from "../data.ts";
import { exportContext, heldPictureOf } from "../picture-data.ts";

const size = Number(process.argv[2]);
const picture = heldPictureOf(randomGraph(size / 10, size));
const context = { ...exportContext(datasetOf(randomGraph(2, 1))), reuse: true };
globalThis.gc?.();
globalThis.gc?.();
const before = process.memoryUsage().rss;
let peak = before;
let bytes = 0;
let chunks = 0;
for (const chunk of gexfFormat.write(picture, context)) {
  bytes += chunk.length;
  if (++chunks % 20 === 0) peak = Math.max(peak, process.memoryUsage().rss);
}
console.log(JSON.stringify({ megabytes: (peak - before) / 1e6, written: bytes / 1e6 }));
