/** The lines of edges: straight when a pair has one, curved apart when it has several, trimmed at the outlines. Pure; y is downwards. */

import { pairsOf } from "./pairs.ts";
import { coordinate, type Outline } from "./shapes.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface End extends Point {
  readonly radius: number;
  readonly outline: Outline;
}

/** A line ready to be drawn. */
export interface EdgeLine {
  /** From the edge of one outline to that of the other, less the room for a head. */
  readonly path: string;
  /** Where marks are put. */
  readonly middle: Point;
  /** Where the line meets the target's outline. */
  readonly tip: Point;
  /** Direction of the line at its tip, in radians. */
  readonly angle: number;
  /** See `signPlace`. */
  readonly sign: Point | null;
}

interface EdgeEnds {
  readonly source: string;
  readonly target: string;
}

/**
 * How far each edge, by its place, bends from the straight line at its middle, in steps: 0 for a pair's only edge, else −½ and ½,
 * or −1, 0 and 1 … Positive is to the left of the way from source to target. Loops are numbered 0, 1, 2 … outwards.
 */
export function bendSteps(edges: readonly EdgeEnds[]): Float64Array {
  const { pairOf, placeIn, sizes } = pairsOf(edges);
  const steps = new Float64Array(edges.length);
  for (const [at, { source, target }] of edges.entries()) {
    const size = sizes[pairOf[at] as number] as number;
    if (size === 1) continue;
    const place = placeIn[at] as number;
    const step = place - (size - 1) / 2;
    steps[at] = source === target ? place : source < target ? step : -step;
  }
  return steps;
}

/** Distance in pixels of a bent edge's middle from the straight line between its ends, `chord` pixels long. */
export const bendOf = (step: number, chord: number): number => step * (9 + 0.05 * chord);

const point = ({ x, y }: Point): string => `${coordinate(x)} ${coordinate(y)}`;

const towards = (from: Point, angle: number, distance: number): Point => ({
  x: from.x + Math.cos(angle) * distance,
  y: from.y + Math.sin(angle) * distance,
});

/** `bend` is the distance of the line's middle from the straight one, in pixels; `head` the room to leave before the tip. */
export function edgeLine(from: End, to: End, bend: number, head: number): EdgeLine {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const distance = Math.hypot(dx, dy);
  if (distance < 1e-6) return loopLine(from, bend, head);
  // A quadratic curve passes half as far from the chord as its control point stands.
  const control = {
    x: (from.x + to.x) / 2 + (dy / distance) * bend * 2,
    y: (from.y + to.y) / 2 - (dx / distance) * bend * 2,
  };
  const leaving = Math.atan2(control.y - from.y, control.x - from.x);
  const arriving = Math.atan2(to.y - control.y, to.x - control.x);
  const room = distance / 2 - 1;
  const start = towards(from, leaving, Math.min(room, from.outline.reach(from.radius, leaving) + 1));
  const reach = Math.min(room, to.outline.reach(to.radius, arriving + Math.PI) + 1.5);
  const tip = towards(to, arriving, -reach);
  const stop = towards(to, arriving, -Math.min(room, reach + head));
  const curve = bend === 0 ? `L${point(stop)}` : `Q${point(control)} ${point(stop)}`;
  const middle = {
    x: (start.x + 2 * control.x + stop.x) / 4,
    y: (start.y + 2 * control.y + stop.y) / 4,
  };
  const sign = signPlace(from, to, bend);
  return { path: `M${point(start)}${curve}`, middle, tip, angle: arriving, sign };
}

/** Where the sign of a polarity is put: beside the line, nearer to the target; null when the line is too short for it. */
export function signPlace(
  from: Point & { readonly radius: number },
  to: Point & { readonly radius: number },
  bend: number,
): Point | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const chord = Math.hypot(dx, dy);
  if (chord < from.radius + to.radius + 44) return null;
  // The curve at t = 0.7 has moved aside by 4·t·(1 − t) of its bend; y is downwards, so left of the way is (dy, −dx).
  const aside = bend * 0.84 + 8 * (bend < 0 ? -1 : 1);
  return { x: from.x + dx * 0.7 + (dy / chord) * aside, y: from.y + dy * 0.7 - (dx / chord) * aside };
}

/** A loop above the node, the larger the greater `bend`. */
function loopLine(node: End, bend: number, head: number): EdgeLine {
  const height = node.radius * 2 + 14 + Math.abs(bend);
  const [leaving, arriving] = [-0.7 * Math.PI, -0.3 * Math.PI];
  const start = towards(node, leaving, node.outline.reach(node.radius, leaving) + 1);
  const reach = node.outline.reach(node.radius, arriving) + 1.5;
  const tip = towards(node, arriving, reach);
  const stop = towards(node, arriving, reach + head);
  const first = towards(node, leaving, height);
  const second = towards(node, arriving, height);
  return {
    path: `M${point(start)}C${point(first)} ${point(second)} ${point(stop)}`,
    middle: { x: node.x, y: node.y - height * 0.72 },
    tip,
    angle: arriving + Math.PI,
    sign: null,
  };
}
