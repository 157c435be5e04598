/** Draws the outlines of groups on the canvas under the edges. */

import { curveOf, HULL_LOOK } from "../../formats/svg/outline.ts";
import type { Size } from "./camera.ts";
import type { GroupHull } from "./hulls.ts";

export function drawHulls(context: CanvasRenderingContext2D, hulls: readonly GroupHull[], size: Size): void {
  context.clearRect(0, 0, size.width, size.height);
  context.lineWidth = HULL_LOOK.width;
  for (const { outlines, color, dash } of hulls) {
    context.beginPath();
    for (const outline of outlines) {
      const { start, bends } = curveOf(outline);
      context.moveTo(start.x, start.y);
      for (const { past, to } of bends) context.quadraticCurveTo(past.x, past.y, to.x, to.y);
      context.closePath();
    }
    context.fillStyle = color;
    context.strokeStyle = color;
    context.globalAlpha = HULL_LOOK.fill;
    context.fill("evenodd");
    context.globalAlpha = HULL_LOOK.stroke;
    context.setLineDash([...dash]);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}
