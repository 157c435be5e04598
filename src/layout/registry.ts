/** The function of each layout in catalogue.ts: one line each. */

import type { LayoutId } from "./catalogue.ts";
import { circular } from "./circular.ts";
import { forces } from "./force.ts";
import type { LayoutRun } from "./layout.ts";
import { spectrum } from "./spectrum.ts";
import { timeOrder } from "./time.ts";
import { twoColumns } from "./two-column.ts";

export const LAYOUT_RUNS: Readonly<Record<LayoutId, LayoutRun>> = {
  force: forces,
  circular,
  "two-column": twoColumns,
  spectrum,
  time: timeOrder,
};
