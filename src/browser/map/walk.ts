/** Walking the map by keyboard: the nearest node in a direction, and a node in spoken words. Pure. */

import { counted, grouped } from "../../model/counted.ts";
import type { Picture, PictureEdge, PictureNode } from "./picture.ts";

export type Direction = "left" | "right" | "up" | "down";

const VECTORS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, 1],
  down: [0, -1],
};

/** The nearest node within 60° of a direction (y upwards); being off the axis counts double. Null when there is none. */
export function nearest(
  nodes: readonly PictureNode[],
  from: PictureNode,
  direction: Direction,
): PictureNode | null {
  const [dx, dy] = VECTORS[direction];
  let best: PictureNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.key === from.key || node.trace) continue;
    const ahead = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    if (ahead <= 0 || aside > ahead * 1.75) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = node;
    }
  }
  return best;
}

/** Neighbours of a node with the edges to them, most statements first, then by label. */
export function neighboursByWeight(picture: Picture, key: string): readonly PictureNode[] {
  const weight = new Map<string, number>();
  for (const edge of picture.incident.get(key) ?? []) {
    const other = edge.source === key ? edge.target : edge.source;
    if (other !== key) weight.set(other, (weight.get(other) ?? 0) + edge.count);
  }
  return [...weight]
    .flatMap(([other]) => picture.nodeByKey.get(other) ?? [])
    .sort((a, b) => (weight.get(b.key) ?? 0) - (weight.get(a.key) ?? 0) || a.label.localeCompare(b.label));
}

/** Edges at a node, most statements first, then by the words that are spoken. */
export const edgesByWeight = (picture: Picture, key: string): readonly PictureEdge[] =>
  [...(picture.incident.get(key) ?? [])].sort(
    (a, b) =>
      b.count - a.count ||
      describeEdge(picture, a).localeCompare(describeEdge(picture, b)) ||
      (a.key < b.key ? -1 : 1),
  );

/** A label within a sentence: `State` as `state`, `UN body` as it is. */
const inSentence = (label: string): string =>
  label.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** `Egypt, state: 16 statements; holds 11 in support, 4 without a side`; the numbers of the panel. */
export function describeNode(node: PictureNode): string {
  const parts = [
    node.support > 0 ? `${grouped(node.support)} in support` : "",
    node.oppose > 0 ? `${grouped(node.oppose)} in opposition` : "",
    node.neutral > 0 ? `${grouped(node.neutral)} without a side` : "",
  ].filter((part) => part !== "");
  const held = parts.length === 0 ? "" : `; ${node.isIssue ? "" : "holds "}${parts.join(", ")}`;
  return `${node.fullLabel}, ${inSentence(node.kindLabel)}: ${counted(node.statements, "statement")}${held}`;
}

/** `Egypt supports Ceasefire, 3 statements, with a condition`; `Egypt and Chad agree on 3 issues`. */
export function describeEdge(picture: Picture, edge: PictureEdge): string {
  const from = picture.nodeByKey.get(edge.source)?.fullLabel ?? edge.source;
  const to = picture.nodeByKey.get(edge.target)?.fullLabel ?? edge.target;
  const number = edge.structural ? "" : `, ${counted(edge.count, "statement")}`;
  const marks = `${edge.conditional ? ", with a condition" : ""}${edge.tentative ? ", forecast or alleged" : ""}`;
  if (edge.agreement)
    return `${from} and ${to} ${edge.polarity === "oppose" ? "disagree" : "agree"} on ${counted(edge.count, "issue")}${marks}`;
  return `${from} ${edge.label} ${to}${number}${marks}`;
}
