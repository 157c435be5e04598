/** Characters, names and references of XML 1.0. */

import type { TextWindow } from "./window.ts";

/** Characters that XML does not allow, beside halves of surrogate pairs, which UTF-8 cannot hold. */
export const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what XML forbids
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const NAME = /^[:_\p{L}\p{Nl}][-.:_\p{L}\p{N}\p{M}\u00b7\u203f\u2040]*$/u;

/** Whether a text can name an element or attribute. */
export const isName = (text: string): boolean => NAME.test(text);

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const REFERENCE = /&(?:#x([0-9a-fA-F]{1,8});|#([0-9]{1,10});|([^;\s&<]{1,64});)?/g;

/**
 * A raw text with references resolved and line ends made one; in the value of an attribute white space becomes blanks.
 * @throws Fault at `at` for references that are none, or to entities
 */
export function decodeText(raw: string, window: TextWindow, at: number, attribute: boolean): string {
  let text = raw;
  if (attribute) text = text.replace(/\r\n|[\t\n\r]/g, " ");
  else if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (!text.includes("&")) return text;
  return text.replace(
    REFERENCE,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) {
        const character = NAMED.get(name);
        if (character !== undefined) return character;
        throw window.fault(at, `the entity &${name}; is not one of XML's five; others are refused`, REMEDY);
      }
      if (hex === undefined && decimal === undefined) throw window.fault(at, "there is a bare &", REMEDY);
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || FORBIDDEN.test(String.fromCodePoint(code)))
        throw window.fault(at, `${whole} is no character that XML allows`, REMEDY);
      return String.fromCodePoint(code);
    },
  );
}

const REMEDY = "Write &amp; for &, and characters as themselves";
