/** Counts as they are written in sentences: thousands apart, and with their word in the number that they ask for. */

/** A whole number with its thousands apart: `12,345`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** `1 step`, `2 steps`, `1,200 steps`; `many` where the plural is no `s` at the end of `one`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
