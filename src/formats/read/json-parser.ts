/** JSON (RFC 8259) out of pieces of text: the items of chosen lists one at a time, so that no file is ever one value. */

import type { Place } from "./record.ts";
import { MAX_VALUE, TextWindow, TOO_LARGE } from "./window.ts";

/** Objects are maps, in which no name means anything of itself. Integers beyond 2^53 are big ones, all digits kept. */
export type Json = string | number | bigint | boolean | null | Json[] | Map<string, Json>;

export interface JsonHandler {
  /** Whether the items of this list, a member of the outermost object, are wanted one by one. */
  streamed(member: string): boolean;
  item(member: string, value: Json, place: Place): void;
  /** A member of the outermost object that is not streamed. */
  member(name: string, value: Json): void;
}

const MAX_DEPTH = 100;
/** Longest item or member, in characters. */
export const MAX_ITEM = 16 * MAX_VALUE;

const BLANKS = /[ \t\n\r]*/y;
const WORD = /[-+.\w]*/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const INTEGER = /^-?\d+$/;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

interface Frame {
  /** Null: its contents are handed out and not kept. */
  readonly value: Json[] | Map<string, Json> | null;
  readonly isObject: boolean;
  key: string;
}

/** What may come next. */
type Expected = "value" | "firstItem" | "firstKey" | "key" | "colon" | "comma" | "nothing";

export class JsonParser {
  private readonly window = new TextWindow();
  private readonly handler: JsonHandler;
  private readonly stack: Frame[] = [];
  private expected: Expected = "value";
  private at = 0;
  private wanted = 0;
  /** Where the item at hand begins, and how many characters of it have been consumed. */
  private itemPlace: Place = { line: 1, column: 1 };
  private itemLength = 0;

  constructor(handler: JsonHandler) {
    this.handler = handler;
  }

  end(): Place {
    return this.window.place(this.window.text.length);
  }

  write(piece: string): void {
    this.window.append(piece);
    if (this.window.text.length >= this.wanted) this.run(false);
  }

  close(): void {
    this.run(true);
    if (this.expected !== "nothing")
      throw this.window.fault(this.window.text.length, "the file ends in the middle: it is cut off");
  }

  private run(last: boolean): void {
    const { window } = this;
    const { text } = window;
    this.at = 0;
    for (;;) {
      BLANKS.lastIndex = this.at;
      BLANKS.test(text);
      this.at = BLANKS.lastIndex;
      if (this.at >= text.length || !this.token(text, last)) break;
    }
    window.drop(this.at);
    this.wanted = window.text.length < 65_536 ? 0 : 2 * window.text.length;
    if (last && window.text !== "")
      throw window.fault(window.text.length, "the file ends within a text: it is cut off");
  }

  /** Consumes one token; false when it is not whole yet. */
  private token(text: string, last: boolean): boolean {
    const begin = this.at;
    const character = text.charAt(begin);
    if (character === '"') return this.string(text);
    if ("{}[]:,".includes(character)) {
      this.at++;
      this.punctuation(character, begin);
    } else {
      WORD.lastIndex = begin;
      WORD.test(text);
      const end = WORD.lastIndex;
      if (end === text.length && !last) {
        if (end - begin > 1000) throw this.unexpected(begin);
        return false;
      }
      const word = text.slice(begin, end);
      const known = WORDS.get(word);
      if (known === undefined && (end - begin > 1000 || !NUMBER.test(word))) throw this.unexpected(begin);
      this.at = end;
      this.value(known === undefined ? numeral(word) : known, begin);
    }
    this.grow(this.at - begin, begin);
    return true;
  }

  private string(text: string): boolean {
    const begin = this.at;
    let end = text.indexOf('"', begin + 1);
    while (end >= 0 && escaped(text, begin, end)) end = text.indexOf('"', end + 1);
    if ((end < 0 ? text.length : end) - begin > MAX_VALUE + 1)
      throw this.window.fault(begin, `the text has more than ${MAX_VALUE} characters`, TOO_LARGE);
    if (end < 0) return false;
    let value: unknown;
    try {
      value = JSON.parse(text.slice(begin, end + 1));
    } catch {
      throw this.window.fault(
        begin,
        "the text holds an escape that JSON does not know, or a control character",
      );
    }
    this.at = end + 1;
    const frame = this.stack.at(-1);
    if (this.expected === "key" || this.expected === "firstKey") {
      (frame as Frame).key = value as string;
      this.expected = "colon";
    } else this.value(value as string, begin);
    this.grow(end + 1 - begin, begin);
    return true;
  }

