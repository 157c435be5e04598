/** The piece of a file's bytes that a reader has in hand: checked to be UTF-8 and text, with the place of each byte in the file. */

import type { Fault } from "../../model/problem.ts";
import type { Place } from "./record.ts";
import { firstBadByte, unfinished } from "./utf8.ts";
import { faultAt, MEND, RESAVE } from "./window.ts";

const FIRST = 1 << 17;
const LF = 10;
const CR = 13;
const TAB = 9;

/** Where bytes are no text, and what is said of it. */
interface Bad {
  readonly at: number;
  readonly reason: string;
  readonly remedy: string;
}

/** Keeps only the bytes that are not consumed yet. Lines end by LF; columns count UTF-16 code units. */
export class ByteWindow {
  /** Longer than what is in hand by four at least. */
  bytes = new Uint8Array(FIRST);
  /** How many bytes are in hand and known to be text. */
  end = 0;
  /** The first fault behind `end`, or null. */
  bad: Bad | null = null;
  /** Bytes in hand, with those of a character whose rest is to come. */
  private filled = 0;
  private begun = false;
  /** Whether there are other bytes in hand than ASCII. */
  private wide = false;
  /** All bytes in hand as `narrow` gives them, made when it is asked for. */
  private whole: string | null = null;
  private readonly strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private readonly latin = new TextDecoder("latin1");
  /** Offsets of the line feeds in hand. */
  private feeds = new Int32Array(1024);
  private feedCount = 0;
  /** Place of the first byte in hand. */
  private line = 1;
  private column = 1;
  /** The last offset asked for, the line feeds before it, and its column, from which the next search goes on. */
  private at = 0;
  private atFeed = 0;
  private atColumn = 1;

  append(chunk: Uint8Array): void {
    this.reserve(chunk.length);
    this.bytes.set(chunk, this.filled);
    this.filled += chunk.length;
    // The first bytes tell encodings apart.
    if (!this.begun && this.filled < 4) return;
    this.begin();
    this.check(this.filled - unfinished(this.bytes, this.filled));
  }

  /** There are no more bytes. */
  close(): void {
    this.begin();
    this.check(this.filled);
  }

  /** The text of some of the bytes in hand. Keeps all of them in memory where it is long: see `ownText`. */
  slice(from: number, to: number): string {
    if (this.wide)
      for (let at = from; at < to; at++)
        if ((this.bytes[at] as number) >= 0x80) return this.strict.decode(this.bytes.subarray(from, to));
    return this.narrow(from, to);
  }

  /** The same with one character for each byte: right for ASCII only. */
  narrow(from: number, to: number): string {
    this.whole ??= (this.wide ? this.latin : this.strict).decode(this.bytes.subarray(0, this.end));
    return this.whole.slice(from, to);
  }

  /** The offset of a byte at or behind `from`, or −1. */
  find(byte: number, from: number): number {
    const found = this.bytes.indexOf(byte, from);
    return found < this.end ? found : -1;
  }

