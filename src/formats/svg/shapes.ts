/** Outlines of nodes as SVG paths around the origin, for the SVG export and the page's own SVG drawing. y is downwards. */

/** One outline, for any radius. */
export interface Outline {
  path(radius: number): string;
  /** Distance from the centre to the edge in a direction (radians), where lines of edges end. */
  reach(radius: number, angle: number): number;
}

/** Numbers of a path: two decimals are enough at any size of print, and the same text on every machine. */
export const coordinate = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? "0" : String(rounded);
};

type Corner = readonly [x: number, y: number];

const toPath = (corners: readonly Corner[], radius: number): string =>
  `M${corners.map(([x, y]) => `${coordinate(x * radius)} ${coordinate(y * radius)}`).join("L")}Z`;

/** Where the ray from the origin leaves a convex outline of unit size. */
function rayLength(corners: readonly Corner[], angle: number): number {
  const dx = Math.cos(angle);
  const dy = Math.sin(angle);
  let longest = 0;
  corners.forEach(([ax, ay], at) => {
    const [bx, by] = corners[(at + 1) % corners.length] as Corner;
    const ex = bx - ax;
    const ey = by - ay;
    const slope = dx * ey - dy * ex;
    if (Math.abs(slope) < 1e-12) return;
    const along = (ax * ey - ay * ex) / slope;
    const across = (ax * dy - ay * dx) / slope;
    if (along > 0 && across >= -1e-9 && across <= 1 + 1e-9) longest = Math.max(longest, along);
  });
  return longest;
}

/** A regular polygon nearly as large in area as the circle of the same radius, so that equal sizes look equal. */
function regular(sides: number, turn: number): Outline {
  const size = 0.95 * Math.sqrt((2 * Math.PI) / (sides * Math.sin((2 * Math.PI) / sides)));
  const corners = Array.from({ length: sides }, (_, at): Corner => {
    const angle = ((turn + (360 / sides) * at) * Math.PI) / 180;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });
  return {
    path: (radius) => toPath(corners, radius),
    reach: (radius, angle) => radius * rayLength(corners, angle),
  };
}

/** An ellipse as two arcs. */
function ellipsePath(rx: number, ry: number): string {
  const [x, y] = [coordinate(rx), coordinate(ry)];
  return `M-${x} 0A${x} ${y} 0 1 1 ${x} 0A${x} ${y} 0 1 1 -${x} 0Z`;
}

const ellipse = (wide: number, high: number): Outline => ({
  path: (radius) => ellipsePath(wide * radius, high * radius),
  reach: (radius, angle) =>
    (radius * wide * high) / Math.hypot(high * Math.cos(angle), wide * Math.sin(angle)),
});

const CIRCLE = ellipse(1, 1);

/** A disc within a ring; needs `fill-rule="evenodd"`. */
const DOUBLE_CIRCLE: Outline = {
  path: (radius) => [1.05, 0.85, 0.66].map((part) => ellipsePath(part * radius, part * radius)).join(""),
  reach: (radius) => 1.05 * radius,
};

const ROUNDED_WIDE = 1.2;
const ROUNDED_HIGH = 0.82;
const ROUNDED: Outline = {
  path(radius) {
    const [w, h, c] = [ROUNDED_WIDE * radius, ROUNDED_HIGH * radius, 0.35 * radius].map(coordinate);
    const [iw, ih] = [(ROUNDED_WIDE - 0.35) * radius, (ROUNDED_HIGH - 0.35) * radius].map(coordinate);
    const arc = (x: string, y: string) => `A${c} ${c} 0 0 1 ${x} ${y}`;
    return `M-${iw} -${h}L${iw} -${h}${arc(`${w}`, `-${ih}`)}L${w} ${ih}${arc(`${iw}`, `${h}`)}L-${iw} ${h}${arc(`-${w}`, `${ih}`)}L-${w} -${ih}${arc(`-${iw}`, `-${h}`)}Z`;
  },
  reach: (radius, angle) =>
    radius *
    Math.min(
      ROUNDED_WIDE / Math.max(1e-9, Math.abs(Math.cos(angle))),
      ROUNDED_HIGH / Math.max(1e-9, Math.abs(Math.sin(angle))),
    ),
};

const OUTLINES: ReadonlyMap<string, Outline> = new Map([
  ["circle", CIRCLE],
  ["double-circle", DOUBLE_CIRCLE],
  ["square", regular(4, 45)],
  ["diamond", regular(4, 0)],
  ["pentagon", regular(5, -90)],
  ["hexagon", regular(6, 0)],
  ["octagon", regular(8, 22.5)],
  ["triangle-down", regular(3, 90)],
  ["triangle", regular(3, -90)],
  ["ellipse", ellipse(1.3, 0.8)],
  ["rounded", ROUNDED],
]);

/** The outline of a shape's word; a circle for words it does not know. */
export const outlineOf = (shape: string): Outline => OUTLINES.get(shape) ?? CIRCLE;
