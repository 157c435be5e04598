/** Text without a browser to measure it: widths by the metrics of Arial and its likes, wrapping and shortening. */

// Advance widths of U+0020 … U+007E in thousandths of the font size (Arial, Helvetica and Liberation Sans agree on them).
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Fonts that stand in for Arial are up to this much wider. */
const SAFETY = 1.08;

export const FONTS = "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif";

/** Width in pixels of one line at a font size in pixels, rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    thousandths += WIDTHS[code - 32] ?? (code < 0x1100 ? 620 : 1000);
  }
  return (thousandths / 1000) * size * SAFETY;
}

/** The text, or as much of it as fits with an ellipsis behind. */
export function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = Array.from(text);
  let kept = characters.length;
  while (kept > 0 && textWidth(`${characters.slice(0, kept).join("").trimEnd()}…`, size) > width)
    kept = kept > 400 ? Math.floor(kept / 2) : kept - 1;
  return `${characters.slice(0, kept).join("").trimEnd()}…`;
}

/** Lines of at most `width` pixels, broken at blanks; the last of `most` lines ends with an ellipsis when text is left. */
export function wrap(text: string, size: number, width: number, most: number): string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  for (const [at, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      line = [line, ...words.slice(at)].join(" ");
      break;
    }
    lines.push(line);
    line = word;
  }
  if (line !== "") lines.push(line);
  return lines.map((full) => shorten(full, size, width));
}
