/** Draws the outlines of groups on the canvas under the edges. */

import { HULL_LOOK } from "../../formats/svg/outline.ts";
import type { Size } from "./camera.ts";
import type { GroupHull } from "./hulls.ts";

export function drawHulls(context: CanvasRenderingContext2D, hulls: readonly GroupHull[], size: Size): void {
  context.clearRect(0, 0, size.width, size.height);
  context.lineWidth = HULL_LOOK.width;
  for (const { outlines, color } of hulls) {
    context.beginPath();
    for (const outline of outlines) {
      for (const [at, { x, y }] of outline.entries())
        if (at === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      context.closePath();
    }
    context.fillStyle = color;
    context.strokeStyle = color;
    context.globalAlpha = HULL_LOOK.fill;
    context.fill("evenodd");
    context.globalAlpha = HULL_LOOK.stroke;
    context.stroke();
  }
  context.globalAlpha = 1;
}
