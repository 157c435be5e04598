/** Colours as the formats need them: three channels out of `#rrggbb`. */

export interface Rgb {
  /** 0..255 each. */
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const GREY = "#808080";

/** `#rrggbb` itself; grey for anything else, so that a wrong colour never makes a wrong file. */
export const safeColour = (colour: string): string => (HEX.test(colour) ? colour.toLowerCase() : GREY);

/** The channels of `#rrggbb`; those of grey for anything else. */
export function parseColour(colour: string): Rgb {
  const [, r = "80", g = "80", b = "80"] = HEX.exec(colour) ?? [];
  return { r: Number.parseInt(r, 16), g: Number.parseInt(g, 16), b: Number.parseInt(b, 16) };
}
