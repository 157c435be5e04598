/** Typed values out of texts, as the formats write them: types of attributes, numbers, lists, times and colours. */

import type { ColumnType } from "../columns.ts";
import { isReversed } from "./moments.ts";
import type { Scalar, Spell } from "./record.ts";

/** The types of GEXF, GraphML and XML Schema that are not texts. */
const TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ["integer", "integer"],
  ["int", "integer"],
  ["long", "integer"],
  ["short", "integer"],
  ["byte", "integer"],
  ["biginteger", "integer"],
  ["double", "double"],
  ["float", "double"],
  ["bigdecimal", "double"],
  ["boolean", "boolean"],
]);

/** Other scalar types, which are kept as texts. */
const TEXTS: ReadonlySet<string> = new Set(["string", "char", "character", "anyuri", "date", "datetime"]);

/** The type of column for a declared type, case-insensitive; undefined for an unknown one. */
export function typeNamed(name: string): ColumnType | undefined {
  const lower = name.trim().toLowerCase();
  if (TEXTS.has(lower)) return "string";
  const found = TYPES.get(lower);
  if (found) return found;
  const item = /^list-?(.+)$/.exec(lower)?.[1];
  return item !== undefined && (TYPES.has(item) || TEXTS.has(item)) ? "list" : undefined;
}

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL: ReadonlyMap<string, number> = new Map([
  ["nan", Number.NaN],
  ["inf", Infinity],
  ["+inf", Infinity],
  ["-inf", -Infinity],
  ["infinity", Infinity],
  ["+infinity", Infinity],
  ["-infinity", -Infinity],
]);

/** A number, not-a-number and infinities included, or undefined when the text is none. */
export function numberIn(text: string): number | undefined {
  return DECIMAL.test(text) ? Number(text) : SPECIAL.get(text.toLowerCase());
}

/** Significant digits and power of ten of a decimal number, by which equal ones are equal. */
function digitsOf(text: string): string {
  const [, whole = "", part = "", power = "0"] = /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = whole + part;
  let from = 0;
  let to = digits.length;
  while (from < to && digits[from] === "0") from++;
  while (to > from && digits[to - 1] === "0") to--;
  return from === to ? "0" : `${digits.slice(from, to)}e${Number(power) - part.length + digits.length - to}`;
}

/** Whether a number has all the digits of the text it was read from. */
export const keepsDigits = (text: string, value: number): boolean =>
  !DECIMAL.test(text) || (Number.isFinite(value) && digitsOf(text) === digitsOf(String(value)));

/** A finite number, or null. */
export function finiteIn(text: string): number | null {
  const value = numberIn(text.trim());
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function integerIn(text: string): number | string | undefined {
  if (!INTEGER.test(text)) {
    // Programs with one type of numbers write 3.0 for 3.
    const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text).toString();
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
]);

/**
 * A text as a value of its type. Null: there is no value (a number or truth that is blank). Undefined: the text is none of this
 * type. Lists are read by `list`.
 */
export function valueIn(
  type: ColumnType,
  text: string,
  list: (text: string) => readonly string[],
): Scalar | null | undefined {
  if (type === "string") return text;
  if (type === "list") return list(text);
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (type === "integer") return integerIn(trimmed);
  if (type === "double") return numberIn(trimmed);
  return BOOLEANS.get(trimmed.toLowerCase());
}

/** A list of GEXF 1.2: items between bars. */
export const barList = (text: string): readonly string[] => text.split("|");

const ITEM = /\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^,;]*?))\s*(?:[,;]|$)/y;

const PLAIN_ITEM = /^[^\s,;"'\\]+$/;

/** A list of GEXF 1.3: items between commas within brackets, in quotes where they must be; else as in 1.2. */
export function bracketList(text: string): readonly string[] {
  const trimmed = text.trim();
  if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) return barList(text);
  const inner = trimmed.slice(1, -1);
  // One item that needs no quotes is what most lists hold.
  if (PLAIN_ITEM.test(inner)) return inner === "null" ? [] : [inner];
  const items: string[] = [];
  if (inner.trim() === "") return items;
  for (ITEM.lastIndex = 0; ITEM.lastIndex < inner.length; ) {
    const found = ITEM.exec(inner);
    // Quotes that do not match: the text is its only item.
    if (!found) return [text];
    const quoted = found[1] ?? found[2];
    if (quoted !== undefined) items.push(quoted.replace(/\\([\s\S])/g, "$1"));
    else if (found[3] !== "null") items.push(found[3] ?? "");
  }
  return items;
}

const DAY = /^[+-]?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/;
const MOMENT = /^[+-]?\d{4,}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** How GEXF counts time, from narrow to wide. */
export type TimeFormat = "date" | "dateTime" | "integer" | "double";

/** The narrowest format that a moment has, or null when it is none. */
export function timeFormatOf(moment: string): TimeFormat | null {
  if (DAY.test(moment)) return "date";
  if (MOMENT.test(moment)) return "dateTime";
  if (INTEGER.test(moment)) return "integer";
  return DECIMAL.test(moment) ? "double" : null;
}

/** `start/end` pairs, `;` between them, as flat formats hold spells; null when the text is something else. */
export function spellsIn(text: string): Spell[] | null {
  if (text === "") return null;
  const spells: Spell[] = [];
  for (const pair of text.split(";")) {
    const [start = "", end, further] = pair.split("/");
    if (end === undefined || further !== undefined || !isSpell(start, end)) return null;
    spells.push([start, end]);
  }
  return spells;
}

/** Whether two texts are bounds of a spell: a moment or empty, not both empty, the end not before the start. */
export const isSpell = (start: string, end: string): boolean =>
  (start !== "" || end !== "") &&
  (start === "" || timeFormatOf(start) !== null) &&
  (end === "" || timeFormatOf(end) !== null) &&
  !isReversed(start, end);

const channel = (value: number): string =>
  Math.max(0, Math.min(255, Math.round(value)))
    .toString(16)
    .padStart(2, "0");

/** Channels of 0..255 and an opacity of 0..1 as `#rrggbb` or `#rrggbbaa`. */
export const hexColour = (r: number, g: number, b: number, a = 1): string =>
  `#${channel(r)}${channel(g)}${channel(b)}${a >= 1 ? "" : channel(a * 255)}`;

const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const RGB = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*([\d.]+)\s*)?\)$/i;

/** `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` or `rgba(…)` as `#rrggbb` or `#rrggbbaa`; null for anything else. */
export function colourIn(text: string): string | null {
  if (HEX.test(text)) {
    const digits = text.slice(1).toLowerCase();
    const full = digits.length < 6 ? digits.replace(/./g, "$&$&") : digits;
    return `#${full.endsWith("ff") && full.length === 8 ? full.slice(0, 6) : full}`;
  }
  const found = RGB.exec(text);
  if (!found) return null;
  return hexColour(Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 1));
}
