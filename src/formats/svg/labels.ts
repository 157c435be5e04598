/** The collision pass of labels: the important first, each where it covers no other label and no node, or not at all. */

import { isMisread, LEAD, LEAST_LEAD } from "./belonging.ts";

export interface LabelRequest {
  readonly key: string;
  /** Centre and radius of the node. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** The only side on which it may stand; absent = any. */
  readonly side?: "left" | "right";
  /** True for a node whose lines all come from below: the label stands above it where it can. */
  readonly above?: boolean;
}

/** A rectangle by its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Disc {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const CELL = 80;
const GAP = 3;
/** Pixels from a name to the rim of its node, and what standing aslant counts as, at most. */
const FAR = 24;

/** Things by the squares of a grid that they touch, so that only neighbours are compared. */
class Grid<Item> {
  readonly #cells = new Map<string, Item[]>();

  #names({ x, y, width, height }: Box): string[] {
    const names: string[] = [];
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
      for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++)
        names.push(`${column},${row}`);
    return names;
  }

  add(box: Box, item: Item): void {
    for (const name of this.#names(box)) {
      const cell = this.#cells.get(name);
      if (cell) cell.push(item);
      else this.#cells.set(name, [item]);
    }
  }

  some(box: Box, test: (item: Item) => boolean): boolean {
    return this.#names(box).some((name) => this.#cells.get(name)?.some(test) ?? false);
  }
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Places to try, the best first: below as the layouts leave room for it, above, beside, aslant. */
function candidates({ x, y, radius, width, height, side, above = false }: LabelRequest): Box[] {
  const [left, right] = [x - radius - GAP - width, x + radius + GAP];
  if (side) return [{ x: side === "left" ? left : right, y: y - height / 2, width, height }];
  const [over, under] = [y - radius - GAP - height, y + radius + GAP];
  const aslant = radius * 0.5;
  return [
    [x - width / 2, above ? over : under],
    [x - width / 2, above ? under : over],
    [right, y - height / 2],
    [left, y - height / 2],
    [x + aslant, under - radius * 0.2],
    [x - aslant - width, under - radius * 0.2],
    [x + aslant, over + radius * 0.2],
    [x - aslant - width, over + radius * 0.2],
    [x - width * 0.25, under],
    [x - width * 0.25, over],
    [x - width * 0.75, under],
    [x - width * 0.75, over],
  ].map(([bx = 0, by = 0]) => ({ x: bx, y: by, width, height }));
}

/**
 * Boxes for the labels that find room within `bounds`, by key, in the order of `requests` (the most important first).
 * No box covers another, one that is `taken`, or a node; none stands where it could be read as the name of another node than its own,
 * and where possible its own is nearer by far.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  nodes: readonly Disc[],
  bounds: Box,
  taken: readonly Box[] = [],
): ReadonlyMap<string, Box> {
  const discs = new Grid<Disc>();
  let widest = 0;
  for (const disc of nodes) {
    discs.add({ x: disc.x, y: disc.y, width: 0, height: 0 }, disc);
    widest = Math.max(widest, disc.radius);
  }
  // Beyond this no node seems nearer than one's own.
  const reach = widest + FAR;
  const around = ({ x, y, width, height }: Box): Box => ({
    x: x - reach,
    y: y - reach,
    width: width + 2 * reach,
    height: height + 2 * reach,
  });
  const boxes = new Grid<Box>();
  for (const box of taken) boxes.add(box, box);
  const placed = new Map<string, Box>();
  const inside = (box: Box) =>
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height;
  for (const request of requests) {
    const free = candidates(request).filter(
      (box) => inside(box) && !boxes.some(box, (other) => overlap(box, other)),
    );
    const clear = (lead: number) =>
      free.find((box) => {
        const name = { left: box.x, top: box.y, width: box.width, height: box.height };
        return !discs.some(
          around(box),
          (disc) => disc.key !== request.key && isMisread(name, request, disc, lead),
        );
      });
    const chosen = clear(LEAD) ?? clear(LEAST_LEAD);
    if (!chosen) continue;
    boxes.add(chosen, chosen);
    placed.set(request.key, chosen);
  }
  return placed;
}
