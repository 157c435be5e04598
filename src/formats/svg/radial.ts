/** Names that run outwards from the nodes of a ring, turned along its radius and never on their heads. Pure; y is downwards. */

import { directionOf } from "../../model/direction.ts";
import type { LabelNode, LabelPoint, PlacedLabel } from "./occupied.ts";
import { NAME_HEIGHT } from "./ring.ts";

/** Pixels between a node's rim and its name, the nearest first. */
const STARTS = [3, 6, 9, 12, 16] as const;
/** A start further off is worth it for so many pixels more. */
const GAIN = 5;
/** What arithmetic may get wrong, in pixels. */
const SLACK = 1e-6;
/** Pixels between the places along a name that are looked at. */
const STEP = 3;
/** Room in pixels to the edge of the picture and to what stands over it, and to the rims of other nodes. */
const EDGE = 3;
const CLEAR = 0.5;
/** No name is longer, in pixels, and none is shortened to less. */
const LONGEST = 420;
const SHORTEST = 40;

/** A point as it lies to the box of a label before this is turned. */
export function unturned(
  { left, top, width, height, turned }: PlacedLabel,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  if (!turned) return { x, y };
  const [cx, cy] = [left + width / 2, top + height / 2];
  const [cos, sin] = [Math.cos(turned.angle), Math.sin(turned.angle)];
  return { x: cx + (x - cx) * cos + (y - cy) * sin, y: cy - (x - cx) * sin + (y - cy) * cos };
}

/** Whether a point lies on a label or within so many pixels of it. */
export function isAt(
  label: PlacedLabel,
  point: { readonly x: number; readonly y: number },
  margin: number,
): boolean {
  const { x, y } = unturned(label, point);
  const { left, top, width, height } = label;
  return x > left - margin && x < left + width + margin && y > top - margin && y < top + height + margin;
}

/** What a label covers as upright boxes: small ones along a name that is turned, so that nothing further lies over it. */
export function boxesOf(label: PlacedLabel): readonly PlacedLabel[] {
  const { key, left, top, width, height, turned } = label;
  if (!turned) return [label];
  const [cos, sin] = [Math.cos(turned.angle), Math.sin(turned.angle)];
  const steps = Math.max(1, Math.ceil(width / height));
  return Array.from({ length: steps }, (_, at): PlacedLabel => {
    const along = ((at + 0.5) / steps - 0.5) * width;
    const [x, y] = [left + width / 2 + along * cos, top + height / 2 + along * sin];
    return { key, text: "", left: x - height / 2, top: y - height / 2, width: height, height };
  });
}

/** The end of a text that lies at that side, in the words of SVG. */
export const anchorOf = (text: string, side: "left" | "right"): "start" | "end" =>
  (side === "left") === (directionOf(text) === "ltr") ? "start" : "end";

/** The middle of a name, the way it runs, and half its length. */
interface Strip {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
  readonly half: number;
}

/** As much of a name as there is room for, with an ellipsis behind. */
function cut(text: string, room: number, widthOf: (text: string) => number): string {
  const characters = Array.from(text);
  let kept = characters.length - 1;
  const form = () => `${characters.slice(0, kept).join("").trimEnd()}…`;
  while (kept > 0 && widthOf(form()) > room) kept--;
  return kept === 0 ? "" : form();
}

/**
 * Places the names of nodes with a way `outward`, the most important first: whole where there is room up to the edge of the
 * picture, else shortened; one in the centre of attention whole or not at all. `taken`, `measure` and `height` as for placeLabels.
 */
