/** Nodes and edges of a picture as the map's programs draw them: numbers for the shaders, colours with their opacity. Pure. */

import { ISSUE_SHAPE } from "../../view/appearance.ts";
import { type Emphasis, faintness } from "./emphasis.ts";
import type { Picture, PictureEdge, PictureNode } from "./picture.ts";
import { EDGE_MARKS, LINE_CODES, SHAPE_CODES } from "./shaders.ts";

/** What the scene keeps of a node; `node` is what it was made from. */
export interface NodeItem {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly type: "shape";
  readonly code: readonly [sides: number, turn: number];
  readonly node: PictureNode;
}

export const nodeItem = (node: PictureNode): NodeItem => ({
  x: node.x,
  y: node.y,
  size: node.size,
  type: "shape",
  code: SHAPE_CODES.get(node.shape) ?? [0, 0],
  node,
});

/** What the scene keeps of an edge; straight ones are drawn with fewer points. */
export interface EdgeItem {
  readonly size: number;
  readonly type: "straight" | "bent";
  readonly step: number;
  readonly line: number;
  /** Sum of `EDGE_MARKS`. */
  readonly marks: number;
  readonly edge: PictureEdge;
}

export function edgeItem(picture: Picture, edge: PictureEdge): EdgeItem {
  const isBox = (key: string) => picture.nodeByKey.get(key)?.shape === ISSUE_SHAPE;
  const marks: readonly (readonly [on: boolean, mark: number])[] = [
    [edge.conditional, EDGE_MARKS.conditional],
    [edge.tentative, EDGE_MARKS.tentative],
    [edge.directed, EDGE_MARKS.directed],
    [isBox(edge.source), EDGE_MARKS.fromBox],
    [isBox(edge.target), EDGE_MARKS.toBox],
  ];
  return {
    size: edge.size,
    type: edge.step === 0 ? "straight" : "bent",
    step: edge.step,
    line: LINE_CODES[edge.line],
    marks: marks.reduce((sum, [on, mark]) => sum + (on ? mark : 0), 0),
    edge,
  };
}

/** `#rrggbb` with an opacity of 0..1 as `#rrggbbaa`. */
export const withAlpha = (color: string, alpha: number): string =>
  color +
  Math.round(Math.min(1, alpha) * 255)
    .toString(16)
    .padStart(2, "0");

/** `#rrggbb` as three numbers of 0..1. */
export const channels = (color: string): [red: number, green: number, blue: number] => {
  const at = (from: number) => Number.parseInt(color.slice(from, from + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};

/** Colour and depth of an item under an emphasis: what stands out is drawn last. */
export interface Paint {
  readonly color: string;
  readonly zIndex: number;
}

export function paintNode(node: PictureNode, emphasis: Emphasis | null): Paint {
  const stands = !emphasis || emphasis.nodes.has(node.key);
  return {
    color: withAlpha(node.color, stands ? 1 : faintness(emphasis).node),
    zIndex: stands ? 1 : 0,
  };
}

export function paintEdge(edge: PictureEdge, emphasis: Emphasis | null): Paint {
  if (!emphasis) return { color: withAlpha(edge.color, edge.opacity), zIndex: 1 };
  const stands = emphasis.edges.has(edge.key);
  return { color: withAlpha(edge.color, stands ? 1 : faintness(emphasis).edge), zIndex: stands ? 1 : 0 };
}
