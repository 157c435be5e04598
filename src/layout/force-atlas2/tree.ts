/**
 * The Barnes-Hut tree (J. Barnes & P. Hut, Nature 324, 1986): cells in preorder, each with its whole mass and centre of mass.
 * A cell with a single child is never made, so there are fewer than two cells per node however close the nodes lie.
 */

import type { Bodies } from "./bodies.ts";
import { type Curve, createCurve, KEY_BITS, sortAlongCurve } from "./morton.ts";

export interface Tree {
  /** The nodes along the curve, and what the inner loops need of them, by slot. */
  readonly curve: Curve;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly mass: Float64Array;
  readonly size: Float64Array;
  /**
   * By cell, in preorder: centre of mass, mass, quadrupole moment (Σ mass · d², d = distance from the centre as a complex
   * number), width of the square; then least, greatest and mean size (by mass) in it.
   */
  readonly cellX: Float64Array;
  readonly cellY: Float64Array;
  readonly cellMass: Float64Array;
  readonly quadX: Float64Array;
  readonly quadY: Float64Array;
  readonly width: Float64Array;
  readonly smallest: Float64Array;
  readonly largest: Float64Array;
  readonly meanSize: Float64Array;
  /** The cell that follows when this one is not opened. */
  readonly next: Int32Array;
  /** Slots of a leaf, the end exclusive; an end of 0 marks a cell with children, the first of which is the cell after it. */
  readonly leafStart: Int32Array;
  readonly leafEnd: Int32Array;
  cells: number;
}

/** Nodes in a leaf at most, unless they coincide. */
const BUCKET = 24;
const TOP_SHIFT = 2 * KEY_BITS - 2;

export function createTree(order: number): Tree {
  const cells = Math.max(1, 2 * order);
  return {
    curve: createCurve(order),
    x: new Float64Array(order),
    y: new Float64Array(order),
    mass: new Float64Array(order),
    size: new Float64Array(order),
    cellX: new Float64Array(cells),
    cellY: new Float64Array(cells),
    cellMass: new Float64Array(cells),
    quadX: new Float64Array(cells),
    quadY: new Float64Array(cells),
    width: new Float64Array(cells),
    smallest: new Float64Array(cells),
    largest: new Float64Array(cells),
    meanSize: new Float64Array(cells),
    next: new Int32Array(cells),
    leafStart: new Int32Array(cells),
    leafEnd: new Int32Array(cells),
    cells: 0,
  };
}

/** Builds the tree anew over the bodies' present places, O(n log n). */
export function buildTree(tree: Tree, bodies: Bodies): void {
  tree.cells = 0;
  if (bodies.order === 0) return;
  const width = keyRange(tree, bodies, 0, bodies.order);
  divide(tree, bodies, 0, bodies.order, TOP_SHIFT, width);
}

