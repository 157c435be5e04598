/** Nodes on a ring: how far it is drawn out to the room it has, so that names find room outwards from it, and which way these run. Pure. */

import type { Ring } from "../../model/guides.ts";
import type { Point } from "./geometry.ts";
import { textWidth } from "./text.ts";

/** Pixels of names for which a ring is drawn out. */
const SIZE = 11.5;
/** Pixels along the ring that a node with its name needs, and such a name at the least. */
const SPACING = 9.8;
/** And where only some of the names are written, so that these find room rather than all of the nodes. */
const THINNED = 7.2;
const LEAST_NAME = 60;
const STEP = 4;
/** Share of the room that names may take at each side. */
const SHARE = 0.3;
/** Pixels from the ring to a name. */
const GAP = 15;
/** How much longer than high a ring is at most, and the other way round. */
const MOST = 2.4;
/** Nodes so near to the ring, as a share of its radius, stand on it. */
const ON = 0.02;
/** Pieces by which the way along an ellipse is measured. */
const PIECES = 720;

interface Room {
  readonly width: number;
  readonly height: number;
}

/** A point of the ellipse, `turn` from its top, clockwise; y upwards. */
const pointAt = (x: number, y: number, turn: number): Point => ({
  x: x * Math.sin(turn),
  y: y * Math.cos(turn),
});

/** Ways along an ellipse from its top to each of its pieces. */
function ways(x: number, y: number): Float64Array {
  const sums = new Float64Array(PIECES + 1);
  for (let piece = 1; piece <= PIECES; piece++) {
    const before = pointAt(x, y, (2 * Math.PI * (piece - 1)) / PIECES);
    const at = pointAt(x, y, (2 * Math.PI * piece) / PIECES);
    sums[piece] = (sums[piece - 1] as number) + Math.hypot(at.x - before.x, at.y - before.y);
  }
  return sums;
}

const lengths = new WeakMap<Ring, number>();

/** Length of a ring. It is asked for with every picture of it. */
export function ringLength(ring: Ring): number {
  let length = lengths.get(ring);
  if (length === undefined) {
    length = ways(ring.x, ring.y)[PIECES] as number;
    lengths.set(ring, length);
  }
  return length;
}

/**
 * The ring that has room for as many nodes as there are `names`, with these as long as possible around it.
 * @param room in pixels, of the ring and its names
 * @param before the ring to be drawn out: the new one is as long
 * @param isThinned whether only some of the names are written
 */
export function ringFor(names: readonly string[], room: Room, before: Ring, isThinned = false): Ring {
  const spacing = isThinned ? THINNED : SPACING;
  const longest = GAP + names.reduce((most, name) => Math.max(most, textWidth(name, SIZE)), LEAST_NAME);
  const ringWith = (name: number): Ring => {
    const [beside, above] = [Math.min(name, SHARE * room.width), Math.min(name, SHARE * room.height)];
    const [across, down] = [room.width / 2 - beside, room.height / 2 - above];
    return { x: Math.min(across, MOST * down), y: Math.min(down, MOST * across), beside, above };
  };
  let name = longest;
  while (name > LEAST_NAME && ringLength(ringWith(name)) < names.length * spacing) name -= STEP;
  const ring = ringWith(name);
  const scale = ringLength(before) / ringLength(ring);
  return { ...ring, x: scale * ring.x, y: scale * ring.y };
}

/** Places on one ring moved to another, each as far along it as before; those elsewhere are drawn out with it. */
export function ringPlaces(places: readonly Point[], from: Ring, to: Ring): readonly Point[] {
  const [before, after] = [ways(from.x, from.y), ways(to.x, to.y)];
  return places.map((place) => {
    if (!isOn(from, place)) return { x: (place.x / from.x) * to.x, y: (place.y / from.y) * to.y };
    const turn = Math.atan2(place.x / from.x, place.y / from.y) / (2 * Math.PI);
    const piece = (turn < 0 ? turn + 1 : turn) * PIECES;
    const share = valueAt(before, piece) / (before[PIECES] as number);
    const way = share * (after[PIECES] as number);
    return pointAt(to.x, to.y, (2 * Math.PI * placeOf(after, way)) / PIECES);
  });
}

function valueAt(sums: Float64Array, piece: number): number {
  const low = Math.min(PIECES - 1, Math.floor(piece));
  const [from, to] = [sums[low] as number, sums[low + 1] as number];
  return from + (piece - low) * (to - from);
}

/** The piece, with its fraction, that ends so far along. */
function placeOf(sums: Float64Array, way: number): number {
  let [low, high] = [0, PIECES];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) <= way) low = middle;
    else high = middle;
  }
  const [from, to] = [sums[low] as number, sums[high] as number];
  return low + (to > from ? (way - from) / (to - from) : 0);
}

const isOn = (ring: Ring, { x, y }: Point): boolean => Math.abs(Math.hypot(x / ring.x, y / ring.y) - 1) < ON;

/**
 * The way outwards from a place on the ring, in radians on a page with y downwards; null for a place elsewhere. It is at right
 * angles to the ring, so that neighbouring names have the whole distance of their nodes between them.
 */
export const outwardAt = (ring: Ring, place: Point): number | null =>
  isOn(ring, place) ? Math.atan2(-place.y / ring.y ** 2, place.x / ring.x ** 2) : null;

/** Height of a name as a share of that of a line. */
export const NAME_HEIGHT = 0.7;
/** How much smaller than others names around a ring may be written. */
const SMALLEST = 0.88;
/** The least distance of two neighbours of a ring as a share of the mean one, about. */
const CLOSEST = 0.92;

/** By how much names are written smaller around a ring of so many nodes. `scale`: pixels per unit; `height`: of a line of names. */
export function ringNameScale(ring: Ring, count: number, scale: number, height: number): number {
  const apart = (CLOSEST * ringLength(ring) * scale) / Math.max(1, count);
  return Math.min(1, Math.max(SMALLEST, apart / (NAME_HEIGHT * height)));
}
