/** The networks that centralities are computed on: simple weighted graphs, with the statements behind each node. */

import { STANCE } from "../../graph/edge-flags.ts";
import type { StatementSelection } from "./analysis.ts";
import { collectPositions, signed } from "./positions.ts";
import { byLabel } from "./rows.ts";
import { tyingStatements } from "./shared-sides.ts";
import { GraphBuilder, graphOfMatrix, type SimpleGraph } from "./simple-graph.ts";
import { type Aggregation, type Normalisation, oneMode, stanceTable } from "./stance-table.ts";

export const NETWORKS = ["statements", "stances", "relations", "congruence", "conflict"] as const;
export type NetworkName = (typeof NETWORKS)[number];

export interface Network {
  /** Node of the index for each node of the graph, by label. */
  readonly nodes: readonly number[];
  readonly graph: SimpleGraph;
  /** Statement numbers behind the edges at each node of the graph; of one without edges, those for which it is a node. */
  readonly statements: readonly (readonly number[])[];
  /** Statements whose two ends are one node. */
  readonly loops: number;
}

/**
 * `statements`, `stances` (on issues) and `relations` (between actors) join the two ends of each statement, weight = number of
 * statements, whatever their polarity; `congruence` and `conflict` join actors as in stance-table.ts.
 */
export function networkOf(
  selection: StatementSelection,
  name: NetworkName,
  normalisation: Normalisation,
): Network {
  if (name === "congruence" || name === "conflict") return actorNetwork(selection, name, normalisation);
  const { index, adjacency, statements } = selection;
  const chosen = statements.filter((at) => {
    const onIssue = ((index.flags[at] as number) & STANCE) !== 0;
    return name === "statements" || onIssue === (name === "stances");
  });
  const joined = chosen.filter((at) => adjacency.from[at] !== adjacency.to[at]);
  const ends = new Set<number>();
  for (const at of joined) ends.add(adjacency.from[at] as number).add(adjacency.to[at] as number);
  const nodes = [...ends].sort(byLabel(index));
  const placeOf = new Map(nodes.map((node, place) => [node, place]));
  const builder = new GraphBuilder(nodes.length);
  const behind: number[][] = nodes.map(() => []);
  for (const at of joined) {
    const from = placeOf.get(adjacency.from[at] as number) as number;
    const to = placeOf.get(adjacency.to[at] as number) as number;
    builder.add(from, to, 1);
    behind[from]?.push(at);
    behind[to]?.push(at);
  }
  return { nodes, graph: builder.build(), statements: behind, loops: chosen.length - joined.length };
}

function actorNetwork(
  selection: StatementSelection,
  aggregation: Aggregation & NetworkName,
  normalisation: Normalisation,
): Network {
  const positions = collectPositions(selection);
  const table = stanceTable(selection.index, positions);
  const graph = graphOfMatrix(oneMode(table, aggregation, normalisation), table.actors.length);
  const tying = tyingStatements(positions);
  const statements = table.actors.map((actor) => {
    const own = [...(positions.byHolder.get(actor)?.values() ?? [])];
    const behind = own.flatMap((position) => tying(position, aggregation));
    // An actor without a tie is in the network for the sides it takes.
    return behind.length > 0 ? behind : own.flatMap(signed);
  });
  return { nodes: table.actors, graph, statements, loops: 0 };
}
