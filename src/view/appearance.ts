/** How things look: colours, shapes, sizes and line styles, one table for the page, SVG and every export. */

import type { Theme } from "../model/view.ts";
import type { Polarity } from "../model/vocabulary.ts";

/** Abstract outlines; a format that knows fewer takes its nearest. */
export const SHAPES = [
  "circle",
  "double-circle",
  "square",
  "diamond",
  "pentagon",
  "hexagon",
  "octagon",
  "triangle-down",
  "triangle",
  "ellipse",
  "rounded",
] as const;
export type Shape = (typeof SHAPES)[number];

const known = new Set<string>(SHAPES);

/** The outline of an actor's kind; one that is not known is drawn as a circle. */
export const shapeOf = (word: string): Shape => (known.has(word) ? (word as Shape) : "circle");
export const ISSUE_SHAPE: Shape = "rounded";

/** Outlines for kinds whose file says none, in this order; the issues' is not among them. */
const KIND_SHAPES = [
  "circle",
  "square",
  "diamond",
  "pentagon",
  "triangle-down",
  "hexagon",
  "double-circle",
  "ellipse",
  "octagon",
  "triangle",
] as const satisfies readonly Shape[];

/** Outlines of the kinds of a file, in their order: those it says, and for the rest ones that no other kind has as long as there are some. */
export function kindShapes(said: readonly string[]): readonly string[] {
  const taken = new Set(said);
  const free = KIND_SHAPES.filter((shape) => !taken.has(shape));
  const order = free.length > 0 ? free : KIND_SHAPES;
  let next = 0;
  return said.map((shape) => (shape === "" ? (order[next++ % order.length] as Shape) : shape));
}

export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly dimText: string;
  readonly actor: string;
  readonly issue: string;
  readonly structure: string;
  readonly polarity: Readonly<Record<Polarity, string>>;
  /** The same, mixed halfway into the background: edges of forecasts and allegations only. */
  readonly tentative: Readonly<Record<Polarity, string>>;
}

/**
 * Blue, orange and purple of Okabe & Ito (2008, "Color universal design"), told apart with every common colour vision,
 * darkened or lightened until each has a contrast of 3:1 or more with its background.
 */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    background: "#ffffff",
    text: "#1c2430",
    dimText: "#56606e",
    actor: "#41566f",
    issue: "#a08648",
    structure: "#8b94a1",
    polarity: { support: "#0b6fb3", oppose: "#bd5700", neutral: "#7d5ba6" },
    tentative: { support: "#85b7d9", oppose: "#e0ac80", neutral: "#beadd2" },
  },
  dark: {
    background: "#14181f",
    text: "#e8ecf2",
    dimText: "#a5afbd",
    actor: "#9fb4cc",
    issue: "#c9ad6a",
    structure: "#6d7784",
    polarity: { support: "#5bb0ee", oppose: "#f0963c", neutral: "#b794e4" },
    tentative: { support: "#386487", oppose: "#82572e", neutral: "#665682" },
  },
};

/** Radius in pixels: the area grows with the number of statements, up to 22 px. */
export const nodeSize = (statements: number): number => Math.min(22, 5 + 1.9 * Math.sqrt(statements));

/** Line width in pixels: grows with the logarithm of the count, up to 7 px. */
export const edgeSize = (count: number): number => Math.min(7, 1.2 + 1.1 * Math.log2(count));

/** Width of a tie that stands at `share` (0..1) of the way from the weakest to the strongest drawn, where all are strong. */
export const tieSize = (share: number): number => 0.6 + 2.6 * share ** 2;

/** Room a label of 12 px takes, by a mean glyph width of 6.6 px. */
export const labelRoom = (label: string): number => Math.ceil(label.length * 6.6);
export const LABEL_HEIGHT = 15;

/**
 * Colours of categories, at most eight, in an order that keeps neighbours apart. Found by search: every two differ by 0.095 or more in
 * OKLab to every common colour vision (dichromacy after Machado, Oliveira & Fernandes 2009), each has a contrast of 3:1 or more
 * with its background, and none is a plain red or green.
 */
export const CATEGORY_COLORS: Readonly<Record<Theme, readonly string[]>> = {
  light: ["#2c3ea8", "#99955a", "#870c62", "#32a0c5", "#ae4e1a", "#2e7e70", "#8f54dc", "#2d3e23"],
  dark: ["#5294e6", "#a09600", "#ef6a9a", "#6df5e0", "#a25834", "#e3bd8a", "#795ea5", "#b0c2f9"],
};

/**
 * Colours of outlined groups, at most twelve: those of categories and four further ones. Every two differ by 0.075 or more in OKLab to
 * every common colour vision, each has a contrast of 3:1 or more with its background.
 */
export const GROUP_COLORS: Readonly<Record<Theme, readonly string[]>> = {
  light: [...CATEGORY_COLORS.light, "#f850a8", "#685890", "#9080f8", "#804840"],
  dark: [...CATEGORY_COLORS.dark, "#f8f878", "#5058f8", "#b0b800", "#c80078"],
};

/** From the least to the greatest number. */
export const SEQUENTIAL_COLORS: Readonly<Record<Theme, readonly [least: string, greatest: string]>> = {
  light: ["#7c99bb", "#0a2a5e"],
  dark: ["#4f6d90", "#d8ecff"],
};

/** What has no value of its own: missing, or of the many small categories. */
export const OTHER_COLORS: Readonly<Record<Theme, string>> = { light: "#8a929e", dark: "#6d7784" };
