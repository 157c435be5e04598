/** Which statements of an index take a side, and where each would stand in a table of bits: one row per actor, one column per issue. */

import { type BitShape, bitWidth, wordOf } from "../../analysis/networks/bit-counter.ts";
import type { Adjacency } from "../../graph/adjacency.ts";
import * as flag from "../../graph/edge-flags.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import { byCodeUnit } from "../../model/id.ts";

/** Bits of the sides that an actor takes on an issue; both when it is reported on both. */
export const SUPPORTS = 1;
export const OPPOSES = 2;

/** Plane 0 = supports, plane 1 = opposes. */
export const PLANES = 2;
/** Words of a plane in a block. */
export const PLANE = 4;

/** Words that such a table has at most: 16 MB. */
const MOST_WORDS = 2 ** 22;

/** Rows and columns ascend by node number. */
export interface SideLayout {
  /** Node number of each row: of the actors who take a side in any statement. */
  readonly actors: Int32Array;
  /** By node number, the row of an actor; −1 = it has none. */
  readonly row: Int32Array;
  /** By row, its place among all by node key. */
  readonly rank: Int32Array;
  /** How many columns are issues. */
  readonly issues: number;
  /** Of the table: one row more than there are actors, for statements that take no side, and one column at least. */
  readonly shape: BitShape;
  /** By node number, the column of an issue; −1 = nobody takes a side on it. */
  readonly column: Int32Array;
  /** By statement number: `SUPPORTS`, `OPPOSES`, or 0 = it takes no side. */
  readonly side: Uint8Array;
  /** Null where it would be too large. */
  readonly table: SideTable | null;
}

/** The table that all statements make. */
export interface SideTable {
  /** By statement number, where its bit stands: 32 · word + bit; one that takes no side has its own in the row after the last. */
  readonly bit: Int32Array;
  /** All words of the table with the bits of all statements that take a side. */
  readonly all: Int32Array;
  /** By column, its node number, and its first and last statement that takes a side. */
  readonly columns: {
    readonly node: Int32Array;
    readonly first: Int32Array;
    readonly last: Int32Array;
  };
}

const { support, oppose } = flag.POLARITY_BIT;

const layouts = new WeakMap<Adjacency, SideLayout>();

/** Neutral stances and relations take no side. Made at the first call for a roll-up, O(nodes + statements), then kept with it. */
export function sideLayout(index: StatementIndex, adjacency: Adjacency): SideLayout {
  let layout = layouts.get(adjacency);
  if (!layout) {
    layout = layOut(index, adjacency);
    layouts.set(adjacency, layout);
  }
  return layout;
}

function layOut(
  { nodes, flags, statementCount }: StatementIndex,
  { from, to, merged }: Adjacency,
): SideLayout {
  const side = new Uint8Array(statementCount);
  const row = new Int32Array(nodes.length).fill(-1);
  const column = new Int32Array(nodes.length).fill(-1);
  for (let statement = 0; statement < statementCount; statement++) {
    const word = flags[statement] as number;
    if ((word & flag.STANCE) === 0 || (word & (support | oppose)) === 0 || merged[statement]) continue;
    side[statement] = (word & support) !== 0 ? SUPPORTS : OPPOSES;
    row[from[statement] as number] = 0;
    column[to[statement] as number] = 0;
  }
  const actors: number[] = [];
  let issues = 0;
  for (let node = 0; node < nodes.length; node++) {
    if (row[node] === 0) row[node] = actors.push(node) - 1;
    if (column[node] === 0) column[node] = issues++;
  }
  const rank = new Int32Array(actors.length);
  const byKey = [...actors].sort((a, b) => byCodeUnit(nodes[a] as string, nodes[b] as string));
  byKey.forEach((node, place) => {
    rank[row[node] as number] = place;
  });
  const shape = { rows: actors.length + 1, columns: Math.max(1, issues), planes: PLANES };
  const width = bitWidth(shape.columns, PLANES);
  const layout = { actors: Int32Array.from(actors), row, rank, issues, shape, column, side };
  return { ...layout, table: shape.rows * width <= MOST_WORDS ? tableOf(layout, width, from, to) : null };
}

function tableOf(
  { row, column, side, shape }: Omit<SideLayout, "table">,
  width: number,
  from: Int32Array,
  to: Int32Array,
): SideTable {
  const bit = new Int32Array(side.length).fill(32 * (shape.rows - 1) * width);
  const all = new Int32Array(shape.rows * width);
  const node = new Int32Array(shape.columns);
  const first = new Int32Array(shape.columns).fill(side.length);
  const last = new Int32Array(shape.columns).fill(-1);
  for (let statement = 0; statement < side.length; statement++) {
    const own = side[statement] as number;
    if (own === 0) continue;
    const issue = column[to[statement] as number] as number;
    const plane = own === SUPPORTS ? 0 : PLANE;
    const word = (row[from[statement] as number] as number) * width + wordOf(issue, PLANES) + plane;
    bit[statement] = 32 * word + (issue & 31);
    all[word] = (all[word] as number) | (1 << issue);
    node[issue] = to[statement] as number;
    if (statement < (first[issue] as number)) first[issue] = statement;
    last[issue] = statement;
  }
  return { bit, all, columns: { node, first, last } };
}
