/** One ForceAtlas2 simulation: forces, then a step along them at a speed that Gephi's rules adapt to the swinging. */

import { attract, gravitate } from "./attraction.ts";
import { type Bodies, createBodies, createSprings, type ForceGraph, type Springs } from "./bodies.ts";
import { type Actors, createActors, repel } from "./repulsion.ts";
import { completeSettings, type ForceSettings } from "./settings.ts";
import { buildTree, createTree, type Tree } from "./tree.ts";

/** The whole state; `bodies.x` and `bodies.y` are the present places. */
export interface Simulation {
  readonly settings: ForceSettings;
  readonly bodies: Bodies;
  readonly springs: Springs;
  readonly tree: Tree;
  readonly actors: Actors;
  /** Share of the jitter tolerance that still holds; less = calmer. */
  heat: number;
  speed: number;
  speedEfficiency: number;
}

/** What one step did. */
export interface Motion {
  /** Mean way of a node, in shares of the picture's radius. */
  readonly movement: number;
  /** Swinging by traction: below 1 the picture goes somewhere, far above 1 it only trembles. */
  readonly unrest: number;
}

/** Copies the graph; throws a `Fault` for settings out of bounds. */
export function createSimulation(graph: ForceGraph, given: Partial<ForceSettings> = {}): Simulation {
  const settings = completeSettings(given);
  return {
    settings,
    bodies: createBodies(graph, settings.seed),
    springs: createSprings(graph, settings),
    tree: createTree(graph.x.length),
    actors: createActors(graph.x.length),
    heat: 1,
    speed: 1,
    speedEfficiency: 1,
  };
}

/** Sets the forces of the present places. */
export function computeForces({ bodies, springs, tree, actors, settings }: Simulation): void {
  const { scaling, theta, adjustSizes } = settings;
  buildTree(tree, bodies);
  repel(bodies, tree, actors, { scaling, theta, discs: adjustSizes });
  attract(bodies, springs, settings);
  gravitate(bodies, settings);
}

/** One iteration: forces, speed, step. */
export function step(simulation: Simulation): Motion {
  const { formerX, formerY, forceX, forceY } = simulation.bodies;
  formerX.set(forceX);
  formerY.set(forceY);
  computeForces(simulation);
  const { swinging, traction } = bound(simulation.bodies);
  adaptSpeed(simulation, swinging, traction);
  return { movement: move(simulation), unrest: traction > 0 ? swinging / traction : 0 };
}

/** Forces beyond this would overflow when squared. */
const GREATEST_FORCE = 1e100;

/** Cuts forces that are beyond all bounds; sums swinging and traction over all nodes, each by its mass. */
function bound(bodies: Bodies): { swinging: number; traction: number } {
  const { order, mass, forceX, forceY, formerX, formerY } = bodies;
  let swinging = 0;
  let traction = 0;
  for (let node = 0; node < order; node++) {
    let fx = forceX[node] as number;
    let fy = forceY[node] as number;
    const greatest = Math.max(Math.abs(fx), Math.abs(fy));
    if (greatest > GREATEST_FORCE) {
      fx = (fx / greatest) * GREATEST_FORCE;
      fy = (fy / greatest) * GREATEST_FORCE;
      forceX[node] = fx;
      forceY[node] = fy;
    }
    const minusX = (formerX[node] as number) - fx;
    const minusY = (formerY[node] as number) - fy;
    const plusX = (formerX[node] as number) + fx;
    const plusY = (formerY[node] as number) + fy;
    const own = mass[node] as number;
    swinging += own * Math.sqrt(minusX * minusX + minusY * minusY);
    traction += (own * Math.sqrt(plusX * plusX + plusY * plusY)) / 2;
  }
  return { swinging, traction };
}

/** Gephi's rules (`ForceAtlas2.java`): as fast as the tolerated jitter allows, rising by half at most in one step. */
function adaptSpeed(simulation: Simulation, swinging: number, traction: number): void {
  const { order } = simulation.bodies;
  const jitterTolerance = simulation.settings.jitterTolerance * simulation.heat;
  const optimal = 0.05 * Math.sqrt(order);
  const bySize = Math.min(10, (optimal * traction) / (order * order));
  let jitter = jitterTolerance * Math.max(Math.sqrt(optimal), bySize);
  const leastEfficiency = 0.05;
  if (traction > 0 && swinging / traction > 2) {
    if (simulation.speedEfficiency > leastEfficiency) simulation.speedEfficiency *= 0.5;
    jitter = Math.max(jitter, jitterTolerance);
  }
  const target =
    swinging > 0 ? (jitter * simulation.speedEfficiency * traction) / swinging : Number.POSITIVE_INFINITY;
  if (swinging > jitter * traction) {
    if (simulation.speedEfficiency > leastEfficiency) simulation.speedEfficiency *= 0.7;
  } else if (simulation.speed < 1000) simulation.speedEfficiency *= 1.3;
  simulation.speed += Math.min(target - simulation.speed, 0.5 * simulation.speed);
}

/** Moves every node along its force, slower where it swings; gives the movement. */
function move(simulation: Simulation): number {
  const { bodies, speed, settings } = simulation;
  const { order, x, y, mass, forceX, forceY, formerX, formerY } = bodies;
  let way = 0;
  let moment = 0;
  for (let node = 0; node < order; node++) {
    const fx = forceX[node] as number;
    const fy = forceY[node] as number;
    const minusX = (formerX[node] as number) - fx;
    const minusY = (formerY[node] as number) - fy;
    const swinging = (mass[node] as number) * Math.sqrt(minusX * minusX + minusY * minusY);
    let factor = speed / (1 + Math.sqrt(speed * swinging));
    const force = Math.sqrt(fx * fx + fy * fy);
    // Discs that overlap push so hard that they would fly apart.
    if (settings.adjustSizes && force > 0) factor = Math.min(0.1 * factor * force, 10) / force;
    const newX = (x[node] as number) + fx * factor;
    const newY = (y[node] as number) + fy * factor;
    x[node] = newX;
    y[node] = newY;
    way += force * factor;
    moment += newX * newX + newY * newY;
  }
  return moment > 0 ? way / order / Math.sqrt(moment / order) : 0;
}