  /** UTF-16 code units in a stretch of bytes. */
  units(from: number, to: number): number {
    if (!this.wide) return to - from;
    let units = 0;
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at] as number;
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
    }
    return units;
  }

  /** Forgets the first `count` bytes. */
  drop(count: number): void {
    if (count === 0) return;
    const { line, column } = this.place(count);
    this.feedCount -= this.atFeed;
    for (let each = 0; each < this.feedCount; each++)
      this.feeds[each] = (this.feeds[each + this.atFeed] as number) - count;
    this.bytes.copyWithin(0, count, this.filled);
    this.filled -= count;
    this.end -= count;
    this.whole = null;
    this.wide &&= this.bytes.subarray(0, this.filled).some((byte) => byte >= 0x80);
    this.line = line;
    this.column = column;
    this.rewind();
  }

  /** Where the byte at an offset stands. */
  place(offset: number): Place {
    if (offset < this.at) this.rewind();
    let from = this.at;
    while (this.atFeed < this.feedCount && (this.feeds[this.atFeed] as number) < offset) {
      from = (this.feeds[this.atFeed++] as number) + 1;
      this.atColumn = 1;
    }
    this.atColumn += this.units(from, offset);
    this.at = offset;
    return { line: this.line + this.atFeed, column: this.atColumn };
  }

  fault(offset: number, reason: string, remedy = MEND): Fault {
    return faultAt(this.place(offset), reason, remedy);
  }

  private rewind(): void {
    this.at = 0;
    this.atFeed = 0;
    this.atColumn = this.column;
  }

  private reserve(more: number): void {
    const needed = this.filled + more + 4;
    if (needed <= this.bytes.length) return;
    const longer = new Uint8Array(2 * needed);
    longer.set(this.bytes.subarray(0, this.filled));
    this.bytes = longer;
  }

  /** Checks what has come, up to `to`, and takes it in hand. */
  private check(to: number): void {
    this.bad ??= this.lookAt(this.end, to);
    this.end = this.bad?.at ?? to;
    this.whole = null;
  }

  /** Drops a byte order mark. */
  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    const [one, two, three] = this.bytes.subarray(0, this.filled);
    if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff) || one === 0 || two === 0)
      this.bad = { at: 0, reason: "the file is UTF-16 or no text, not UTF-8", remedy: RESAVE };
    if (one !== 0xef || two !== 0xbb || three !== 0xbf) return;
    this.bytes.copyWithin(0, 3, this.filled);
    this.filled -= 3;
  }

  /** The first thing that is no text. Four bytes at a time, since nearly all are plain. */
  private lookAt(from: number, to: number): Bad | null {
    const { bytes } = this;
    const view = new DataView(bytes.buffer);
    let wide = false;
    let bad: Bad | null = null;
    for (let at = from; at < to && !bad; at += 4) {
      const word = at + 4 <= to ? view.getUint32(at, true) : 0;
      // A high bit where a byte is above 0x7f or, less 0x20, below 0.
      if (((word | ((word - 0x20202020) & ~word)) & 0x80808080) === 0) continue;
      for (let each = at; each < Math.min(at + 4, to) && !bad; each++) {
        const byte = bytes[each] as number;
        if (byte >= 0x80) {
          wide = true;
          if (byte === 0xef && bytes[each + 1] === 0xbf && each + 2 < to) bad = noncharacter(bytes, each);
        } else if (byte === LF) this.feed(each);
        else if (byte < 0x20 && byte !== CR && byte !== TAB) bad = forbidden(each, byte);
      }
    }
    if (!wide) return bad;
    this.wide = true;
    return this.badByte(from, bad?.at ?? to) ?? bad;
  }

  private feed(at: number): void {
    if (this.feedCount === this.feeds.length) {
      const longer = new Int32Array(2 * this.feeds.length);
      longer.set(this.feeds);
      this.feeds = longer;
    }
    this.feeds[this.feedCount++] = at;
  }

  private badByte(from: number, to: number): Bad | null {
    const bytes = this.bytes.subarray(from, to);
    try {
      this.strict.decode(bytes);
      return null;
    } catch {
      const at = firstBadByte(bytes);
      const value = (bytes[at] as number).toString(16).padStart(2, "0").toUpperCase();
      return { at: from + at, reason: `the file is not UTF-8: byte 0x${value}`, remedy: RESAVE };
    }
  }
}

const forbidden = (at: number, code: number): Bad => ({
  at,
  reason: `the character U+${code.toString(16).toUpperCase().padStart(4, "0")} is not allowed in XML`,
  remedy: MEND,
});

/** U+FFFE and U+FFFF. */
function noncharacter(bytes: Uint8Array, at: number): Bad | null {
  const last = bytes[at + 2] as number;
  return last === 0xbe || last === 0xbf ? forbidden(at, 0xff00 | (last + 0x40)) : null;
}
