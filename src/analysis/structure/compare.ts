/** How the positions of two actors on one issue compare. */

import type { Position } from "./positions.ts";

/** How two positions that take sides compare: an actor on both sides agrees and disagrees with whoever takes one. */
export function compared(a: Position, b: Position): { readonly agree: boolean; readonly disagree: boolean } {
  const both = (one: readonly number[], other: readonly number[]): boolean =>
    one.length > 0 && other.length > 0;
  return {
    agree: both(a.support, b.support) || both(a.oppose, b.oppose),
    disagree: both(a.support, b.oppose) || both(a.oppose, b.support),
  };
}
