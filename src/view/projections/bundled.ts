/** One edge per ordered pair of nodes and polarity (stances) or relation (relations), with all its statements. */

import type { Statement } from "../../model/dataset.ts";
import type { DraftEdge, ProjectionMethod } from "./projection.ts";
import { statementLabel } from "./statements.ts";

export const bundledProjection: ProjectionMethod = {
  id: "bundled",
  label: "Bundled",
  description: "One edge per pair and polarity or relation.",
  type: "directed",
  run({ index, adjacency, statements }) {
    const bundles = new Map<string, number[]>();
    for (const number of statements) {
      const statement = index.dataset.statements[number] as Statement;
      const from = index.nodes[adjacency.from[number] as number] as string;
      const to = index.nodes[adjacency.to[number] as number] as string;
      // Ids hold no semicolon, so a key stands for one bundle and can be no statement's id.
      const key = `${from};${statement.relation ?? statement.polarity};${to}`;
      const bundle = bundles.get(key);
      if (bundle) bundle.push(number);
      else bundles.set(key, [number]);
    }
    return Array.from(bundles, ([key, numbers]): DraftEdge => {
      const first = numbers[0] as number;
      const statement = index.dataset.statements[first] as Statement;
      return {
        key,
        from: adjacency.from[first] as number,
        to: adjacency.to[first] as number,
        kind: statement.relation === null ? "stance" : "relation",
        label: statementLabel(index, statement),
        polarity: statement.polarity,
        ...(statement.relation === null ? {} : { relation: statement.relation }),
        count: numbers.length,
        statements: numbers,
      };
    });
  },
};
