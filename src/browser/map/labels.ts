/** The label pass of the map: which labels are drawn and where, so that none covers another or another node's centre. Pure; y is downwards. */

export interface LabelNode {
  readonly key: string;
  /** Its label; lines are parted by `\n`. */
  readonly text: string;
  /** Other forms of the label to try in this order when `text` finds no place. */
  readonly shorter?: readonly string[];
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
  /** Left and top edge, width and height of the box around all lines. */
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
/** What it costs that a label stands nearer to another node than to its own, and to stand near one at all. */
const NEARER_COST = 3;
const BESIDE_COST = 1.2;
/** Room in pixels between a label and a foreign node from which on nobody takes the one for the other's. */
const CLEAR = 10;

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

  /**
   * Infinity when the box covers a label or a foreign centre; else how much of other nodes it covers or seems to name. With
   * `kept`, only nodes of these keys stay uncovered: the last resort of an important label.
   */
  cost(box: PlacedLabel, owner: LabelNode, kept: ReadonlySet<string> | null): number {
    const right = box.left + box.width;
    const bottom = box.top + box.height;
    const own = distanceTo(box, owner) - owner.radius;
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
        const faint = node.faint === true || (kept !== null && !kept.has(node.key));
        const distance = distanceTo(box, node);
        if (distance < GAP + 1 && !faint) return Number.POSITIVE_INFINITY;
        const beside = distance - node.radius;
        // A label nearer to another node than to its own would be read as that one's.
        if (!faint && beside < own) cost += own > 6 ? NO : NEARER_COST;
        else if (!faint && beside < CLEAR) cost += BESIDE_COST * (1 - Math.max(0, beside) / CLEAR);
        if (distance < node.radius) cost += ((node.radius - distance) / node.radius) * (faint ? 0.5 : 1);
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
 * that finds no place is tried in its shorter forms and left out at last. The first `remote` ones may stand further off, and
 * rather than be left out cover nodes that are not among these. `measure` gives the width of one line in pixels, `height` is
 * a line's. O(labels × forms × places).
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
  const kept = new Set(wanted.slice(0, remote).map(({ key }) => key));
  const best = (node: LabelNode, text: string, far: boolean, over: ReadonlySet<string> | null) => {
    const lines = text.split("\n");
    const width = Math.max(...lines.map(measure));
    const tall = height * lines.length;
    let found: PlacedLabel | null = null;
    let least = NO;
    let tried = 0;
    for (const [left, top] of places(node, width, tall, far ? DISTANCES : NEAR)) {
      const away = DISTANCE_COST * Math.floor(tried++ / AROUND);
      if (away >= least) break;
      const inside = left >= 2 && top >= 2 && left + width <= area.width - 2 && top + tall <= area.height - 2;
      if (!inside) continue;
      const box = { key: node.key, text, left, top, width, height: tall };
      const cost = away + occupied.cost(box, node, over);
      if (cost < least) {
        least = cost;
        found = box;
        if (cost === away) break;
      }
    }
    return found;
  };
  const placed: PlacedLabel[] = [];
  for (const [number, node] of wanted.entries()) {
    if (node.x < 0 || node.y < 0 || node.x > area.width || node.y > area.height) continue;
    const important = number < remote;
    const forms = [node.text, ...(node.shorter ?? [])];
    let box: PlacedLabel | null = null;
    for (const form of forms) box ??= best(node, form, important, null);
    if (important) for (const form of forms.toReversed()) box ??= best(node, form, true, kept);
    if (!box) continue;
    occupied.addBox(box);
    placed.push(box);
  }
  return placed;
}
