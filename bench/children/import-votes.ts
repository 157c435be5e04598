/** One import of the UN votes in a process of its own, so that the memory is its own. Argument: the folder of the data. */

import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { importTable } from "../../src/formats/table/import-node.ts";
import { parseFields } from "../../src/formats/table/mapping.ts";

export interface ImportVotes {
  readonly seconds: number;
  readonly peakMegabytes: number;
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
  const result: ImportVotes = {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(result));
} finally {
  await rm(folder, { recursive: true, force: true });
}
