/** Nodes on a circle, the issues in one arc and the actors in the other, in the order given. */

import type { Coordinates, LayoutInput } from "./layout.ts";

/** Issues are drawn wider than high, and so are some actors: on average they are so much wider than these. */
const ISSUE_WIDTH = 1.05;
/** Discs shrink less than distances where a picture is reduced; some actors are drawn wider than high too. */
const LOOSE = 1.3;

const inArcs = ({ size, group }: LayoutInput): readonly number[] =>
  Array.from({ length: size.length }, (_, node) => node).sort(
    (a, b) => (group[a] as number) - (group[b] as number) || a - b,
  );

function radiusFor({ size, labelHeight }: LayoutInput): number {
  const circumference = size.reduce((sum, one) => sum + Math.max(4 * one, 2 * labelHeight), 0);
  return size.length > 1 ? Math.max(circumference / (2 * Math.PI), 100) : 0;
}

/**
 * The layout *Circle*: as `circle`, each node with an arc as long as it is wide, so that large neighbours do not cover each other
 * where the picture is reduced and discs shrink less than distances.
 */
export function circular(input: LayoutInput): Coordinates {
  const count = input.size.length;
  const width = (node: number): number =>
    (input.size[node] as number) * (input.group[node] === 1 ? ISSUE_WIDTH : 1);
  const order = inArcs(input);
  const all = order.reduce((sum, node) => sum + width(node), 0);
  const radius = LOOSE * radiusFor(input);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let before = 0;
  for (const node of order) {
    // The first node's middle stands at the top.
    const middle = before + width(node) / 2 - width(order[0] as number) / 2;
    const angle = Math.PI / 2 - (all > 0 ? (2 * Math.PI * middle) / all : 0);
    x[node] = radius * Math.cos(angle);
    y[node] = radius * Math.sin(angle);
    before += width(node);
  }
  return { x, y };
}

/** Positions on a circle that leaves every node twice its diameter, starting at the top, clockwise. */
export function circle(input: LayoutInput): Coordinates {
  const count = input.size.length;
  const order = inArcs(input);
  const radius = radiusFor(input);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  order.forEach((node, place) => {
    const angle = Math.PI / 2 - (2 * Math.PI * place) / count;
    x[node] = radius * Math.cos(angle);
    y[node] = radius * Math.sin(angle);
  });
  return { x, y };
}
