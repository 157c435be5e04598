/** What a projection is: it turns the statements of a selection into drafts of edges. */

import type { Adjacency } from "../../graph/adjacency.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { EdgeKind } from "../../model/graph.ts";
import type { Projection } from "../../model/view.ts";
import type { Polarity } from "../../model/vocabulary.ts";

export interface ProjectionInput {
  readonly index: StatementIndex;
  readonly adjacency: Adjacency;
  /** Statement numbers, ascending. */
  readonly statements: Int32Array;
}

/** An edge before it is dressed: ends as node numbers, and the statements behind it. */
export interface DraftEdge {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  readonly label: string;
  readonly polarity?: Polarity | undefined;
  readonly relation?: string | undefined;
  readonly count: number;
  /** Numbers of the statements behind it, ascending; `most` of them at most. Never none. May be gathered anew at each call. */
  statements(most?: number): ArrayLike<number>;
}

export interface ProjectionMethod {
  readonly id: Projection;
  readonly label: string;
  readonly description: string;
  readonly type: "directed" | "undirected";
  run(input: ProjectionInput): readonly DraftEdge[];
}
