/** Places for important names that find none beside their nodes: further off, tied to the node by a thin line. Pure; y is downwards. */

import { rimDistance } from "./belonging.ts";
import { type LabelNode, type LabelPoint, type Leader, type PlacedLabel, touches } from "./occupied.ts";

/** Pixels between a node's rim and its name, the nearest first. */
const DISTANCES = [5, 10, 16, 24, 34, 46, 60, 76, 94, 114, 136, 162, 190] as const;
const DIRECTIONS = 72;
/** Pixels of the thin line, and of its halo. */
export const LEADER_WIDTH = { line: 1, halo: 3 } as const;
/** Least room in pixels between a name or its line and the rim of another node. */
const CLEAR = 2;
/** What it costs, in pixels of line, to take the next form of a name, and to stand less than `NEAR` pixels from another node. */
const FORM_COST = 8;
const NEAR = 8;
const NEAR_COST = 1.5;
/** Nodes further away than this, in pixels, stand in the way of no place. */
const REACH = { x: 420, y: 320 } as const;
/** What it costs when its line runs over another node. */
const CROSSING_COST = 120;
/** A longer line, in pixels, must not run over one. */
const LONGEST_CROSSING = 60;
/** Pixels between the points of a line that are kept clear. */
const STEP = 5;

/** Boxes along a line, so that no further name lies over it. */
export function alongLeader({ key, leader }: PlacedLabel): readonly PlacedLabel[] {
  if (!leader) return [];
  const { from, to } = leader;
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
  return Array.from({ length: steps }, (_, at): PlacedLabel => {
    const share = at / steps;
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    return { key, text: "", left: x - 1, top: y - 1, width: 2, height: 2 };
  });
}

/** Pixels between a line and the rim of a disc. */
function lineDistance({ from, to }: Leader, { x, y, radius }: LabelPoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(from.x + at * dx - x, from.y + at * dy - y) - radius;
}

/** The line from the node's rim to the nearest point of a box. */
function leaderTo(box: Omit<PlacedLabel, "leader">, { x, y, radius }: LabelPoint): Leader {
  const to = {
    x: Math.min(Math.max(x, box.left), box.left + box.width),
    y: Math.min(Math.max(y, box.top), box.top + box.height),
  };
  const length = Math.hypot(to.x - x, to.y - y) || 1;
  return { from: { x: x + ((to.x - x) / length) * radius, y: y + ((to.y - y) / length) * radius }, to };
}

/**
 * The best box for a node's name at some distance with its line, clear of other nodes and of all `boxes`; null when there is
 * none. With `mayCross` the line may run over other nodes. `measure` and `height` as for placeLabels. O(forms × places × (nodes + boxes) nearby).
 */
export function placeAside(
  node: LabelNode,
  points: readonly LabelPoint[],
  boxes: readonly PlacedLabel[],
  measure: (text: string) => number,
  height: number,
  area: { readonly width: number; readonly height: number },
  mayCross: boolean,
): PlacedLabel | null {
  const { scale = 1, wider = 1 } = node;
  let found: PlacedLabel | null = null;
  let least = Number.POSITIVE_INFINITY;
  const others = points
    .filter(({ key, faint, x, y }) => {
      if (key === node.key || faint === true) return false;
      return Math.abs(x - node.x) < REACH.x && Math.abs(y - node.y) < REACH.y;
    })
    .sort((a, b) => Math.hypot(a.x - node.x, a.y - node.y) - Math.hypot(b.x - node.x, b.y - node.y));
  for (const [form, text] of [node.text, ...(node.shorter ?? [])].entries()) {
    const lines = text.split("\n");
    const width = wider * scale * Math.max(...lines.map(measure));
    const tall = scale * height * lines.length;
    for (const away of DISTANCES) {
      const plain = away + form * FORM_COST;
      if (plain >= least) break;
      for (let turn = 0; turn < DIRECTIONS; turn++) {
        const angle = (2 * Math.PI * turn) / DIRECTIONS;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        if (node.side && Math.sign(cos) !== (node.side === "left" ? -1 : 1)) continue;
        const left = node.x + (node.radius + away) * cos + ((cos - 1) / 2) * width;
        const top = node.y + (node.radius + away) * sin + ((sin - 1) / 2) * tall;
        if (left < 2 || top < 2 || left + width > area.width - 2 || top + tall > area.height - 2) continue;
        const box = { key: node.key, text, left, top, width, height: tall };
        if (boxes.some((other) => touches(box, other))) continue;
        const leader = leaderTo(box, node);
        const label: PlacedLabel = { ...box, leader };
        let cost = plain;
        for (const other of others) {
          const beside = rimDistance(box, other);
          if (beside >= NEAR) continue;
          cost += beside < CLEAR ? Number.POSITIVE_INFINITY : NEAR_COST * (NEAR - beside);
          if (cost >= least) break;
        }
        for (const other of others) {
          if (cost >= least) break;
          if (lineDistance(leader, other) < CLEAR)
            cost += mayCross && away <= LONGEST_CROSSING ? CROSSING_COST : Number.POSITIVE_INFINITY;
        }
        if (cost >= least) continue;
        if (alongLeader(label).some((dot) => boxes.some((other) => touches(dot, other)))) continue;
        least = cost;
        found = label;
      }
    }
  }
  return found;
}
