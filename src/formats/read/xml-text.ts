/** Characters, names and references of XML 1.0. */

/** Characters that XML does not allow, beside halves of surrogate pairs, which UTF-8 cannot hold. */
const FORBIDDEN =
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

const REFERENCE = /&(?:#x([0-9a-fA-F]{1,8});|#([0-9]{1,10});|([^;\s&<]{1,64});)?/;
const IN_VALUE = new RegExp(`\\r\\n|[\\t\\n\\r]|${REFERENCE.source}`, "g");
const IN_TEXT = new RegExp(`\\r\\n?|${REFERENCE.source}`, "g");

/** No reference has so many characters. */
export const LONGEST_REFERENCE = 80;

const REMEDY = "Write &amp; for &, and characters as themselves";

/**
 * A raw text with references resolved and line ends made one; in the value of an attribute white space becomes blanks.
 * @throws what `fault` makes for references that are none, or to entities, at their place in `raw`
 */
export function decodeText(
  raw: string,
  value: boolean,
  fault: (at: number, reason: string, remedy: string) => Error,
): string {
  return raw.replace(
    value ? IN_VALUE : IN_TEXT,
    (
      whole,
      hex: string | undefined,
      decimal: string | undefined,
      name: string | undefined,
      at: number,
    ): string => {
      if (!whole.startsWith("&")) return value ? " " : "\n";
      if (name !== undefined) {
        const character = NAMED.get(name);
        if (character !== undefined) return character;
        throw fault(at, `the entity &${name}; is not one of XML's five; others are refused`, REMEDY);
      }
      if (hex === undefined && decimal === undefined) throw fault(at, "there is a bare &", REMEDY);
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || FORBIDDEN.test(String.fromCodePoint(code)))
        throw fault(at, `${whole} is no character that XML allows`, REMEDY);
      return String.fromCodePoint(code);
    },
  );
}
