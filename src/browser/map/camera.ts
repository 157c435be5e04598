/** Where the camera stands: the scale and middle that show a part of the picture in the free part of the map. Pure. */

import type { Guides } from "../../model/guides.ts";
import type { Report } from "../state/inner-rules.ts";

/** Pixels at the map's edges that something lies over. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `x`, `y`: the point of the picture in the middle of the map; `scale`: screen pixels per unit of the picture. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const LARGEST_SCALE = 6;
const SMALLEST_SCALE = 0.02;
/** Fitting does not enlarge beyond this. */
const LARGEST_FIT = 1.6;

/** Where a point of the picture is on the screen: pixels from the map's upper left corner, y downwards. */
export const onScreen = (
  point: { readonly x: number; readonly y: number },
  sight: Sight,
  size: Size,
): { readonly x: number; readonly y: number } => ({
  x: size.width / 2 + (point.x - sight.x) * sight.scale,
  y: size.height / 2 - (point.y - sight.y) * sight.scale,
});

/** A sight as the address carries it: `x,y,scale`, to a unit of the picture and a thousandth of the scale. */
export const formatSight = ({ x, y, scale }: Sight): string =>
  `${Math.round(x) + 0},${Math.round(y) + 0},${Number(scale.toFixed(3))}`;

/** Reads what `formatSight` writes; null for anything else, which is reported unless it is empty. */
export function parseSight(text: string, report?: Report): Sight | null {
  const match = /^(-?\d{1,7}),(-?\d{1,7}),(\d{1,2}(?:\.\d{1,3})?)$/.exec(text);
  if (!match) {
    if (text !== "") report?.(text, "Give camera as X,Y,SCALE, for example 0,0,1.");
    return null;
  }
  return { x: Number(match[1]), y: Number(match[2]), scale: clampScale(Number(match[3])) };
}

export const clampScale = (scale: number): number => Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, scale));

/** Pixels that a point in sight is from the edge of the free part, at least. */
const MARGIN = 60;

/** Room in pixels that a label takes to the sides of and below its node, at most. */
const SIDE_ROOM = 46;
const LABEL_ROOM = 20;

/** The part of the map in which nodes stand when all are shown, with room for their labels around it. */
export const freeRoom = (size: Size, padding: Padding): Size => ({
  width: Math.max(60, size.width - padding.left - padding.right - 2 * SIDE_ROOM),
  height: Math.max(60, size.height - padding.top - padding.bottom - 2 * LABEL_ROOM - 24),
});

/** Pixels at the edge of the map that no name outwards comes near to. */
const EDGE = 8;
/** Room that every label has above and below, in the mean of both. */
const UPRIGHT_ROOM = LABEL_ROOM + 12;

/** Padding with room for names that run outwards, as the guides of a layout ask for it. */
export function withMargin(padding: Padding, guides: Pick<Guides, "margin" | "ring"> | null): Padding {
  const { margin = 0, ring } = guides ?? {};
  const side = Math.max(0, (ring?.beside ?? margin) + EDGE - SIDE_ROOM);
  const over = ring ? Math.max(0, ring.above + EDGE - UPRIGHT_ROOM) : 0;
  return {
    top: padding.top + over,
    right: padding.right + side,
    bottom: padding.bottom + over,
    left: padding.left + side,
  };
}

/** The room of a ring and its names, of which `free` is without that of labels. */
export const ringRoom = ({ width, height }: Size): Size => ({
  width: width + 2 * (SIDE_ROOM - EDGE),
  height: height + 2 * (UPRIGHT_ROOM - EDGE),
});

/** How much larger than in the whole picture a part is shown at most when the page opens with it: something around it stays in sight. */
const LARGER = 2;
/** Up to this scale a part of a very large picture is enlarged all the same. */
const READABLE = 0.6;

/** The sight that shows some of the picture's nodes among what is around them. */
export function fitPart(nodes: Places, whole: Places, size: Size, padding: Padding): Sight {
  const largest = Math.max(READABLE, LARGER * fitSight(whole, size, padding).scale);
  return fitSight(nodes, size, padding, largest);
}

type Places = readonly { readonly x: number; readonly y: number }[];

/** The sight that shows all of `nodes` with room for their labels, no larger than at a scale. */
export function fitSight(nodes: Places, size: Size, padding: Padding, largest = LARGEST_FIT): Sight {
  if (nodes.length === 0) return { x: 0, y: 0, scale: 1 };
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  const { width, height } = freeRoom(size, padding);
  const scale = clampScale(
    Math.min(LARGEST_FIT, largest, width / Math.max(1, right - left), height / Math.max(1, top - bottom)),
  );
  return lookAt({ x: (left + right) / 2, y: (bottom + top) / 2 }, scale, padding);
}

/** The sight that puts a point of the picture in the middle of the free part of the map. */
export function lookAt(
  point: { readonly x: number; readonly y: number },
  scale: number,
  padding: Padding,
): Sight {
  return {
    x: point.x - (padding.left - padding.right) / 2 / scale,
    y: point.y + (padding.top - padding.bottom) / 2 / scale,
    scale,
  };
}

/** How much of a covered map's free part, in its middle, is free enough for the one point that is looked at. */
const MIDDLE = 0.2;

/** Pixels at both sides of the middle of so many pixels. */
const middleMargin = (free: number): number => Math.max(MARGIN, ((1 - MIDDLE) / 2) * free);

/**
 * The smallest move that brings all these points into the free part of the map, at the scale it has where that is possible;
 * null when they are there. One alone goes to the middle of what `covered` leaves more free than `padding` does.
 */
export function bringAllIntoSight(
  points: readonly { readonly x: number; readonly y: number }[],
  sight: Sight,
  size: Size,
  covered: Padding,
  padding = covered,
): Sight | null {
  const [only, ...others] = points;
  if (only && others.length === 0)
    return bringIntoSight(only, sight, size, covered, {
      across:
        covered.right > padding.right ? middleMargin(size.width - covered.left - covered.right) : MARGIN,
      down:
        covered.bottom > padding.bottom ? middleMargin(size.height - covered.top - covered.bottom) : MARGIN,
    });
  const moves = points.map((point) => bringIntoSight(point, sight, size, covered));
  if (moves.every((move) => move === null)) return null;
  // Once all corners of their box are in sight, so are they.
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [low, high] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  let moved = sight;
  for (const corner of [
    { x: left, y: high },
    { x: right, y: low },
  ])
    moved = bringIntoSight(corner, moved, size, covered) ?? moved;
  return bringIntoSight({ x: left, y: high }, moved, size, covered) ? fitSight(points, size, covered) : moved;
}

/** The smallest move that brings a point into the free part of the map, or null when it is there. */
export function bringIntoSight(
  point: { readonly x: number; readonly y: number },
  sight: Sight,
  size: Size,
  padding: Padding,
  margin = { across: MARGIN, down: MARGIN },
): Sight | null {
  const { x: across, y: down } = onScreen(point, sight, size);
  const clamp = (value: number, low: number, high: number) =>
    low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
  const wantedAcross = clamp(
    across,
    padding.left + margin.across,
    size.width - padding.right - margin.across,
  );
  const wantedDown = clamp(down, padding.top + margin.down, size.height - padding.bottom - margin.down);
  if (wantedAcross === across && wantedDown === down) return null;
  return {
    x: sight.x + (across - wantedAcross) / sight.scale,
    y: sight.y - (down - wantedDown) / sight.scale,
    scale: sight.scale,
  };
}
