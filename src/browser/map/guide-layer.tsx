/** Draws the guides of a layout under everything else: on a canvas for the map in WebGL, as elements for the map in SVG. */

import { GUIDE_SIZE, type PlacedGuides } from "../../formats/svg/guides.ts";
import type { Theme } from "../../model/view.ts";
import { PALETTES } from "../../view/appearance.ts";

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** Width and opacity of an axis and of the other lines, in pixels. */
const STRONG = { width: 1.4, opacity: 0.8 } as const;
const FAINT = { width: 1, opacity: 0.35 } as const;
const ALIGN = { start: "left", middle: "center", end: "right" } as const;

export function drawGuides(context: CanvasRenderingContext2D, guides: PlacedGuides, theme: Theme): void {
  const { dimText, text: ink } = PALETTES[theme];
  context.strokeStyle = dimText;
  for (const { from, to, strong } of guides.lines) {
    const { width, opacity } = strong ? STRONG : FAINT;
    context.lineWidth = width;
    context.globalAlpha = opacity;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.textBaseline = "alphabetic";
  for (const { text, x, y, anchor, strong } of guides.texts) {
    context.font = `${strong ? 600 : 400} ${GUIDE_SIZE}px ${FONT}`;
    context.textAlign = ALIGN[anchor];
    context.fillStyle = strong ? ink : dimText;
    context.fillText(text, x, y);
  }
}

export function Guides({ guides, theme }: { readonly guides: PlacedGuides; readonly theme: Theme }) {
  const { dimText, text: ink } = PALETTES[theme];
  return (
    <g data-guides={guides.texts.length} fontFamily={FONT} fontSize={GUIDE_SIZE}>
      {guides.lines.map(({ from, to, strong }) => {
        const { width, opacity } = strong ? STRONG : FAINT;
        return (
          <path
            key={`${from.x},${from.y} ${to.x},${to.y}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            stroke={dimText}
            strokeWidth={width}
            strokeOpacity={opacity}
          />
        );
      })}
      {guides.texts.map(({ text, x, y, anchor, strong }) => (
        <text
          key={`${x},${y} ${text}`}
          x={x}
          y={y}
          textAnchor={anchor}
          fill={strong ? ink : dimText}
          fontWeight={strong ? 600 : 400}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
