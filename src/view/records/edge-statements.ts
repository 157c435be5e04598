/** All statements behind one edge of a view's picture, also where the picture lists the first of them only. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import type { View } from "../../model/view.ts";
import { mayReduce } from "../apply-view.ts";
import { drawnContent } from "../reduce.ts";

/**
 * Numbers of the statements, ascending; none behind a structural edge; null where the picture on a screen has no such edge. Names in the
 * view must be resolved; nothing is laid out.
 */
export function statementsOfEdge(index: StatementIndex, view: View, key: string): Int32Array | null {
  if (view.structure && index.structure.some((edge) => edge.key === key)) return new Int32Array(0);
  const { drafts } = drawnContent(index, view, index.adjacency(view.rollup), mayReduce(view, "screen"));
  const draft = drafts.find((one) => one.key === key);
  return draft ? Int32Array.from(draft.statements()) : null;
}
