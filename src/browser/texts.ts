/** The words of the interface outside the panels (theirs are in panels/texts.ts), in one place, ready for translation. */

/** `3 statements`, `1 statement`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

export const TEXTS = {
  loading: "Loading…",
  close: "Close",
} as const;
