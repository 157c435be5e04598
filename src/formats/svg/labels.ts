/** The label pass of the map and of the SVG export: which labels are drawn and where, so that none covers another or another node's centre. Pure; y is downwards. */

import { LEAD, LEAST_LEAD } from "./belonging.ts";
import { Centres } from "./centres.ts";
import { alongLeader, placeAside } from "./leaders.ts";
import { type LabelNode, type LabelPoint, NO, Occupied, type PlacedLabel } from "./occupied.ts";
import { boxesOf, placeOutward } from "./radial.ts";

export interface Area {
  readonly width: number;
  readonly height: number;
}

/** Room between a node and its label, in pixels; a greater one is tried when nothing nearer is free, and costs. */
const DISTANCES = [2, 10, 20, 32] as const;
const NEAR = DISTANCES.slice(0, 2);
const DISTANCE_COST = 0.6;
/** The nodes that a name in the centre of attention keeps clear of when nothing else is left. */
const NOBODY: ReadonlySet<string> = new Set();
/** Places around a node at each distance. */
const AROUND = 12;
/** So many of the most important stand aside with a line to their nodes, rather than be left out. */
const FIRST = 15;
/** So many of the most important may stand further from their nodes than the rest, rather than be left out. */
export const REMOTE_LABELS = 18;
/** So often these are placed anew, in another order, while some of them are missing. */
const ROUNDS = 4;
/** Above this number of nodes in sight there may be no gap between them as large as a name. */
const CROWD = 300;
/** Below these square pixels of the map per node neither: a name further off would seem to be nobody's. */
const CLOSE = 1700;

/** Places around a node, best first: below (unless its lines come from there), above, right, left, then the corners; and again a little further out. */
function* places(
  node: LabelNode,
  width: number,
  height: number,
  distances: readonly number[],
): Generator<readonly [left: number, top: number]> {
  for (const away of distances) {
    const r = node.radius + away;
    if (node.side) {
      yield [node.side === "left" ? node.x - r - 2 - width : node.x + r + 2, node.y - height / 2];
      continue;
    }
    const side = node.radius * 0.7 + away;
    const below = [node.x - width / 2, node.y + r] as const;
    if (!node.above) yield below;
    yield [node.x - width / 2, node.y - r - height];
    yield [node.x + r + 2, node.y - height / 2];
    yield [node.x - r - 2 - width, node.y - height / 2];
    if (node.above) yield below;
    yield [node.x + side, node.y + side - height / 4];
    yield [node.x - side - width, node.y + side - height / 4];
    yield [node.x + side, node.y - side - height * 0.75];
    yield [node.x - side - width, node.y - side - height * 0.75];
    // Along the upper and the lower rim, most of the name to one side.
    for (const share of [0.25, 0.75]) {
      yield [node.x - width * share, node.y + r];
      yield [node.x - width * share, node.y - r - height];
    }
  }
}

/**
 * Places labels greedily in the order given (most important first). `all` are the nodes whose centres stay free; a label
 * that finds no place where it cannot be taken for another node's is tried in its shorter forms and left out at last. The
 * first `remote` ones may stand further off, or nearer to others, and in a crowd, rather than be left out, cover nodes that
 * are not among these; where nodes stand close they do so without standing further off. `measure` gives the width of one line
 * in pixels, `height` is a line's; names of a ring run outwards from it; boxes that are `taken` stay uncovered. O(labels × forms × places).
 */
