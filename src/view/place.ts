/** Gives the nodes of a picture their places: by the view's layout, with what that layout orders them by. */

import type { Adjacency } from "../graph/adjacency.ts";
import { CONDITIONAL, POLARITY_BIT, STANCE, UNDATED } from "../graph/edge-flags.ts";
import type { StatementIndex } from "../graph/statement-index.ts";
import { type NamedLayout, parseLayout } from "../layout/catalogue.ts";
import { keyedGuides } from "../layout/keyed.ts";
import { LAYOUT_RUNS } from "../layout/registry.ts";
import { FIRST_DAY, LAST_DAY, NO_DAY } from "../model/date.ts";
import type { GraphNode } from "../model/graph.ts";
import type { Guides } from "../model/guides.ts";
import { issueKey } from "../model/id.ts";
import { DEFAULT_VIEW } from "../model/view.ts";
import { LABEL_HEIGHT, labelRoom } from "./appearance.ts";
import type { DraftEdge } from "./projections/projection.ts";

/** What a layout needs to know of an edge. */
export type Tie = Pick<DraftEdge, "from" | "to" | "count">;

/** What is to be placed: the nodes with their numbers in the index, the edges among them, and the statements shown. */
export interface Placeable {
  readonly nodes: readonly GraphNode[];
  readonly numbers: readonly number[];
  readonly ties: readonly Tie[];
  readonly statements: Int32Array;
}

type Valued = (index: StatementIndex, adjacency: Adjacency, statements: Int32Array, issue: number) => Values;
/** By node number; a node without a value is absent. */
type Values = ReadonlyMap<number, number>;

const ORDERS: Readonly<Record<"stance" | "day", Valued>> = { stance: meanPositions, day: firstDays };

/**
 * Sets the coordinates of the nodes, rounded so that they are the same text everywhere. The layout's issue must be an id.
 * @param onProgress hears the share of the work that is done, 0 … 1
 * @returns the layout's guides, if it has any
 */
export function placeNodes(
  index: StatementIndex,
  adjacency: Adjacency,
  layout: string,
  { nodes, numbers, ties, statements }: Placeable,
  onProgress: (share: number) => void = () => {},
): Guides | undefined {
  const { entry, issue } = parseLayout(layout) ?? (parseLayout(DEFAULT_VIEW.layout) as NamedLayout);
  const placeOf = new Map(numbers.map((number, at) => [number, at]));
  const focus = index.nodeByKey.get(issueKey(issue)) ?? -1;
  const values = entry.orders ? ORDERS[entry.orders](index, adjacency, statements, focus) : null;
  const value = values && Float64Array.from(numbers, (number) => values.get(number) ?? Number.NaN);
  const { x, y, guides } = LAYOUT_RUNS[entry.id]({
    size: Float64Array.from(nodes, ({ attributes }) => attributes.size),
    labelWidth: Float64Array.from(nodes, ({ attributes }) => labelRoom(attributes.short_label)),
    labelHeight: LABEL_HEIGHT,
    from: Int32Array.from(ties, ({ from }) => placeOf.get(from) as number),
    to: Int32Array.from(ties, ({ to }) => placeOf.get(to) as number),
    weight: Float64Array.from(ties, ({ count }) => count),
    group: Uint8Array.from(nodes, ({ attributes }) => (attributes.node_type === "issue" ? 1 : 0)),
    onProgress,
    ...(value ? { value } : {}),
    ...(entry.needsIssue
      ? {
          focus: {
            node: placeOf.get(focus) ?? -1,
            label: index.dataset.issueById.get(issue)?.label ?? issue,
          },
        }
      : {}),
  });
  nodes.forEach(({ attributes }, at) => {
    attributes.x = rounded(x[at] as number);
    attributes.y = rounded(y[at] as number);
  });
  const keys = nodes.map(({ key }) => key);
  return guides && keyedGuides(guides, keys, value);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * The mean position of each holder on one issue, from −1 (opposes) to 1 (supports): a statement without a side counts 0, one with a
 * condition half. Statements on sub-issues are not on the issue itself.
 */
function meanPositions(
  index: StatementIndex,
  adjacency: Adjacency,
  statements: Int32Array,
  issue: number,
): Values {
  const sum = new Map<number, { total: number; count: number }>();
  for (const number of statements) {
    const word = index.flags[number] as number;
    if ((word & STANCE) === 0 || adjacency.to[number] !== issue) continue;
    const sign = (word & POLARITY_BIT.support) !== 0 ? 1 : (word & POLARITY_BIT.oppose) !== 0 ? -1 : 0;
    const holder = adjacency.from[number] as number;
    const entry = sum.get(holder) ?? { total: 0, count: 0 };
    entry.total += (word & CONDITIONAL) !== 0 ? sign / 2 : sign;
    entry.count += 1;
    sum.set(holder, entry);
  }
  return new Map(Array.from(sum, ([node, { total, count }]) => [node, total / count]));
}

/** The first day on which each node has a statement, at either end; where only the last day of a statement is known, that one. */
function firstDays(index: StatementIndex, adjacency: Adjacency, statements: Int32Array): Values {
  const first = new Map<number, number>();
  for (const number of statements) {
    if (((index.flags[number] as number) & UNDATED) !== 0) continue;
    const day = [index.firstDay[number] as number, index.lastDay[number] as number].find(
      (one) => one !== FIRST_DAY && one !== LAST_DAY && one !== NO_DAY,
    );
    if (day === undefined) continue;
    for (const node of [adjacency.from[number] as number, adjacency.to[number] as number])
      first.set(node, Math.min(first.get(node) ?? Number.POSITIVE_INFINITY, day));
  }
  return first;
}
