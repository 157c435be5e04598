/** Runs a simulation until the picture stands still. Pure and synchronous: whoever needs a pause calls `step` himself. */

import type { ForceGraph } from "./bodies.ts";
import type { ForceSettings } from "./settings.ts";
import { createSimulation, type Simulation, step } from "./simulation.ts";

export interface RunOptions {
  /** Steps at most, however restless the picture still is. Default 1000. */
  readonly maxIterations?: number;
  /** Mean way of a node per step, in shares of the picture's radius, below which the picture stands still. Default 0.001. */
  readonly stillness?: number;
  /** Called after every tenth step; `false` ends the run. The places are those of the running simulation: copy to keep them. */
  readonly onProgress?: (progress: RunProgress) => boolean | undefined;
}

export interface RunProgress {
  readonly iteration: number;
  readonly maxIterations: number;
  /** As `stillness`, mean over the last ten steps. */
  readonly movement: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface RunResult {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly iterations: number;
  /** True when the picture stood still, false when the steps or the caller's patience ended. */
  readonly settled: boolean;
}

/** Steps over which movement is averaged. */
const WINDOW = 10;
/** A window that moves more than this share of the calmest one before brings little that is new: the rest is trembling. */
const NO_PROGRESS = 1;
/** What is left of the heat then. */
const COOLING = 0.8;

/** Lays a graph out from its start. The same input gives the same output, whatever the machine's speed. */
export function runForceAtlas2(
  graph: ForceGraph,
  settings: Partial<ForceSettings> = {},
  options: RunOptions = {},
): RunResult {
  const { maxIterations = 1000, stillness = 0.001, onProgress } = options;
  const simulation = createSimulation(graph, settings);
  const { x, y } = simulation.bodies;
  let calmest = Number.POSITIVE_INFINITY;
  let iteration = 0;
  while (iteration < maxIterations) {
    const steps = Math.min(WINDOW, maxIterations - iteration);
    const movement = stepWindow(simulation, steps);
    iteration += steps;
    if (onProgress?.({ iteration, maxIterations, movement, x, y }) === false) break;
    if (movement < stillness) return { x, y, iterations: iteration, settled: true };
    if (movement > NO_PROGRESS * calmest) simulation.heat *= COOLING;
    calmest = Math.min(calmest, movement);
  }
  return { x, y, iterations: iteration, settled: false };
}

function stepWindow(simulation: Simulation, steps: number): number {
  let movement = 0;
  for (let at = 0; at < steps; at++) movement += step(simulation).movement;
  return movement / steps;
}
