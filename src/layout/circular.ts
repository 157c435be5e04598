/** Nodes on a circle, the issues in one arc and the actors in the other, in the order given. */

import type { Coordinates, LayoutInput } from "./layout.ts";

/** Positions on a circle that leaves every node twice its diameter, starting at the top, clockwise. */
export function circle(input: LayoutInput): Coordinates {
  const count = input.size.length;
  const order = Array.from({ length: count }, (_, node) => node).sort(
    (a, b) => (input.group[a] as number) - (input.group[b] as number) || a - b,
  );
  const circumference = input.size.reduce((sum, size) => sum + Math.max(4 * size, 2 * input.labelHeight), 0);
  const radius = count > 1 ? Math.max(circumference / (2 * Math.PI), 100) : 0;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  order.forEach((node, place) => {
    const angle = Math.PI / 2 - (2 * Math.PI * place) / count;
    x[node] = radius * Math.cos(angle);
    y[node] = radius * Math.sin(angle);
  });
  return { x, y };
}
