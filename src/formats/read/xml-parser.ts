/**
 * XML 1.0 pulled out of bytes, strict and in bounded memory. Our own, because event parsers that build an object for each
 * attribute read a tenth as fast. Document types are refused, and so are all entities but the five of XML. What is found does not
 * depend on how the bytes are cut into chunks.
 */

import { ByteWindow } from "./byte-window.ts";
import type { Place } from "./record.ts";
import { MAX_VALUE, TOO_LARGE } from "./window.ts";
import { AMP, CR, GT, isBlank, LT, MARKS, RESOLVE, SEMICOLON, SLASH } from "./xml-marks.ts";
import { sameBytes, type XmlName } from "./xml-names.ts";
import { clip, TagReader } from "./xml-tag-reader.ts";
import { KnownTags, type Tag, type XmlTag } from "./xml-tags.ts";
import { decodeText, LONGEST_REFERENCE } from "./xml-text.ts";

const MAX_DEPTH = 1000;

export interface XmlHandler {
  /** Whether text is wanted just now; other text is only checked. */
  readonly listens: boolean;
  /** An element begins; one that is empty is closed at once. */
  open(name: string, tag: XmlTag): void;
  close(name: string): void;
  /** Text of the open element, in pieces, with references resolved. */
  text(piece: string): void;
}

/** What a construct begins and ends with that handlers never see. */
const SKIPPED = [
  { begin: "<!--", end: "-->", what: "comment" },
  { begin: "<?", end: "?>", what: "processing instruction" },
] as const;
const CDATA = "<![CDATA[";
const DOCTYPE = "<!DOCTYPE";

export class XmlParser {
  private readonly window = new ByteWindow();
  private view = new DataView(this.window.bytes.buffer);
  private readonly handler: XmlHandler;
  private readonly reader = new TagReader(this.window);
  private readonly known = new KnownTags();
  private readonly stack: XmlName[] = [];
  /** Offset of the construct at hand. */
  private at = 0;
  /** Length below which another try at an unfinished construct is in vain; doubles, so that tries stay cheap. */
  private wanted = 0;
  /** The end to look for while inside a comment or instruction, else null. */
  private skipping: (typeof SKIPPED)[number] | null = null;
  private inCdata = false;
  private rootSeen = false;
  private begun = false;
  private closing = false;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** Where the construct at hand begins. */
  place(): Place {
    return this.window.place(this.at);
  }

  write(chunk: Uint8Array): void {
    this.window.append(chunk);
    if (this.window.bad || this.window.end >= this.wanted) this.run();
  }

  close(): void {
    const { window, stack } = this;
    window.close();
    this.closing = window.bad === null;
    this.run();
    if (this.skipping || this.inCdata || window.end > 0 || stack.length > 0)
      throw window.fault(
        window.end,
        stack.length > 0
          ? `the file ends within <${stack.at(-1)?.text}>: it is cut off`
          : "the file ends in the middle: it is cut off",
      );
    if (!this.rootSeen) throw window.fault(0, "there is no element in the file");
  }

  private run(): void {
    const { window } = this;
    this.at = 0;
    if (!this.begin()) return;
    if (this.view.buffer !== window.bytes.buffer) this.view = new DataView(window.bytes.buffer);
    while (this.at < window.end && this.step());
    window.drop(this.at);
    this.wanted = window.end < 65_536 ? 0 : 2 * window.end;
    this.at = 0;
    if (this.closing) return;
    // The end may be far: what is too long is too long before it.
    if (window.end > MAX_VALUE) this.tooLong();
    if (window.bad) throw window.fault(window.end, window.bad.reason, window.bad.remedy);
  }

  /** Looks at the declaration; false when it has not come whole. */
  private begin(): boolean {
    const { window } = this;
    if (this.begun) return true;
    const head = window.narrow(0, Math.min(window.end, 1000));
    const unfinished = "<?xml".startsWith(head.slice(0, 5)) && !head.includes("?>") && head.length < 1000;
    if (unfinished && !this.closing && !window.bad) return false;
    this.begun = true;
    if (head.startsWith("<?xml") && isBlank(head.charCodeAt(5))) checkDeclaration(window, head);
    return true;
  }

  /** Consumes one construct; false when it is not whole yet. */
  private step(): boolean {
    if (this.skipping) return this.skip(this.skipping);
    if (this.inCdata) return this.cdata();
    const { bytes } = this.window;
    if (bytes[this.at] !== LT) return this.content();
    if (this.at + 1 === this.window.end) return false;
    const second = bytes[this.at + 1];
    if (second === SLASH) return this.closeTag();
    if (second === 33 || second === 63) return this.special();
    return this.openTag();
  }

  private content(): boolean {
    const { window } = this;
    const { bytes } = window;
    const begin = this.at;
    let end = begin;
    let marks = 0;
    while (end < window.end && bytes[end] !== LT) marks |= MARKS[bytes[end++] as number] as number;
    const resolve = (marks & RESOLVE) !== 0;
    if (end === window.end && !this.closing) {
      // A reference, or the two halves of a line end, must not be torn apart.
      const amp = resolve ? bytes.lastIndexOf(AMP, end - 1) : -1;
      if (amp >= begin && end - amp < LONGEST_REFERENCE && window.find(SEMICOLON, amp) < 0) end = amp;
      else if (bytes[end - 1] === CR) end--;
      if (end === begin) return false;
    }
    if (this.stack.length === 0) this.outside(begin, end);
    else if (resolve || this.handler.listens) {
      const raw = window.slice(begin, end);
      const text = resolve
        ? decodeText(raw, false, (at, ...words) =>
            window.fault(begin + byteLength(raw.slice(0, at)), ...words),
          )
        : raw;
      if (this.handler.listens) this.handler.text(text);
    }
    this.at = end;
    return true;
  }

