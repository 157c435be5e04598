/** What every part of the drawing needs: the page's measures, the colours of the theme, and an escaper. */

import { PALETTES, type Palette } from "../../view/appearance.ts";
import type { ExportContext } from "../format.ts";
import { type XmlEscaper, xmlEscaper } from "../xml.ts";
import { coordinate } from "./shapes.ts";
import { shorten } from "./text.ts";

/** Natural size in pixels. */
export const PAGE = { width: 1600, height: 1200, margin: 48 } as const;

export interface Pen {
  readonly palette: Palette;
  readonly xml: XmlEscaper;
}

export const penFor = ({ theme }: Pick<ExportContext, "theme">): Pen => ({
  palette: PALETTES[theme],
  xml: xmlEscaper(),
});

export interface TextStyle {
  /** Pixels; 11 or more. */
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  /** Text that is wider is shortened. */
  readonly width?: number;
}

/** A line of text whose baseline begins at a point. */
export function textLine(pen: Pen, text: string, x: number, y: number, style: TextStyle): string {
  const shown = style.width === undefined ? text : shorten(text, style.size, style.width);
  const weight = style.bold ? ' font-weight="600"' : "";
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="${style.size}"${weight} fill="${style.fill}">${pen.xml.escape(shown)}</text>\n`;
}
