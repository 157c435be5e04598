/** The matrix of a picture's graph: which statements stand between a row and a column. Pure. */

import type { Polarity } from "../../../model/vocabulary.ts";
import { POLARITIES } from "../../../model/vocabulary.ts";
import type { GraphDocument } from "../../api/client.ts";

/** The statements of one polarity in a cell; for two actors the issues on which they agree or disagree. */
export interface Part {
  readonly polarity: Polarity;
  readonly count: number;
  /** At least one has a condition. */
  readonly conditional: boolean;
  /** Every one is a forecast or an allegation. */
  readonly tentative: boolean;
}

export interface MatrixCell {
  /** Node keys. */
  readonly row: string;
  readonly column: string;
  /** Statements (or issues) in all. */
  readonly count: number;
  /** In the order of the polarities; at least one. */
  readonly parts: readonly Part[];
  /** Key of the graph's edge when there is but one, else null. */
  readonly edge: string | null;
}

export interface MatrixNode {
  readonly key: string;
  readonly label: string;
  readonly shortLabel: string;
  /** Sum of the counts in its row or column. */
  readonly count: number;
}

export interface Matrix {
  readonly rows: readonly MatrixNode[];
  readonly columns: readonly MatrixNode[];
  /** By row key, then column key. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, MatrixCell>>;
  /** Filled cells; for two actors each pair once. */
  readonly filled: number;
  /** Sum over the filled cells. */
  readonly count: number;
}

type Edge = GraphDocument["edges"][number];

const rank = new Map<Polarity, number>(POLARITIES.map(({ id }, at) => [id, at]));

function partOf({ attributes }: Edge): Part {
  const { polarity = "neutral", count, conditional, tentative } = attributes;
  return { polarity, count, conditional, tentative };
}

/** Bundled edges have a polarity each; those of single statements are added up. */
function merged(parts: readonly Part[]): readonly Part[] {
  const byPolarity = new Map<Polarity, Part>();
  for (const part of parts) {
    const before = byPolarity.get(part.polarity);
    byPolarity.set(
      part.polarity,
      before
        ? {
            polarity: part.polarity,
            count: before.count + part.count,
            conditional: before.conditional || part.conditional,
            tentative: before.tentative && part.tentative,
          }
        : part,
    );
  }
  return [...byPolarity.values()].sort((a, b) => (rank.get(a.polarity) ?? 0) - (rank.get(b.polarity) ?? 0));
}

function assemble(graph: GraphDocument, edges: readonly (readonly [string, string, Edge])[]): Matrix {
  const found = new Map<string, Map<string, Edge[]>>();
  for (const [row, column, edge] of edges) {
    const line = found.get(row) ?? new Map<string, Edge[]>();
    found.set(row, line);
    line.set(column, [...(line.get(column) ?? []), edge]);
  }
  const rowCount = new Map<string, number>();
  const columnCount = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, by: number) =>
    sums.set(key, (sums.get(key) ?? 0) + by);
  const cells = new Map<string, ReadonlyMap<string, MatrixCell>>();
  let filled = 0;
  let count = 0;
  for (const [row, line] of found) {
    const made = new Map<string, MatrixCell>();
    for (const [column, list] of line) {
      const parts = merged(list.map(partOf));
      const sum = parts.reduce((total, part) => total + part.count, 0);
      made.set(column, {
        row,
        column,
        count: sum,
        parts,
        edge: list.length === 1 ? (list[0] as Edge).key : null,
      });
      add(rowCount, row, sum);
      add(columnCount, column, sum);
      filled += 1;
      count += sum;
    }
    cells.set(row, made);
  }
  const nodes = (counts: ReadonlyMap<string, number>): readonly MatrixNode[] =>
    graph.nodes.flatMap(({ key, attributes }) => {
      const sum = counts.get(key);
      return sum === undefined
        ? []
        : [{ key, label: attributes.label, shortLabel: attributes.short_label, count: sum }];
    });
  return { rows: nodes(rowCount), columns: nodes(columnCount), cells, filled, count };
}

/** Actors by issues, from a graph of the projection `bundled`. Relations between actors have no place in it. */
export const stanceMatrix = (graph: GraphDocument): Matrix =>
  assemble(
    graph,
    graph.edges
      .filter(({ attributes }) => attributes.kind === "stance")
      .map((edge) => [edge.source, edge.target, edge] as const),
  );

/** Actors by actors, from a graph of the projection `agreement`: symmetric, with an empty diagonal. */
export function agreementMatrix(graph: GraphDocument): Matrix {
  const matrix = assemble(
    graph,
    graph.edges
      .filter(({ attributes }) => attributes.kind === "agreement")
      .flatMap((edge) => [
        [edge.source, edge.target, edge] as const,
        [edge.target, edge.source, edge] as const,
      ]),
  );
  return { ...matrix, filled: matrix.filled / 2, count: matrix.count / 2 };
}
