/** A count with its word, in the number that it asks for. */

/** `1 step`, `2 steps`, `0 steps`; `many` where the plural is no `s` at the end of `one`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
