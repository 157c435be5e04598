/** The piece of a file's text that a reader has in hand, and where in the file each of its characters stands. */

import { Fault } from "../../model/problem.ts";
import type { Place } from "./record.ts";

/** Longest value (attribute, cell, string, text of an element) in UTF-16 code units, as in the tables of a package. */
export const MAX_VALUE = 1_048_576;

/** No character of a text is written with more than these, in any format: `&quot;`, `\u0000`. */
const WIDEST = 6;

/** Longest id or name that is written, so that it is no longer than `MAX_VALUE` in any format. */
export const MAX_NAME = Math.floor(MAX_VALUE / WIDEST);

/** Remedies for most faults, for bytes in another encoding, and for what is larger than a reader takes. */
export const MEND = "Mend the file there, or write it anew with the program that made it";
export const RESAVE = "Save the file as UTF-8";
export const TOO_LARGE = "Shorten it, or take it out of the file";

/** A fault of the file: `message` says line, column and reason. */
export function faultAt({ line, column }: Place, reason: string, remedy: string): Fault {
  return new Fault({
    class: "bad-data",
    code: "bad-graph-file",
    message: `line ${line}, column ${column}: ${reason}`,
    remedy,
    details: { line, column, reason },
  });
}

/** Keeps only the text that is not consumed yet. Lines end by LF. */
export class TextWindow {
  text = "";
  /** Place of the first character in hand. */
  private line = 1;
  private column = 1;
  /** The last offset asked for, its line and where that line begins, from which the next search goes on. */
  private at = 0;
  private atLine = 1;
  private lineStart = 0;

  append(piece: string): void {
    this.text = this.text === "" ? piece : this.text + piece;
  }

  /** Forgets the first `count` characters. */
  drop(count: number): void {
    if (count === 0) return;
    const { line, column } = this.place(count);
    this.line = line;
    this.column = column;
    this.text = this.text.slice(count);
    this.rewind();
  }

  /** Where the character at an offset stands. */
  place(offset: number): Place {
    if (offset < this.at) this.rewind();
    for (let found = this.text.indexOf("\n", this.at); found >= 0 && found < offset; ) {
      this.atLine++;
      this.lineStart = found + 1;
      found = this.text.indexOf("\n", found + 1);
    }
    this.at = offset;
    return { line: this.atLine, column: offset - this.lineStart + 1 };
  }

  fault(offset: number, reason: string, remedy = MEND): Fault {
    return faultAt(this.place(offset), reason, remedy);
  }

  private rewind(): void {
    this.at = 0;
    this.atLine = this.line;
    this.lineStart = 1 - this.column;
  }
}

/** A text of its own: parts of a text keep all of it in memory, which what is kept for long must not. */
export const ownText = (text: string): string =>
  text.length < 13 ? text : [text.slice(0, 1), text.slice(1)].join("");
