/** Bytes to pieces of text: strict UTF-8 whatever the cut of the chunks, with the place of the first bad byte. */

import type { FileReader } from "./reader.ts";
import type { Place } from "./record.ts";
import { firstBadByte, unfinished } from "./utf8.ts";
import { faultAt, RESAVE } from "./window.ts";

/** Takes the text of one file in pieces of any size. */
interface TextReader {
  write(piece: string): void;
  /** The text is at its end. */
  close(): void;
  /** Where the reader stands: the end of all text so far. */
  end(): Place;
}

/** Feeds a reader of text with bytes. Drops a byte order mark. Throws what the reader throws, and a fault for bad bytes. */
export class ByteFeed implements FileReader {
  private readonly reader: TextReader;
  private readonly strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  /** The first bytes of a character whose rest is to come. */
  private carry = new Uint8Array(0);
  private first = true;

  constructor(reader: TextReader) {
    this.reader = reader;
  }

  write(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    let bytes = chunk;
    if (this.carry.length > 0) {
      bytes = new Uint8Array(this.carry.length + chunk.length);
      bytes.set(this.carry);
      bytes.set(chunk, this.carry.length);
    }
    const whole = bytes.length - unfinished(bytes, bytes.length);
    this.carry = bytes.slice(whole);
    if (whole === 0 && bytes.length < 4) return;
    this.decode(bytes.subarray(0, whole));
  }

  close(): void {
    if (this.carry.length > 0) this.decode(this.carry);
    this.reader.close();
  }

  private decode(bytes: Uint8Array): void {
    let text: string;
    try {
      text = this.strict.decode(bytes);
    } catch {
      throw this.badByte(bytes);
    }
    if (this.first) {
      this.first = false;
      if (text.startsWith("\ufeff")) text = text.slice(1);
      if (text.startsWith("\u0000") || text.charCodeAt(1) === 0) throw this.otherEncoding();
    }
    if (text !== "") this.reader.write(text);
  }

  private badByte(bytes: Uint8Array): Error {
    const [one, two] = bytes;
    if (this.first && ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)))
      return this.otherEncoding();
    const at = firstBadByte(bytes);
    // What comes before may be faulty for another reason, which is then the first fault.
    if (at > 0)
      this.reader.write(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, at)));
    const value = (bytes[at] ?? 0).toString(16).padStart(2, "0").toUpperCase();
    return faultAt(this.reader.end(), `the file is not UTF-8: byte 0x${value}`, RESAVE);
  }

  private otherEncoding(): Error {
    return faultAt({ line: 1, column: 1 }, "the file is UTF-16 or no text, not UTF-8", RESAVE);
  }
}
