/** CSV that arrives in parts: the records of `scanCsv`, with no more text in memory than the longest record. */

import { type CsvFault, type CsvRecord, MAX_CELL, Scanner } from "./csv.ts";

/** Longest record in UTF-16 code units; a longer one ends the reading. */
export const MAX_RECORD = 16 * MAX_CELL;

/** Takes a file part by part. */
export class CsvStream {
  private readonly faults: CsvFault[];
  private readonly take: (record: CsvRecord) => void;
  private readonly separator: number;
  private rest = "";
  private line = 1;
  /** Length from which the rest is worth another look, so that a long record is not scanned at every part. */
  private enough = 0;
  private ended = false;

  /**
   * A record's faults are in `faults` before it is handed out. They are those of `scanCsv`, except that a quote is taken for
   * unclosed when the cell would be longer than `MAX_CELL`.
   */
  constructor(faults: CsvFault[], take: (record: CsvRecord) => void, separator = ",") {
    this.faults = faults;
    this.take = take;
    this.separator = separator.charCodeAt(0);
  }

  /** Takes the next part; `last` says that the file ends with it. */
  push(part: string, last: boolean): void {
    if (this.ended) return;
    const text = this.rest + part;
    if (!last && text.length < this.enough) {
      this.rest = text;
      return;
    }
    const { line, separator } = this;
    const scanner = new Scanner(text, this.faults, { line, last, separator });
    for (let record = scanner.next(); record !== null; record = scanner.next()) this.take(record);
    const { place } = scanner;
    this.line = place.line;
    this.rest = text.slice(place.at);
    this.enough = place.at === 0 ? 2 * text.length : 0;
    this.ended = last;
    if (this.rest.length > MAX_RECORD) this.giveUp();
  }

  private giveUp(): void {
    const { line } = this;
    const message = `the row has no end within ${MAX_RECORD} characters`;
    this.faults.push({ code: "cell-too-large", line, cell: 0, message });
    this.rest = "";
    this.ended = true;
    this.take({ line, cells: [] });
  }
}
