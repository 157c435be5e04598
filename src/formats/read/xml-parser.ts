/**
 * XML 1.0 pulled out of pieces of text, strict and in bounded memory. Our own, because event parsers that build an object for
 * each attribute read a tenth as fast. Document types are refused, and so are all entities but the five of XML.
 */

import type { Place } from "./record.ts";
import { MAX_VALUE, TextWindow, TOO_LARGE } from "./window.ts";
import { decodeText, FORBIDDEN, isName } from "./xml-text.ts";

const MAX_TAG = 4 * MAX_VALUE;
const MAX_ATTRIBUTES = 1000;
const MAX_DEPTH = 1000;

/** The attributes of the tag at hand; valid until the handler returns. */
export interface XmlTag {
  readonly count: number;
  name(at: number): string;
  value(at: number): string;
  /** The value of an attribute, or undefined. */
  get(name: string): string | undefined;
}

export interface XmlHandler {
  /** An element begins; one that is empty is closed at once. */
  open(name: string, tag: XmlTag): void;
  close(name: string): void;
  /** Text of the open element, in pieces, with references resolved. */
  text(piece: string): void;
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;
const endsTagName = (code: number): boolean => isBlank(code) || code === GT || code === SLASH;
const endsAttributeName = (code: number): boolean =>
  isBlank(code) || code === EQUALS || code === GT || code === LT;

/** What a construct begins and ends with that handlers never see. */
const SKIPPED = [
  { begin: "<!--", end: "-->", what: "comment" },
  { begin: "<?", end: "?>", what: "processing instruction" },
] as const;
const CDATA = "<![CDATA[";

class Tag implements XmlTag {
  readonly names: string[] = [];
  readonly values: string[] = [];
  count = 0;

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
}

export class XmlParser {
  private readonly window = new TextWindow();
  private readonly handler: XmlHandler;
  private readonly tag = new Tag();
  private readonly stack: string[] = [];
  /** Names found to be well formed. */
  private readonly names = new Set<string>();
  private lastName = "";
  /** Offset of the construct at hand. */
  private at = 0;
  /** Length of text below which another try at an unfinished construct is in vain; doubles, so that tries stay cheap. */
  private wanted = 0;
  /** The end to look for while inside a comment or instruction, else null. */
  private skipping: (typeof SKIPPED)[number] | null = null;
  private inCdata = false;
  private rootSeen = false;
  private begun = false;
  private closing = false;
  /** The next `&`, tab, line feed and carriage return at or after the place last asked for. */
  private readonly next = { amp: -2, lf: -2, cr: -2, tab: -2, lt: -2 };

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** Where the construct at hand begins. */
  place(): Place {
    return this.window.place(this.at);
  }

  /** The end of all text so far. */
  end(): Place {
    return this.window.place(this.window.text.length);
  }

  write(piece: string): void {
    const { window } = this;
    const before = window.text.length;
    window.append(piece);
    const bad = FORBIDDEN.exec(piece);
    if (bad) {
      const code = bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      throw window.fault(before + bad.index, `the character U+${code} is not allowed in XML`);
    }
    if (window.text.length >= this.wanted) this.run();
  }

  close(): void {
    this.closing = true;
    this.run();
    const { window, stack } = this;
    if (this.skipping || this.inCdata || window.text !== "" || stack.length > 0)
      throw window.fault(
        window.text.length,
        stack.length > 0
          ? `the file ends within <${stack.at(-1)}>: it is cut off`
          : "the file ends in the middle: it is cut off",
      );
    if (!this.rootSeen) throw window.fault(0, "there is no element in the file");
  }

  private run(): void {
    const { window, next } = this;
    const { text } = window;
    next.amp = next.lf = next.cr = next.tab = next.lt = -2;
    this.at = 0;
    if (!this.begun) {
      const unfinished = "<?xml".startsWith(text.slice(0, 5)) && !text.includes("?>") && text.length < 1000;
      if (unfinished && !this.closing) return;
      this.begun = true;
      if (text.startsWith("<?xml") && isBlank(text.charCodeAt(5))) checkDeclaration(window);
    }
    while (this.at < text.length && this.step(text));
    window.drop(this.at);
    this.wanted = window.text.length < 65_536 ? 0 : 2 * window.text.length;
    this.at = 0;
    if (this.closing) return;
    // The end may be far: what is too long is too long before it.
    if (window.text.length > MAX_VALUE) this.tooLong();
  }

