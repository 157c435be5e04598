/** Draws the outlines of groups on the canvas under the edges. */

import { HULL_LOOK } from "../../formats/svg/outline.ts";
import type { Size } from "./camera.ts";
import type { GroupHull } from "./hulls.ts";

export function drawHulls(context: CanvasRenderingContext2D, hulls: readonly GroupHull[], size: Size): void {
  context.clearRect(0, 0, size.width, size.height);
  context.lineWidth = HULL_LOOK.width;
  for (const { outline, color } of hulls) {
    context.beginPath();
    for (const { x, y } of outline) context.lineTo(x, y);
    context.closePath();
    context.fillStyle = color;
    context.strokeStyle = color;
    context.globalAlpha = HULL_LOOK.fill;
    context.fill();
    context.globalAlpha = HULL_LOOK.stroke;
    context.stroke();
  }
  context.globalAlpha = 1;
}
