/** Outlines around groups of nodes: convex, at a distance from every rim, round at the corners. Pure; shared with the map in the page. */

import type { Point } from "./geometry.ts";

/** Room in pixels between the rim of a node and the outline around it. */
const PADDING = 12;
/** Points by which a round corner is drawn: at a radius of 40 pixels they are half a pixel off. */
const CORNERS = 16;

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The convex hull, counter-clockwise (Andrew's monotone chain, 1979); points on its sides are left out. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const chain = (list: readonly Point[]): Point[] => {
    const half: Point[] = [];
    for (const point of list) {
      while (half.length > 1 && cross(half.at(-2) as Point, half.at(-1) as Point, point) <= 0) half.pop();
      half.push(point);
    }
    half.pop();
    return half;
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/** The outline around discs: the hull of circles a little larger than they are. */
export function outlineAround(discs: readonly (Point & { readonly radius: number })[]): readonly Point[] {
  return convexHull(
    discs.flatMap(({ x, y, radius }) =>
      Array.from({ length: CORNERS }, (_, at): Point => {
        const angle = (2 * Math.PI * at) / CORNERS;
        const reach = radius + PADDING;
        return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
      }),
    ),
  );
}

/** An outline as the data of an SVG path. */
export const pathOf = (outline: readonly Point[]): string =>
  `M${outline.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;

/** Opacity of the surface and of the line of a group. */
export const HULL_LOOK = { fill: 0.1, stroke: 0.75, width: 1.5 } as const;
