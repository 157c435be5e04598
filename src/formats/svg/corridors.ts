/** Corridors that join the nodes of a group past all other nodes: a shortest tree of straight ways and small detours. Pure. */

import type { Point } from "./geometry.ts";

/** A node on the page. */
export interface Disc extends Point {
  readonly radius: number;
}

/** A straight piece of a corridor. */
export type Piece = readonly [from: Point, to: Point];

/** Half the width of a corridor, and what it keeps free beside itself, in pixels. */
export const HALF_WIDTH = 5;
const CLEAR = HALF_WIDTH + 3;
/** To so many nearest members a corridor is looked for. */
const NEIGHBOURS = 5;
/** Detours within detours. */
const DEPTH = 3;
/** How much longer than the straight way a detour may be. */
const LONGER = 1.6;
/** Nodes on a page above which groups fall into islands: there is no room for corridors. */
const MOST = 500;

const between = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** From a point to the nearest one of a piece. */
function distanceToPiece({ x, y }: Point, [from, to]: Piece): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length > 0 ? Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length)) : 0;
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** The foreign node that stands most in the way; null when the way is free. Radii are those of nodes with the room around them. */
function obstacle(piece: Piece, others: readonly Disc[]): Disc | null {
  let worst: Disc | null = null;
  let most = 0;
  for (const other of others) {
    const into = other.radius - distanceToPiece(other, piece);
    if (into > most) [worst, most] = [other, into];
  }
  return worst;
}

/** Those that stand where a way no longer than `longest` could lead. */
const inReach = (from: Point, to: Point, others: readonly Disc[], longest: number): readonly Disc[] =>
  others.filter((other) => between(from, other) + between(other, to) < longest + 2 * other.radius);

/** The way from one point to another past all others, or null when none is found within `depth` detours and `longest` pixels. */
function way(
  from: Point,
  to: Point,
  others: readonly Disc[],
  depth: number,
  longest: number,
): readonly Point[] | null {
  const length = between(from, to);
  if (length > longest) return null;
  const blocked = obstacle([from, to], others);
  if (!blocked) return [from, to];
  if (depth === 0 || length === 0) return null;
  const [across, down] = [-(to.y - from.y) / length, (to.x - from.x) / length];
  const reach = 1.05 * blocked.radius;
  let best: readonly Point[] | null = null;
  let least = longest;
  for (const side of [1, -1]) {
    const aside = { x: blocked.x + side * reach * across, y: blocked.y + side * reach * down };
    if (between(from, aside) === 0 || between(aside, to) === 0) continue;
    const first = way(from, aside, others, depth - 1, least);
    const second = first && way(aside, to, others, depth - 1, least - lengthOf(first));
    if (!first || !second) continue;
    best = [...first, ...second.slice(1)];
    least = lengthOf(best);
  }
  return best;
}

function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let at = 1; at < points.length; at++) sum += between(points[at - 1] as Point, points[at] as Point);
  return sum;
}

/**
 * The pieces of the shortest tree (Kruskal 1956) over the members that can be joined; where no way leads past the others the group
 * falls into islands. O(members · others) for usual pictures.
 * @param pixel a pixel in the unit of the places
 */
export function corridors(members: readonly Disc[], others: readonly Disc[], pixel = 1): readonly Piece[] {
  if (members.length + others.length > MOST) return [];
  const walls = others.map(({ x, y, radius }): Disc => ({ x, y, radius: radius + CLEAR * pixel }));
  const ways: { a: number; b: number; points: readonly Point[]; length: number }[] = [];
  const known = new Set<number>();
  for (const [a, member] of members.entries()) {
    const nearest = members
      .map((other, at) => ({ at, away: between(member, other) }))
      .filter(({ at }) => at !== a)
      .sort((one, other) => one.away - other.away || one.at - other.at)
      .slice(0, NEIGHBOURS);
    for (const { at: b, away } of nearest) {
      const pair = Math.min(a, b) * members.length + Math.max(a, b);
      if (known.has(pair)) continue;
      known.add(pair);
      const [other, longest] = [members[b] as Disc, LONGER * away + 20 * pixel];
      const points = way(member, other, inReach(member, other, walls, longest), DEPTH, longest);
      if (points) ways.push({ a, b, points, length: lengthOf(points) });
    }
  }
  const root = members.map((_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] as number;
    return top;
  };
  const pieces: Piece[] = [];
  for (const { a, b, points } of ways.sort((one, other) => one.length - other.length)) {
    if (find(a) === find(b)) continue;
    root[find(a)] = find(b);
    for (let at = 1; at < points.length; at++) pieces.push([points[at - 1] as Point, points[at] as Point]);
  }
  return pieces;
}
