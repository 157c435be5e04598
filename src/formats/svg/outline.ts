/**
 * Outlines around groups of nodes that hold no others: a little room around every member, and corridors between them. After
 * Collins, Penn & Carpendale, "Bubble Sets", 2009. Pure; shared with the map in the page.
 */

import { contours, type Field } from "./contour.ts";
import { type Disc, HALF_WIDTH, type Piece } from "./corridors.ts";
import type { Point } from "./geometry.ts";

export type Outlines = readonly (readonly Point[])[];

/** Room in pixels between the rim of a node and the outline around it, where nothing else stands. */
const PADDING = 11;
/** Room between the rim of a foreign node and the outline. */
const APART = 3;
/** Pixels between two points of the grid on which outlines are found. */
const STEP = 4;
/** Beyond this many pixels from what is drawn nothing is looked at. */
const FAR = PADDING + 2 * STEP;

interface Area {
  readonly width: number;
  readonly height: number;
}

/** A grid around the members, within the page and a little beyond. */
function gridOf(members: readonly Disc[], pieces: readonly Point[], area: Area): Omit<Field, "value"> | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, radius = 0 } of [...members, ...pieces] as readonly (Point & { radius?: number })[]) {
    left = Math.min(left, x - radius);
    top = Math.min(top, y - radius);
    right = Math.max(right, x + radius);
    bottom = Math.max(bottom, y + radius);
  }
  left = Math.max(-FAR, left - FAR);
  top = Math.max(-FAR, top - FAR);
  right = Math.min(area.width + FAR, right + FAR);
  bottom = Math.min(area.height + FAR, bottom + FAR);
  if (right <= left || bottom <= top) return null;
  const columns = Math.ceil((right - left) / STEP) + 1;
  const rows = Math.ceil((bottom - top) / STEP) + 1;
  return { left, top, columns, rows, step: STEP };
}

/** Lowers the values of a field to the distance from discs, or from pieces of corridors, as far as `FAR` around them. */
function lower(
  { left, top, columns, rows }: Omit<Field, "value">,
  value: Float32Array,
  from: Point,
  to: Point,
  radius: number,
): void {
  const reach = FAR + radius;
  const first = Math.max(0, Math.floor((Math.min(from.x, to.x) - reach - left) / STEP));
  const last = Math.min(columns - 1, Math.ceil((Math.max(from.x, to.x) + reach - left) / STEP));
  const end = Math.min(rows - 1, Math.ceil((Math.max(from.y, to.y) + reach - top) / STEP));
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  for (let row = Math.max(0, Math.floor((Math.min(from.y, to.y) - reach - top) / STEP)); row <= end; row++)
    for (let column = first; column <= last; column++) {
      const at = row * columns + column;
      const [x, y] = [left + column * STEP - from.x, top + row * STEP - from.y];
      const along = length > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / length)) : 0;
      const here = Math.sqrt((x - along * dx) ** 2 + (y - along * dy) ** 2) - radius;
      if (here < (value[at] as number)) value[at] = here;
    }
}

/**
 * The outlines around discs and corridors that leave out all `others`: closed lines, the longest first, to be filled by the even-odd rule.
 * @param area the page; nothing is drawn beyond it
 */
export function outlinesAround(
  members: readonly Disc[],
  others: readonly Disc[],
  pieces: readonly Piece[],
  area: Area,
): Outlines {
  const grid = gridOf(members, pieces.flat(), area);
  if (!grid) return [];
  const count = grid.columns * grid.rows;
  const [own, foreign, corridor] = [0, 0, 0].map(() => new Float32Array(count).fill(FAR));
  if (!own || !foreign || !corridor) return [];
  for (const disc of members) lower(grid, own, disc, disc, disc.radius);
  for (const disc of others) lower(grid, foreign, disc, disc, disc.radius);
  for (const [from, to] of pieces) lower(grid, corridor, from, to, 0);
  const value = own.map((near, at) => {
    const other = foreign[at] as number;
    // Halfway between a member and a foreign node the room of the one ends.
    const room = Math.max(near - PADDING, (near - other) / 2 + 1);
    return Math.max(APART - other, Math.min(room, (corridor[at] as number) - HALF_WIDTH));
  });
  return contours({ ...grid, value }).map(withoutStraight);
}

/** Pixels by which a point may lie beside the line of its neighbours and still be on it: less than in the widest bends there are. */
const STRAIGHT = 1e-4;

/**
 * Leaves out points within straight stretches, but for those next to a bend: the curve goes past each point from the middle of one side
 * to that of the next, and stays the same.
 */
function withoutStraight(outline: readonly Point[]): readonly Point[] {
  const { length } = outline;
  const point = (at: number): Point => outline[(at + length) % length] as Point;
  const isOnLine = (at: number): boolean => {
    const [a, b, c] = [point(at - 1), point(at), point(at + 1)];
    const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    return Math.abs(area) <= STRAIGHT * Math.hypot(c.x - a.x, c.y - a.y);
  };
  const straight = outline.map((_, at) => isOnLine(at));
  return outline.filter((_, at) => !(straight.at(at - 1) && straight[at] && straight[(at + 1) % length]));
}

const halfway = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** An outline as a curve without corners: from the middle of its last side, past each of its points to the middle of the next side. */
export function curveOf(outline: readonly Point[]): {
  readonly start: Point;
  readonly bends: readonly { readonly past: Point; readonly to: Point }[];
} {
  const first = outline[0] ?? { x: 0, y: 0 };
  return {
    start: halfway(outline.at(-1) ?? first, first),
    bends: outline.map((past, at) => ({ past, to: halfway(past, outline[at + 1] ?? first) })),
  };
}

const pair = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Outlines as the data of an SVG path. */
export const pathOf = (outlines: Outlines): string =>
  outlines
    .map((outline) => {
      const { start, bends } = curveOf(outline);
      return `M${pair(start)}${bends.map(({ past, to }) => `Q${pair(past)} ${pair(to)}`).join("")}Z`;
    })
    .join("");

/** Opacity of the surface and of the line of a group. */
export const HULL_LOOK = { fill: 0.14, stroke: 0.75, width: 1.5 } as const;
