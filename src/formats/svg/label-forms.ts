/** The forms a label can take on the map: whole on one to three lines, and shortened where the name is too long for that. Pure. */

import { shorten, wrap } from "./text.ts";

/** Font size in pixels by which names are broken; near enough to the sizes at which they are drawn. */
const SIZE = 12;
const MOST_LINES = 3;
/** Widths in pixels at which whole names are broken, the preferred first. */
const WIDTHS = [176, 112, 76] as const;
/** Characters above which a name may be shortened rather than be left out. */
const LONG = 32;
const SHORT_WIDTH = 112;
/** A name in full, for the node under the pointer. */
const FULL = { width: 280, lines: 8 } as const;

const known = new Map<string, readonly string[]>();

/** Forms of a label, the best first; lines are parted by `\n`. Short names have whole forms only. */
export function labelForms(label: string): readonly string[] {
  let forms = known.get(label);
  if (!forms) {
    const whole = WIDTHS.map((width) => wrap(label, SIZE, width, MOST_LINES).join("\n"));
    const uncut = whole.filter((form) => form.replaceAll("\n", " ") === label.split(/\s+/).join(" ").trim());
    const short =
      label.length > LONG
        ? [wrap(label, SIZE, SHORT_WIDTH, 2).join("\n"), shorten(label, SIZE, SHORT_WIDTH)]
        : [];
    forms = [...new Set([...(uncut.length > 0 ? uncut : whole), ...short])].filter((form) => form !== "");
    known.set(label, forms);
  }
  return forms;
}

/** Shares of the room beside a column to which a name is shortened, the preferred first. */
const SHARES = [1, 0.82, 0.66] as const;

/** Forms of a name beside a column, in a room of so many pixels: whole on one line, on two where there is room for `two`, or shortened. */
export function columnForms(label: string, room: number, two: boolean): readonly string[] {
  const widths = SHARES.map((share) => share * room);
  const broken = (two ? widths : [])
    .map((width) => wrap(label, SIZE, width, 2))
    .filter((lines) => lines.length === 2 && lines.join(" ") === label);
  const short = widths.map((width) => shorten(label, SIZE, width));
  const whole = short.filter((form) => form === label);
  return [...new Set([...whole, ...broken.map((lines) => lines.join("\n")), ...short])];
}

/** The whole name, broken into lines. */
export const fullForm = (label: string): string => wrap(label, SIZE, FULL.width, FULL.lines).join("\n");
