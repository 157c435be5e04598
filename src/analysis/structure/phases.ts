/** Phases: stretches of time in which the network of actors keeps its shape, and the moments at which it changes. */

import { z } from "zod";
import { counted } from "../../model/counted.ts";
import { defineAnalysis, overLimit, type Row } from "./analysis.ts";
import { type Distances, joinedGroups, LINKAGES, medoidGroups, nearnessModularity } from "./partitions.ts";
import { integer, number, rounded, statementIds, text } from "./rows.ts";
import { type Compat, scaledSpectrum, spectralDistance } from "./spectral-loss.ts";
import { AGGREGATIONS, normalisationParameter } from "./stance-table.ts";
import {
  checkWindows,
  momentWords,
  needWindow,
  type TieSlice,
  tieSlices,
  windowParameters,
} from "./tie-slices.ts";

const MOST_WINDOWS = 400;
/** Windows squared × cells of a network, or × its actors cubed. */
const MOST_WORK = 2e9;
/** A gain of modularity below this is rounding. */
const TINY = 1e-12;

type Method = (typeof LINKAGES)[number] | "medoids";
const METHODS: readonly Method[] = [...LINKAGES, "medoids"];
const METHOD_WORDS: Readonly<Record<Method, string>> = {
  single: "single linkage",
  average: "average linkage",
  complete: "complete linkage",
  ward: "Ward's method",
  medoids: "medoids",
};

/** One way to group the windows. */
interface Solution {
  readonly method: Method;
  readonly group: Int32Array;
  readonly states: number;
  readonly modularity: number;
}

export const phasesAnalysis = defineAnalysis({
  id: "phases",
  aliases: ["phase-transitions"],
  label: "Phases",
  description: "Stretches of time in which the network of actors keeps its shape, and when it changes.",
  parameters: {
    ...windowParameters("months", 2, "gaussian"),
    aggregation: z.enum(AGGREGATIONS).default("subtract").describe("What ties two actors."),
    normalisation: normalisationParameter("average"),
    distance: z
      .enum(["absdiff", "spectral"])
      .default("absdiff")
      .describe("How two networks differ: sum of the differences of their ties, or of their spectra."),
    mostStates: z.number().int().min(2).max(20).default(6).describe("Most states looked for, from 2 to 20."),
    compat: z
      .enum(["none", "dna"])
      .default("none")
      .describe("dna: networks and spectra as DNA 3 computes them."),
  },
  run(input, settings) {
    const { index } = input;
    const { window, normalisation, aggregation, distance, mostStates, compat } = settings;
    needWindow(settings);
    checkWindows(settings);
    const run = { ...windowsOf(settings), normalization: normalisation, allActors: true };
    const { slices, notes } = tieSlices(input, run, [aggregation], compat);
    const distances = distancesOf(slices, distance, compat);
    const solutions = METHODS.flatMap((method) => bestOf(distances, method, mostStates) ?? []);
    // All windows in one state have a modularity of 0; what is not above that is no division.
    const best = solutions.reduce<Solution | null>(
      (found, each) => (each.modularity > (found?.modularity ?? 0) + TINY ? each : found),
      null,
    );
    const spells = spellsOf(best?.group ?? new Int32Array(slices.length));
    const behind = (list: readonly TieSlice[]): readonly string[] =>
      statementIds(index, new Set(list.flatMap(({ statements }) => statements)));
    const moment = (at: number): string => momentWords(slices[at]?.middle ?? "", window);
    const changes = spells.slice(1).map(({ first }) => moment(first));
    return {
      summary:
        slices.length === 0
          ? "The dated statements fill no window of this width."
          : best === null
            ? `${counted(slices.length, "window")}; their networks do not fall into states.`
            : `${counted(slices.length, "window")} fall into ${counted(best.states, "state")} (${METHOD_WORDS[best.method]}, modularity ${rounded(best.modularity)}); ` +
              (changes.length > 6
                ? `the state changes ${changes.length} times, first around ${changes[0]} and last around ${changes.at(-1)}.`
                : `the state changes around ${changes.join(", ")}.`),
      tables: [
        {
          id: "phases",
          title: "Phases",
          columns: [
            integer("state", "State"),
            text("from", "From"),
            text("to", "To"),
            integer("windows", "Windows"),
            integer("statements", "Number of statements"),
          ],
          rows: spells.map(({ state, first, last }): Row => {
            const own = slices.slice(first, last + 1);
            const statements = behind(own);
            return {
              cells: {
                state: state + 1,
                from: moment(first),
                to: moment(last),
                windows: own.length,
                statements: statements.length,
              },
              statements,
            };
          }),
        },
        {
          id: "windows",
          title: "Windows",
          columns: [
            text("middle", "Middle"),
            integer("state", "State"),
            integer("statements", "Number of statements"),
            number("change", "Distance to the window before"),
          ],
          rows: slices.map(
            (slice, at): Row => ({
              cells: {
                middle: moment(at),
                state: (best?.group[at] ?? 0) + 1,
                statements: slice.statements.length,
                change: at === 0 ? null : (distances.cells[at * slices.length + at - 1] ?? null),
              },
              // A distance rests on both windows.
              statements: behind(slices.slice(Math.max(0, at - 1), at + 1)),
            }),
          ),
        },
        {
          id: "solutions",
          title: "Ways to group the windows, each with its best number of states",
          columns: [
            text("method", "Method"),
            integer("states", "States"),
            number("modularity", "Modularity"),
          ],
          rows: solutions.map(
            ({ method, states, modularity }): Row => ({
              cells: { method: METHOD_WORDS[method], states, modularity },
              statements: behind(slices),
            }),
          ),
        },
      ],
      notes: [
        "States of a temporal network: Masuda and Holme 2019. Windows are compared in pairs, distances divided by the greatest; groups by four linkages (Lance and Williams 1967; Ward 1963) and around medoids (Kaufman and Rousseeuw 1990); of all, those of the greatest modularity of 1 − distance (Newman 2004).",
        distance === "absdiff"
          ? "Distance: Σ |a − b| over all pairs of actors."
          : compat === "dna"
            ? "Distance as DNA 3: Σ|λ − λ′|, λ = row sums of the non-negative ties over their sum."
            : "Distance: √Σ(λ − λ′)², λ = eigenvalues of the graph Laplacian of the non-negative ties over its trace (Wilson and Zhu 2008).",
        "A change of state is a change of reported positions in these documents; what brought it about is not said.",
        ...notes,
      ],
    };
  },
});

