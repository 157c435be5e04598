/** From values to colours and radii. Pure. */

import type { EdgeAttributes } from "../../model/graph.ts";
import type { Theme } from "../../model/view.ts";
import { CATEGORY_COLORS, OTHER_COLORS, PALETTES, SEQUENTIAL_COLORS } from "../../view/appearance.ts";

/** A category with its colour and its members (node keys), the most numerous first. */
export interface Category {
  readonly value: string;
  readonly color: string;
  readonly keys: readonly string[];
  /** Values that are put together here because there are no more colours; 0 for a category of its own. */
  readonly others: number;
}

/**
 * Colours for texts, one each for the first eight values of an order. A ninth that is there keeps its name in the colour of the rest,
 * more are put together. A value keeps the colour of its place in the order whether or not those before it are there.
 * @param values by node key; an empty text is none
 * @param order what is not in it comes after it, by number (ties by text)
 */
export function categories(
  values: ReadonlyMap<string, string>,
  theme: Theme,
  order: readonly string[] = [],
): readonly Category[] {
  const members = new Map<string, string[]>();
  for (const [key, value] of values) {
    if (value === "") continue;
    const known = members.get(value);
    if (known) known.push(key);
    else members.set(value, [key]);
  }
  const place = new Map(order.map((value, at) => [value, at]));
  let further = place.size;
  const placeOf = (value: string): number => place.get(value) ?? place.size;
  const sorted = [...members].sort(
    ([a, of], [b, to]) => placeOf(a) - placeOf(b) || to.length - of.length || (a < b ? -1 : 1),
  );
  const colors = CATEGORY_COLORS[theme];
  const own: Category[] = [];
  const rest: (typeof sorted)[number][] = [];
  for (const entry of sorted) {
    const [value, keys] = entry;
    const color = colors[place.get(value) ?? further++];
    if (color === undefined) rest.push(entry);
    else own.push({ value, keys, color, others: 0 });
  }
  if (rest.length === 0) return own;
  const [first] = rest;
  const color = PALETTES[theme].dimText;
  return [
    ...own,
    rest.length === 1 && first
      ? { value: first[0], keys: first[1], color, others: 0 }
      : { value: "", keys: rest.flatMap(([, keys]) => keys), color, others: rest.length },
  ];
}

/** The colour of what has no value. */
export const missingColor = (theme: Theme): string => OTHER_COLORS[theme];

const channelsOf = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** The colour at `share` (0..1) of the way from one to the other, in linear light. */
export function mixed(from: string, to: string, share: number): string {
  const [a, b] = [channelsOf(from), channelsOf(to)];
  return `#${a
    .map((value, at) => {
      const light = (1 - share) * value ** 2.2 + share * (b[at] as number) ** 2.2;
      return Math.round(light ** (1 / 2.2))
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;
}

/** A colour for a share of 0..1. */
export type Ramp = (share: number) => string;

/** From the least to the greatest. */
export const sequential =
  (theme: Theme): Ramp =>
  (share) =>
    mixed(...SEQUENTIAL_COLORS[theme], share);

/** From opposition over grey to support, in the colours of these. */
export const diverging = (theme: Theme): Ramp => {
  const { oppose, support } = PALETTES[theme].polarity;
  const middle = OTHER_COLORS[theme];
  return (share) => (share < 0.5 ? mixed(oppose, middle, share * 2) : mixed(middle, support, share * 2 - 1));
};

/** Where a number stands between the least and the greatest, 0..1; by the square root, because measures of networks are skewed. */
export const shareOf = (value: number, least: number, greatest: number): number =>
  greatest > least ? Math.sqrt((value - least) / (greatest - least)) : 1;

/** Radii in pixels of the least and the greatest value, and of nodes that are all alike. */
export const SMALLEST = 5;
export const LARGEST = 22;
export const ALIKE = 8;
export const radiusOf = (share: number): number => SMALLEST + (LARGEST - SMALLEST) * share;

/** Width in pixels of a line: by its statements as the server has it, by confidence, or always the same. Structure stays thin. */
export function lineWidth(
  { kind, size, confidence = 1 }: Pick<EdgeAttributes, "kind" | "size" | "confidence">,
  by: "statements" | "confidence" | "uniform",
): number {
  if (by === "statements" || kind === "structure") return size;
  // Most codings are rather sure: the cube tells them apart.
  return by === "uniform" ? 1.8 : 0.8 + 2.6 * confidence ** 3;
}