  /** Consumes one construct; false when it is not whole yet. */
  private step(text: string): boolean {
    if (this.skipping) return this.skip(text, this.skipping);
    if (this.inCdata) return this.cdata(text);
    if (text.charCodeAt(this.at) !== LT) return this.content(text);
    const second = text.charCodeAt(this.at + 1);
    if (second === SLASH) return this.closeTag(text);
    if (second === 33 || second === 63) return this.special(text);
    return this.openTag(text);
  }

  private content(text: string): boolean {
    const begin = this.at;
    let end = text.indexOf("<", begin);
    const whole = end >= 0;
    if (!whole) {
      end = text.length;
      // A reference, or the two halves of a line end, must not be torn apart.
      const amp = text.lastIndexOf("&");
      if (amp >= begin && end - amp < 16 && text.indexOf(";", amp) < 0) end = amp;
      else if (text.charCodeAt(end - 1) === 13) end--;
      if (this.closing) end = text.length;
      if (end === begin) return false;
    }
    this.emit(text, begin, end);
    this.at = end;
    return true;
  }

  private emit(text: string, begin: number, end: number): void {
    const raw = text.slice(begin, end);
    if (this.stack.length > 0) this.handler.text(decodeText(raw, this.window, begin, false));
    else if (raw.trim() !== "")
      throw this.window.fault(begin, "there is text outside of the outermost element");
  }

  private special(text: string): boolean {
    const { at } = this;
    for (const skipped of SKIPPED)
      if (text.startsWith(skipped.begin, at)) {
        this.skipping = skipped;
        this.at += skipped.begin.length;
        return true;
      }
    if (text.startsWith(CDATA, at)) {
      if (this.stack.length === 0)
        throw this.window.fault(at, "there is text outside of the outermost element");
      this.inCdata = true;
      this.at += CDATA.length;
      return true;
    }
    if (text.startsWith("<!DOCTYPE", at))
      throw this.window.fault(
        at,
        "a document type (DOCTYPE) is refused: it can hold entities and reach for other files",
        "Take the DOCTYPE out of the file; GEXF and GraphML do not need one",
      );
    if (text.length - at >= CDATA.length || this.closing)
      throw this.window.fault(at, "there is markup that XML does not know here");
    return false;
  }

  private skip(text: string, { end, what }: (typeof SKIPPED)[number]): boolean {
    const found = text.indexOf(end, this.at);
    if (found >= 0) {
      this.skipping = null;
      this.at = found + end.length;
      return true;
    }
    if (this.closing) throw this.window.fault(text.length, `the file ends within a ${what}: it is cut off`);
    this.at = Math.max(this.at, text.length - end.length + 1);
    return false;
  }

  private cdata(text: string): boolean {
    const found = text.indexOf("]]>", this.at);
    const end = found >= 0 ? found : Math.max(this.at, text.length - 2);
    if (end > this.at) this.handler.text(text.slice(this.at, end).replace(/\r\n?/g, "\n"));
    this.at = end;
    if (found < 0) return false;
    this.inCdata = false;
    this.at += 3;
    return true;
  }

  private closeTag(text: string): boolean {
    const end = text.indexOf(">", this.at);
    if (end < 0) return false;
    const open = this.stack.at(-1);
    const named = text.slice(this.at + 2, end);
    const name = named === open ? named : named.trimEnd();
    if (name !== open)
      throw this.window.fault(
        this.at,
        open === undefined
          ? `</${clip(name)}> closes nothing`
          : `</${clip(name)}> stands where </${clip(open)}> must`,
      );
    this.stack.pop();
    this.handler.close(open);
    this.at = end + 1;
    return true;
  }

