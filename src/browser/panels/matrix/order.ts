/** Orders of the rows and columns of a matrix: by name, by evidence, or so that what belongs together stands together. Pure. */

import type { IssueRecord } from "../../../model/api.ts";
import type { Matrix, MatrixNode } from "./cells.ts";

export const ORDERS = ["coalition", "evidence", "name"] as const;
export type Order = (typeof ORDERS)[number];

const byName = (a: MatrixNode, b: MatrixNode): number =>
  a.label.localeCompare(b.label, "en", { numeric: true }) || (a.key < b.key ? -1 : 1);
const byEvidence = (a: MatrixNode, b: MatrixNode): number => b.count - a.count || byName(a, b);

/** Nodes of a coalition next to each other, coalitions in their order, those in none last; within, by evidence. */
export function orderRows(
  rows: readonly MatrixNode[],
  order: Order,
  coalitionOf: ReadonlyMap<string, number>,
): readonly MatrixNode[] {
  if (order === "name") return [...rows].sort(byName);
  if (order === "evidence") return [...rows].sort(byEvidence);
  const place = ({ key }: MatrixNode) => coalitionOf.get(key) ?? Number.POSITIVE_INFINITY;
  // Two infinities have no difference.
  return [...rows].sort((a, b) => (place(a) === place(b) ? byEvidence(a, b) : place(a) < place(b) ? -1 : 1));
}

/**
 * Where a column's evidence lies among the ordered rows: the mean of the rows' places, weighted by statements (the barycentre of
 * Sugiyama, Tagawa & Toda 1981, and of seriation by reciprocal averaging).
 */
export function barycentres(matrix: Matrix, rows: readonly MatrixNode[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { weight: number; moment: number }>();
  rows.forEach(({ key }, at) => {
    for (const { column, count } of matrix.cells.get(key)?.values() ?? []) {
      const sum = sums.get(column) ?? { weight: 0, moment: 0 };
      sums.set(column, { weight: sum.weight + count, moment: sum.moment + count * at });
    }
  });
  return new Map([...sums].map(([key, { weight, moment }]) => [key, moment / weight]));
}

/** Columns in the order asked for; by coalition they follow the rows, so that blocks form along the diagonal. */
export function orderColumns(
  matrix: Matrix,
  order: Order,
  rows: readonly MatrixNode[],
): readonly MatrixNode[] {
  if (order === "name") return [...matrix.columns].sort(byName);
  if (order === "evidence") return [...matrix.columns].sort(byEvidence);
  const centre = barycentres(matrix, rows);
  return [...matrix.columns].sort(
    (a, b) => (centre.get(a.key) ?? 0) - (centre.get(b.key) ?? 0) || byEvidence(a, b),
  );
}

/** The heading that each issue stands under, by node key: its topmost ancestor where that is a container. */
export function headingsOf(
  issues: readonly Pick<IssueRecord, "key" | "id" | "label" | "shortLabel" | "parent" | "container">[],
): ReadonlyMap<string, string> {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const headings = new Map<string, string>();
  for (const issue of issues) {
    let top = issue;
    const seen = new Set([top.id]);
    while (top.parent) {
      const parent = byId.get(top.parent.id);
      if (!parent || seen.has(parent.id)) break;
      seen.add(parent.id);
      top = parent;
    }
    if (top.container) headings.set(issue.key, top.shortLabel || top.label);
  }
  return headings;
}

/** The same columns with those of one heading together: headings by where their first column stands, the rest last. */
export function underHeadings(
  columns: readonly MatrixNode[],
  headings: ReadonlyMap<string, string>,
): readonly MatrixNode[] {
  const groups = new Map<string | undefined, MatrixNode[]>();
  for (const column of columns) {
    const heading = headings.get(column.key);
    const group = groups.get(heading);
    if (group) group.push(column);
    else groups.set(heading, [column]);
  }
  const rest = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [...[...groups.values()].flat(), ...rest];
}