  private outside(begin: number, end: number): void {
    for (let at = begin; at < end; at++)
      if (!isBlank(this.window.bytes[at] as number))
        throw this.window.fault(at, "there is text outside of the outermost element");
  }

  private special(): boolean {
    const { at, window } = this;
    const begin = window.narrow(at, Math.min(window.end, at + CDATA.length));
    for (const skipped of SKIPPED)
      if (begin.startsWith(skipped.begin)) {
        this.skipping = skipped;
        this.at += skipped.begin.length;
        return true;
      }
    if (begin === CDATA) {
      if (this.stack.length === 0) throw window.fault(at, "there is text outside of the outermost element");
      this.inCdata = true;
      this.at += CDATA.length;
      return true;
    }
    if (begin === DOCTYPE)
      throw window.fault(
        at,
        "a document type (DOCTYPE) is refused: it can hold entities and reach for other files",
        "Take the DOCTYPE out of the file; GEXF and GraphML do not need one",
      );
    const unfinished = !this.closing && ["<!--", CDATA, DOCTYPE].some((whole) => whole.startsWith(begin));
    if (!unfinished) throw window.fault(at, "there is markup that XML does not know here");
    return false;
  }

  private skip({ end, what }: (typeof SKIPPED)[number]): boolean {
    const { window } = this;
    const found = this.search(end);
    if (found >= 0) {
      this.skipping = null;
      this.at = found + end.length;
      return true;
    }
    if (this.closing) throw window.fault(window.end, `the file ends within a ${what}: it is cut off`);
    this.at = Math.max(this.at, window.end - end.length + 1);
    return false;
  }

  /** The offset of a short ASCII text at or behind the place at hand, or −1. */
  private search(text: string): number {
    const { window } = this;
    const { bytes } = window;
    for (let from = this.at; ; from++) {
      const found = window.find(text.charCodeAt(0), from);
      if (found < 0 || found + text.length > window.end) return -1;
      let same = 1;
      while (same < text.length && bytes[found + same] === text.charCodeAt(same)) same++;
      if (same === text.length) return found;
      from = found;
    }
  }

  private cdata(): boolean {
    const { window } = this;
    const found = this.search("]]>");
    let end = found;
    if (found < 0) {
      // Brackets may belong to the end, a carriage return to a line feed, and a character must not be torn apart.
      end = window.end;
      while (end > this.at && window.end - end < 2 && window.bytes[end - 1] === 93) end--;
      if (end > this.at && window.bytes[end - 1] === CR) end--;
    }
    if (end > this.at && this.handler.listens)
      this.handler.text(window.slice(this.at, end).replace(/\r\n?/g, "\n"));
    this.at = end;
    if (found < 0) return false;
    this.inCdata = false;
    this.at += 3;
    return true;
  }

  private closeTag(): boolean {
    const { window, stack } = this;
    const { bytes } = window;
    const begin = this.at + 2;
    const open = stack.at(-1);
    let end = begin + (open?.bytes.length ?? 0);
    if (
      open === undefined ||
      end >= window.end ||
      bytes[end] !== GT ||
      !sameBytes(open.bytes, bytes, begin, end)
    ) {
      end = window.find(GT, begin);
      if (end < 0) return false;
      const name = window.slice(begin, end).trimEnd();
      if (name !== open?.text)
        throw window.fault(
          this.at,
          open === undefined
            ? `</${clip(name)}> closes nothing`
            : `</${clip(name)}> stands where </${clip(open.text)}> must`,
        );
    }
    stack.pop();
    this.handler.close((open as XmlName).text);
    this.at = end + 1;
    return true;
  }

  private openTag(): boolean {
    const known = this.known.find(this.window, this.view, this.at);
    if (known) {
      this.enter(known, this.at + this.known.length);
      return true;
    }
    const end = this.reader.read(this.at);
    if (end < 0) return false;
    this.enter(this.known.keep(this.reader.tag, this.view, this.at, end), end);
    return true;
  }

  /** The element begins. `end` is where its tag does. */
  private enter(tag: Tag, end: number): void {
    const { stack, window } = this;
    const name = tag.element as XmlName;
    if (stack.length === 0) {
      if (this.rootSeen) throw window.fault(this.at, "there is a second outermost element");
      this.rootSeen = true;
    }
    this.handler.open(name.text, tag);
    if (tag.empty) this.handler.close(name.text);
    else if (stack.push(name) > MAX_DEPTH)
      throw window.fault(this.at, `elements are nested more than ${MAX_DEPTH} deep`, TOO_LARGE);
    this.at = end;
  }

  private tooLong(): void {
    const { window } = this;
    if (this.skipping || this.inCdata) return;
    this.reader.limit(0, window.end);
    // An unfinished value has its own, smaller limit, which the next try would find only when the bytes have doubled.
    if (window.bytes[1] !== SLASH) this.reader.read(0);
  }
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Refuses other encodings than UTF-8, since the bytes have been read as such. */
function checkDeclaration(window: ByteWindow, head: string): void {
  const end = head.indexOf("?>");
  const declaration = head.slice(0, end < 0 ? 200 : end);
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(encoding))
    throw window.fault(
      0,
      `the file says that it is ${clip(encoding)}; only UTF-8 is read`,
      "Save the file as UTF-8 and say so in its first line",
    );
}
