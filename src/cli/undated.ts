/** Says how many statements a date filter leaves out only because nothing says when they were made. */

import { compileFilter, selectStatements } from "../graph/filter.ts";
import type { View } from "../model/view.ts";
import type { ServedDataset } from "../service/served-dataset.ts";
import type { Io } from "./io.ts";

/** One line on standard error when there are any. Names in the view must be resolved. */
export function sayUndated(io: Io, { index }: ServedDataset, { filter, rollup }: View): void {
  if ((filter.since === "" && filter.until === "") || filter.undated === "show") return;
  const { merged } = index.adjacency(rollup);
  const { undated } = selectStatements(index, compileFilter(index, filter), merged).counts;
  if (undated === 0) return;
  const [number, verb, them] =
    undated === 1 ? ["1 statement", "is", "it"] : [`${undated} statements`, "are", "them"];
  io.err(`${number} without a date ${verb} left out; --undated show keeps ${them}.\n`);
}
