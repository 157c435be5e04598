/** Names of groups at the rim of their outlines, where they cover no label and no node; without such a place a name is left out. Pure. */

import type { Area } from "../../formats/svg/labels.ts";
import { type LabelPoint, Occupied, type PlacedLabel } from "../../formats/svg/occupied.ts";
import { shorten, wrap } from "../../formats/svg/text.ts";
import type { NodeGroup } from "./groups.ts";
import type { GroupHull } from "./hulls.ts";
import type { Point } from "./lasso.ts";

const SIZE = 12;
const WIDTH = 170;
/** Width in pixels of the mark in the group's colour before its name, with the room behind it. */
export const SWATCH = 14;
/** Places tried along an outline. */
const PLACES = 24;
/** Parts of a group that falls into some at which its name may stand, the largest first. */
const ISLANDS = 3;

interface Station extends Point {
  /** Of the outline. */
  readonly middle: number;
  readonly centre: number;
}

/** Lines so wide, in pixels, and so many at most are tried for a whole name, the best first. */
const SHAPES = [
  { width: WIDTH, lines: 2 },
  { width: 120, lines: 3 },
  { width: 90, lines: 4 },
] as const;

/** The whole name on a few lines, or what comes before its members: a name that is cut says less than a short one. */
function formsOf(label: string): readonly string[] {
  const short = label.split(": ")[0] ?? label;
  const whole = SHAPES.map(({ width, lines }) => wrap(label, SIZE, width, lines).join("\n"));
  return [...new Set([...whole.filter((form) => !form.includes("…")), shorten(short, SIZE, WIDTH)])];
}

/** Points of an outline to stand at, the topmost first, then round it in both directions alternately. */
function stations(outline: readonly Point[]): readonly Station[] {
  const count = outline.length;
  let top = 0;
  for (const [at, { y }] of outline.entries()) if (y < (outline[top] as Point).y) top = at;
  const middle = outline.reduce((sum, { x }) => sum + x, 0) / count;
  const centre = outline.reduce((sum, { y }) => sum + y, 0) / count;
  return Array.from({ length: Math.min(PLACES, count) }, (_, at) => {
    const step = Math.ceil(at / 2) * (at % 2 === 0 ? 1 : -1) * Math.max(1, Math.floor(count / PLACES));
    return { ...(outline[(((top + step) % count) + count) % count] as Point), middle, centre };
  });
}

/** The key of the box of a group's name, which is none of a node. */
export const captionKey = ({ id }: NodeGroup): string => `group:${id}`;

/** In the order of the groups; each box has room for the mark before its name. */
export function placeCaptions(
  hulls: readonly GroupHull[],
  labels: readonly PlacedLabel[],
  points: Iterable<LabelPoint>,
  measure: (text: string) => number,
  height: number,
  area: Area,
): readonly PlacedLabel[] {
  const occupied = new Occupied();
  for (const point of points) occupied.addPoint(point);
  for (const label of labels) occupied.addBox(label);
  const placed: PlacedLabel[] = [];
  for (const { group, outlines } of hulls) {
    const place = (text: string): PlacedLabel | undefined => {
      const lines = text.split("\n");
      const width = SWATCH + Math.max(...lines.map(measure));
      const tall = height * lines.length;
      return outlines
        .slice(0, ISLANDS)
        .flatMap(stations)
        .map(({ x, y, middle, centre }): PlacedLabel => {
          // Outside the outline: away from its middle.
          const left = x - width / 2 + Math.sign(x - middle) * Math.min(width / 2, Math.abs(x - middle) / 2);
          return {
            key: captionKey(group),
            text,
            left,
            top: y <= centre ? y - tall - 3 : y + 3,
            width,
            height: tall,
          };
        })
        .find(
          (box) =>
            box.left >= 2 &&
            box.top >= 2 &&
            box.left + box.width <= area.width - 2 &&
            box.top + box.height <= area.height - 2 &&
            occupied.isFree(box),
        );
    };
    let box: PlacedLabel | undefined;
    for (const form of formsOf(group.label)) box ??= place(form);
    if (!box) continue;
    occupied.addBox(box);
    placed.push(box);
  }
  return placed;
}
