/** Proportions of the screen, and how much it has room for. Pure. */

import type { Size } from "./camera.ts";

/** Width over height of a part of the screen, in steps of a fifth, so that a slight change of size moves no node. */
export function coarseAspect(width: number, height: number): number {
  const aspect = Math.min(6, Math.max(0.3, width / Math.max(1, height)));
  return Math.exp(Math.round(Math.log(aspect) * 5) / 5);
}

/** Proportions in which a picture laid out for `before` still shows well. */
const NEAR = 1.6;

/** The proportions to lay out for: those of `before` as long as they will do, for what opens and closes around the map must move no node. */
export function keptAspect(before: number | null, now: number): number {
  return before !== null && Math.max(before / now, now / before) < NEAR ? before : now;
}

/** How much a room may grow or shrink in one direction before a ring in it is drawn anew, and how much lower it may become. */
const SAME_ROOM = 1.35;
const SAME_HEIGHT = 1.08;

/**
 * The room in pixels to draw a ring out to: that of `before` as long as it will do, for what opens and closes around the map must
 * move no node. Names above and below a ring take most of its height, so that less of this is soon too little.
 */
export function keptRoom(before: Size | null, now: Size): Size {
  if (!before) return now;
  const wider = now.width / before.width;
  const higher = now.height / before.height;
  const isSame = wider < SAME_ROOM && wider > 1 / SAME_ROOM && higher < SAME_ROOM && higher > 1 / SAME_HEIGHT;
  return isSame ? before : now;
}

/** Gaps above, below and between what stands at the upper edge of the map. */
const GAPS = 36;

/**
 * Pixels at the upper edge that notes and buttons lie over while details cover so many at the right: where the buttons stand in a
 * row (`controls` is its height, else 0) the notes, which are beside it as a rule, then stand below it. `top`: pixels as a rule.
 */
export const roomAbove = (
  { top, notes, controls }: { readonly top: number; readonly notes: number; readonly controls: number },
  covered: number,
): number => (covered > 0 && controls > 0 && notes > 0 ? Math.max(top, controls + notes + GAPS) : top);

/** Square pixels of a page below which fewer nodes can be read, and how many then. */
const ROOM_FOR = [
  { below: 130_000, nodes: 12 },
  { below: 170_000, nodes: 16 },
] as const;
const FEW = 25;

/** Nodes of the first view on a small screen, or in a small frame of another page. */
export const fewFor = (width: number, height: number): number =>
  ROOM_FOR.find(({ below }) => width * height < below)?.nodes ?? FEW;
