/** Names of elements and attributes: found by their bytes, so that each is decoded and looked at once. */

import type { ByteWindow } from "./byte-window.ts";
import { isName } from "./xml-text.ts";

export interface XmlName {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const SLOTS = 1024;

/** Names that came before. New ones take the places of old ones, so that a file with a million names takes no memory. */
export class XmlNames {
  private readonly slots: (XmlName | undefined)[] = new Array(SLOTS);

  /** The name that stands at some bytes, or null when they are none. `guess` is one that may well stand there. */
  at(window: ByteWindow, from: number, to: number, guess: XmlName | null): XmlName | null {
    const { bytes } = window;
    if (guess !== null && sameBytes(guess.bytes, bytes, from, to)) return guess;
    let hash = to - from;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
    const known = this.slots[slot];
    if (known !== undefined && sameBytes(known.bytes, bytes, from, to)) return known;
    const text = window.slice(from, to);
    if (!isName(text)) return null;
    // A key of an object is a string that engines compare by its address.
    const name = { text: Object.keys({ [text]: 0 })[0] as string, bytes: bytes.slice(from, to) };
    this.slots[slot] = name;
    return name;
  }
}

/** Whether `known` stands at `from … to`. */
export function sameBytes(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  const { length } = known;
  if (length !== to - from) return false;
  for (let at = 0; at < length; at++) if (known[at] !== bytes[from + at]) return false;
  return true;
}
