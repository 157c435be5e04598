/** What takes room on a picture, by cells of a grid: boxes of labels and centres of nodes, and what a further label would cost. For the map in the page and the SVG export alike. Pure. */

import { isMisread, rimDistance, seemingDistance } from "./belonging.ts";

/** A node as the label pass sees it: centre and radius on the screen, in pixels. */
export interface LabelPoint {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** True for a node that has stepped back: a label may cover it when there is no better place. */
  readonly faint?: boolean;
}

export interface LabelNode extends LabelPoint {
  /** Its label; lines are parted by `\n`. */
  readonly text: string;
  /** Other forms of the label to try in this order when `text` finds no place. */
  readonly shorter?: readonly string[];
  /** The only side of its node on which it may stand; absent = any. */
  readonly side?: "left" | "right";
  /** True for a node that the reader points at or has selected: named over others rather than not at all. */
  readonly must?: boolean;
  /** True for a node whose lines all come from below: the label stands above it where it can. */
  readonly above?: boolean;
  /** How much larger than others its name is written; absent = 1. */
  readonly scale?: number;
  /** How much wider its letters are than those measured; absent = 1. */
  readonly wider?: number;
  /** The way outwards from the ring on which it stands, in radians: its name runs along it where there is room. */
  readonly outward?: number;
}

/** A thin line from the rim of a node to its name, by its ends on the screen. */
export interface Leader {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export interface PlacedLabel {
  readonly key: string;
  readonly text: string;
  /** Left and top edge, width and height of the box around all lines. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Present when the name stands away from its node. */
  readonly leader?: Leader;
  /** Present when it is turned around the middle of its box, by radians clockwise: `anchor` is the end at its node, `scale` how large it is written. */
  readonly turned?: { readonly angle: number; readonly scale: number; readonly anchor: "left" | "right" };
}

const CELL = 64;
/** Room around a node's centre, in pixels. */
const GAP = 2;
/** Room between two labels on one line, in pixels: with less they are read as one name. */
const BLANK = 8;

/** A cost that no place is worth. */
export const NO = 100;
/** What it costs to stand near another node. */
const BESIDE_COST = 1.2;
/** Room in pixels between a label and a foreign node from which on nobody takes the one for the other's. */
const CLEAR = 10;

/** A label further from its node than this, in pixels, is not read with it where another one is nearer, be this one faint. */
const BESIDE = 12;

/** No label stands so far from its node. */
const FAR = 36;

function distanceTo(box: PlacedLabel, { x, y }: LabelPoint): number {
  const dx = Math.max(box.left - x, 0, x - box.left - box.width);
  const dy = Math.max(box.top - y, 0, y - box.top - box.height);
  return Math.hypot(dx, dy);
}

/** True when two boxes overlap, or stand beside each other without a gap; one without text is part of a line. */
export function touches(a: PlacedLabel, b: PlacedLabel): boolean {
  const gap = a.text === "" || b.text === "" ? GAP : BLANK;
  return (
    a.left < b.left + b.width + gap &&
    b.left < a.left + a.width + gap &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

interface Cell {
  readonly boxes: PlacedLabel[];
  readonly points: LabelPoint[];
}

/** Boxes and points on the screen, by cell. */
export class Occupied {
  readonly #cells = new Map<number, Cell>();
  /** So far from a box a node's centre may lie whose name it could seem to be. */
  #reach = FAR;
  #largest = 0;

  #at(column: number, row: number): Cell {
    const name = (column + 512) * 65_536 + row + 512;
    let cell = this.#cells.get(name);
    if (!cell) {
      cell = { boxes: [], points: [] };
      this.#cells.set(name, cell);
    }
    return cell;
  }

  /** The cells that a box and a margin around it reach, made where there are none. */
  #cellsOf(box: PlacedLabel, margin: number): readonly Cell[] {
    const right = Math.floor((box.left + box.width + margin) / CELL);
    const bottom = Math.floor((box.top + box.height + margin) / CELL);
    const cells: Cell[] = [];
    for (let column = Math.floor((box.left - margin) / CELL); column <= right; column++)
      for (let row = Math.floor((box.top - margin) / CELL); row <= bottom; row++)
        cells.push(this.#at(column, row));
    return cells;
  }

  addPoint(node: LabelPoint): void {
    this.#at(Math.floor(node.x / CELL), Math.floor(node.y / CELL)).points.push(node);
    this.#largest = Math.max(this.#largest, node.radius);
    this.#reach = Math.max(FAR, this.#largest + FAR);
  }

  addBox(box: PlacedLabel): void {
    for (const cell of this.#cellsOf(box, 0)) cell.boxes.push(box);
  }

  removeBox(box: PlacedLabel): void {
    for (const cell of this.#cellsOf(box, 0)) cell.boxes.splice(cell.boxes.indexOf(box), 1);
  }

  /** True when a box covers no other one and no centre of a node, faint ones apart. */
  isFree(box: PlacedLabel): boolean {
    for (const { boxes, points } of this.#cellsOf(box, BLANK)) {
      if (boxes.some((other) => touches(box, other))) return false;
      if (points.some((node) => node.faint !== true && distanceTo(box, node) < GAP + 1)) return false;
    }
    return true;
  }

  /**
   * Infinity when the box covers a label or a foreign centre, or could be read as the name of another node, which its own must lead by so many pixels; else how much of
   * others it covers or stands beside. With `kept`, only nodes of these keys are regarded: the last resort of an important label.
   */
  cost(box: PlacedLabel, owner: LabelPoint, lead: number, kept: ReadonlySet<string> | null): number {
    let cost = 0;
    const ownDistance = rimDistance(box, owner);
    // Nodes whose rim is further off change nothing; most are, and are passed over without a root.
    const farthest = Math.max(CLEAR, seemingDistance(box, owner) + lead);
    const [right, bottom] = [box.left + box.width, box.top + box.height];
    for (const { boxes, points } of this.#cellsOf(box, Math.min(this.#reach, farthest + this.#largest))) {
      if (boxes.some((other) => touches(box, other))) return Number.POSITIVE_INFINITY;
      for (const node of points) {
        const dx = Math.max(box.left - node.x, 0, node.x - right);
        const dy = Math.max(box.top - node.y, 0, node.y - bottom);
        const far = farthest + node.radius;
        if (dx * dx + dy * dy > far * far || node.key === box.key) continue;
        const faint = node.faint === true || (kept !== null && !kept.has(node.key));
        const distance = distanceTo(box, node);
        if (!faint && (distance < GAP + 1 || isMisread(box, owner, node, lead)))
          return Number.POSITIVE_INFINITY;
        if (node.faint === true && ownDistance > BESIDE && distance - node.radius <= ownDistance)
          return Number.POSITIVE_INFINITY;
        const beside = distance - node.radius;
        if (!faint && beside < CLEAR) cost += BESIDE_COST * (1 - Math.max(0, beside) / CLEAR);
        if (distance < node.radius) cost += ((node.radius - distance) / node.radius) * (faint ? 0.5 : 1);
      }
    }
    return cost;
  }
}
