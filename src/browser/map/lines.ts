/** Which lines of a large picture are drawn: those with most statements, and all of what stands out. Pure. */

import type { Emphasis } from "./emphasis.ts";
import type { Picture, PictureEdge } from "./picture.ts";
import { MAP_TEXTS } from "./texts.ts";

/** Lines up to which all of a picture are drawn; more cannot be told apart, and take a computer without a graphics card more than a blink. */
const MOST_LINES = 4000;
/** Lines drawn of a picture that has more. */
const STRONGEST = 2500;
/** Lines drawn beside these for what stands out. */
const MOST_FURTHER = 1500;
/** Lines that are drawn over the nodes when they stand out; more would hide these. */
const MOST_OVER = 500;
/** Nodes and lines up to which a picture is drawn within a frame or two by any computer. */
const MOST_AT_ONCE = 2000;

const known = new WeakMap<readonly PictureEdge[], readonly PictureEdge[]>();

/** Whether only a part of a picture's lines is drawn. */
export const isThinned = ({ edges }: Picture): boolean => edges.length > MOST_LINES;

/** Whether drawing a picture takes a computer without a graphics card longer than a frame may. */
export const isLarge = (picture: Picture): boolean =>
  picture.nodes.length + mainLines(picture).length > MOST_AT_ONCE;

/** The lines drawn whatever stands out, in the picture's order; all of a smaller picture. */
export function mainLines({ edges }: Pick<Picture, "edges">): readonly PictureEdge[] {
  if (edges.length <= MOST_LINES) return edges;
  let lines = known.get(edges);
  if (!lines) {
    const order = edges.map((_, at) => at);
    order.sort((a, b) => (edges[b]?.count ?? 0) - (edges[a]?.count ?? 0) || a - b);
    const kept = new Set(order.slice(0, STRONGEST));
    lines = edges.filter((_, at) => kept.has(at));
    known.set(edges, lines);
  }
  return lines;
}

/** The lines of what stands out in a crowd: all that are drawn over the nodes that step back, which would hide them; not of many. */
export function linesOver(picture: Picture, emphasis: Emphasis | null): readonly PictureEdge[] {
  if (!emphasis || !isThinned(picture) || emphasis.edges.size > MOST_OVER) return [];
  return [...emphasis.edges].flatMap((key) => picture.edgeByKey.get(key) ?? []);
}

/** What a map says of the lines that it leaves out; null when it draws all. */
export const linesNote = (picture: Picture): string | null =>
  isThinned(picture) ? MAP_TEXTS.lines(mainLines(picture).length, picture.edges.length) : null;

/** The lines of what stands out that are not among the main ones. */
export function furtherLines(picture: Picture, emphasis: Emphasis | null): readonly PictureEdge[] {
  if (!emphasis || !isThinned(picture)) return [];
  const main = new Set(mainLines(picture));
  const further: PictureEdge[] = [];
  for (const key of emphasis.edges) {
    const edge = picture.edgeByKey.get(key);
    if (edge && !main.has(edge)) further.push(edge);
    if (further.length === MOST_FURTHER) break;
  }
  return further;
}