  private openTag(text: string): boolean {
    const begin = this.at;
    const { tag, window } = this;
    let at = begin + 1;
    const length = text.length;
    while (at < length && !endsTagName(text.charCodeAt(at))) at++;
    if (at >= length) return false;
    const name = this.nameAt(text, begin + 1, at, this.lastName);
    this.lastName = name;
    tag.count = 0;
    for (;;) {
      const before = at;
      while (at < length && isBlank(text.charCodeAt(at))) at++;
      if (at >= length) return false;
      const code = text.charCodeAt(at);
      if (code === GT) {
        this.finish(text, begin, at + 1, name, false);
        return true;
      }
      if (code === SLASH) {
        if (at + 1 >= length) return false;
        if (text.charCodeAt(at + 1) !== GT) throw window.fault(at, "there is a / within a tag");
        this.finish(text, begin, at + 2, name, true);
        return true;
      }
      const named = at;
      while (at < length && !endsAttributeName(text.charCodeAt(at))) at++;
      const nameEnd = at;
      while (at < length && isBlank(text.charCodeAt(at))) at++;
      if (at >= length) return false;
      if (text.charCodeAt(at) !== EQUALS)
        throw window.fault(named, `the attribute ${clip(text.slice(named, nameEnd))} has no value`);
      at++;
      while (at < length && isBlank(text.charCodeAt(at))) at++;
      if (at >= length) return false;
      const quote = text.charCodeAt(at);
      if (quote !== 34 && quote !== 39)
        throw window.fault(at, `the value of ${clip(text.slice(named, nameEnd))} is not in quotes`);
      const end = text.indexOf(quote === 34 ? '"' : "'", at + 1);
      const attribute = this.nameAt(text, named, nameEnd, tag.name(tag.count));
      if (end - at > MAX_VALUE || (end < 0 && length - at > MAX_VALUE))
        throw window.fault(
          at + 1,
          `the value of ${attribute} in <${name}> has more than ${MAX_VALUE} characters`,
          TOO_LARGE,
        );
      if (end < 0) return false;
      if (before === named) throw window.fault(named, "there is no blank between two attributes");
      this.put(attribute, text.slice(at + 1, end), named);
      at = end + 1;
    }
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

  /** The whole tag is there: references are resolved only where the tag has any. */
  private finish(text: string, begin: number, end: number, name: string, empty: boolean): void {
    const { tag, stack, window, next } = this;
    next.lt = following(text, "<", next.lt, begin + 1);
    next.amp = following(text, "&", next.amp, begin);
    next.lf = following(text, "\n", next.lf, begin);
    next.cr = following(text, "\r", next.cr, begin);
    next.tab = following(text, "\t", next.tab, begin);
    if (next.lt < end) throw window.fault(next.lt, "there is a < within a tag");
    if (Math.min(next.amp, next.lf, next.cr, next.tab) < end)
      for (let at = 0; at < tag.count; at++)
        tag.values[at] = decodeText(tag.values[at] as string, window, begin, true);
    if (stack.length === 0) {
      if (this.rootSeen) throw window.fault(begin, "there is a second outermost element");
      this.rootSeen = true;
    }
    this.handler.open(name, tag);
    if (empty) this.handler.close(name);
    else if (stack.push(name) > MAX_DEPTH)
      throw window.fault(begin, `elements are nested more than ${MAX_DEPTH} deep`, TOO_LARGE);
    this.at = end;
  }

  /** `guess` is the name that stood there in the tag before, as it mostly does again: that spares a new string. */
  private nameAt(text: string, begin: number, end: number, guess: string): string {
    if (guess !== "" && guess.length === end - begin && text.startsWith(guess, begin)) return guess;
    const name = text.slice(begin, end);
    if (this.names.has(name)) return name;
    if (!isName(name))
      throw this.window.fault(begin, `"${clip(name)}" is no name of an element or attribute`);
    if (this.names.size < 1000) this.names.add([...name].join(""));
    return name;
  }

  private tooLong(): void {
    const { window } = this;
    if (this.skipping || this.inCdata) return;
    if (window.text.length > MAX_TAG)
      throw window.fault(0, `a tag has more than ${MAX_TAG} characters`, TOO_LARGE);
    // An unfinished value has its own, smaller limit, which the next try would find only when the text has doubled.
    this.at = 0;
    this.openTag(window.text);
    this.at = 0;
  }
}

/** The offset of a character at or after `from`, remembered while it lies ahead; infinity when there is none. */
function following(text: string, character: string, known: number, from: number): number {
  if (known >= from) return known;
  const found = text.indexOf(character, from);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

const clip = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);

/** Refuses other encodings than UTF-8, since the bytes have been read as such. */
function checkDeclaration(window: TextWindow): void {
  const end = window.text.indexOf("?>");
  const declaration = window.text.slice(0, end < 0 ? 200 : end);
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(encoding))
    throw window.fault(
      0,
      `the file says that it is ${clip(encoding)}; only UTF-8 is read`,
      "Save the file as UTF-8 and say so in its first line",
    );
}