export function placeLabels(
  wanted: readonly LabelNode[],
  all: readonly LabelPoint[],
  measure: (text: string) => number,
  height: number,
  area: Area,
  remote: number,
  taken: readonly PlacedLabel[] = [],
): readonly PlacedLabel[] {
  const occupied = new Occupied();
  const margin = 200;
  const near = all.filter(
    ({ x, y }) => x > -margin && y > -margin && x < area.width + margin && y < area.height + margin,
  );
  const crowded = near.length > CROWD;
  const close = !crowded && near.length * CLOSE > area.width * area.height;
  const standing = near.filter(({ faint }) => faint !== true);
  // In a crowd there is no place that keeps clear of what has stepped back, so none is looked for.
  for (const point of crowded ? standing : near) occupied.addPoint(point);
  const around = wanted.filter(({ outward }) => outward !== undefined);
  const turned = placeOutward(around, standing, taken, measure, height, area);
  const fixed = [...taken, ...turned.flatMap(boxesOf)];
  for (const box of fixed) occupied.addBox(box);
  const named = new Set(turned.map(({ key }) => key));
  const kept = new Set(wanted.slice(0, remote).map(({ key }) => key));
  const centres = new Centres(standing, area);
  const keptCentres =
    crowded || close
      ? new Centres(
          standing.filter(({ key }) => kept.has(key)),
          area,
        )
      : centres;
  const centresFor = (over: ReadonlySet<string> | null) =>
    over === NOBODY ? null : over ? keptCentres : centres;
  const best = (
    node: LabelNode,
    text: string,
    far: boolean,
    lead: number,
    over: ReadonlySet<string> | null,
  ) => {
    const lines = text.split("\n");
    const { scale = 1, wider = 1 } = node;
    const width = wider * scale * Math.max(...lines.map(measure));
    const tall = scale * height * lines.length;
    let found: PlacedLabel | null = null;
    let least = NO;
    let tried = 0;
    for (const [left, top] of places(node, width, tall, far ? DISTANCES : NEAR)) {
      const away = DISTANCE_COST * Math.floor(tried++ / AROUND);
      if (away >= least) break;
      const inside = left >= 2 && top >= 2 && left + width <= area.width - 2 && top + tall <= area.height - 2;
      if (!inside || centresFor(over)?.surelyIn(left, top, width, tall)) continue;
      const box = { key: node.key, text, left, top, width, height: tall };
      const cost = away + occupied.cost(box, node, lead, over);
      if (cost < least) {
        least = cost;
        found = box;
        if (cost === away) break;
      }
    }
    return found;
  };
  const placed: PlacedLabel[] = [];
  const lines: PlacedLabel[] = [];
  const add = (box: PlacedLabel): void => {
    placed.push(box);
    occupied.addBox(box);
    for (const part of alongLeader(box)) {
      lines.push(part);
      occupied.addBox(part);
    }
  };
  const beside = (node: LabelNode, important: boolean): PlacedLabel | null => {
    const forms = [node.text, ...(node.shorter ?? [])];
    let box: PlacedLabel | null = null;
    for (const form of forms) box ??= best(node, form, important && !close, LEAD, null);
    if (important) for (const form of forms) box ??= best(node, form, false, LEAST_LEAD, null);
    if (important && (crowded || close))
      for (const form of forms.toReversed()) box ??= best(node, form, crowded, LEAST_LEAD, kept);
    if (node.must) for (const form of forms) box ??= best(node, form, false, LEAST_LEAD, NOBODY);
    return box;
  };
  const seen = wanted
    .map((node, number) => ({ node, important: number < remote }))
    // Of a ring, only what must be named is named within it.
    .filter(({ node: { key, outward, must } }) => !named.has(key) && (outward === undefined || must === true))
    .filter(({ node: { x, y } }) => x >= 0 && y >= 0 && x <= area.width && y <= area.height);
  const count = remote === 0 || crowded ? 0 : FIRST + wanted.filter(({ must }) => must).length;
  const placeFirst = (order: typeof seen, mayCross: boolean): typeof seen => {
    for (const box of [...placed.splice(0), ...lines.splice(0)]) occupied.removeBox(box);
    const without = order.filter(({ node, important }) => {
      const box = beside(node, important);
      if (box) add(box);
      return !box;
    });
    return without.filter(({ node }) => {
      const box = placeAside(node, near, [...fixed, ...placed, ...lines], measure, height, area, mayCross);
      if (box) add(box);
      return !box;
    });
  };
  let order = seen.slice(0, count);
  let bestOrder = order;
  let fewest = order.length + 1;
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    const missing = placeFirst(order, false);
    if (missing.length < fewest) {
      fewest = missing.length;
      bestOrder = order;
    }
    // Those that found nothing choose first; when they did so already, no other order helps.
    const next = [...missing, ...order.filter((one) => !missing.includes(one))];
    if (next.every((one, at) => one === order[at])) break;
    order = next;
  }
  if (fewest > 0) placeFirst(bestOrder, true);
  for (const { node, important } of seen.slice(count)) {
    const box = beside(node, important);
    if (box) add(box);
  }
  return [...turned, ...placed];
}