/** Sorts a range of slots within its own bounding square and gives that square's width. */
function keyRange(tree: Tree, bodies: Bodies, low: number, high: number): number {
  const { node } = tree.curve;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (let slot = low; slot < high; slot++) {
    const point = node[slot] as number;
    const x = bodies.x[point] as number;
    const y = bodies.y[point] as number;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  const width = Math.max(right - left, top - bottom);
  if (width > 0) sortAlongCurve(tree.curve, low, high, bodies.x, bodies.y, { left, bottom, width });
  for (let slot = low; slot < high; slot++) {
    const point = node[slot] as number;
    tree.x[slot] = bodies.x[point] as number;
    tree.y[slot] = bodies.y[point] as number;
    tree.mass[slot] = bodies.mass[point] as number;
    tree.size[slot] = bodies.size[point] as number;
  }
  return width;
}

/** Makes the cell of a run of slots whose keys agree above `shift`, and all cells below it; gives its number. */
function divide(tree: Tree, bodies: Bodies, low: number, high: number, shift: number, width: number): number {
  if (high - low <= BUCKET || width === 0) return makeLeaf(tree, low, high, width);
  const { key } = tree.curve;
  const apart = (key[low] as number) ^ (key[high - 1] as number);
  let level = shift;
  let side = width;
  // Levels on which all nodes fall into one quarter need no cell.
  while (level >= 0 && apart >>> level === 0) {
    level -= 2;
    side /= 2;
  }
  // Too close for the keys of this square: they get keys of their own.
  if (level < 0) return divide(tree, bodies, low, high, TOP_SHIFT, keyRange(tree, bodies, low, high));
  const cell = tree.cells++;
  let mass = 0;
  let x = 0;
  let y = 0;
  let size = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  let from = low;
  for (let quarter = 0; quarter < 4; quarter++) {
    const to = quarter === 3 ? high : quarterEnd(key, from, high, level, quarter);
    if (to === from) continue;
    const child = divide(tree, bodies, from, to, level - 2, side / 2);
    const childMass = tree.cellMass[child] as number;
    mass += childMass;
    x += childMass * (tree.cellX[child] as number);
    y += childMass * (tree.cellY[child] as number);
    size += childMass * (tree.meanSize[child] as number);
    smallest = Math.min(smallest, tree.smallest[child] as number);
    largest = Math.max(largest, tree.largest[child] as number);
    from = to;
  }
  x /= mass;
  y /= mass;
  tree.cellMass[cell] = mass;
  tree.cellX[cell] = x;
  tree.cellY[cell] = y;
  tree.quadX[cell] = 0;
  tree.quadY[cell] = 0;
  for (let child = cell + 1; child < tree.cells; child = tree.next[child] as number) {
    const dx = (tree.cellX[child] as number) - x;
    const dy = (tree.cellY[child] as number) - y;
    addMoment(tree, cell, tree.cellMass[child] as number, dx, dy);
    tree.quadX[cell] = (tree.quadX[cell] as number) + (tree.quadX[child] as number);
    tree.quadY[cell] = (tree.quadY[cell] as number) + (tree.quadY[child] as number);
  }
  tree.width[cell] = side;
  tree.meanSize[cell] = size / mass;
  tree.smallest[cell] = smallest;
  tree.largest[cell] = largest;
  tree.leafEnd[cell] = 0;
  tree.next[cell] = tree.cells;
  return cell;
}

/** Adds mass · d² to a cell's quadrupole moment. */
function addMoment(tree: Tree, cell: number, mass: number, dx: number, dy: number): void {
  tree.quadX[cell] = (tree.quadX[cell] as number) + mass * (dx * dx - dy * dy);
  tree.quadY[cell] = (tree.quadY[cell] as number) + mass * 2 * dx * dy;
}

/** The end of the slots whose key is in a quarter up to the given one. Binary search. */
function quarterEnd(key: Uint32Array, from: number, high: number, level: number, quarter: number): number {
  let low = from;
  let end = high;
  while (low < end) {
    const middle = (low + end) >>> 1;
    if ((((key[middle] as number) >>> level) & 3) <= quarter) low = middle + 1;
    else end = middle;
  }
  return low;
}

function makeLeaf(tree: Tree, low: number, high: number, width: number): number {
  const cell = tree.cells++;
  let mass = 0;
  let x = 0;
  let y = 0;
  let size = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let slot = low; slot < high; slot++) {
    const own = tree.mass[slot] as number;
    const radius = tree.size[slot] as number;
    mass += own;
    x += own * (tree.x[slot] as number);
    y += own * (tree.y[slot] as number);
    size += own * radius;
    if (radius < smallest) smallest = radius;
    if (radius > largest) largest = radius;
  }
  x /= mass;
  y /= mass;
  tree.cellMass[cell] = mass;
  tree.cellX[cell] = x;
  tree.cellY[cell] = y;
  tree.quadX[cell] = 0;
  tree.quadY[cell] = 0;
  for (let slot = low; slot < high; slot++)
    addMoment(
      tree,
      cell,
      tree.mass[slot] as number,
      (tree.x[slot] as number) - x,
      (tree.y[slot] as number) - y,
    );
  tree.width[cell] = width;
  tree.meanSize[cell] = size / mass;
  tree.smallest[cell] = smallest;
  tree.largest[cell] = largest;
  tree.leafStart[cell] = low;
  tree.leafEnd[cell] = high;
  tree.next[cell] = tree.cells;
  return cell;
}
