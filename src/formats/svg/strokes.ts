/** How the lines of edges are drawn, by the map without WebGL and by the SVG export alike: dashes, heads, marks and signs. */

import type { EdgeAttributes } from "../../model/graph.ts";
import { safeColour } from "../colour.ts";
import { finite } from "../columns.ts";
import type { Point } from "./geometry.ts";
import { coordinate } from "./shapes.ts";

export type LineStyle = EdgeAttributes["line"];

interface Dash {
  /** `stroke-dasharray`; empty for a solid line. */
  readonly array: string;
  readonly cap: "butt" | "round";
}

/** The pattern of a line of `width` pixels: as long as in the map's shaders. */
export const DASHES: Readonly<Record<LineStyle, (width: number) => Dash>> = {
  solid: () => ({ array: "", cap: "butt" }),
  dashed(width) {
    const period = 7 + 2.5 * width;
    return { array: `${coordinate(0.6 * period)} ${coordinate(0.4 * period)}`, cap: "butt" };
  },
  dotted: (width) => ({ array: `0.1 ${coordinate(Math.max(2.1 * width, 4) - 0.1)}`, cap: "round" }),
};

/** The same as attributes of a path. */
export function dashAttributes(line: LineStyle, width: number): string {
  const { array, cap } = DASHES[line](width);
  return array === ""
    ? ""
    : ` stroke-dasharray="${array}"${cap === "round" ? ' stroke-linecap="round"' : ""}`;
}

/** Length of an arrow's head, in pixels, from its tip. */
export const headLength = (width: number): number => 6 + 1.5 * width;

/** The outline of a head with its tip at the origin, pointing to the right. */
export function headPath(width: number): string {
  const [length, wing] = [headLength(width), 2.6 + 0.75 * width].map(coordinate);
  return `M0 0L-${length} ${wing}L-${length} -${wing}Z`;
}

/** A head as SVG; open for edges of forecasts and allegations only. */
export const head = (width: number, colour: string, open: boolean, background: string): string =>
  `<path d="${headPath(width)}" fill="${open ? background : colour}"${open ? ` stroke="${colour}" stroke-width="1.3" stroke-linejoin="round"` : ""}/>`;

/** The outline of a condition's mark, a diamond around the origin, on a line of `width` pixels. */
export function gemPath(width: number): string {
  const reach = coordinate(4.2 + 0.5 * width);
  return `M0 -${reach}L${reach} 0L0 ${reach}L-${reach} 0Z`;
}

/**
 * How much larger than its given size a node or line is drawn at a scale: they grow and shrink more slowly than distances,
 * so that lines stay visible in the whole picture and discs do not swamp a detail.
 */
export const growth = (scale: number): number => Math.min(2.2, Math.max(0.6, scale ** 0.5));

/** Line width in pixels at a scale of the picture. */
export const strokeWidth = ({ size }: Pick<EdgeAttributes, "size">, scale: number): number =>
  Math.min(14, Math.max(1, finite(size, 1) * growth(scale)));

/** Opacity of a line: full for certain statements, never so faint that it is lost. */
export const lineOpacity = ({ kind, confidence }: Pick<EdgeAttributes, "kind" | "confidence">): number =>
  kind === "structure" ? 0.7 : 0.3 + 0.45 * Math.min(1, Math.max(0, finite(confidence ?? 1, 1)));

/** The sign of a condition: a small open diamond on the line. */
export const conditionMark = ({ x, y }: Point, width: number, colour: string, background: string): string =>
  `<path transform="translate(${coordinate(x)} ${coordinate(y)})" d="${gemPath(width)}" fill="${background}" stroke="${safeColour(colour)}" stroke-width="1.8"/>`;
