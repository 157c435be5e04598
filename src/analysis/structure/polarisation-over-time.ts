/** Polarisation in every window of a run: the best division of the actors of each, and how near it comes to the ideal. */

import { counted } from "../../model/counted.ts";
import { type AnalysisInput, type AnalysisResult, overLimit, type Row } from "./analysis.ts";
import { polarisation, type Ties, tiesOf } from "./polarisation-quality.ts";
import { bestDivision, type Division, divisionWork } from "./polarisation-search.ts";
import { integer, keysOf, labelList, number, rounded, statementIds, text } from "./rows.ts";
import type { Compat } from "./spectral-loss.ts";
import { momentWords, type TieSlice, tieSlices, type WindowSettings } from "./tie-slices.ts";

/** Work of all divisions together, in the unit of `divisionWork`. */
const MOST_WORK = 2e7;

export interface PolarisationSettings extends WindowSettings {
  readonly clusters: number;
  readonly normalise: boolean;
  readonly starts: number;
  readonly seed: number;
  readonly compat: Compat;
}

interface Measured {
  readonly slice: TieSlice;
  readonly ties: Ties;
  /** Null where there are fewer actors than groups, or no tie that speaks for any division. */
  readonly division: Division | null;
  readonly quality: number | null;
}

export function polarisationOverTime(
  input: AnalysisInput,
  settings: PolarisationSettings,
): Pick<AnalysisResult, "summary" | "tables" | "notes"> {
  const { index } = input;
  const { window, clusters, normalise, starts, seed, compat } = settings;
  // DNA takes one network, congruence minus conflict, for both (NETWORKS §8).
  const aggregations = compat === "dna" ? (["subtract"] as const) : (["congruence", "conflict"] as const);
  const { window: unit, windowSize, kernel, indent } = settings;
  const run = {
    window: unit,
    windowSize,
    kernel,
    indent,
    normalization: "average",
    allActors: false,
  } as const;
  const { slices, notes } = tieSlices(input, run, aggregations, compat);
  const work = slices.reduce((sum, { actors }) => sum + divisionWork(actors.length, clusters, starts), 0);
  if (work > MOST_WORK)
    throw overLimit(
      "starts",
      `${slices.length} windows with ${starts} starts each would take too long`,
      Math.max(1, Math.floor((starts * MOST_WORK) / work)),
      "Give fewer starts, take a larger unit, or narrow the view.",
    );
  const all = slices.map((slice): Measured => {
    const [congruence = new Float64Array(0), conflict = congruence] = slice.matrices;
    const ties = tiesOf(congruence, conflict, slice.actors.length);
    if (slice.actors.length < clusters || slice.statements.length === 0)
      return { slice, ties, division: null, quality: null };
    if (ties.congruenceSum + ties.conflictSum === 0)
      return { slice, ties, division: null, quality: polarisation(ties, 0, normalise, compat) };
    const division = bestDivision({ ties, clusters, starts, seed, compat, checkpoint: input.checkpoint });
    return { slice, ties, division, quality: polarisation(ties, division.raw, normalise, compat) };
  });
  const known = all.filter(({ quality }) => quality !== null);
  const extreme = (sign: 1 | -1): Measured | undefined =>
    known.reduce<Measured | undefined>(
      (best, each) =>
        best === undefined || sign * ((each.quality ?? 0) - (best.quality ?? 0)) > 0 ? each : best,
      undefined,
    );
  const [most, least] = [extreme(1), extreme(-1)];
  const when = (measured: Measured): string => momentWords(measured.slice.middle, window);
  return {
    summary:
      slices.length === 0
        ? "The dated statements fill no window of this width."
        : most && least
          ? `${counted(slices.length, "window")}; polarisation lies between ${rounded(least.quality ?? 0)} (around ${when(least)}) and ${rounded(most.quality ?? 0)} (around ${when(most)}).`
          : `${counted(slices.length, "window")}, each with too few actors for ${clusters} groups.`,
    tables: [
      {
        id: "windows",
        title: "Polarisation over time",
        columns: [
          text("middle", "Middle"),
          text("from", "From"),
          text("to", "To"),
          integer("statements", "Number of statements"),
          integer("actors", "Actors"),
          number("polarisation", "Polarisation"),
          number("congruence", "Sum of congruence"),
          number("conflict", "Sum of conflict"),
          text("groups", "Groups"),
        ],
        rows: all.map((measured): Row => {
          const { slice, ties, division, quality } = measured;
          const active = new Set(slice.statements.map((at) => input.adjacency.from[at] as number));
          const members = (cluster: number): readonly number[] =>
            slice.actors.filter((_, place) => division?.group[place] === cluster);
          return {
            cells: {
              middle: momentWords(slice.middle, window),
              from: momentWords(slice.from, window),
              to: momentWords(slice.to, window),
              statements: slice.statements.length,
              actors: active.size,
              polarisation: quality,
              congruence: ties.congruenceSum,
              conflict: ties.conflictSum,
              groups: division
                ? Array.from({ length: clusters }, (_, cluster) => labelList(index, members(cluster))).join(
                    " | ",
                  )
                : null,
            },
            nodes: keysOf(index, active),
            statements: statementIds(index, slice.statements),
          };
        }),
      },
    ],
    notes: [
      settings.kernel === "no"
        ? "Each window divides the actors that take a side in it; one with fewer actors than groups has no polarisation."
        : "Every slice of a kernel divides the actors of the whole run, those without a statement in it too; a pair of statements weighs the geometric mean of its two weights.",
      ...(compat === "dna"
        ? ["As DNA 3 in windows: congruence minus conflict stands for both, so P = N."]
        : []),
      ...notes,
    ],
  };
}
