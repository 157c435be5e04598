/** Ties of actors over time: the networks of moving windows or of a moving kernel, with the statements behind each. */

import { z } from "zod";
import { actorKey } from "../../model/id.ts";
import { Fault } from "../../model/problem.ts";
import { computeNetwork, type NetworkLimits } from "../networks/compute-network.ts";
import { type Aggregation, KERNELS, type Normalization, WINDOWS } from "../networks/settings.ts";
import { tableFromSelection } from "../networks/table-from-selection.ts";
import { overLimit, type StatementSelection } from "./analysis.ts";
import type { Compat } from "./spectral-loss.ts";

/** The parameters of windows; `size` and `kernel` mean what they do for networks. */
export const windowParameters = (
  preset: (typeof WINDOWS)[number],
  size = 1,
  smoothing: (typeof KERNELS)[number] = "no",
) => ({
  window: z
    .enum(WINDOWS)
    .default(preset)
    .describe("Moving windows: of a unit of time, or of a number of statements (events)."),
  windowSize: z
    .number()
    .int()
    .min(1)
    .max(1e6)
    .default(size)
    .describe("Width of a window in its unit; of a kernel, an even number."),
  kernel: z.enum(KERNELS).default(smoothing).describe("Weigh statements by their distance in time."),
  indent: z
    .boolean()
    .default(false)
    .describe("Whether centres of kernels lie at least half a width inside the range."),
});

export interface WindowSettings {
  readonly window: (typeof WINDOWS)[number];
  readonly windowSize: number;
  readonly kernel: (typeof KERNELS)[number];
  readonly indent: boolean;
}

/** What one moment of the run is made of. */
export interface TieSlice {
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly from: string;
  readonly to: string;
  readonly middle: string;
  /** Nodes of the index: rows of the matrices. */
  readonly actors: readonly number[];
  /** Numbers of the statements that enter, in the index. */
  readonly statements: readonly number[];
  /** One for each aggregation asked for, row by row. */
  readonly matrices: readonly Float64Array[];
}

export interface TieSlices {
  readonly slices: readonly TieSlice[];
  /** What the reader should know: undated statements, a kernel's true width. */
  readonly notes: readonly string[];
}

/** Statements named by all slices together, which is what their answer is as long as. */
const MOST_NAMED = 1_000_000;
const LIMITS: NetworkLimits = { windows: 5000, cells: 25_000_000, visits: MOST_NAMED };

/** Refuses what belongs to windows where there are none. @throws Fault bad-parameter */
export function checkWindows({ window, kernel, indent }: WindowSettings): void {
  if (window !== "no" || (kernel === "no" && !indent)) return;
  const parameter = kernel === "no" ? "indent" : "kernel";
  throw new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter,
    message: `${parameter} needs a window`,
    remedy: "Give window (seconds to years) and windowSize, or leave it out.",
  });
}

/** Refuses to do without windows. @throws Fault bad-parameter */
export function needWindow({ window }: WindowSettings): void {
  if (window !== "no") return;
  throw new Fault({
    class: "bad-parameter",
    code: "bad-parameter",
    parameter: "window",
    message: "Without windows there is one network, and nothing to compare",
    remedy: "Give window as a unit of time or as events.",
  });
}

/**
 * The networks of actors by shared issues in every window, for some aggregations, by polarity. `allActors`: all slices have the
 * actors of the whole run. Throws a `Fault` over the limits, or for settings that do not go together.
 */
export function tieSlices(
  { index, statements, adjacency }: StatementSelection,
  settings: WindowSettings & { readonly normalization: Normalization; readonly allActors: boolean },
  aggregations: readonly Aggregation[],
  compat: Compat,
): TieSlices {
  const table = tableFromSelection(index, statements, adjacency);
  const { allActors, ...rest } = settings;
  const runs = aggregations.map((aggregation) => {
    const question = {
      ...rest,
      aggregation,
      type: "one-mode",
      rows: "actor",
      columns: "issue",
      qualifier: "polarity",
      isolates: allActors,
      compat: compat === "dna" ? "dna" : null,
    } as const;
    try {
      return computeNetwork(table, question, LIMITS, true);
    } catch (fault) {
      if (!(fault instanceof Fault) || fault.class !== "over-limit") throw fault;
      throw overLimit(
        "window",
        fault.message,
        Number(fault.details["limit"]),
        "Take a larger unit of time, or narrow the view by dates, actors or issues.",
      );
    }
  });
  const [first] = runs;
  if (!first) return { slices: [], notes: [] };
  const slices = first.networks.map(
    ({ rows, counted = [], span }, at): TieSlice => ({
      from: span?.from ?? "",
      to: span?.to ?? "",
      middle: span?.middle ?? "",
      actors: rows.map((id) => index.nodeByKey.get(actorKey(id)) ?? 0),
      statements: Array.from(counted, (place) => statements[place] as number),
      matrices: runs.map(({ networks }) => networks[at]?.cells ?? new Float64Array(0)),
    }),
  );
  const { undated } = first.excluded;
  return {
    slices,
    notes: [
      ...first.messages,
      ...(undated > 0
        ? [
            `Statements without a day of their own (no date, or one that is open at an end), which are in no window: ${undated}.`,
          ]
        : []),
    ],
  };
}

/** The day of a moment, or the moment where the unit is shorter. */
export const momentWords = (moment: string, window: WindowSettings["window"]): string =>
  ["seconds", "minutes", "hours"].includes(window) ? moment : moment.slice(0, 10);
