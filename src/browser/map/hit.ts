/**
 * What lies under a point of the map: found by arithmetic over what is drawn, which takes a fraction of a millisecond, where
 * reading it back from the graphics card would wait for the whole picture to be drawn. Pure; places are in the picture's units.
 */

import { bendOf } from "../../formats/svg/geometry.ts";
import { onScreen, type Sight, type Size } from "./camera.ts";
import type { Point } from "./lasso.ts";
import type { PictureEdge, PictureNode } from "./picture.ts";

/** Pixels from its centre within which a small node is hit, and to either side of a line. */
const NODE_REACH = 9;
const EDGE_REACH = 4;
/** How far beyond its radius the corners of a node's outline reach. */
const CORNERS = 1.15;
/** Pieces by which a bent line is measured. */
const PIECES = 8;

/** A node where it is drawn. */
export interface Standing extends Point {
  readonly node: PictureNode;
}

/** How the picture is drawn: what the camera shows on a map of that size, and the factor of sizes. */
interface Drawn {
  readonly sight: Sight;
  readonly size: Size;
  readonly factor: number;
}

/** The node under a point of the screen: the one whose centre is nearest of those that reach so far. O(nodes). */
export function nodeAt(
  nodes: Iterable<Standing>,
  point: Point,
  { sight, size, factor }: Drawn,
): PictureNode | null {
  let found: PictureNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const standing of nodes) {
    const { node } = standing;
    const dx = size.width / 2 + (standing.x - sight.x) * sight.scale - point.x;
    const dy = size.height / 2 - (standing.y - sight.y) * sight.scale - point.y;
    const away = dx * dx + dy * dy;
    const reach = Math.max(NODE_REACH, node.size * factor * CORNERS);
    if (away > reach * reach || away >= least || node.trace) continue;
    least = away;
    found = node;
  }
  return found;
}

/** Distance of a point from a straight piece of a line. */
function distanceTo(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / Math.max(1e-9, dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(a.x + dx * t - point.x, a.y + dy * t - point.y);
}

/** The line under a point of the screen, the nearest of those within reach; `place` gives the ends'. O(edges). */
export function edgeAt(
  edges: readonly PictureEdge[],
  point: Point,
  { sight, size, factor }: Drawn,
  place: (key: string) => Point,
): PictureEdge | null {
  let found: PictureEdge | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const edge of edges) {
    const from = onScreen(place(edge.source), sight, size);
    const to = onScreen(place(edge.target), sight, size);
    const chord = Math.hypot(to.x - from.x, to.y - from.y);
    const bend = edge.step === 0 ? 0 : bendOf(edge.step, chord);
    const reach = Math.max(EDGE_REACH, (edge.size * factor) / 2);
    const margin = reach + Math.abs(bend);
    if (
      point.x < Math.min(from.x, to.x) - margin ||
      point.x > Math.max(from.x, to.x) + margin ||
      point.y < Math.min(from.y, to.y) - margin ||
      point.y > Math.max(from.y, to.y) + margin
    )
      continue;
    const away = bend === 0 ? distanceTo(point, from, to) : bentDistance(point, from, to, bend, chord);
    if (away > reach || away >= least) continue;
    least = away;
    found = edge;
  }
  return found;
}

/** Distance from a quadratic curve whose middle stands `bend` pixels beside the chord, to the left of its way. */
function bentDistance(point: Point, from: Point, to: Point, bend: number, chord: number): number {
  const control = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / Math.max(1e-9, chord)) * bend * 2,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / Math.max(1e-9, chord)) * bend * 2,
  };
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t * t * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t * t * to.y,
  });
  let least = Number.POSITIVE_INFINITY;
  let before = from;
  for (let piece = 1; piece <= PIECES; piece++) {
    const next = at(piece / PIECES);
    least = Math.min(least, distanceTo(point, before, next));
    before = next;
  }
  return least;
}
