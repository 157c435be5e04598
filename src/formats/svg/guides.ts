/** The guides of a layout placed on a drawing, and what follows from them for nodes, edges and names; for the SVG export and the page's map alike. */

import type { Guides } from "../../model/guides.ts";
import type { Point } from "./geometry.ts";
import type { PlacedLabel } from "./occupied.ts";
import { textWidth, wrap } from "./text.ts";

/** Pixels of the words. */
export const GUIDE_SIZE = 12;
const GUIDE_LINE_HEIGHT = 15;
const MOST_LINES = 3;
/** Words with less room in pixels are left out. */
const LEAST_ROOM = 34;

export interface PlacedGuides {
  readonly lines: readonly { readonly from: Point; readonly to: Point; readonly strong: boolean }[];
  /** Lines of words with the place of their baselines. */
  readonly texts: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: "start" | "middle" | "end";
    readonly strong: boolean;
  }[];
}

/** @param toPage from the coordinates of nodes to pixels, y downwards; `scale` = pixels per unit */
export function placeGuides(guides: Guides, toPage: (place: Point) => Point, scale: number): PlacedGuides {
  const at = ([x, y]: readonly [number, number]): Point => toPage({ x, y });
  return {
    lines: guides.lines.map(({ from, to, strong }) => ({ from: at(from), to: at(to), strong })),
    texts: guides.texts.flatMap(({ text, x, y, anchor, grows, room, strong }) => {
      const width = room * scale;
      if (width < LEAST_ROOM) return [];
      const place = toPage({ x, y });
      const lines = wrap(text, GUIDE_SIZE, width, MOST_LINES);
      const first = grows === "up" ? 1 - lines.length : 0.8;
      return lines.map((line, number) => ({
        text: line,
        x: place.x,
        y: place.y + (first + number) * GUIDE_LINE_HEIGHT,
        anchor,
        strong,
      }));
    }),
  };
}

/** The lines of words as boxes that no label covers. */
export const wordBoxes = (guides: PlacedGuides | null): readonly PlacedLabel[] =>
  (guides?.texts ?? []).map(({ text, x, y, anchor }): PlacedLabel => {
    const width = textWidth(text, GUIDE_SIZE);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return { key: "", text, left, top: y - GUIDE_SIZE, width, height: GUIDE_LINE_HEIGHT };
  });

/** Places that a drawing of everything must hold, beside the nodes. */
export const guidePoints = ({ lines, texts }: Guides): readonly Point[] => [
  ...lines.flatMap(({ from, to }) => [from, to]).map(([x, y]) => ({ x, y })),
  ...texts.map(({ x, y }) => ({ x, y })),
];

/** How far an edge within one column bends, in steps: inwards where names stand outwards, and where they stand around. */
const ARC = 2.4;
const SLIGHT_ARC = 1.3;

/** What is to be added to the bend of an edge, in steps: edges between two nodes of one column would run along it. */
export function arcStep(
  guides: Pick<Guides, "labels" | "ring"> | null | undefined,
  from: Point,
  to: Point,
): number {
  if (!guides || guides.ring || (from.x === to.x && from.y === to.y)) return 0;
  if (guides.labels === "around") return from.x === to.x ? SLIGHT_ARC : 0;
  if (from.x * to.x <= 0) return 0;
  // Left of the way down (y upwards) is the right-hand side, which is inwards from the left column.
  return from.y > to.y === from.x < 0 ? ARC : -ARC;
}
