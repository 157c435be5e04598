/** How the lines of edges are drawn: dashes, heads and marks. A head says the same as the line's style and colour, for whoever sees neither. */

import type { EdgeAttributes } from "../../model/graph.ts";
import { safeColour } from "../colour.ts";
import { finite } from "../columns.ts";
import type { Point } from "./geometry.ts";
import { coordinate } from "./shapes.ts";

export type LineStyle = EdgeAttributes["line"];

/** `stroke-dasharray` and cap for a width in pixels; solid lines have none. */
export const DASHES: Readonly<Record<LineStyle, (width: number) => string>> = {
  solid: () => "",
  dashed: (width) => ` stroke-dasharray="${coordinate(4 + 2 * width)} ${coordinate(3 + width)}"`,
  dotted: (width) => ` stroke-dasharray="0.1 ${coordinate(2.5 + 1.6 * width)}" stroke-linecap="round"`,
};

export interface Head {
  /** Room it takes before the tip, in pixels. */
  length(width: number): number;
  /** Drawn with its tip at the origin, pointing to the right. */
  draw(width: number, colour: string, background: string): string;
}

/** An arrow for solid lines, a bar (as for inhibition in biology) for dashed ones, an open ring for dotted ones. */
export const HEADS: Readonly<Record<LineStyle, Head>> = {
  solid: {
    length: (width) => 5 + 1.5 * width,
    draw(width, colour) {
      const length = 6 + 1.5 * width;
      const half = 2.6 + 0.9 * width;
      return `<path d="M0 0L-${coordinate(length)} ${coordinate(half)}L-${coordinate(length)} -${coordinate(half)}Z" fill="${colour}"/>`;
    },
  },
  dashed: {
    length: () => 2,
    draw(width, colour) {
      const half = coordinate(4 + 0.9 * width);
      return `<path d="M-1.5 -${half}L-1.5 ${half}" stroke="${colour}" stroke-width="${coordinate(1.8 + 0.3 * width)}"/>`;
    },
  },
  dotted: {
    length: (width) => 6 + width,
    draw(width, colour, background) {
      const radius = 2.4 + 0.4 * width;
      return `<circle cx="-${coordinate(radius + 0.8)}" cy="0" r="${coordinate(radius)}" fill="${background}" stroke="${colour}" stroke-width="1.4"/>`;
    },
  },
};

/** Line width in pixels at a scale of the picture. */
export const strokeWidth = ({ size }: Pick<EdgeAttributes, "size">, scale: number): number =>
  Math.min(14, Math.max(0.9, finite(size, 1) * Math.min(1.2, Math.max(0.65, scale))));

/** The sign of a condition: a small open diamond on the line. */
export function conditionMark({ x, y }: Point, colour: string, background: string): string {
  const [cx, cy] = [coordinate(x), coordinate(y)];
  return `<path d="M${cx} ${cy}m-5.5 0l5.5 -5.5l5.5 5.5l-5.5 5.5z" fill="${background}" stroke="${safeColour(colour)}" stroke-width="1.6"/>`;
}

/** The sign of a forecast or an allegation: a question mark on the line. */
export function tentativeMark({ x, y }: Point, colour: string, background: string): string {
  const [cx, cy] = [coordinate(x), coordinate(y)];
  return `<circle cx="${cx}" cy="${cy}" r="7" fill="${background}"/><text x="${cx}" y="${coordinate(y + 4)}" font-size="11.5" font-weight="600" text-anchor="middle" fill="${colour}">?</text>`;
}
