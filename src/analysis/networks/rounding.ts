/** What rounding leaves of a sum that is 0. */

/** Beside the sum of the sizes of its terms, a sum this small is rounding: some thousand terms err by less. */
const ROUNDING = 1e-12;

/** The sum, or 0 where nothing but rounding is left of terms whose sizes add up to `sizes`. */
export const withoutRounding = (sum: number, sizes: number): number =>
  Math.abs(sum) <= ROUNDING * sizes ? 0 : sum;

/** Whether the first `size` numbers are whole, so that their sums and products are exact. */
export function areWhole(numbers: Float64Array, size: number): boolean {
  for (let at = 0; at < size; at += 1) if (!Number.isInteger(numbers[at])) return false;
  return true;
}
