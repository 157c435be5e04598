/** What two texts may differ in and still be the same words: blanks and the shape of quotation marks. */

const SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u2039\u203a`\u00b4']/g;
const DOUBLE = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"]/g;
const OPENS_AFTER = /[\s([{<\u2013\u2014\u2018\u201c"'-]/;

/** All quotation marks straight; every character stays at its place. */
const straightQuotes = (text: string): string => text.replace(SINGLE, "'").replace(DOUBLE, '"');

/** Marks of one shape as a typesetter would curl them: opening after a blank, dash or bracket, else closing. */
function curl(text: string, marks: RegExp, opening: string, closing: string): string {
  return text.replace(marks, (_, at: number) => {
    const before = text[at - 1];
    return before === undefined || OPENS_AFTER.test(before) ? opening : closing;
  });
}

/** Marks of one shape opening and closing by turns. */
function alternate(text: string, marks: RegExp, opening: string, closing: string): string {
  let count = 0;
  return text.replace(marks, () => (count++ % 2 === 0 ? opening : closing));
}

const SINGLES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(SINGLE, "'"),
  (text) => curl(text, SINGLE, "\u2018", "\u2019"),
  (text) => text.replace(SINGLE, "\u2019"),
  // Curled marks, but straight apostrophes within words.
  (text) => curl(text, SINGLE, "\u2018", "\u2019").replace(/(?<=\p{L})\u2019(?=\p{L})/gu, "'"),
];
const DOUBLES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(DOUBLE, '"'),
  (text) => curl(text, DOUBLE, "\u201c", "\u201d"),
  (text) => alternate(text, DOUBLE, "\u201c", "\u201d"),
];

/** The spellings of a text under the usual conventions for quotation marks, without doubles; all have its length. */
export function quoteVariants(text: string): readonly string[] {
  if (text.search(SINGLE) < 0 && text.search(DOUBLE) < 0) return [text];
  return [...new Set(SINGLES.flatMap((single) => DOUBLES.map((double) => double(single(text)))))];
}

/** A text with quotation marks straight and every run of blanks one space, and the way back to the offsets of the original. */
export interface Folded {
  readonly text: string;
  /** For each code unit of `text`, its offset in the original. */
  readonly offsets: readonly number[];
}

/** Folds a text for comparison. Blanks at the ends are dropped. */
export function foldText(text: string): Folded {
  const straight = straightQuotes(text);
  const offsets: number[] = [];
  let folded = "";
  for (const match of straight.matchAll(/\S+/g)) {
    if (folded !== "") {
      folded += " ";
      offsets.push(match.index - 1);
    }
    folded += match[0];
    for (let k = 0; k < match[0].length; k++) offsets.push(match.index + k);
  }
  return { text: folded, offsets };
}
