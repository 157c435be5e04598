/**
 * Finds a passage again in a text that differs from the coded one only in blanks or quotation marks. Of the coded text only
 * offset, length and hash are known, so likely spellings of likely slices are hashed until one fits: a hit is therefore certain,
 * a miss is not proof. The work is bounded by a number of slices.
 *
 * Where a passage can begin is narrow: let V be the text with every run of blanks made one space. The coded text had the same
 * words, so its prefix before the passage was as long as in V plus its own surplus of blanks, which is at least 0 and at most
 * (length of the coded text − length of V).
 */

import { sha256Hex } from "./sha256.ts";
import { quoteVariants } from "./typography.ts";

/** What is known of a passage. */
export interface Locator {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How many slices may still be cut out and hashed; shared by all passages of one check. */
export interface Budget {
  slices: number;
}

/** A text cut into words, each with its offset and that of its end; and where each would be if blanks were single. */
export interface Words {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly folded: readonly number[];
  readonly foldedLength: number;
}

/** Cuts a text into words: runs without blanks. */
export function wordsOf(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const folded: number[] = [];
  let at = 0;
  for (const match of text.matchAll(/\S+/g)) {
    starts.push(match.index);
    ends.push(match.index + match[0].length);
    folded.push(at);
    at += match[0].length + 1;
  }
  return { text, starts, ends, folded, foldedLength: Math.max(0, at - 1) };
}

/** Where the coded text's length is not known, blanks are taken to be at most this part of what stands before the passage. */
const SURPLUS_SHARE = 0.2;
const SURPLUS_LEAST = 256;
const LONGEST_PASSAGE = 20_000;

type Gap = (raw: string, before: string, after: string) => string;

/** What may have stood between two words where the text now has `raw`. */
const GAPS: readonly Gap[] = [
  () => " ",
  (raw) => (raw.includes("\n") ? " " : raw),
  (raw) => raw.replaceAll("\r\n", "\n"),
  (raw) => raw.replace(/\r?\n/g, "\r\n"),
  (_, before) => (/[.!?][)"'\u2019\u201d]*$/.test(before) ? "  " : " "),
  (_, before, after) => (/^[:;!?\u00bb]/.test(after) || before.endsWith("\u00ab") ? "\u00a0" : " "),
];

/** Rounds of increasing cost: how many single spaces of a slice are tried as another blank. */
export const ROUNDS = 7;

/** Spellings that one round tries for one passage. */
const MOST_TRIES = 20_000;

/**
 * Looks for the passage; null when no spelling of this round fits or the budget is used up. Round 0 tries the conventions for
 * blanks and quotation marks, round 1 one space as any run of up to three blanks, round n any n spaces as no-break spaces.
 * `codedLength` is the length of the coded text in UTF-16 code units where it is known.
 */
export function reanchor(
  words: Words,
  locator: Locator,
  codedLength: number | null,
  round: number,
  budget: Budget,
): Span | null {
  const length = locator.end - locator.start;
  if (length <= 0 || length > LONGEST_PASSAGE) return null;
  const surplus =
    codedLength === null
      ? Math.ceil(locator.start * SURPLUS_SHARE) + SURPLUS_LEAST
      : codedLength - words.foldedLength;
  if (surplus < 0) return null;
  const tried = new Set<string>();
  for (const begin of beginnings(words, locator.start - surplus, locator.start)) {
    if (budget.slices <= 0) return null;
    for (const slice of slicesFrom(words, begin, length, round, budget)) {
      for (const quoted of quoteVariants(slice.text)) {
        for (const spelling of spellings(quoted, round, length - quoted.length)) {
          if (tried.has(spelling)) continue;
          tried.add(spelling);
          if (budget.slices-- <= 0 || tried.size > MOST_TRIES) return null;
          if (sha256Hex(spelling) === locator.sha256) return { start: begin.offset, end: slice.end };
        }
      }
    }
  }
  return null;
}

interface Begin {
  readonly word: number;
  /** Offset in the text. */
  readonly offset: number;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether a passage may begin or end between two neighbouring characters of a word. */
const isSeam = (left: string, right: string): boolean => !(LETTER.test(left) && LETTER.test(right));

/** Places between two folded offsets where a passage may begin, the last first: most texts change little. */
function* beginnings(words: Words, from: number, to: number): Generator<Begin> {
  let low = 0;
  let high = words.folded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.folded[middle] ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  for (let word = low - 1; word >= 0; word--) {
    const start = words.starts[word] ?? 0;
    const end = words.ends[word] ?? 0;
    const folded = words.folded[word] ?? 0;
    if (folded + (end - start) < from) return;
    for (let k = end - start - 1; k >= 0; k--) {
      if (folded + k < from || folded + k > to) continue;
      const seam = k === 0 || isSeam(words.text[start + k - 1] ?? " ", words.text[start + k] ?? " ");
      if (seam) yield { word, offset: start + k };
    }
  }
}

interface Slice {
  readonly text: string;
  /** Offset in the text after the slice. */
  readonly end: number;
}

/** The slices that begin at a place and have the length of the passage, in round 1 also those that lack one or two blanks. */
function* slicesFrom(
  words: Words,
  begin: Begin,
  length: number,
  round: number,
  budget: Budget,
): Generator<Slice> {
  for (const gap of round === 0 ? GAPS : GAPS.slice(0, 1)) {
    for (const missing of round === 1 ? [0, 1, 2] : [0]) {
      if (budget.slices-- <= 0) return;
      const slice = sliceFrom(words, begin, length - missing, gap);
      if (slice) yield slice;
    }
  }
}

function sliceFrom(words: Words, begin: Begin, length: number, gap: Gap): Slice | null {
  let slice = "";
  for (let word = begin.word; word < words.starts.length; word++) {
    const start = words.starts[word] ?? 0;
    const end = words.ends[word] ?? 0;
    if (word > begin.word) {
      const before = words.ends[word - 1] ?? 0;
      const left = words.text.slice(words.starts[word - 1] ?? 0, before);
      slice += gap(words.text.slice(before, start), left, words.text.slice(start, end));
    }
    const from = word === begin.word ? begin.offset : start;
    const rest = length - slice.length;
    if (rest <= 0) return null;
    if (rest <= end - from) {
      const stop = from + rest;
      if (stop < end && !isSeam(words.text[stop - 1] ?? " ", words.text[stop] ?? " ")) return null;
      return { text: slice + words.text.slice(from, stop), end: stop };
    }
    slice += words.text.slice(from, end);
  }
  return null;
}

const NO_BREAK = "\u00a0";

/** Runs of blanks by how many they have more than one. */
const RUNS: readonly (readonly string[])[] = [
  [NO_BREAK],
  ["  ", `${NO_BREAK} `, ` ${NO_BREAK}`, NO_BREAK.repeat(2)],
  ["   ", `${NO_BREAK}  `, ` ${NO_BREAK} `, `  ${NO_BREAK}`, `${NO_BREAK} ${NO_BREAK}`, NO_BREAK.repeat(3)],
];

/** What a round makes of a slice that lacks some blanks. */
function* spellings(slice: string, round: number, missing: number): Generator<string> {
  if (round === 0) {
    yield slice;
    return;
  }
  const spaces = [...slice.matchAll(/ /g)].map((match) => match.index);
  if (round > 1) yield* withNoBreakSpaces(slice, spaces, round, 0);
  else
    for (const run of RUNS[missing] ?? [])
      for (const at of spaces) yield slice.slice(0, at) + run + slice.slice(at + 1);
}

function* withNoBreakSpaces(
  slice: string,
  spaces: readonly number[],
  count: number,
  from: number,
): Generator<string> {
  if (count === 0) {
    yield slice;
    return;
  }
  for (let k = from; k <= spaces.length - count; k++) {
    const at = spaces[k] ?? 0;
    yield* withNoBreakSpaces(slice.slice(0, at) + NO_BREAK + slice.slice(at + 1), spaces, count - 1, k + 1);
  }
}
