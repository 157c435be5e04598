/** Actors in a column on the left, issues in one on the right, names outside; ordered for few crossings. */

import { type Facing, fewCrossings, type Orders } from "./crossings.ts";
import { type LayoutInput, type Placement, type Room, USUAL_ROOM } from "./layout.ts";

/** Lanes into which a long column is folded at most. */
const MOST_LANES = 4;
/** Names are shortened to this share of the room, within these widths in pixels. */
const NAME_SHARE = 0.2;
const LEAST_NAME = 112;
const WIDEST_NAME = 190;
/** Room between a node and its name, and between lanes. */
const GAP = 10;
/** Discs grow more slowly than distances when the picture is reduced, so they stand further apart than they are wide. */
const LOOSE = 1.45;
/** Least step downwards from one node to the next, in whichever lane. */
const STEP = 5;
/** Share of a line's height that is enough between two names in a column. */
const CLOSE = 0.87;
const HEADING = 34;
/** Least distance of the columns, as a share of the room and in pixels at most. */
const MIDDLE_SHARE = 0.36;
const LEAST_MIDDLE = 180;

/** A column with its nodes from the top; `y` downwards from 0. */
interface Column {
  readonly nodes: readonly number[];
  readonly y: readonly number[];
  readonly lanes: number;
  readonly height: number;
}

/**
 * The fewest lanes at which names stay readable when all is shown in the room. Nodes stand in the order of their column from the
 * top, dealt to the lanes in turn. With one kind of node there is one column. O(rounds · edges · log nodes).
 */
export function twoColumns(input: LayoutInput): Placement {
  const count = input.size.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const room = input.room ?? USUAL_ROOM;
  const sides = [0, 1].map((group) =>
    Array.from({ length: count }, (_, node) => node).filter((node) => input.group[node] === group),
  ) as [number[], number[]];
  const orders = ordered(input, sides);
  const columns = [orders.left, orders.right].map((nodes) => fold(input, nodes, room)) as [Column, Column];
  const height = Math.max(columns[0].height, columns[1].height);
  const scale = Math.min(1, room.height / Math.max(1, height + HEADING));
  const name = Math.min(
    WIDEST_NAME,
    Math.max(LEAST_NAME, NAME_SHARE * room.width),
    input.labelWidth.reduce((most, width) => Math.max(most, width), 0),
  );
  const disc = input.size.reduce((most, size) => Math.max(most, size), 0);
  const lane = (name + GAP) / scale + 2 * disc + GAP;
  const lanes = columns.map((column) => (column.nodes.length === 0 ? 0 : (column.lanes - 1) * lane));
  const free = room.width / scale - (2 * (name + GAP)) / scale - (lanes[0] ?? 0) - (lanes[1] ?? 0);
  const least = Math.min(LEAST_MIDDLE, MIDDLE_SHARE * room.width);
  const middle = Math.max(least / scale, Math.min(free, 2.2 * height + least));
  columns.forEach((column, side) => {
    const top = (height - column.height) / 2;
    column.nodes.forEach((node, place) => {
      const outwards = middle / 2 + lane * (column.lanes - 1 - (place % column.lanes));
      x[node] = side === 0 ? -outwards : outwards;
      y[node] = height / 2 - top - (column.y[place] as number);
    });
  });
  return {
    x,
    y,
    guides: {
      lines: [],
      texts: columns.flatMap((column, side) =>
        column.nodes.length === 0
          ? []
          : {
              text: `${side === 0 ? "Actors" : "Issues"} (${column.nodes.length})`,
              x: (side === 0 ? -1 : 1) * (middle / 2 + (lanes[side] ?? 0) / 2),
              y: height / 2 + HEADING,
              anchor: "middle" as const,
              grows: "up" as const,
              room: Math.max(lane, middle / 2),
              strong: true,
            },
      ),
      notes: [],
      aside: [],
      labels: "outwards",
      margin: count === 0 ? 0 : Math.ceil(name + GAP),
    },
  };
}

/** Both columns in order, as node numbers. */
function ordered(input: LayoutInput, [lefts, rights]: readonly [number[], number[]]): Orders {
  const place = new Int32Array(input.size.length);
  for (const side of [lefts, rights])
    side.forEach((node, at) => {
      place[node] = at;
    });
  const left: number[] = [];
  const right: number[] = [];
  input.from.forEach((from, edge) => {
    const to = input.to[edge] as number;
    if (input.group[from] === input.group[to]) return;
    const [actor, issue] = input.group[from] === 0 ? [from, to] : [to, from];
    left.push(place[actor] as number);
    right.push(place[issue] as number);
  });
  const facing: Facing = { lefts: lefts.length, rights: rights.length, left, right };
  const best = fewCrossings(facing);
  return {
    left: best.left.map((at) => lefts[at] as number),
    right: best.right.map((at) => rights[at] as number),
  };
}

/** The column in as few lanes as leave each name its line. */
function fold(input: LayoutInput, nodes: readonly number[], room: Room): Column {
  let column = stack(input, nodes, 1);
  for (let lanes = 2; lanes <= MOST_LANES && !isReadable(column, input, room); lanes++)
    column = stack(input, nodes, lanes);
  return column;
}

/** Whether names in a lane do not touch when the column's height is that of the room: lines of a column may be close. */
const isReadable = ({ nodes, lanes, height }: Column, input: LayoutInput, room: Room): boolean => {
  const rows = Math.ceil(nodes.length / lanes);
  const scale = Math.min(1, room.height / Math.max(1, height));
  return rows < 2 || (scale * height) / (rows - 1) >= CLOSE * input.labelHeight;
};

function stack(input: LayoutInput, nodes: readonly number[], lanes: number): Column {
  const y: number[] = [];
  nodes.forEach((node, place) => {
    const above = nodes[place - lanes];
    const size = input.size[node] as number;
    const own =
      above === undefined
        ? 0
        : (y[place - lanes] as number) +
          Math.max(input.labelHeight + 3, LOOSE * (size + (input.size[above] as number)) + 2);
    y.push(place === 0 ? 0 : Math.max(own, (y[place - 1] as number) + STEP));
  });
  return { nodes, y, lanes, height: y.at(-1) ?? 0 };
}
