/** Searches in lists of statements that are in order of time (NETWORKS §1: those without a moment, NaN, come last). */

/** Position of the first statement of a list in order of time whose moment is at least `time`. */
export function lowerBound(statements: Int32Array, moments: Float64Array, time: number): number {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    // NaN, which comes last, is never below.
    if ((moments[statements[middle] as number] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The statements of a list in order of time whose moment lies in [from, to]; moments are whole seconds. */
export const between = (
  statements: Int32Array,
  moments: Float64Array,
  from: number,
  to: number,
): Int32Array =>
  statements.subarray(lowerBound(statements, moments, from), lowerBound(statements, moments, to + 1));
