/**
 * The command `network` as a user runs it, process start and all, on a package made of the 100,000 statements. Arguments: the file of
 * the statements, and how many times the command is run.
 */

import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { importTable } from "../../src/formats/table/import-node.ts";
import { parseFields } from "../../src/formats/table/mapping.ts";

export interface NetworkCommand {
  /** Of each run, by the wall. */
  readonly milliseconds: readonly number[];
}

const [, , file = "", times = ""] = process.argv;
const program = path.resolve(import.meta.dirname, "../../bin/stancegraph.js");
const folder = await mkdtemp(path.join(os.tmpdir(), "stancegraph-bench-"));
try {
  const to = path.join(folder, "statements");
  await importTable({
    file,
    dates: null,
    mapping: {
      fields: parseFields([
        "source=documentId,actor=organization,issue=concept,polarity=agreement,start=none",
      ]),
      values: new Map([
        ["1", "support"],
        ["0", "oppose"],
      ]),
      dates: new Map(),
      skipIncomplete: true,
    },
    to,
  });
  const asked = [
    ..."network X --type one-mode --rows actor --columns issue --duplicates document".split(" "),
  ];
  asked[1] = to;
  const milliseconds = Array.from({ length: Number(times) }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [program, ...asked], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0) throw new Error(`the command failed: ${stderr}`);
    return performance.now() - start;
  });
  console.log(JSON.stringify({ milliseconds } satisfies NetworkCommand));
} finally {
  await rm(folder, { recursive: true, force: true });
}
