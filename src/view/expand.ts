/**
 * Expanded nodes: all edges at them are shown, whatever the filter asks of who and of what, and whatever surroundings the view
 * keeps to. What says which statements count as evidence holds everywhere (docs/decisions/0010).
 */

import type { Adjacency } from "../graph/adjacency.ts";
import { compileFilter, ofAnyone, selectStatements } from "../graph/filter.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import type { Projection, View } from "../model/view.ts";
import type { DraftEdge } from "./projections/projection.ts";
import { projectionMethod } from "./projections/registry.ts";

export interface Expansion {
  /** By node after roll-up: 1 = expanded. */
  readonly marks: Uint8Array;
  /** By statement: 1 = an expanded node is one of its ends. */
  readonly touching: Uint8Array;
  /** All edges at expanded nodes in a projection, under the filter that asks neither who nor about what. */
  drafts(projection: Projection): readonly DraftEdge[];
  /** Numbers of the statements behind these, ascending. */
  statements(projection: Projection): Int32Array;
}

/** What the expanded nodes of a resolved view bring; null = none is expanded. */
export function expansionOf(index: StatementIndex, view: View, adjacency: Adjacency): Expansion | null {
  if (view.expand.length === 0) return null;
  const marks = new Uint8Array(index.nodes.length);
  for (const key of view.expand) {
    const node = index.nodeByKey.get(key);
    if (node !== undefined) marks[adjacency.standsFor[node] as number] = 1;
  }
  const touching = new Uint8Array(index.statementCount);
  for (let number = 0; number < touching.length; number++)
    touching[number] =
      (marks[adjacency.from[number] as number] as number) | (marks[adjacency.to[number] as number] as number);
  const filter = compileFilter(index, ofAnyone(view.filter));
  const wide = selectStatements(index, filter, adjacency.merged).statements;
  const near = wide.filter((number) => touching[number] === 1);
  const known = new Map<Projection, readonly DraftEdge[]>();
  const drafts = (projection: Projection): readonly DraftEdge[] => {
    const before = known.get(projection);
    if (before) return before;
    // An agreement is made of statements of both, about a third.
    const statements = projection === "agreement" ? wide : near;
    const all = projectionMethod(projection).run({ index, adjacency, statements });
    const made = all.filter(({ from, to }) => marks[from] === 1 || marks[to] === 1);
    known.set(projection, made);
    return made;
  };
  return {
    marks,
    touching,
    drafts,
    statements: (projection) => (projection === "agreement" ? behind(drafts(projection), index) : near),
  };
}

function behind(drafts: readonly DraftEdge[], index: StatementIndex): Int32Array {
  const marks = new Uint8Array(index.statementCount);
  for (const draft of drafts) for (const number of Array.from(draft.statements())) marks[number] = 1;
  return numbersOf(marks);
}

function numbersOf(marks: Uint8Array): Int32Array {
  const numbers: number[] = [];
  marks.forEach((mark, number) => {
    if (mark === 1) numbers.push(number);
  });
  return Int32Array.from(numbers);
}

/** Both lists of ascending numbers as one. */
export function union(one: Int32Array, other: Int32Array, index: StatementIndex): Int32Array {
  const marks = new Uint8Array(index.statementCount);
  for (const number of one) marks[number] = 1;
  for (const number of other) marks[number] = 1;
  return numbersOf(marks);
}
