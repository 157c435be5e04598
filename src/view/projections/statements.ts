/** Each statement its own edge; the edge's key is the statement's id. */

import { polarityOf, relationOf, statementLabel, statementReader } from "../statement-reader.ts";
import type { DraftEdge, ProjectionMethod } from "./projection.ts";

export const statementsProjection: ProjectionMethod = {
  id: "statements",
  label: "Statements",
  description: "Each statement is an edge of its own.",
  type: "directed",
  run({ index, adjacency, statements }) {
    const { id } = statementReader(index);
    return Array.from(statements, (number): DraftEdge => {
      const relation = relationOf(index, number);
      return {
        key: id(number),
        from: adjacency.from[number] as number,
        to: adjacency.to[number] as number,
        kind: relation === null ? "stance" : "relation",
        label: statementLabel(index, number),
        polarity: polarityOf(index, number),
        ...(relation === null ? {} : { relation }),
        count: 1,
        statements: () => [number],
      };
    });
  },
};
