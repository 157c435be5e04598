/**
 * CSV (RFC 4180) to rows and back. Our own reader, because each record must carry its line in the file, all faults must come
 * at once, and it must be as light in the page as in Node; `docs/decisions` has the measurements.
 */

import type { ProblemCode } from "./problem-codes.ts";

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

export interface Csv {
  readonly records: readonly CsvRecord[];
  readonly faults: readonly CsvFault[];
}

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

/**
 * Splits a text into records. Lines end by LF, CRLF or CR; a line break at the end of the file begins no record. A cell that is
 * never closed ends with its first line, so that the rest of the file is still checked. Faulty cells are kept as they stand,
 * except that one beyond `MAX_CELL` becomes empty.
 */
export function parseCsv(text: string): Csv {
  const records: CsvRecord[] = [];
  const faults: CsvFault[] = [];
  const size = text.length;
  const hasNul = text.includes("\u0000");
  let at = 0;
  let line = 1;

  while (at < size) {
    const first = line;
    const cells: string[] = [];
    for (let open = true; open; ) {
      const fault = (code: CsvFault["code"], message: string): void => {
        faults.push({ code, line: first, cell: cells.length, message });
      };
      let cell = "";
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close < 0) {
          fault("unclosed-quote", "the double quote that opens this cell is never closed");
          const end = lineEnd(text, at + 1);
          cell = text.slice(at + 1, end);
          at = end;
        } else {
          cell = text.slice(at + 1, close);
          if (cell.includes('"')) cell = cell.replaceAll('""', '"');
          line += lineBreaks(text, at + 1, close);
          at = close + 1;
          const next = text.charCodeAt(at);
          if (at < size && next !== COMMA && next !== LF && next !== CR) {
            fault("stray-quote", "there is text after the closing double quote");
            const end = cellEnd(text, at);
            cell += text.slice(at, end);
            at = end;
          }
        }
      } else {
        const begin = at;
        let stray = false;
        for (; at < size; at++) {
          const unit = text.charCodeAt(at);
          if (unit === COMMA || unit === LF || unit === CR) break;
          if (unit === QUOTE) stray = true;
        }
        cell = text.slice(begin, at);
        if (stray) fault("stray-quote", "there is a double quote within a cell that is not enclosed in quotes");
      }
      if (hasNul && cell.includes("\u0000")) fault("nul-character", "the cell holds a NUL character");
      if (cell.length > MAX_CELL) {
        fault("cell-too-large", `the cell has ${cell.length} characters; the limit is ${MAX_CELL}`);
        cell = "";
      }
      cells.push(cell);
      open = text.charCodeAt(at) === COMMA;
      if (open) at++;
    }
    records.push({ line: first, cells });
    if (at < size) {
      at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      line++;
    }
  }
  return { records, faults };
}

/** Where the quoted cell ends that begins at `from`, or −1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}

function cellEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === COMMA || unit === LF || unit === CR) break;
    at++;
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
  NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** One line, with its LF. A record of a single empty cell is written in quotes, since an empty line is no record. */
export function csvLine(cells: readonly string[]): string {
  if (cells.length === 1 && cells[0] === "") return '""\n';
  let line = "";
  for (let i = 0; i < cells.length; i++) line += (i === 0 ? "" : ",") + quoteCell(cells[i] ?? "");
  return `${line}\n`;
}
