/** Nodes and edges of a picture as the map's programs draw them: numbers for the shaders, colours with their opacity. Pure. */

import { ISSUE_SHAPE } from "../../view/appearance.ts";
import type { Emphasis } from "./emphasis.ts";
import type { Picture, PictureEdge, PictureNode } from "./picture.ts";
import { EDGE_MARKS, LINE_CODES, SHAPE_CODES } from "./shaders.ts";

/** What the scene keeps of a node; `node` is what it was made from. */
export interface NodeItem {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly type: "shape";
  readonly code: readonly [sides: number, turn: number];
  /** Colour with opacity, as `packed` writes it. */
  readonly paint: number;
  /** Whether it stands out under the emphasis set last. */
  readonly stands: boolean;
  readonly node: PictureNode;
}

export const nodeItem = (node: PictureNode, emphasis: Emphasis | null): NodeItem => ({
  x: node.x,
  y: node.y,
  size: node.size,
  type: "shape",
  code: SHAPE_CODES.get(node.shape) ?? [0, 0],
  paint: packed(node.color, 1),
  stands: emphasis?.nodes.has(node.key) === true,
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
  readonly paint: number;
  readonly stands: boolean;
  readonly edge: PictureEdge;
}

export function edgeItem(picture: Picture, edge: PictureEdge, emphasis: Emphasis | null): EdgeItem {
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
    paint: packed(edge.color, edge.opacity),
    stands: emphasis?.edges.has(edge.key) === true,
    edge,
  };
}

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);
const known = new Map<string, number>();

/**
 * `#rrggbb` with an opacity of 0..1 as the bits of one 32-bit float, red in the lowest byte. The lowest bit of the opacity is
 * cleared, because with it some colours would be no number; the shaders make up for it.
 */
export function packed(color: string, alpha: number): number {
  const name = `${color} ${alpha}`;
  let value = known.get(name);
  if (value === undefined) {
    const [red, green, blue] = channels(color).map((part) => Math.round(part * 255)) as [
      number,
      number,
      number,
    ];
    bits[0] = ((Math.round(Math.min(1, alpha) * 255) << 24) | (blue << 16) | (green << 8) | red) & 0xfeffffff;
    value = float[0] as number;
    known.set(name, value);
  }
  return value;
}

/** `#rrggbb` as three numbers of 0..1. */
export const channels = (color: string): [red: number, green: number, blue: number] => {
  const at = (from: number) => Number.parseInt(color.slice(from, from + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};
