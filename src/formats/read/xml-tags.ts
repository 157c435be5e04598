/** Tags as handlers see them, and those that came before: most tags of a graph come again byte for byte. */

import type { ByteWindow } from "./byte-window.ts";
import { ownText } from "./window.ts";
import type { XmlName } from "./xml-names.ts";

/** The attributes of a tag; valid until the handler returns. */
export interface XmlTag {
  readonly count: number;
  name(at: number): string;
  value(at: number): string;
  /** The value of an attribute, or undefined. */
  get(name: string): string | undefined;
  /** True when the tag may come again, so that a memo is worth making. */
  readonly kept: boolean;
  /** What the handler has made of the tag, for when it comes again. */
  memo: unknown;
}

export class Tag implements XmlTag {
  element: XmlName | null = null;
  empty = false;
  kept = false;
  names: string[] = [];
  values: string[] = [];
  count = 0;
  memo: unknown;

  name(at: number): string {
    return this.names[at] ?? "";
  }
  value(at: number): string {
    return this.values[at] ?? "";
  }
  get(name: string): string | undefined {
    for (let at = 0; at < this.count; at++) if (this.names[at] === name) return this.values[at];
    return undefined;
  }

  /** A copy that keeps nothing of the file in memory but itself. */
  own(): Tag {
    const copy = new Tag();
    copy.element = this.element;
    copy.kept = true;
    copy.empty = this.empty;
    copy.count = this.count;
    copy.names = this.names.slice(0, this.count);
    copy.values = this.values.slice(0, this.count).map(ownText);
    return copy;
  }
}

/** Longest tag that is kept, in bytes: a multiple of four. */
const LONGEST = 96;
const WORDS = LONGEST / 4;
const SLOTS = 32_768;

/** Tags that came twice. New ones take the places of old ones. */
export class KnownTags {
  private readonly tags: (Tag | undefined)[] = new Array(SLOTS);
  /** Of the tag seen last at each slot. */
  private readonly hashes = new Int32Array(SLOTS);
  private readonly lengths = new Uint8Array(SLOTS);
  private readonly words = new Uint32Array(SLOTS * WORDS);
  private slot = 0;
  private again = false;
  /** Of the tag looked for last, in bytes; 0 when it was too long. */
  length = 0;

  /** The tag at an offset if it came before. `view` is on all bytes of the window. */
  find(window: ByteWindow, view: DataView, from: number): Tag | undefined {
    const last = Math.min(window.end, from + LONGEST);
    let hash = 0;
    let at = from;
    let word = 0;
    let ends = 0;
    for (; at < last; at += 4) {
      word = view.getUint32(at, true);
      // The high bit of each byte that is the first `>` (Warren, "Hacker's Delight", 2nd ed., 6-1).
      const difference = word ^ ANGLES;
      ends = (difference - 0x01010101) & ~difference & 0x80808080;
      if (ends !== 0) break;
      hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
    }
    // Bytes of the last word up to the `>`.
    const rest = ends === 0 ? 0 : ((31 - Math.clz32(ends & -ends)) >>> 3) + 1;
    this.length = at + rest > last || ends === 0 ? 0 : at + rest - from;
    if (this.length === 0) return undefined;
    const tail = maskedTo(word, rest);
    hash = Math.imul(hash ^ tail, 0x01000193) ^ this.length;
    const slot = (hash ^ (hash >>> 12) ^ (hash >>> 22)) & (SLOTS - 1);
    this.slot = slot;
    this.again = this.hashes[slot] === hash;
    if (!this.again) {
      this.hashes[slot] = hash;
      this.lengths[slot] = 0;
      return undefined;
    }
    if (this.lengths[slot] !== this.length) return undefined;
    const { words } = this;
    let place = slot * WORDS;
    for (let each = from; each < at; each += 4)
      if (words[place++] !== view.getUint32(each, true)) return undefined;
    return words[place] === tail ? this.tags[slot] : undefined;
  }

  /** Keeps the tag at the offset asked for last, if it came before and is all that was looked at there. Gives the tag to go on with. */
  keep(tag: Tag, view: DataView, from: number, to: number): Tag {
    if (!this.again || to - from !== this.length) return tag;
    const kept = tag.own();
    this.tags[this.slot] = kept;
    this.lengths[this.slot] = this.length;
    let word = this.slot * WORDS;
    let at = from;
    for (; at + 4 < to; at += 4) this.words[word++] = view.getUint32(at, true);
    this.words[word] = maskedTo(view.getUint32(at, true), to - at);
    return kept;
  }
}

const ANGLES = 0x3e3e3e3e;

/** The first 1 to 4 bytes of a word. */
const maskedTo = (word: number, bytes: number): number => (word & (0xffffffff >>> (8 * (4 - bytes)))) >>> 0;
