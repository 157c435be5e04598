/** The collision pass of labels: the important first, each where it covers no other label and no node, or not at all. */

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
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const CELL = 80;
const GAP = 3;

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

/** Whether a box comes nearer to a disc's centre than `share` of its radius. */
function covers(box: Box, disc: Disc, share: number): boolean {
  const dx = Math.max(box.x - disc.x, 0, disc.x - box.x - box.width);
  const dy = Math.max(box.y - disc.y, 0, disc.y - box.y - box.height);
  return Math.hypot(dx, dy) < disc.radius * share;
}

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
  ].map(([bx = 0, by = 0]) => ({ x: bx, y: by, width, height }));
}

/**
 * Boxes for the labels that find room within `bounds`, by key, in the order of `requests` (the most important first).
 * No box covers another or one that is `taken`; none comes within 60 % of the radius of any node, and where possible none touches one at all.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  nodes: readonly Disc[],
  bounds: Box,
  taken: readonly Box[] = [],
): ReadonlyMap<string, Box> {
  const discs = new Grid<Disc>();
  for (const disc of nodes) {
    const size = disc.radius * 2;
    discs.add({ x: disc.x - disc.radius, y: disc.y - disc.radius, width: size, height: size }, disc);
  }
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
    const clear = (share: number) => free.find((box) => !discs.some(box, (disc) => covers(box, disc, share)));
    const chosen = clear(1) ?? clear(0.6);
    if (!chosen) continue;
    boxes.add(chosen, chosen);
    placed.set(request.key, chosen);
  }
  return placed;
}
