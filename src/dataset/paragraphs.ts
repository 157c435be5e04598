/** Paragraphs of a text: its lines that are not empty after trimming, counted from 1. */

/** `start` and `end` bound the trimmed line in UTF-16 code units, end exclusive. */
export interface Paragraph {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** All paragraphs in order. Lines end by LF; the CR of a CRLF is trimmed away. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let at = 0;
  while (at <= text.length) {
    const found = text.indexOf("\n", at);
    const lineEnd = found < 0 ? text.length : found;
    const line = text.slice(at, lineEnd);
    const start = at + (line.length - line.trimStart().length);
    const end = at + line.trimEnd().length;
    if (start < end) paragraphs.push({ index: paragraphs.length + 1, start, end });
    at = lineEnd + 1;
  }
  return paragraphs;
}

/** The paragraph that holds an offset, or null for an offset between paragraphs. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | null {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (paragraph === undefined) return null;
    if (offset < paragraph.start) high = middle - 1;
    else if (offset >= paragraph.end) low = middle + 1;
    else return paragraph;
  }
  return null;
}
