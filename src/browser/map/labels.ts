/** The label pass of the map: which labels are drawn and where, so that none covers another or another node's centre. Pure; y is downwards. */

export interface LabelNode {
  readonly key: string;
  readonly text: string;
  /** Centre and radius on the screen, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** True for a node that has stepped back: a label may cover it when there is no better place. */
  readonly faint?: boolean;
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  /** Left and top edge, width and height of the text's box. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

const CELL = 64;
/** Room between two labels, and around a node's centre, in pixels. */
const GAP = 2;

/** Room between a node and its label, in pixels; a greater one is tried when nothing nearer is free, and costs. */
const DISTANCES = [2, 10, 20] as const;
const NEAR = DISTANCES.slice(0, 2);
const DISTANCE_COST = 0.6;
/** Places around a node at each distance. */
const AROUND = 8;
/** A cost that no place is worth. */
const NO = 100;

function distanceTo(box: PlacedLabel, { x, y }: LabelNode): number {
  const dx = Math.max(box.left - x, 0, x - box.left - box.width);
  const dy = Math.max(box.top - y, 0, y - box.top - box.height);
  return Math.hypot(dx, dy);
}

/** Boxes and points on the screen, by cell. */
class Occupied {
  readonly #cells = new Map<number, { boxes: PlacedLabel[]; points: LabelNode[] }>();

  #at(column: number, row: number): { boxes: PlacedLabel[]; points: LabelNode[] } {
    const name = (column + 512) * 65_536 + row + 512;
    let cell = this.#cells.get(name);
    if (!cell) {
      cell = { boxes: [], points: [] };
      this.#cells.set(name, cell);
    }
    return cell;
  }

  *#cellsOf(box: PlacedLabel, margin: number) {
    const right = Math.floor((box.left + box.width + margin) / CELL);
    const bottom = Math.floor((box.top + box.height + margin) / CELL);
    for (let column = Math.floor((box.left - margin) / CELL); column <= right; column++)
      for (let row = Math.floor((box.top - margin) / CELL); row <= bottom; row++) yield this.#at(column, row);
  }

  addPoint(node: LabelNode): void {
    this.#at(Math.floor(node.x / CELL), Math.floor(node.y / CELL)).points.push(node);
  }

  addBox(box: PlacedLabel): void {
    for (const cell of this.#cellsOf(box, 0)) cell.boxes.push(box);
  }

  /** Infinity when the box covers a label or a foreign centre; else how much of other nodes it covers or seems to name. */
  cost(box: PlacedLabel, owner: LabelNode): number {
    const right = box.left + box.width;
    const bottom = box.top + box.height;
    const own = distanceTo(box, owner);
    let cost = 0;
    for (const { boxes, points } of this.#cellsOf(box, 24)) {
      for (const other of boxes)
        if (
          box.left < other.left + other.width + GAP &&
          other.left < right + GAP &&
          box.top < other.top + other.height &&
          other.top < bottom
        )
          return Number.POSITIVE_INFINITY;
      for (const node of points) {
        if (node.key === box.key) continue;
        const distance = distanceTo(box, node);
        if (distance < GAP + 1 && !node.faint) return Number.POSITIVE_INFINITY;
        // A label nearer to another node than to its own would be read as that one's.
        if (!node.faint && distance - node.radius < own - owner.radius)
          cost += own > owner.radius + 6 ? NO : 1;
        if (distance < node.radius) cost += ((node.radius - distance) / node.radius) * (node.faint ? 0.5 : 1);
      }
    }
    return cost;
  }
}

/** Places around a node, best first: below, above, right, left, then the corners; and again a little further out. */
function* places(
  node: LabelNode,
  width: number,
  height: number,
  distances: readonly number[],
): Generator<readonly [left: number, top: number]> {
  for (const away of distances) {
    const r = node.radius + away;
    const side = node.radius * 0.7 + away;
    yield [node.x - width / 2, node.y + r];
    yield [node.x - width / 2, node.y - r - height];
    yield [node.x + r + 2, node.y - height / 2];
    yield [node.x - r - 2 - width, node.y - height / 2];
    yield [node.x + side, node.y + side - height / 4];
    yield [node.x - side - width, node.y + side - height / 4];
    yield [node.x + side, node.y - side - height * 0.75];
    yield [node.x - side - width, node.y - side - height * 0.75];
  }
}

/**
 * Places labels greedily in the order given (most important first). `all` are the nodes whose centres stay free; a label
 * that finds no place is left out; the first `remote` ones may stand further off. `measure` gives the width of a text in pixels. O(labels × places).
 */
export function placeLabels(
  wanted: readonly LabelNode[],
  all: readonly LabelNode[],
  measure: (text: string) => number,
  height: number,
  area: Area,
  remote: number,
): readonly PlacedLabel[] {
  const occupied = new Occupied();
  const margin = 200;
  for (const node of all)
    if (node.x > -margin && node.y > -margin && node.x < area.width + margin && node.y < area.height + margin)
      occupied.addPoint(node);
  const placed: PlacedLabel[] = [];
  for (const [number, node] of wanted.entries()) {
    if (node.x < 0 || node.y < 0 || node.x > area.width || node.y > area.height) continue;
    const width = measure(node.text);
    let best: PlacedLabel | null = null;
    let least = NO;
    let tried = 0;
    for (const [left, top] of places(node, width, height, number < remote ? DISTANCES : NEAR)) {
      const away = DISTANCE_COST * Math.floor(tried++ / AROUND);
      if (away >= least) break;
      const inside =
        left >= 2 && top >= 2 && left + width <= area.width - 2 && top + height <= area.height - 2;
      if (!inside) continue;
      const box = { key: node.key, text: node.text, left, top, width, height };
      const cost = away + occupied.cost(box, node);
      if (cost < least) {
        least = cost;
        best = box;
        if (cost === away) break;
      }
    }
    if (!best) continue;
    occupied.addBox(best);
    placed.push(best);
  }
  return placed;
}
