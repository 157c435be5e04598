/**
 * One import of the UN votes in a process of its own, so that the memory is its own, and then the opening of the package that was
 * made, to the look-ups with which a server answers. Argument: the folder of the data.
 */

import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readPackageFolder } from "../../src/dataset/folder-node.ts";
import { importTable } from "../../src/formats/table/import-node.ts";
import { parseFields } from "../../src/formats/table/mapping.ts";
import { ServedDataset } from "../../src/service/served-dataset.ts";

export interface ImportVotes {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly openSeconds: number;
  /** What is there once the package is open and garbage is cleared away. */
  readonly openMegabytes: number;
}

const [, , data = ""] = process.argv;
const folder = await mkdtemp(path.join(os.tmpdir(), "stancegraph-bench-"));
try {
  const start = performance.now();
  const report = await importTable({
    file: path.join(data, "un-votes.csv.gz"),
    dates: path.join(data, "un-roll-calls.csv.gz"),
    mapping: {
      fields: parseFields(["actor=country,issue=rcid,polarity=vote"]),
      values: new Map([
        ["yes", "support"],
        ["no", "oppose"],
        ["abstain", "neutral"],
      ]),
      dates: new Map(),
      skipIncomplete: false,
    },
    to: path.join(folder, "votes"),
  });
  if (report.counts["statements"] !== 870_109) throw new Error("the votes were not all imported");
  const seconds = (performance.now() - start) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const opening = performance.now();
  const { dataset } = await readPackageFolder(path.join(folder, "votes"), { id: "votes" });
  if (!dataset) throw new Error("the package that was made is broken");
  const served = new ServedDataset(dataset);
  served.index.adjacency("none");
  const openSeconds = (performance.now() - opening) / 1000;
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const openMegabytes = (heapUsed + arrayBuffers) / 1e6;
  const result: ImportVotes = { seconds, peakMegabytes, openSeconds, openMegabytes };
  console.log(JSON.stringify(result));
} finally {
  await rm(folder, { recursive: true, force: true });
}
