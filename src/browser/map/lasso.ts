/** The lasso: a polygon drawn by hand on the screen, and what lies in it. Pure. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels between two points of the line; nearer ones are left out. */
const STEP = 4;

/** The line with a further point, or as it is when that one is too near to its end. */
export function extended(line: readonly Point[], point: Point): readonly Point[] {
  const last = line.at(-1);
  return last && Math.hypot(point.x - last.x, point.y - last.y) < STEP ? line : [...line, point];
}

/** Whether a point lies in a polygon, by the even-odd rule: a ray to the right crosses its sides an odd number of times. */
export function inside(polygon: readonly Point[], { x, y }: Point): boolean {
  let within = false;
  for (let at = 0, before = polygon.length - 1; at < polygon.length; before = at++) {
    const [a, b] = [polygon[at] as Point, polygon[before] as Point];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
  }
  return within;
}
