/** XML text for every input string: markup is escaped, characters that XML 1.0 forbids become U+FFFD and are counted. */

import type { Notice } from "./format.ts";

// Valid pairs come first, so that only lone surrogates are left to the class behind.
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what XML forbids
  /[\ud800-\udbff][\udc00-\udfff]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SPECIAL = /[\u0000-\u001f"&<>\ud800-\udfff\ufffe\uffff]/;
const MARKUP = /[\t\n\r"&<>]/g;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** Escapes strings and keeps count of the characters it had to replace. */
export interface XmlEscaper {
  /**
   * For attribute values and element content alike: white space other than blanks is written as a character reference,
   * so that it survives the parser's normalisation.
   */
  escape(text: string): string;
  /** Counts one character replaced elsewhere. */
  count(): void;
  /** The notice about replaced characters, or null when there were none. */
  notice(): Notice | null;
  /** The same as a comment to stand behind the root element, for those who have the file alone; empty when there were none. */
  remark(): string;
}

/** True when XML 1.0 cannot hold the string as it is. */
export const hasIllegal = (text: string): boolean => SPECIAL.test(text) && replaceIllegal(text) !== text;

/** The string with every character that XML 1.0 forbids replaced by U+FFFD; `onReplace` is called once for each. */
export function replaceIllegal(text: string, onReplace?: () => void): string {
  return text.replace(ILLEGAL, (found) => {
    if (found.length === 2) return found;
    onReplace?.();
    return "\ufffd";
  });
}

/** A fresh escaper with its count at zero. */
export function xmlEscaper(): XmlEscaper {
  let replaced = 0;
  const count = () => {
    replaced++;
  };
  return {
    count,
    escape(text) {
      if (!SPECIAL.test(text)) return text;
      return replaceIllegal(text, count).replace(MARKUP, (found) => ENTITIES.get(found) ?? found);
    },
    notice() {
      if (replaced === 0) return null;
      const words = replaced === 1 ? "1 character" : `${replaced} characters`;
      return {
        code: "illegal-characters",
        message: `${words} that XML cannot hold (control characters or halves of surrogate pairs) replaced by U+FFFD.`,
        count: replaced,
      };
    },
    remark() {
      if (replaced === 0) return "";
      const words = replaced === 1 ? "1 character" : `${replaced} characters`;
      return `<!-- ${words} that XML cannot hold ${replaced === 1 ? "was" : "were"} replaced by U+FFFD -->\n`;
    },
  };
}
