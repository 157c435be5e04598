/**
 * Builds the index from the CSV of N statements, and graphology's graph from the same statements as numbers, by turns; prints
 * times and what is retained as JSON.
 */

import { nodeHash } from "../../src/dataset/folder-node.ts";
import { readPackage } from "../../src/dataset/read.ts";
import { writePackage } from "../../src/dataset/write.ts";
import { buildStatementIndex, type StatementIndex } from "../../src/graph/statement-index.ts";
import { datasetOf, randomGraph } from "../data.ts";
import { alternate, type Contender, here, type Timing } from "../harness.ts";
import { graphologyOf } from "../peers/graphology.ts";

export interface IndexBuild {
  readonly fromCsv: Timing;
  readonly fromDataset: Timing;
  readonly peer: Timing;
  readonly retainedMegabytes: number;
  readonly csvMegabytes: number;
}

const size = Number(process.argv[2]);
const quick = process.argv[3] === "quick";
const graph = randomGraph(size / 10, size);
const files = writePackage(datasetOf(graph));

function readDataset() {
  const { dataset, report } = readPackage(files, { id: "random", hash: nodeHash });
  if (!dataset) throw new Error(`the made package is broken: ${JSON.stringify(report.problems[0])}`);
  return dataset;
}

function build(dataset = readDataset()): StatementIndex {
  const index = buildStatementIndex(dataset);
  index.adjacency("none");
  return index;
}

const used = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const before = used();
const kept = build();
const retainedMegabytes = used() - before;
/** What the contender before left behind is cleared away before the clock runs, so that nobody pays for another's garbage. */
const work = (run: () => void): Contender => {
  const measured = here(() => {
    run();
    return 1;
  });
  return {
    batch() {
      globalThis.gc?.();
      return measured.batch();
    },
  };
};
const timings = await alternate(
  [work(() => build()), work(() => build(kept.dataset)), work(() => graphologyOf(graph, { directed: true }))],
  { quick },
);
const [fromCsv, fromDataset, peer] = timings as [Timing, Timing, Timing];
const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
console.log(
  JSON.stringify({
    fromCsv,
    fromDataset,
    peer,
    retainedMegabytes,
    csvMegabytes: bytes / 1e6,
  } satisfies IndexBuild),
);
