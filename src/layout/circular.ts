/** Nodes on a circle, the issues in one arc and the actors in the other, in the order given. */

import type { Coordinates, LayoutInput, Placement } from "./layout.ts";

/** Issues are drawn wider than high, and so are some actors: on average they are so much wider than these. */
const ISSUE_WIDTH = 1.05;
/** Room along the circle for the line of a name, beside the node's own, as a share of its height. */
const NAME = 0.6;
/** Pixels to keep free for names around the circle. */
const MARGIN = 120;
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
 * The layout *Circle*: as `circle`, each node with an arc for its width and the line of its name, so that large neighbours do not
 * cover each other where the picture is reduced and discs shrink less than distances, and names find room outwards.
 */
export function circular(input: LayoutInput): Placement {
  const count = input.size.length;
  const width = (node: number): number =>
    (input.size[node] as number) * (input.group[node] === 1 ? ISSUE_WIDTH : 1) + NAME * input.labelHeight;
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
  if (radius === 0) return { x, y };
  const ring = { x: radius, y: radius, beside: MARGIN, above: MARGIN };
  return {
    x,
    y,
    guides: { lines: [], texts: [], notes: [], aside: [], labels: "around", margin: MARGIN, ring },
  };
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
