/** What a view shows before it is laid out and dressed: its statements, and the drafts of the edges that they make. */

import type { Adjacency } from "../graph/adjacency.ts";
import * as flag from "../graph/edge-flags.ts";
import { accepts, compileFilter, selectStatements } from "../graph/filter.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { ViewCounts } from "../model/graph.ts";
import type { Projection, View } from "../model/view.ts";
import { surroundings } from "./ego.ts";
import { type Expansion, expansionOf, union } from "./expand.ts";
import { type Tally, tallyNodes } from "./profile.ts";
import type { DraftEdge } from "./projections/projection.ts";
import { projectionMethod } from "./projections/registry.ts";

/** The statements that a view shows. */
export interface ShownStatements {
  /** Statement numbers, ascending. */
  readonly statements: Int32Array;
  readonly counts: ViewCounts;
  /** Nodes of the surroundings of `ego`, after roll-up; null = no ego was asked for. */
  readonly around: ReadonlySet<number> | null;
  /** The centres of these, after roll-up. */
  readonly centres: readonly number[];
  /** What they come to at every node; counted at the first call, then kept. */
  tally(): Tally;
  /** What expanded nodes bring, and the statements without it; null = none is expanded. */
  readonly expansion: { readonly brings: Expansion; readonly without: Int32Array } | null;
}

/** The statements that a view shows, without a picture; O(statements) unless an ego or an expanded node is asked for among agreements. */
export function shownStatements(index: StatementIndex, view: View, adjacency: Adjacency): ShownStatements {
  const filter = compileFilter(index, view.filter);
  const brings = expansionOf(index, view, adjacency);
  const open = view.projection === "agreement" ? null : (brings?.touching ?? null);
  const selection = selectStatements(index, { ...filter, open }, adjacency.merged);
  const passing = open
    ? selection.statements.filter((number) => open[number] === 0 || accepts(index, filter, number))
    : selection.statements;
  const centres = view.ego.flatMap((key) => {
    const node = index.nodeByKey.get(key);
    return node === undefined ? [] : [adjacency.standsFor[node] as number];
  });
  const around = view.ego.length === 0 ? null : nodesAround(index, view, adjacency, passing, centres);
  const without = around ? statementsAmong(index, view, adjacency, passing, around) : passing;
  const statements = brings ? union(without, brings.statements(view.projection), index) : without;
  const left = selection.statements.length - statements.length;
  let tally: Tally | null = null;
  return {
    statements,
    tally: () => {
      tally ??= tallyNodes(index, adjacency, statements);
      return tally;
    },
    counts: {
      ...selection.counts,
      shown: statements.length,
      filtered: selection.counts.filtered + left,
    },
    around,
    centres,
    expansion: brings && { brings, without },
  };
}

/** The statements behind the edges among some nodes. */
const statementsAmong = (
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  statements: Int32Array,
  nodes: ReadonlySet<number>,
): Int32Array =>
  view.projection === "agreement"
    ? behindAgreements(index, adjacency, statements, nodes)
    : statements.filter(
        (number) => nodes.has(adjacency.from[number] as number) && nodes.has(adjacency.to[number] as number),
      );

function nodesAround(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  statements: Int32Array,
  centres: readonly number[],
): ReadonlySet<number> {
  if (view.projection === "agreement") {
    const drafts = projectionMethod("agreement").run({ index, adjacency, statements });
    return surroundings(
      (visit) => {
        for (const { from, to } of drafts) visit(from, to);
      },
      centres,
      view.depth,
    );
  }
  // In the other projections every statement joins the ends that its edge has.
  return surroundings(
    (visit) => {
      for (const number of statements)
        visit(adjacency.from[number] as number, adjacency.to[number] as number);
    },
    centres,
    view.depth,
  );
}

/** The statements behind the agreements among some actors: those that take a side where another of them does too. */
function behindAgreements(
  index: StatementIndex,
  adjacency: Adjacency,
  statements: Int32Array,
  among: ReadonlySet<number>,
): Int32Array {
  const sided = flag.POLARITY_BIT.support | flag.POLARITY_BIT.oppose;
  const takesSide = (number: number): boolean => {
    const word = index.flags[number] as number;
    return (word & flag.STANCE) !== 0 && (word & sided) !== 0 && among.has(adjacency.from[number] as number);
  };
  const one = new Int32Array(index.nodes.length).fill(-1);
  const several = new Uint8Array(index.nodes.length);
  for (const number of statements) {
    if (!takesSide(number)) continue;
    const issue = adjacency.to[number] as number;
    const holder = adjacency.from[number] as number;
    if ((one[issue] as number) < 0) one[issue] = holder;
    else if (one[issue] !== holder) several[issue] = 1;
  }
  return statements.filter((number) => takesSide(number) && several[adjacency.to[number] as number] === 1);
}

/** All that a view shows. */
export interface Content extends ShownStatements {
  readonly drafts: readonly DraftEdge[];
  /** Node numbers, ascending: the ends of the drafts, and an ego without any. */
  readonly nodes: readonly number[];
}

/** The drafts of all edges of a view whose statements are known. */
export function contentOf(
  index: StatementIndex,
  view: View,
  adjacency: Adjacency,
  shown: ShownStatements,
): Content {
  const { around, expansion } = shown;
  const statements = expansion ? expansion.without : shown.statements;
  const all = projectionMethod(view.projection).run({ index, adjacency, statements });
  // Agreements with actors outside are made of statements that others inside share.
  const drafts = around ? all.filter(({ from, to }) => around.has(from) && around.has(to)) : all;
  const whole = expansion ? withAllAt(expansion.brings, view.projection, drafts) : drafts;
  return { ...shown, drafts: whole, nodes: endsOf(whole, around) };
}

/** Drafts with those at expanded nodes in place of what there was of these. */
const withAllAt = (
  brings: Expansion,
  projection: Projection,
  drafts: readonly DraftEdge[],
): readonly DraftEdge[] => [...elsewhere(brings, drafts), ...brings.drafts(projection)];

/** The drafts that are not at expanded nodes. */
export const elsewhere = ({ marks }: Expansion, drafts: readonly DraftEdge[]): readonly DraftEdge[] =>
  drafts.filter(({ from, to }) => marks[from] === 0 && marks[to] === 0);

/** The ends of drafts, and further nodes, ascending. */
export function endsOf(drafts: readonly DraftEdge[], further: Iterable<number> | null): number[] {
  const nodes = new Set<number>(further ?? []);
  for (const { from, to } of drafts) nodes.add(from).add(to);
  return [...nodes].sort((a, b) => a - b);
}