  private grow(length: number, at: number): void {
    this.itemLength += length;
    if (this.itemLength > MAX_ITEM)
      throw this.window.fault(at, `a value has more than ${MAX_ITEM} characters in all`, TOO_LARGE);
  }

  private punctuation(character: string, at: number): void {
    const { stack, expected } = this;
    const frame = stack.at(-1);
    if (character === "{" || character === "[") {
      this.begin(character === "{", at);
      return;
    }
    if (character === "}" && frame?.isObject && (expected === "firstKey" || expected === "comma")) {
      this.finish();
      return;
    }
    if (character === "]" && frame && !frame.isObject && (expected === "firstItem" || expected === "comma")) {
      this.finish();
      return;
    }
    if (character === ":" && expected === "colon") {
      this.expected = "value";
      return;
    }
    if (character === "," && expected === "comma" && frame) {
      this.expected = frame.isObject ? "key" : "value";
      return;
    }
    throw this.unexpected(at);
  }

  private begin(isObject: boolean, at: number): void {
    const { stack } = this;
    this.mayBegin(at);
    if (stack.length >= MAX_DEPTH)
      throw this.window.fault(at, `values are nested more than ${MAX_DEPTH} deep`, TOO_LARGE);
    const passing =
      stack.length === 0
        ? isObject
        : stack.length === 1 && !isObject && stack[0]?.value === null && this.handler.streamed(stack[0].key);
    stack.push({ value: passing ? null : isObject ? new Map() : [], isObject, key: "" });
    this.expected = isObject ? "firstKey" : "firstItem";
  }

  private finish(): void {
    const frame = this.stack.pop();
    this.put(frame?.value ?? null, frame?.value === null);
  }

  private value(value: Json, at: number): void {
    this.mayBegin(at);
    this.put(value, false);
  }

  /** A value begins here: is one expected? When it is an item, this is its place. */
  private mayBegin(at: number): void {
    if (this.expected !== "value" && this.expected !== "firstItem") throw this.unexpected(at);
    if (this.stack.at(-1)?.value !== null) return;
    this.itemPlace = this.window.place(at);
    this.itemLength = 0;
  }

  private put(value: Json, passed: boolean): void {
    const outer = this.stack.at(-1);
    this.expected = outer ? "comma" : "nothing";
    if (!outer || passed) return;
    if (outer.value instanceof Map) outer.value.set(outer.key, value);
    else if (outer.value) outer.value.push(value);
    else if (this.stack.length === 1) this.handler.member(outer.key, value);
    else this.handler.item(this.stack[0]?.key ?? "", value, this.itemPlace);
  }

  private unexpected(at: number): Error {
    const found = /^[-+.\w]{1,20}|^[\s\S]/.exec(this.window.text.slice(at, at + 20))?.[0] ?? "";
    const wanted = {
      value: "a value",
      firstItem: "a value or ]",
      firstKey: 'a name in " or }',
      key: 'a name in "',
      colon: ":",
      comma: this.stack.at(-1)?.isObject ? ", or }" : ", or ]",
      nothing: "the end of the file",
    }[this.expected];
    return this.window.fault(at, `${JSON.stringify(found)} stands where ${wanted} must`);
  }
}

function numeral(word: string): number | bigint {
  const value = Number(word);
  return Math.abs(value) > Number.MAX_SAFE_INTEGER && INTEGER.test(word) ? BigInt(word) : value;
}

/** Whether the quote at `end` belongs to the text: an odd number of backslashes before it. */
function escaped(text: string, begin: number, end: number): boolean {
  let at = end - 1;
  while (at > begin && text.charCodeAt(at) === 92) at--;
  return (end - 1 - at) % 2 === 1;
}

/** A value as text again. */
export function jsonText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(",")}]`;
  if (value instanceof Map)
    return `{${[...value].map(([name, each]) => `${JSON.stringify(name)}:${jsonText(each)}`).join(",")}}`;
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