export function placeOutward(
  nodes: readonly LabelNode[],
  all: readonly LabelPoint[],
  taken: readonly PlacedLabel[],
  measure: (text: string) => number,
  height: number,
  area: { readonly width: number; readonly height: number },
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const strips: Strip[] = [];
  for (const node of nodes) {
    const { outward, scale = 1, wider = 1 } = node;
    if (outward === undefined) continue;
    const tall = NAME_HEIGHT * height * scale;
    const [cos, sin] = [Math.cos(outward), Math.sin(outward)];
    const widthOf = (text: string) => wider * scale * measure(text);
    const at = (along: number) => ({ x: node.x + along * cos, y: node.y + along * sin });
    // What is shortened for places of another kind is shortened here by the room there is.
    const forms = [node.text, ...(node.shorter ?? [])]
      .map((form) => form.replaceAll("\n", " "))
      .filter((form, number) => number === 0 || !form.endsWith("…"));
    const wanted = Math.min(LONGEST, widthOf(forms[0] ?? ""));
    const reach = wanted + Math.max(...STARTS);
    const discs = inTheWay(node, outward, all, tall);
    const near = strips.filter(
      (strip) => Math.hypot(strip.x - node.x, strip.y - node.y) < node.radius + reach + strip.half + tall,
    );
    const isFree = (along: number): boolean => {
      const { x, y } = at(along);
      // A name is as thick as its letters are high, whichever way it runs.
      const [wide, high] = [(Math.abs(sin) * tall) / 2 + EDGE, (Math.abs(cos) * tall) / 2 + EDGE];
      if (x < wide || y < high || x > area.width - wide || y > area.height - high) return false;
      const isOver = (box: PlacedLabel) =>
        x > box.left - wide &&
        x < box.left + box.width + wide &&
        y > box.top - high &&
        y < box.top + box.height + high;
      const isOn = (strip: Strip) =>
        Math.abs((x - strip.x) * strip.cos + (y - strip.y) * strip.sin) < strip.half + tall / 2 &&
        Math.abs((y - strip.y) * strip.cos - (x - strip.x) * strip.sin) < tall;
      return !near.some(isOn) && !taken.some(isOver);
    };
    let [start, room] = [0, 0];
    for (const gap of STARTS) {
      const from = node.radius + gap;
      const wall = discs.reduce(
        (least, [low, high]) => (high > from ? Math.min(least, Math.max(from, low)) : least),
        from + wanted,
      );
      let end = from;
      while (end < wall && isFree(end)) end = Math.min(wall, end + STEP);
      if (end - from > room + GAIN) [start, room] = [from, end - from];
      if (room > wanted - SLACK) break;
    }
    let text = forms.find((form) => widthOf(form) < room + SLACK) ?? "";
    if (text === "" && node.must !== true && room >= SHORTEST) text = cut(forms[0] ?? "", room, widthOf);
    if (text === "") continue;
    const width = widthOf(text);
    const middle = at(start + width / 2);
    strips.push({ ...middle, cos, sin, half: width / 2 });
    const isFlipped = cos < -1e-9;
    placed.push({
      key: node.key,
      text,
      left: middle.x - width / 2,
      top: middle.y - tall / 2,
      width,
      height: tall,
      turned: {
        angle: isFlipped ? Math.atan2(-sin, -cos) : outward,
        scale,
        anchor: isFlipped ? "right" : "left",
      },
    });
  }
  return placed;
}

/** Where other nodes stand along a way outwards, in pixels from the node. */
function inTheWay(
  node: LabelNode,
  outward: number,
  all: readonly LabelPoint[],
  tall: number,
): readonly (readonly [from: number, to: number])[] {
  const [cos, sin] = [Math.cos(outward), Math.sin(outward)];
  return all.flatMap(({ key, x, y, radius, faint }): readonly (readonly [number, number])[] => {
    if (key === node.key || faint === true) return [];
    const [dx, dy] = [x - node.x, y - node.y];
    const along = dx * cos + dy * sin;
    const reach = radius + tall / 2 + CLEAR;
    const aside = Math.abs(dy * cos - dx * sin);
    if (along < -reach || along > LONGEST || aside >= reach) return [];
    const half = Math.sqrt(reach * reach - aside * aside);
    return [[along - half, along + half]];
  });
}
