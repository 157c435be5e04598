/**
 * CSV (RFC 4180) to rows and back. Our own reader, because each record must carry its line in the file, all faults must come
 * at once and not as an exception, and the page must not carry a Buffer for it.
 */

import type { ProblemCode } from "./problem-codes.ts";

/** Largest file that is read, in bytes. JavaScript strings end at about twice this length. */
export const MAX_FILE_BYTES = 268_435_456;

/** Longest cell in UTF-16 code units; longer ones are a problem. */
export const MAX_CELL = 1_048_576;

/** One record: the line of the file on which it begins (the first being 1) and its cells. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with the form of the file; `cell` is the index of the cell in its record. */
export interface CsvFault {
  readonly code: Extract<ProblemCode, "unclosed-quote" | "stray-quote" | "nul-character" | "cell-too-large">;
  readonly line: number;
  readonly cell: number;
  readonly message: string;
}

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

/**
 * Splits a text into records and hands them out one by one; answers all faults. A record's faults are in `faults` before it is
 * handed out. Lines end by LF, CRLF or CR; a line break at the end of the file begins no record. A cell that is never closed
 * ends with its first line, so that the rest of the file is still checked. Faulty cells are kept as they stand, except that one
 * beyond `MAX_CELL` becomes empty.
 */
export function scanCsv(text: string, faults: CsvFault[], take: (record: CsvRecord) => void): void {
  const scanner = new Scanner(text, faults);
  for (let record = scanner.next(); record !== null; record = scanner.next()) take(record);
}

/** All records and faults of a text. */
export function parseCsv(text: string): {
  readonly records: readonly CsvRecord[];
  readonly faults: readonly CsvFault[];
} {
  const records: CsvRecord[] = [];
  const faults: CsvFault[] = [];
  scanCsv(text, faults, (record) => records.push(record));
  return { records, faults };
}

/** How a text that is a part of a file stands to the whole. */
export interface CsvPart {
  /** The line of the file on which the text begins. */
  readonly line: number;
  /** Whether the file ends with the text. */
  readonly last: boolean;
  /** The code unit between cells. */
  readonly separator: number;
}

const WHOLE: CsvPart = { line: 1, last: true, separator: COMMA };

/** Reads record after record of a text, or of a part of one. */
export class Scanner {
  private readonly text: string;
  private readonly faults: CsvFault[];
  private readonly last: boolean;
  private readonly separator: number;
  /** Where the next record begins, and its line. */
  private at = 0;
  private line: number;
  /** Where the record began, and its cells so far. */
  private first = 1;
  private cells: string[] = [];

  constructor(text: string, faults: CsvFault[], { line, last, separator }: CsvPart = WHOLE) {
    this.text = text;
    this.faults = faults;
    this.line = line;
    this.last = last;
    this.separator = separator;
  }

  /** How much of the text has become records, and the line that follows. */
  get place(): { readonly at: number; readonly line: number } {
    return { at: this.at, line: this.line };
  }

  /** The next record; null at the end of the text, and where the rest is a record whose end is not in this part. */
  next(): CsvRecord | null {
    const { text } = this;
    if (this.at >= text.length) return null;
    const [begin, known] = [this.at, this.faults.length];
    this.first = this.line;
    this.cells = [];
    for (let open = true; open; ) {
      let cell = text.charCodeAt(this.at) === QUOTE ? this.quoted() : this.plain();
      if (cell.length > MAX_CELL) {
        this.fault("cell-too-large", `the cell has ${cell.length} characters; the limit is ${MAX_CELL}`);
        cell = "";
      }
      this.cells.push(cell);
      open = text.charCodeAt(this.at) === this.separator;
      if (open) this.at++;
    }
    // A CR at the end of a part may be half of a CRLF.
    const ending = text.charCodeAt(this.at) === CR ? this.at + 1 : this.at;
    if (!this.last && ending >= text.length) {
      this.at = begin;
      this.line = this.first;
      this.faults.length = known;
      return null;
    }
    if (this.at < text.length) {
      this.at += text.charCodeAt(this.at) === CR && text.charCodeAt(this.at + 1) === LF ? 2 : 1;
      this.line++;
    }
    return { line: this.first, cells: this.cells };
  }

  private fault(code: CsvFault["code"], message: string): void {
    this.faults.push({ code, line: this.first, cell: this.cells.length, message });
  }

  /** A cell without quotes. NUL is looked for here, not once in the whole text, which engines move into the loop. */
  private plain(): string {
    const { text, separator } = this;
    const begin = this.at;
    let at = begin;
    let stray = false;
    let nul = false;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === separator || unit === LF || unit === CR) break;
      if (unit === QUOTE) stray = true;
      else if (unit === 0) nul = true;
    }
    this.at = at;
    if (stray)
      this.fault("stray-quote", "there is a double quote within a cell that is not enclosed in quotes");
    if (nul) this.fault("nul-character", NUL_MESSAGE);
    return text.slice(begin, at);
  }

  private quoted(): string {
    const { text } = this;
    const begin = this.at + 1;
    const close = closingQuote(text, begin);
    if (close < 0) {
      // The quote may be closed in the next part; not so when the cell would be too large anyway.
      if (!this.last && text.length - begin <= MAX_CELL) {
        this.at = text.length;
        return "";
      }
      this.fault("unclosed-quote", "the double quote that opens this cell is never closed");
      this.at = endOf(text, begin, null);
      const cell = text.slice(begin, this.at);
      if (cell.includes("\u0000")) this.fault("nul-character", NUL_MESSAGE);
      return cell;
    }
    let cell = text.slice(begin, close);
    this.line += lineBreaks(text, begin, close);
    this.at = close + 1;
    if (cell.includes('"')) cell = cell.replaceAll('""', '"');
    const end = endOf(text, this.at, this.separator);
    if (end > this.at) {
      this.fault("stray-quote", "there is text after the closing double quote");
      cell += text.slice(this.at, end);
      this.at = end;
    }
    if (cell.includes("\u0000")) this.fault("nul-character", NUL_MESSAGE);
    return cell;
  }
}

const NUL_MESSAGE = "the cell holds a NUL character";

/** Where the quoted cell ends that begins at `from`, or −1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/** The end of the line, or with a separator of the cell, that goes on at `from`. */
function endOf(text: string, from: number, separator: number | null): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || unit === CR || unit === separator) break;
  }
  return at;
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}

const NEEDS_QUOTES = /[",\r\n]/;

/** A cell as the file holds it: enclosed in quotes only where it must be. */
export const quoteCell = (cell: string): string =>
  cell !== "" && NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** One line, with its LF. A record of a single empty cell is written in quotes, since an empty line is no record. */
export const csvLine = (cells: readonly string[]): string =>
  cells.length === 1 && cells[0] === "" ? '""\n' : `${cells.map(quoteCell).join(",")}\n`;
