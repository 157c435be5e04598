/** Pairs of name and text inside one parameter of the address: `type=one-mode;rows=actor`. */

import type { Pair } from "../../view/parameters.ts";

const inner = (text: string): string =>
  encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");

/** `name=text` joined by `;`; what would break the form is percent-encoded. */
export const formatInner = (pairs: readonly Pair[]): string =>
  pairs.map(([name, text]) => `${inner(name)}=${inner(text)}`).join(";");

/** Reads what `formatInner` writes; parts that are none are left out. */
export function parseInner(text: string): readonly Pair[] {
  return text.split(";").flatMap((part): readonly Pair[] => {
    const at = part.indexOf("=");
    if (at < 1) return [];
    try {
      return [[decodeURIComponent(part.slice(0, at)), decodeURIComponent(part.slice(at + 1))]];
    } catch {
      return [];
    }
  });
}
