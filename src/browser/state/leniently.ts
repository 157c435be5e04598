/** Reading of parameters that goes on without what is broken. Pure. */

import { Fault } from "../../model/problem.ts";
import type { Pair } from "../../view/parameters.ts";

/** Parses pairs, dropping the parameter that each fault names until the rest is sound; null when nothing can be made of it. */
export function leniently<T>(
  pairs: readonly Pair[],
  parse: (pairs: readonly Pair[]) => T,
  note: (fault: Fault) => void,
): T | null {
  try {
    return parse(pairs);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    note(error);
    const rest = pairs.filter(([name]) => name !== error.parameter);
    return rest.length < pairs.length ? leniently(rest, parse, note) : null;
  }
}
