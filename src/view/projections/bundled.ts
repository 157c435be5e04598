/** One edge per ordered pair of nodes and polarity (stances) or relation (relations), with all its statements. */

import type { Statement } from "../../model/dataset.ts";
import { gatherBundles } from "./bundles.ts";
import type { DraftEdge, ProjectionMethod } from "./projection.ts";
import { statementLabel } from "./statements.ts";

export const bundledProjection: ProjectionMethod = {
  id: "bundled",
  label: "Bundled",
  description: "One edge per pair and polarity or relation.",
  type: "directed",
  run(input) {
    const { index, adjacency } = input;
    const { count, start, statement } = gatherBundles(input);
    return Array.from({ length: count }, (_, bundle): DraftEdge => {
      const begin = start[bundle] as number;
      const end = start[bundle + 1] as number;
      const first = statement[begin] as number;
      const coded = index.dataset.statements[first] as Statement;
      const { relation, polarity } = coded;
      const from = adjacency.from[first] as number;
      const to = adjacency.to[first] as number;
      return {
        // Ids hold no semicolon, so a key stands for one bundle and can be no statement's id.
        key: `${index.nodes[from]};${relation ?? polarity};${index.nodes[to]}`,
        from,
        to,
        kind: relation === null ? "stance" : "relation",
        label: statementLabel(index, coded),
        polarity,
        ...(relation === null ? {} : { relation }),
        count: end - begin,
        statements: (most = Number.POSITIVE_INFINITY) =>
          statement.subarray(begin, Math.min(end, begin + most)),
      };
    });
  },
};
