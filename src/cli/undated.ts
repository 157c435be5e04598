/** Says how many statements a date filter leaves out only because nothing says when they were made. */

import type { View } from "../model/view.ts";
import type { ServedDataset } from "../service/served-dataset.ts";
import { selectView } from "../view/apply-view.ts";
import type { Io } from "./io.ts";

/** One line on standard error when there are any. Names in the view must be resolved. */
export function sayUndated(io: Io, { index }: ServedDataset, view: View): void {
  const { filter } = view;
  if ((filter.since === "" && filter.until === "") || filter.undated === "show") return;
  const { undated } = selectView(index, view).counts;
  if (undated === 0) return;
  const [number, verb, them] =
    undated === 1 ? ["1 statement", "is", "it"] : [`${undated} statements`, "are", "them"];
  io.err(`${number} without a date ${verb} left out; --undated show keeps ${them}.\n`);
}
