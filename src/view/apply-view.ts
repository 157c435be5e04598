/** The one function that turns a statement index and a view into a picture; page, path context and exports all use it. */

import type { Adjacency } from "../graph/adjacency.ts";
import { CONTAINED, MEMBERSHIP, NON_STAKEHOLDER, SUBISSUE } from "../graph/edge-flags.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { GraphEdge, GraphNode, PictureGraph, ViewCounts } from "../model/graph.ts";
import type { NodeKey } from "../model/id.ts";
import type { View } from "../model/view.ts";
import { tieSize } from "./appearance.ts";
import { shownStatements } from "./content.ts";
import { describeView } from "./describe.ts";
import { edgeAttributes, nodeAttributes, structureAttributes } from "./dress.ts";
import { formatView } from "./grammar.ts";
import { placeNodes } from "./place.ts";
import type { DraftEdge } from "./projections/projection.ts";
import { projectionMethod } from "./projections/registry.ts";
import { drawnContent } from "./reduce.ts";

/** A view applied: the picture, and the statements behind it. */
export interface AppliedView {
  readonly view: View;
  readonly graph: PictureGraph;
  /** Numbers of the statements shown, ascending; all of them also where the picture is reduced. */
  readonly statements: Int32Array;
  readonly counts: ViewCounts;
}

/** Where a picture goes: by default one on a screen is reduced when it is very large, one in a file is not. */
export type Destination = "screen" | "file";

/** Whether a view's picture may be reduced. */
export const mayReduce = ({ detail }: View, destination: Destination): boolean =>
  detail === "reduced" || (detail === "auto" && destination === "screen");

/** The statements a view shows, without a picture; cheap. Ids and node keys in the view must be resolved. */
export function selectView(index: StatementIndex, view: View): Pick<AppliedView, "statements" | "counts"> {
  const { statements, counts } = shownStatements(index, view, index.adjacency(view.rollup));
  return { statements, counts };
}

/** Edges up to which those dressed are kept; more are dressed anew each time they are walked, because they fill the memory. */
const MOST_KEPT = 50_000;

/**
 * Applies a view whose names have been resolved. Isolated nodes are left out, except an ego without edges.
 * The layout is the costly part, O(iterations · (nodes² + edges)) for forces: keep the result.
 * @param onProgress hears the share of the layout that is done, 0 … 1, where it takes long
 */
export function applyView(
  index: StatementIndex,
  view: View,
  destination: Destination = "file",
  onProgress?: (share: number) => void,
): AppliedView {
  const adjacency = index.adjacency(view.rollup);
  const content = drawnContent(index, view, adjacency, mayReduce(view, destination));
  const { drafts, nodes, statements, counts, projection, reduction, listed } = content;
  const tally = content.tally();
  const graphNodes = nodes.map(
    (node): GraphNode => ({
      key: index.nodes[node] as NodeKey,
      attributes: nodeAttributes(index, node, tally.profile(node), view.theme),
    }),
  );
  const structure = view.structure ? structureEdges(index, view, adjacency, new Set(nodes)) : [];
  const ties = structure.length === 0 ? drafts : [...drafts, ...structure];
  const placeable = { nodes: graphNodes, numbers: nodes, ties, statements };
  const guides = placeNodes(index, adjacency, view.layout, placeable, onProgress);
  const tieWidth = reduction?.least === undefined ? null : widthAmong(drafts);
  const dressed = (draft: DraftEdge): GraphEdge => ({
    key: draft.key,
    source: index.nodes[draft.from] as NodeKey,
    target: index.nodes[draft.to] as NodeKey,
    attributes: edgeAttributes(index, draft, view.theme, listed, tieWidth?.(draft) ?? null),
  });
  const structural = structure.map(
    ({ edge, from, to }): GraphEdge => ({
      key: (index.structure[edge - index.statementCount] as { readonly key: string }).key,
      source: index.nodes[from] as NodeKey,
      target: index.nodes[to] as NodeKey,
      attributes: structureAttributes(index, edge, view.theme),
    }),
  );
  const kept = drafts.length <= MOST_KEPT ? [...drafts.map(dressed), ...structural] : null;
  const { dataset } = index;
  const described = describeView(dataset, view, {
    documents: documentsOf(index, statements),
    undated: counts.undated,
  });
  const graph: PictureGraph = {
    attributes: {
      title: dataset.metadata.title,
      dataset: dataset.id,
      version: dataset.version,
      view: formatView(view),
      description: reduction ? `${described} ${reduction.reason}` : described,
      counts,
      ...(reduction ? { reduced: reduction } : {}),
      ...(guides ? { guides } : {}),
    },
    type: projectionMethod(projection).type,
    order: graphNodes.length,
    size: drafts.length + structural.length,
    nodes: always(graphNodes),
    edges: kept ? always(kept) : () => eachDressed(drafts, dressed, structural),
  };
  return { view, graph, statements, counts };
}

/** Widths of ties by their strength among those drawn: where only the strongest are, all would have the same by their number. */
function widthAmong(drafts: readonly DraftEdge[]): (draft: DraftEdge) => number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { count } of drafts) {
    least = Math.min(least, count);
    most = Math.max(most, count);
  }
  return ({ count }) => tieSize(most > least ? (count - least) / (most - least) : 0.5);
}

/** The same answer each time; it holds on to nothing else, whereas a function written above would keep all drafts in memory. */
const always =
  <Answer>(answer: Answer) =>
  (): Answer =>
    answer;

/** Edges dressed as they are walked. */
function eachDressed(
  drafts: readonly DraftEdge[],
  dressed: (draft: DraftEdge) => GraphEdge,
  structural: readonly GraphEdge[],
): Iterable<GraphEdge> {
  return {
    *[Symbol.iterator]() {
      for (const draft of drafts) yield dressed(draft);
      yield* structural;
    },
  };
}

/** From how many sources statements are. */
function documentsOf(index: StatementIndex, statements: Int32Array): number {
  const isMet = new Uint8Array(index.dataset.sources.length);
  let count = 0;
  for (let at = 0; at < statements.length; at++) {
    const source = index.source[statements[at] as number] as number;
    if (isMet[source] !== 0) continue;
    isMet[source] = 1;
    if (++count === isMet.length) break;
  }
  return count;
}

/** A structural edge by its number in the index, with its ends after roll-up. */
interface StructureEdge {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
  readonly count: 1;
}

/** Structural edges whose two ends are shown. */
function structureEdges(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ReadonlySet<number>,
): StructureEdge[] {
  const edges: StructureEdge[] = [];
  const outside = view.filter.actors === "stakeholders" ? NON_STAKEHOLDER : 0;
  for (let edge = index.statementCount; edge < index.edgeCount; edge++) {
    const word = index.flags[edge] as number;
    if ((word & (MEMBERSHIP | SUBISSUE | CONTAINED)) === 0 || (word & outside) !== 0) continue;
    const from = adjacency.from[edge] as number;
    const to = adjacency.to[edge] as number;
    if (adjacency.merged[edge] || !shown.has(from) || !shown.has(to)) continue;
    edges.push({ edge, from, to, count: 1 });
  }
  return edges;
}
