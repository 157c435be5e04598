/** The strings of a payload: every distinct one once, all in one text, each known by its number and its length in UTF-16 units. */

import { type Whole, wholeArray } from "./layout.ts";

const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Half a character, which UTF-8 cannot say and which could join with its neighbour in the text, becomes U+FFFD. */
export const wellFormed = (text: string): string =>
  LONE_SURROGATE.test(text) ? text.replace(LONE_SURROGATES, "\ufffd") : text;

/** Numbers strings while a payload is put together. */
export class StringPool {
  readonly #numbers = new Map<string, number>();

  /** The number of a string, given at first sight. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  text(): Uint8Array {
    return new TextEncoder().encode([...this.#numbers.keys()].map(wellFormed).join(""));
  }

  lengths(): Whole {
    const strings = [...this.#numbers.keys()];
    const lengths = wholeArray(
      strings.length,
      strings.reduce((most, { length }) => Math.max(most, length), 0),
    );
    strings.forEach(({ length }, at) => {
      lengths[at] = length;
    });
    return lengths;
  }
}

/** Strings by number; each is cut from the text when it is first asked for. */
export class StringTable {
  readonly size: number;
  readonly #text: string;
  readonly #start: Uint32Array;
  readonly #cut: (string | undefined)[];

  /** Null when the lengths are not those of the text. */
  static of(text: string, lengths: Whole): StringTable | null {
    const start = new Uint32Array(lengths.length + 1);
    let end = 0;
    for (let at = 0; at < lengths.length; at++) {
      end += lengths[at] as number;
      if (end > text.length) return null;
      start[at + 1] = end;
    }
    return end === text.length ? new StringTable(text, start) : null;
  }

  private constructor(text: string, start: Uint32Array) {
    this.size = start.length - 1;
    this.#text = text;
    this.#start = start;
    this.#cut = new Array(this.size);
  }

  /** The string of a number below `size`. */
  at(number: number): string {
    const known = this.#cut[number];
    if (known !== undefined) return known;
    const text = this.#text.slice(this.#start[number], this.#start[number + 1]);
    this.#cut[number] = text;
    return text;
  }
}
