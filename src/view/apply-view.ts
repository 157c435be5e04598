/** The one function that turns a statement index and a view into a picture; page, path context and exports all use it. */

import type { Adjacency } from "../graph/adjacency.ts";
import { CONTAINED, MEMBERSHIP, NON_STAKEHOLDER, SUBISSUE } from "../graph/edge-flags.ts";
import { compileFilter, selectStatements } from "../graph/filter.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import { LAYOUTS } from "../layout/registry.ts";
import type { GraphEdge, GraphNode, PictureGraph, ViewCounts } from "../model/graph.ts";
import type { NodeKey } from "../model/id.ts";
import { DEFAULT_VIEW, type View } from "../model/view.ts";
import { LABEL_HEIGHT, labelRoom } from "./appearance.ts";
import { describeView } from "./describe.ts";
import { edgeAttributes, nodeAttributes, structureAttributes } from "./dress.ts";
import { egoNetwork } from "./ego.ts";
import { formatView } from "./grammar.ts";
import { EMPTY_PROFILE, profileNodes } from "./profile.ts";
import type { DraftEdge } from "./projections/projection.ts";
import { projectionMethod } from "./projections/registry.ts";

/** A view applied: the picture, and the statements behind it. */
export interface AppliedView {
  readonly view: View;
  readonly graph: PictureGraph;
  /** Numbers of the statements shown, ascending. */
  readonly statements: Int32Array;
  readonly counts: ViewCounts;
}

/** What a view shows before it is laid out and dressed. */
interface Content {
  readonly drafts: readonly DraftEdge[];
  readonly nodes: readonly number[];
  readonly statements: Int32Array;
  readonly counts: ViewCounts;
}

function contentOf(index: StatementIndex, view: View, adjacency: Adjacency): Content {
  const selection = selectStatements(index, compileFilter(index, view.filter), adjacency.merged);
  const method = projectionMethod(view.projection);
  const all = method.run({ index, adjacency, statements: selection.statements });
  if (view.ego.length === 0) {
    const nodes = new Set(all.flatMap(({ from, to }) => [from, to]));
    return {
      drafts: all,
      nodes: ascending(nodes),
      statements: selection.statements,
      counts: selection.counts,
    };
  }
  const centres = view.ego.flatMap((key) => {
    const node = index.nodeByKey.get(key);
    return node === undefined ? [] : [adjacency.standsFor[node] as number];
  });
  const { nodes, drafts } = egoNetwork(all, centres, view.depth);
  const kept = new Set(drafts.flatMap((draft) => draft.statements));
  const statements = selection.statements.filter((number) => kept.has(number));
  const left = selection.statements.length - statements.length;
  const counts = {
    ...selection.counts,
    shown: statements.length,
    filtered: selection.counts.filtered + left,
  };
  return { drafts, nodes: ascending(nodes), statements, counts };
}

const ascending = (nodes: Iterable<number>): number[] => [...nodes].sort((a, b) => a - b);

/** The statements a view shows, without a picture; cheap. Ids and node keys in the view must be resolved. */
export function selectView(index: StatementIndex, view: View): Pick<AppliedView, "statements" | "counts"> {
  const { statements, counts } = contentOf(index, view, index.adjacency(view.rollup));
  return { statements, counts };
}

/**
 * Applies a view whose names have been resolved. Isolated nodes are left out, except an ego without edges.
 * The layout is the costly part, O(iterations · (nodes² + edges)) for forces: keep the result.
 */
export function applyView(index: StatementIndex, view: View): AppliedView {
  const adjacency = index.adjacency(view.rollup);
  const { drafts, nodes, statements, counts } = contentOf(index, view, adjacency);
  const shown = new Set(nodes);
  const profiles = profileNodes(index, adjacency, statements);
  const graphNodes = nodes.map((node): GraphNode => {
    const profile = profiles.get(node) ?? EMPTY_PROFILE;
    return {
      key: index.nodes[node] as NodeKey,
      attributes: nodeAttributes(index, node, profile, view.theme),
    };
  });
  const edges = drafts.map(
    (draft): GraphEdge => ({
      key: draft.key,
      source: index.nodes[draft.from] as NodeKey,
      target: index.nodes[draft.to] as NodeKey,
      attributes: edgeAttributes(index, draft, view.theme),
    }),
  );
  if (view.structure) edges.push(...structureEdges(index, view, adjacency, shown));
  place(graphNodes, edges, view.layout);
  const { dataset } = index;
  const graph: PictureGraph = {
    attributes: {
      title: dataset.metadata.title,
      dataset: dataset.id,
      version: dataset.version,
      view: formatView(view),
      description: describeView(dataset, view, {
        documents: documentsOf(index, statements),
        undated: counts.undated,
      }),
      counts,
    },
    type: projectionMethod(view.projection).type,
    order: graphNodes.length,
    size: edges.length,
    nodes: () => graphNodes,
    edges: () => edges,
  };
  return { view, graph, statements, counts };
}

const documentsOf = (index: StatementIndex, statements: Int32Array): number =>
  new Set(Array.from(statements, (number) => index.source[number])).size;

/** Structural edges whose two ends are shown. */
function structureEdges(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ReadonlySet<number>,
): GraphEdge[] {
  const edges: GraphEdge[] = [];
  const outside = view.filter.actors === "stakeholders" ? NON_STAKEHOLDER : 0;
  for (let edge = index.statementCount; edge < index.edgeCount; edge++) {
    const word = index.flags[edge] as number;
    if ((word & (MEMBERSHIP | SUBISSUE | CONTAINED)) === 0 || (word & outside) !== 0) continue;
    const from = adjacency.from[edge] as number;
    const to = adjacency.to[edge] as number;
    if (adjacency.merged[edge] || !shown.has(from) || !shown.has(to)) continue;
    edges.push({
      key: (index.structure[edge - index.statementCount] as { readonly key: string }).key,
      source: index.nodes[from] as NodeKey,
      target: index.nodes[to] as NodeKey,
      attributes: structureAttributes(index, edge, view.theme),
    });
  }
  return edges;
}

/** Gives every node its coordinates, rounded so that they are the same text everywhere. */
function place(nodes: readonly GraphNode[], edges: readonly GraphEdge[], layoutId: string): void {
  const layout =
    LAYOUTS.find(({ id }) => id === layoutId) ?? LAYOUTS.find(({ id }) => id === DEFAULT_VIEW.layout);
  if (!layout) throw new Error(`no layout ${layoutId}`);
  const numberOf = new Map<string, number>(nodes.map(({ key }, number) => [key, number]));
  const { x, y } = layout.run({
    size: Float64Array.from(nodes, ({ attributes }) => attributes.size),
    labelWidth: Float64Array.from(nodes, ({ attributes }) => labelRoom(attributes.short_label)),
    labelHeight: LABEL_HEIGHT,
    from: Int32Array.from(edges, ({ source }) => numberOf.get(source) as number),
    to: Int32Array.from(edges, ({ target }) => numberOf.get(target) as number),
    weight: Float64Array.from(edges, ({ attributes }) => attributes.count),
    group: Uint8Array.from(nodes, ({ attributes }) => (attributes.node_type === "issue" ? 1 : 0)),
  });
  nodes.forEach(({ attributes }, number) => {
    attributes.x = Math.round((x[number] as number) * 100) / 100;
    attributes.y = Math.round((y[number] as number) * 100) / 100;
  });
}