const windowsOf = ({ window, windowSize, kernel, indent }: Parameters<typeof checkWindows>[0]) => ({
  window,
  windowSize,
  kernel,
  indent,
});

/** Of every two windows, divided by the greatest; all 0 where all networks are equal. */
function distancesOf(slices: readonly TieSlice[], kind: "absdiff" | "spectral", compat: Compat): Distances {
  const order = slices.length;
  const actors = slices[0]?.actors.length ?? 0;
  const perPair = kind === "absdiff" ? actors ** 2 : actors + actors ** 3 / Math.max(1, order);
  if (order > MOST_WINDOWS || order ** 2 * perPair > MOST_WORK)
    throw overLimit(
      "window",
      `${order} windows of ${counted(actors, "actor")} are too many to compare in pairs`,
      MOST_WINDOWS,
      "Take a larger unit, or narrow the view.",
    );
  const matrices = slices.map(({ matrices: [own = new Float64Array(0)] }) => own);
  const spectra =
    kind === "spectral" ? matrices.map((matrix) => scaledSpectrum(matrix, actors, compat)) : null;
  const cells = new Float64Array(order * order);
  let greatest = 0;
  for (let a = 0; a < order; a++)
    for (let b = a + 1; b < order; b++) {
      const apart = spectra
        ? spectralDistance(spectra[a] as Float64Array, spectra[b] as Float64Array, compat)
        : difference(matrices[a] as Float64Array, matrices[b] as Float64Array);
      cells[a * order + b] = apart;
      cells[b * order + a] = apart;
      greatest = Math.max(greatest, apart);
    }
  return { order, cells: greatest === 0 ? cells : cells.map((cell) => cell / greatest) };
}

function difference(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs((a[at] as number) - (b[at] as number));
  return sum;
}

/** The number of states of greatest modularity, from 2 on; null where there is nothing to tell apart. */
function bestOf(distances: Distances, method: Method, most: number): Solution | null {
  const { order, cells } = distances;
  if (order < 2 || cells.every((cell) => cell === 0)) return null;
  const joined = method === "medoids" ? null : joinedGroups(distances, method, most);
  let best: Solution | null = null;
  for (let states = 2; states <= Math.min(most, order); states++) {
    const group = joined ? joined[states - 1] : medoidGroups(distances, states);
    const modularity = group ? nearnessModularity(distances, group) : null;
    if (!group || modularity === null || (best && modularity <= best.modularity + TINY)) continue;
    best = { method, group, states: new Set(group).size, modularity };
  }
  return best;
}

/** Windows that follow one another in one state. */
interface Spell {
  readonly state: number;
  readonly first: number;
  last: number;
}

function spellsOf(group: Int32Array): readonly Spell[] {
  const spells: Spell[] = [];
  group.forEach((state, at) => {
    const spell = spells.at(-1);
    if (spell?.state === state) spell.last = at;
    else spells.push({ state, first: at, last: at });
  });
  return spells;
}
