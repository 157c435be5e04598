/** Rows of CSV (RFC 4180) out of pieces of text, strict and in bounded memory. */

import type { Place } from "./record.ts";
import { MAX_VALUE, TextWindow, TOO_LARGE } from "./window.ts";

export const MAX_CELLS = 10_000;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Takes one row; `cellPlace` gives the place of a cell and is valid until it returns. */
export type TakeRow = (cells: string[], cellPlace: (cell: number) => Place) => void;

export class CsvParser {
  private readonly window = new TextWindow();
  private readonly take: TakeRow;
  private separator = "";
  private wanted = 0;
  /** Where the cells of the row at hand begin. */
  private starts: number[] = [];

  constructor(take: TakeRow) {
    this.take = take;
  }

  end(): Place {
    return this.window.place(this.window.text.length);
  }

  write(piece: string): void {
    this.window.append(piece);
    if (this.window.text.length >= this.wanted) this.run(false);
  }

  close(): void {
    this.run(true);
  }

  private run(last: boolean): void {
    const { window } = this;
    const { text } = window;
    let at = 0;
    for (;;) {
      const next = at < text.length ? this.row(text, at, last) : -1;
      if (next < 0) break;
      at = next;
    }
    window.drop(at);
    this.wanted = window.text.length < 65_536 ? 0 : 2 * window.text.length;
  }

  /** Consumes a row and gives the offset behind it; −1 when it is not whole yet. */
  private row(text: string, begin: number, last: boolean): number {
    if (this.separator === "" && !this.chooseSeparator(text, begin, last)) return -1;
    const { window, separator } = this;
    const comma = separator.charCodeAt(0);
    const cells: string[] = [];
    this.starts = [];
    let at = begin;
    for (;;) {
      const start = at;
      this.starts.push(start);
      if (cells.length >= MAX_CELLS)
        throw window.fault(start, `the row has more than ${MAX_CELLS} cells`, TOO_LARGE);
      let cell: string;
      if (text.charCodeAt(at) === QUOTE) {
        let close = text.indexOf('"', at + 1);
        while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
        this.limit(start, (close < 0 ? text.length : close) - start);
        if (close < 0 || (close + 1 === text.length && !last)) {
          if (last) throw window.fault(start, "the double quote that opens this cell is never closed");
          return -1;
        }
        cell = text.slice(at + 1, close);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = close + 1;
        const after = text.charCodeAt(at);
        if (at < text.length && after !== comma && after !== LF && after !== CR)
          throw window.fault(at, "there is text after the closing double quote");
      } else {
        for (; at < text.length; at++) {
          const unit = text.charCodeAt(at);
          if (unit === comma || unit === LF || unit === CR) break;
          if (unit === QUOTE)
            throw window.fault(at, "there is a double quote within a cell that is not enclosed in quotes");
        }
        this.limit(start, at - start);
        if (at === text.length && !last) return -1;
        cell = text.slice(start, at);
      }
      cells.push(cell);
      const unit = text.charCodeAt(at);
      if (at < text.length && unit === comma) {
        at++;
        continue;
      }
      if (unit === CR && at + 1 === text.length && !last) return -1;
      at += unit === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      // A line with nothing in it is no row.
      if (cells.length > 1 || cells[0] !== "")
        this.take(cells, (place) => window.place(this.starts[place] ?? begin));
      return Math.min(at, text.length);
    }
  }

  private limit(start: number, length: number): void {
    if (length > MAX_VALUE)
      throw this.window.fault(start, `the cell has more than ${MAX_VALUE} characters`, TOO_LARGE);
  }

  /** A comma, or what the first line has most of when it has no comma. False while there is no whole line. */
  private chooseSeparator(text: string, begin: number, last: boolean): boolean {
    const end = text.slice(begin).search(/[\r\n]/);
    if (end < 0 && !last && text.length < MAX_VALUE) return false;
    const line = text.slice(begin, end < 0 ? text.length : begin + end);
    const count = (separator: string) => line.split(separator).length;
    const found = [",", "\t", ";"].find((separator) => count(separator) > 1 && hasEnds(line, separator));
    this.separator = found ?? ",";
    return true;
  }
}

/** Whether the header names both ends of an edge when it is cut by this separator. */
const hasEnds = (line: string, separator: string): boolean => {
  const names = line.split(separator).map((name) => name.replaceAll('"', "").trim().toLowerCase());
  return SOURCE.some((name) => names.includes(name)) && TARGET.some((name) => names.includes(name));
};

/** Names of the columns that hold the ends of an edge, in lower case. */
export const SOURCE: readonly string[] = ["source", "from", "src"];
export const TARGET: readonly string[] = ["target", "to", "dst"];
