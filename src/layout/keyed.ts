/** Guides as a picture carries them: keys in place of numbers, coordinates rounded so that they are the same text everywhere. */

import type { Guides } from "../model/guides.ts";
import type { LayoutGuides } from "./layout.ts";

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * @param keys of the nodes, in order
 * @param value what the nodes were ordered by, NaN = none; null for a layout that goes by no values
 */
export function keyedGuides(
  guides: LayoutGuides,
  keys: readonly string[],
  value: Float64Array | null,
): Guides {
  return {
    ...guides,
    lines: guides.lines.map(({ from, to, strong }) => ({
      from: [rounded(from[0]), rounded(from[1])],
      to: [rounded(to[0]), rounded(to[1])],
      strong,
    })),
    texts: guides.texts.map((text) => ({
      ...text,
      x: rounded(text.x),
      y: rounded(text.y),
      room: rounded(text.room),
    })),
    ...(guides.ring
      ? { ring: { ...guides.ring, x: rounded(guides.ring.x), y: rounded(guides.ring.y) } }
      : {}),
    aside: guides.aside.map((node) => keys[node] ?? ""),
    ...(value
      ? { values: Array.from(value, (one) => (Number.isNaN(one) ? null : Math.round(one * 1e4) / 1e4)) }
      : {}),
  };
}
