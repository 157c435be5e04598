/** A matrix as the rows and columns of a grid: ordered, grouped, and cut where it is larger than can be drawn. Pure. */

import type { GridItem } from "../grid/grid-types.ts";
import { count, shortNumber } from "../words/numbers.ts";
import type { Matrix, MatrixNode } from "./cells.ts";
import { type Order, orderColumns, orderRows, underHeadings } from "./order.ts";
import { MATRIX_TEXTS as TEXTS } from "./texts.ts";

export interface Arrangement {
  readonly order: Order;
  /** Coalition of an actor, from 1, by node key. */
  readonly coalitionOf: ReadonlyMap<string, number>;
  /** Heading of an issue by node key; null = columns stand under none. */
  readonly headings: ReadonlyMap<string, string> | null;
  /** Rows and columns that are drawn at most: those with the most evidence. */
  readonly most: number;
  /** Columns are the rows. */
  readonly symmetric: boolean;
}

export interface Arranged {
  readonly rows: readonly GridItem[];
  readonly columns: readonly GridItem[];
  /** True when some rows or columns are not drawn. */
  readonly cut: boolean;
}

const best = (nodes: readonly MatrixNode[], most: number): readonly MatrixNode[] =>
  nodes.length <= most ? nodes : [...nodes].sort((a, b) => b.count - a.count).slice(0, most);

function itemOf(node: MatrixNode, unit: string, group: string | undefined): GridItem {
  const item = {
    key: node.key,
    label: node.shortLabel || node.label,
    full: node.label,
    spoken: `${node.label}, ${count(node.count, unit)}`,
    total: shortNumber(node.count),
  };
  return group === undefined ? item : { ...item, group };
}

export function arrange(
  matrix: Matrix,
  { order, coalitionOf, headings, most, symmetric }: Arrangement,
): Arranged {
  const unit = symmetric ? "issue" : "statement";
  const kept = { ...matrix, rows: best(matrix.rows, most), columns: best(matrix.columns, most) };
  const rows = orderRows(kept.rows, order, coalitionOf);
  const grouped = order === "coalition" && coalitionOf.size > 0;
  const members = new Map<number, number>();
  for (const { key } of rows) {
    const coalition = coalitionOf.get(key);
    if (coalition !== undefined) members.set(coalition, (members.get(coalition) ?? 0) + 1);
  }
  const groupOf = ({ key }: MatrixNode): string | undefined => {
    if (!grouped) return undefined;
    const coalition = coalitionOf.get(key);
    return coalition === undefined
      ? TEXTS.noCoalition
      : TEXTS.coalition(coalition, members.get(coalition) ?? 0);
  };
  const rowItems = rows.map((node) => itemOf(node, unit, groupOf(node)));
  const cut = kept.rows.length < matrix.rows.length || kept.columns.length < matrix.columns.length;
  if (symmetric) return { rows: rowItems, columns: rowItems, cut };
  const columns = orderColumns(kept, order, rows);
  if (!headings || headings.size === 0)
    return { rows: rowItems, columns: columns.map((node) => itemOf(node, unit, undefined)), cut };
  return {
    rows: rowItems,
    columns: underHeadings(columns, headings).map((node) =>
      itemOf(node, unit, headings.get(node.key) ?? TEXTS.noHeading),
    ),
    cut,
  };
}
