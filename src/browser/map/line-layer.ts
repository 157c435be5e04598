/** Draws lines on a canvas as the shaders draw them: those of what stands out in a picture too large to draw all of its lines. */

import { bendOf, edgeLine } from "../../formats/svg/geometry.ts";
import { outlineOf } from "../../formats/svg/shapes.ts";
import { DASHES, gemPath, headLength, headPath } from "../../formats/svg/strokes.ts";
import type { Point } from "./lasso.ts";
import type { Picture, PictureEdge, PictureNode } from "./picture.ts";

interface Look {
  /** Colour of the ground, for open heads and marks. */
  readonly ground: string;
  /** Factor of sizes. */
  readonly factor: number;
  place(node: PictureNode): Point & { readonly radius: number };
}

export function drawLines(
  context: CanvasRenderingContext2D,
  { nodeByKey }: Picture,
  edges: readonly PictureEdge[],
  { ground, factor, place }: Look,
): void {
  const end = (key: string) => {
    const node = nodeByKey.get(key);
    return node && { ...place(node), outline: outlineOf(node.shape) };
  };
  // Lines have few widths, so few heads and marks of their own.
  const shapes = new Map<string, Path2D>();
  /** A small shape at a point, turned by an angle. */
  const stamp = (path: string, at: Point, angle: number, fill: string, color: string, width: number) => {
    context.save();
    context.translate(at.x, at.y);
    context.rotate(angle);
    const shape = shapes.get(path) ?? new Path2D(path);
    shapes.set(path, shape);
    context.fillStyle = fill;
    context.fill(shape);
    if (width > 0) {
      context.lineWidth = width;
      context.strokeStyle = color;
      context.stroke(shape);
    }
    context.restore();
  };
  for (const edge of edges) {
    const [from, to] = [end(edge.source), end(edge.target)];
    if (!from || !to) continue;
    const width = Math.max(1, edge.size * factor);
    const bend = bendOf(edge.step, Math.hypot(to.x - from.x, to.y - from.y));
    const line = edgeLine(from, to, bend, edge.directed ? headLength(width) * 0.85 : 0);
    const { array, cap } = DASHES[edge.line](width);
    context.setLineDash(array === "" ? [] : array.split(" ").map(Number));
    context.lineCap = cap;
    context.lineWidth = width;
    context.strokeStyle = edge.color;
    context.stroke(new Path2D(line.path));
    context.setLineDash([]);
    if (edge.directed)
      stamp(
        headPath(width),
        line.tip,
        line.angle,
        edge.tentative ? ground : edge.color,
        edge.color,
        edge.tentative ? 1.3 : 0,
      );
    if (edge.conditional) stamp(gemPath(width), line.middle, 0, ground, edge.color, 1.8);
  }
}
