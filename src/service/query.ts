/** Reads the query of an address as pairs, without the nesting and merging that query parsers add. */

import type { Pair } from "../view/parameters.ts";

/** Longest address that is answered, in bytes. */
export const MOST_URL_BYTES = 8192;

/** The pairs after the question mark, in order. */
export function queryPairs(url: string): readonly Pair[] {
  const at = url.indexOf("?");
  return at < 0 ? [] : [...new URLSearchParams(url.slice(at + 1))];
}
