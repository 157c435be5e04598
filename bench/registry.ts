/** The rows there are, in the order of DESIGN §12. */

import type { BenchRow } from "./harness.ts";
import { allSimplePathsRow } from "./rows/all-simple-paths.ts";
import { apiLatencyRow } from "./rows/api-latency.ts";
import { filteredShortestPathRow } from "./rows/filtered-shortest-path.ts";
import { firstDrawRow } from "./rows/first-draw.ts";
import { forceAtlas2Row } from "./rows/force-atlas2.ts";
import { gexfReadRow } from "./rows/gexf-read.ts";
import { gexfWriteRow } from "./rows/gexf-write.ts";
import { importVotesRow } from "./rows/import-votes.ts";
import { indexBuildRow } from "./rows/index-build.ts";
import { kShortestPathsRow } from "./rows/k-shortest-paths.ts";
import { pageLongTaskRow } from "./rows/page-long-task.ts";
import { pageSizeRow } from "./rows/page-size.ts";
import { payloadRow } from "./rows/payload.ts";
import { shortestPathRow } from "./rows/shortest-path.ts";
import { statements100kRow } from "./rows/statements-100k.ts";
import { unVotesRow } from "./rows/un-votes.ts";
import { votesServedRow } from "./rows/votes-served.ts";
import { weightedPathRow } from "./rows/weighted-path.ts";

export const BENCH_ROWS: readonly BenchRow[] = [
  indexBuildRow,
  shortestPathRow,
  filteredShortestPathRow,
  weightedPathRow,
  kShortestPathsRow,
  allSimplePathsRow,
  forceAtlas2Row,
  gexfWriteRow,
  gexfReadRow,
  importVotesRow,
  unVotesRow,
  votesServedRow,
  statements100kRow,
  payloadRow,
  pageSizeRow,
  firstDrawRow,
  pageLongTaskRow,
  apiLatencyRow,
];
