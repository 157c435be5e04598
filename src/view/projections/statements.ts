/** Each statement its own edge; the edge's key is the statement's id. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Statement } from "../../model/dataset.ts";
import { polarityTerm } from "../../model/vocabulary.ts";
import type { DraftEdge, ProjectionMethod } from "./projection.ts";

/** What an edge of one statement is called: its relation's label, else its polarity's. */
export function statementLabel(index: StatementIndex, statement: Statement): string {
  if (statement.relation === null) return polarityTerm(statement.polarity).label;
  return index.dataset.relationById.get(statement.relation)?.label ?? statement.relation;
}

export const statementsProjection: ProjectionMethod = {
  id: "statements",
  label: "Statements",
  description: "Each statement is an edge of its own.",
  type: "directed",
  run: ({ index, adjacency, statements }) =>
    Array.from(statements, (number): DraftEdge => {
      const statement = index.dataset.statements[number] as Statement;
      return {
        key: statement.id,
        from: adjacency.from[number] as number,
        to: adjacency.to[number] as number,
        kind: statement.relation === null ? "stance" : "relation",
        label: statementLabel(index, statement),
        polarity: statement.polarity,
        ...(statement.relation === null ? {} : { relation: statement.relation }),
        count: 1,
        statements: () => [number],
      };
    }),
};
