/** Reads one tag with its attributes. */

import type { ByteWindow } from "./byte-window.ts";
import { MAX_VALUE, TOO_LARGE } from "./window.ts";
import {
  APOSTROPHE,
  ENDS,
  EQUALS,
  GT,
  isBlank,
  LESS,
  LT,
  MARKS,
  QUOTE,
  RESOLVE,
  SLASH,
  SPACE,
} from "./xml-marks.ts";
import { type XmlName, XmlNames } from "./xml-names.ts";
import { Tag } from "./xml-tags.ts";
import { decodeText } from "./xml-text.ts";

const MAX_TAG = 4 * MAX_VALUE;
const MAX_ATTRIBUTES = 1000;

/** A name as messages show it. */
export const clip = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);

export class TagReader {
  /** The tag read last. */
  readonly tag = new Tag();
  private readonly window: ByteWindow;
  private readonly names = new XmlNames();
  /** Names of attributes in the tag before, by place. */
  private readonly guesses: XmlName[] = [];

  constructor(window: ByteWindow) {
    this.window = window;
  }

  /** Reads the tag at an offset into `tag`; gives where it ends, or −1 when it is not whole. */
  read(begin: number): number {
    const { tag, window } = this;
    const { bytes, end } = window;
    let at = begin + 1;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (isBlank(byte) || byte === GT || byte === SLASH) break;
    }
    if (at >= end) return -1;
    tag.element = this.nameAt(begin + 1, at, tag.element);
    tag.count = 0;
    tag.memo = undefined;
    let marks = 0;
    let less = -1;
    for (;;) {
      const before = at;
      while (at < end && isBlank(bytes[at] as number)) at++;
      if (at >= end) return -1;
      const byte = bytes[at] as number;
      if (byte === GT || byte === SLASH) {
        if (byte === SLASH && at + 1 >= end) return -1;
        if (byte === SLASH && bytes[at + 1] !== GT) throw window.fault(at, "there is a / within a tag");
        at += byte === SLASH ? 2 : 1;
        tag.empty = byte === SLASH;
        break;
      }
      const named = at;
      for (; at < end; at++) {
        const each = bytes[at] as number;
        if (each === EQUALS || isBlank(each) || each === GT || each === LT) break;
      }
      const nameEnd = at;
      while (at < end && isBlank(bytes[at] as number)) at++;
      if (at >= end) return -1;
      if (bytes[at] !== EQUALS)
        throw window.fault(named, `the attribute ${clip(window.slice(named, nameEnd))} has no value`);
      at++;
      while (at < end && isBlank(bytes[at] as number)) at++;
      if (at >= end) return -1;
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE)
        throw window.fault(at, `the value of ${clip(window.slice(named, nameEnd))} is not in quotes`);
      const value = ++at;
      for (; at < end; at++) {
        const mark = MARKS[bytes[at] as number] as number;
        if (mark === 0) continue;
        if (mark === ENDS && bytes[at] === quote) break;
        if (mark === LESS && less < 0) less = at;
        marks |= mark;
      }
      const name = this.nameAt(named, nameEnd, this.guesses[tag.count] ?? null);
      this.guesses[tag.count] = name;
      if (at - value > MAX_VALUE && window.units(value, at) > MAX_VALUE)
        throw window.fault(
          value,
          `the value of ${name.text} in <${tag.element.text}> has more than ${MAX_VALUE} characters`,
          TOO_LARGE,
        );
      if (at >= end) return -1;
      if (before === named) throw window.fault(named, "there is no blank between two attributes");
      this.put(name.text, window.slice(value, at), named);
      at++;
    }
    if (less >= 0) throw window.fault(less, "there is a < within a tag");
    this.limit(begin, at);
    if ((marks & (RESOLVE | SPACE)) !== 0)
      for (let each = 0; each < tag.count; each++)
        tag.values[each] = decodeText(tag.values[each] as string, true, (_, ...words) =>
          window.fault(begin, ...words),
        );
    return at;
  }

  /** Refuses a tag that is too long, whether it is whole or not. */
  limit(from: number, to: number): void {
    if (to - from > MAX_TAG && this.window.units(from, to) > MAX_TAG)
      throw this.window.fault(from, `a tag has more than ${MAX_TAG} characters`, TOO_LARGE);
  }

  private put(name: string, value: string, at: number): void {
    const { tag, window } = this;
    if (tag.get(name) !== undefined) throw window.fault(at, `the attribute ${name} stands there twice`);
    if (tag.count >= MAX_ATTRIBUTES)
      throw window.fault(at, `the tag has more than ${MAX_ATTRIBUTES} attributes`, TOO_LARGE);
    tag.names[tag.count] = name;
    tag.values[tag.count] = value;
    tag.count++;
  }

  private nameAt(from: number, to: number, guess: XmlName | null): XmlName {
    const { window } = this;
    const name = this.names.at(window, from, to, guess);
    if (name === null)
      throw window.fault(from, `"${clip(window.slice(from, to))}" is no name of an element or attribute`);
    return name;
  }
}
