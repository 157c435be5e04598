/** Writes a file straight into bytes: texts are encoded in place, what comes again is encoded once and copied. */

import type { Day } from "./spells.ts";
import type { XmlEscaper } from "./xml.ts";

const CHUNK = 65_536;
/** Of the buffer: a chunk and what is written between two looks at whether it is full. */
const ROOM = CHUNK + 16_384;

/** A text that a pen has encoded: where it stands among those. */
export type Ready = number;

/** Whether this machine keeps the low byte of a word first. */
const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** For pure ASCII other than these, an escaped text is the text itself. */
function plainTable(escaped: string): Uint8Array {
  const table = new Uint8Array(128).fill(1, 32, 127);
  for (const character of escaped) table[character.charCodeAt(0)] = 0;
  return table;
}
const PLAIN_XML = plainTable('&<>"');

const MINUS = 45;

/** Two decimal digits. */
function pair(bytes: Uint8Array, at: number, number: number): void {
  // A tenth, exactly so below 100.
  const tens = (number * 103) >> 10;
  bytes[at] = 48 + tens;
  bytes[at + 1] = 48 + number - 10 * tens;
}

/** One buffer, handed on in chunks of about 64 kB. */
export class BytePen {
  private bytes = new Uint8Array(ROOM);
  private view = new DataView(this.bytes.buffer);
  private at = 0;
  /** Texts encoded, each behind its length in bytes. */
  private kept = new Uint32Array(4096);
  private keptSize = 0;
  private readonly encoder = new TextEncoder();

  /** Writes a text and keeps it for being put again. */
  keep(text: string): Ready {
    const from = this.at;
    this.text(text);
    const length = this.at - from;
    const at = this.keptSize;
    const end = at + 1 + ((length + 3) >>> 2);
    if (end > this.kept.length) {
      const longer = new Uint32Array(Math.max(end, 2 * this.kept.length));
      longer.set(this.kept);
      this.kept = longer;
    }
    const { bytes, kept } = this;
    kept[at] = length;
    const target = new Uint8Array(kept.buffer, 4 * (at + 1));
    for (let i = 0; i < length; i++) target[i] = bytes[from + i] as number;
    this.keptSize = end;
    return at;
  }

  /** Keeps a text without writing it. */
  constant(text: string): Ready {
    const before = this.at;
    const ready = this.keep(text);
    this.at = before;
    return ready;
  }

  put(ready: Ready): void {
    const { at, kept } = this;
    const length = kept[ready] as number;
    // What a last word writes too much is written over.
    this.reserve(length + 3);
    const { view } = this;
    const words = (length + 3) >>> 2;
    for (let i = 0; i < words; i++) view.setUint32(at + 4 * i, kept[ready + 1 + i] as number, LITTLE);
    this.at = at + length;
  }

  /** A text as it is. It must not end within a surrogate pair. */
  text(text: string): void {
    const { length } = text;
    this.reserve(3 * length);
    const { bytes } = this;
    let { at } = this;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 128) {
        this.at = at;
        this.encode(i === 0 ? text : text.slice(i));
        return;
      }
      bytes[at++] = code;
    }
    this.at = at;
  }

  /** A day as `YYYY-MM-DD`. */
  day(day: Day): void {
    this.reserve(10);
    const { bytes, at } = this;
    const year = day >> 9;
    const century = Math.trunc(year / 100);
    pair(bytes, at, century);
    pair(bytes, at + 2, year - 100 * century);
    bytes[at + 4] = MINUS;
    pair(bytes, at + 5, (day >> 5) & 15);
    bytes[at + 7] = MINUS;
    pair(bytes, at + 8, day & 31);
    this.at = at + 10;
  }

  /** A text for XML. The escaper sees only what is behind the first character that is not plain ASCII. */
  escaped(text: string, xml: XmlEscaper): void {
    const { length } = text;
    this.reserve(length);
    const { bytes } = this;
    let { at } = this;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 128 || PLAIN_XML[code] === 0) {
        this.at = at;
        this.text(xml.escape(i === 0 ? text : text.slice(i)));
        return;
      }
      bytes[at++] = code;
    }
    this.at = at;
  }

  /** How much is written since the last chunk: a place to go back to. */
  get place(): number {
    return this.at;
  }

  /** Takes back what has been written since `place`, in the same chunk. */
  back(place: number): void {
    this.at = place;
  }

  /** Whether it is time to `take` a chunk. */
  get full(): boolean {
    return this.at >= CHUNK;
  }

  /** What is written, which then is forgotten. With `reuse` its memory is written over afterwards. */
  take(reuse: boolean): Uint8Array {
    const { bytes, at } = this;
    this.at = 0;
    if (bytes.length > ROOM) this.use(new Uint8Array(ROOM));
    return reuse || bytes.length > ROOM ? bytes.subarray(0, at) : bytes.slice(0, at);
  }

  private encode(text: string): void {
    this.at += this.encoder.encodeInto(text, this.bytes.subarray(this.at)).written;
  }

  private reserve(more: number): void {
    const needed = this.at + more;
    if (needed <= this.bytes.length) return;
    const longer = new Uint8Array(2 * needed);
    longer.set(this.bytes.subarray(0, this.at));
    this.use(longer);
  }

  private use(bytes: Uint8Array<ArrayBuffer>): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }
}
