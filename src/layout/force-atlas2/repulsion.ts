/**
 * Repulsion of every node by all others, summed over the tree: c · mass · mass / distance along the line between them
 * (M. Jacomy, T. Venturini, S. Heymann & M. Bastian, PLoS ONE 9(6), 2014). The tree is walked once per leaf, not once per
 * node: what it finds is good for every node of the leaf (J. E. Barnes, Journal of Computational Physics 87, 1990).
 */

import type { Bodies } from "./bodies.ts";
import type { Tree } from "./tree.ts";

/** What acts on the nodes of one leaf, as columns: far cells as one body each, or near nodes one by one. */
interface Column {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly mass: Float64Array;
  /** Of a cell: mean size, and quadrupole moment. */
  readonly size: Float64Array;
  readonly quadX: Float64Array;
  readonly quadY: Float64Array;
  count: number;
}

/** Neither list is ever longer than there are nodes. */
export interface Actors {
  readonly far: Column;
  readonly near: Column;
}

export function createActors(order: number): Actors {
  const column = (): Column => ({
    x: new Float64Array(order),
    y: new Float64Array(order),
    mass: new Float64Array(order),
    size: new Float64Array(order),
    quadX: new Float64Array(order),
    quadY: new Float64Array(order),
    count: 0,
  });
  return { far: column(), near: column() };
}

/** Sets the forces to the repulsion between points, or with `discs` between discs; all other forces add to them. */
export function repel(
  bodies: Bodies,
  tree: Tree,
  actors: Actors,
  { scaling, theta, discs }: { readonly scaling: number; readonly theta: number; readonly discs: boolean },
): void {
  for (let leaf = 0; leaf < tree.cells; leaf++) {
    if (tree.leafEnd[leaf] === 0) continue;
    gather(tree, leaf, theta, discs, actors);
    (discs ? pushDiscs : pushPoints)(bodies, tree, leaf, scaling, actors);
  }
}

/** Square of the theta that holds for the nearest node a leaf could have, so that no node is within a cell's reach. */
const NEAREST_THETA2 = 0.5;

/** Between discs a cell must be this much farther away, because its quadrupole does not mend the error there. */
const DISC_CARE = 0.5;

/**
 * Lists what acts on a leaf. A cell counts as one body when it is narrower than theta times its distance from the middle of
 * the leaf, and well apart from all of it; between discs, when its width and the spread of sizes in it are small beside the gap to its greatest disc.
 */
function gather(tree: Tree, leaf: number, theta: number, discs: boolean, { far, near }: Actors): void {
  const { cells, next, leafStart, leafEnd, cellX, cellY, width, smallest, largest, x, y } = tree;
  const theta2 = theta * theta;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (let slot = leafStart[leaf] as number; slot < (leafEnd[leaf] as number); slot++) {
    const ownX = x[slot] as number;
    const ownY = y[slot] as number;
    if (ownX < left) left = ownX;
    if (ownX > right) right = ownX;
    if (ownY < bottom) bottom = ownY;
    if (ownY > top) top = ownY;
  }
  const middleX = (left + right) / 2;
  const middleY = (bottom + top) / 2;
  const ownLargest = largest[leaf] as number;
  let farCount = 0;
  let nearCount = 0;
  for (let cell = 0; cell < cells; ) {
    const centreX = cellX[cell] as number;
    const centreY = cellY[cell] as number;
    const dx = centreX < left ? left - centreX : centreX > right ? centreX - right : 0;
    const dy = centreY < bottom ? bottom - centreY : centreY > top ? centreY - top : 0;
    const distance2 = dx * dx + dy * dy;
    const side = width[cell] as number;
    const fromMiddleX = centreX - middleX;
    const fromMiddleY = centreY - middleY;
    let isFar =
      side * side < theta2 * (fromMiddleX * fromMiddleX + fromMiddleY * fromMiddleY) &&
      side * side < NEAREST_THETA2 * distance2;
    if (discs && isFar) {
      const greatest = largest[cell] as number;
      const gap = Math.sqrt(distance2) - ownLargest - greatest;
      isFar = side + greatest - (smallest[cell] as number) < DISC_CARE * theta * gap;
    }
    if (isFar) {
      far.x[farCount] = centreX;
      far.y[farCount] = centreY;
      far.mass[farCount] = tree.cellMass[cell] as number;
      far.size[farCount] = tree.meanSize[cell] as number;
      far.quadX[farCount] = tree.quadX[cell] as number;
      far.quadY[farCount] = tree.quadY[cell] as number;
      farCount++;
      cell = next[cell] as number;
      continue;
    }
    const end = leafEnd[cell] as number;
    for (let slot = end === 0 ? 0 : (leafStart[cell] as number); slot < end; slot++) {
      near.x[nearCount] = x[slot] as number;
      near.y[nearCount] = y[slot] as number;
      near.mass[nearCount] = tree.mass[slot] as number;
      near.size[nearCount] = tree.size[slot] as number;
      nearCount++;
    }
    cell++;
  }
  far.count = farCount;
  near.count = nearCount;
}

