/** Small graphs for path tests: actors joined by one relation. */

import { buildStatementIndex, type StatementIndex } from "../../../src/graph/statement-index.ts";
import { tinyDataset } from "../../support/tiny-dataset.ts";

interface Tie {
  readonly from: number;
  readonly to: number;
  readonly confidence: number | null;
  /** Number of the document; absent = the first. */
  readonly source?: number;
}

/** The actors a0, a1 … of an index whose ends are taken modulo their number, under the relation `r` of three documents. */
export function indexOfTies(nodes: number, ties: readonly Tie[]): StatementIndex {
  const actors = Array.from({ length: nodes }, (_, at) => `a${at}`);
  const actor = (number: number) => actors[number % nodes] as string;
  return buildStatementIndex(
    tinyDataset({
      actors,
      relations: ["r"],
      sources: ["d0", "d1", "d2"],
      statements: ties.map(({ from, to, confidence, source = 0 }) => ({
        actor: actor(from),
        relation: "r",
        target: actor(to),
        confidence,
        source: `d${source}`,
      })),
    }),
  );
}