/** Squares of distances below this are no numbers to divide by. */
const NEAREST2 = 1e-200;

/**
 * With places as complex numbers, masses mₖ at distances dₖ from their common centre push with the conjugate of
 * Σ mₖ / (z − dₖ) = m/z + q/z³ + …, q = Σ mₖ dₖ²: the cell's mass and quadrupole give the force up to the third order.
 * Nodes in one place, and so every node and itself, do not act on each other.
 */
function pushPoints(bodies: Bodies, tree: Tree, leaf: number, scaling: number, actors: Actors): void {
  const { far, near } = actors;
  for (let slot = tree.leafStart[leaf] as number; slot < (tree.leafEnd[leaf] as number); slot++) {
    const ownX = tree.x[slot] as number;
    const ownY = tree.y[slot] as number;
    let forceX = 0;
    let forceY = 0;
    for (let at = 0; at < near.count; at++) {
      const dx = ownX - (near.x[at] as number);
      const dy = ownY - (near.y[at] as number);
      const distance2 = dx * dx + dy * dy;
      if (distance2 > NEAREST2) {
        const factor = (near.mass[at] as number) / distance2;
        forceX += dx * factor;
        forceY += dy * factor;
      }
    }
    for (let at = 0; at < far.count; at++) {
      const dx = ownX - (far.x[at] as number);
      const dy = ownY - (far.y[at] as number);
      const inverse = 1 / (dx * dx + dy * dy);
      // u = 1/z and its square; the force is the conjugate of u · (m + q · u²).
      const ux = dx * inverse;
      const uy = -dy * inverse;
      const squareX = ux * ux - uy * uy;
      const squareY = 2 * ux * uy;
      const qx = far.quadX[at] as number;
      const qy = far.quadY[at] as number;
      const real = (far.mass[at] as number) + qx * squareX - qy * squareY;
      const imaginary = qx * squareY + qy * squareX;
      forceX += ux * real - uy * imaginary;
      forceY -= ux * imaginary + uy * real;
    }
    setForce(bodies, tree, slot, scaling, forceX, forceY);
  }
}

/** How much stronger discs that overlap push each other than points would, as in Gephi. */
const OVERLAP = 100;

/** As above with distances between the rims. */
function pushDiscs(bodies: Bodies, tree: Tree, leaf: number, scaling: number, actors: Actors): void {
  for (let slot = tree.leafStart[leaf] as number; slot < (tree.leafEnd[leaf] as number); slot++) {
    const ownX = tree.x[slot] as number;
    const ownY = tree.y[slot] as number;
    const ownSize = tree.size[slot] as number;
    let forceX = 0;
    let forceY = 0;
    for (const { x, y, mass, size, count } of [actors.near, actors.far])
      for (let at = 0; at < count; at++) {
        const dx = ownX - (x[at] as number);
        const dy = ownY - (y[at] as number);
        const gap = Math.sqrt(dx * dx + dy * dy) - ownSize - (size[at] as number);
        const gap2 = gap * gap;
        const push = gap < 0 ? OVERLAP : gap2 > NEAREST2 ? 1 / gap2 : 0;
        const factor = (mass[at] as number) * push;
        forceX += dx * factor;
        forceY += dy * factor;
      }
    setForce(bodies, tree, slot, scaling, forceX, forceY);
  }
}

function setForce(bodies: Bodies, tree: Tree, slot: number, scaling: number, x: number, y: number): void {
  const node = tree.curve.node[slot] as number;
  const strength = scaling * (tree.mass[slot] as number);
  bodies.forceX[node] = strength * x;
  bodies.forceY[node] = strength * y;
}
