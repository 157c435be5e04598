/** What the parts of a setting's text may be: `name=text` pairs are read by rules, and what breaks one is reported. Pure. */

import { parseNodeKey } from "../../model/id.ts";
import type { Pair } from "../../view/parameters.ts";

/** Hears of a part that could not be followed, with what to give instead. */
export type Report = (part: string, remedy: string) => void;

/** What a part may be. `values` in words: `one of cumulative, sliding`. */
export interface Rule {
  readonly takes: (text: string) => boolean;
  readonly values: string;
  /** The part may stand several times. */
  readonly many?: boolean;
}

/** Rules by name of the part. */
export type Rules = Readonly<Record<string, Rule>>;

export const anyText = (values: string): Rule => ({ takes: () => true, values });

export const oneOf = (known: readonly (string | number)[]): Rule => ({
  takes: (text) => known.some((one) => String(one) === text),
  values: `one of ${known.join(", ")}`,
});

export const matching = (pattern: RegExp, values: string): Rule => ({
  takes: (text) => pattern.test(text),
  values,
});

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** The parts of a text between `;`, none for the empty text. */
export const partsOf = (text: string): readonly string[] => (text === "" ? [] : text.split(";"));

/** The pairs of a text that keep the rules, in their order; of a name that may stand once the first. */
export function innerPairs(text: string, rules: Rules, report?: Report): readonly Pair[] {
  const seen = new Set<string>();
  return partsOf(text).flatMap((part): readonly Pair[] => {
    const at = part.indexOf("=");
    const name = at < 1 ? null : decoded(part.slice(0, at));
    const value = decoded(part.slice(at + 1));
    const rule = name !== null && Object.hasOwn(rules, name) ? rules[name] : undefined;
    const wrong = (remedy: string): readonly Pair[] => {
      report?.(part, remedy);
      return [];
    };
    if (name === null || value === null || !rule)
      return wrong(`Its parts are NAME=VALUE with ; between; names are ${Object.keys(rules).join(", ")}.`);
    if (!rule.takes(value)) return wrong(`Give ${name} as ${rule.values}.`);
    if (seen.has(name) && !rule.many) return wrong(`Give ${name} once.`);
    seen.add(name);
    return [[name, value]];
  });
}

/** The node keys of a text with `;` between; what is none is reported. */
export function nodeKeys(text: string, report?: Report): readonly string[] {
  return partsOf(text).filter((part) => {
    const isKey = parseNodeKey(part) !== null;
    if (!isKey) report?.(part, "Give nodes as actor:ID or issue:ID, with ; between.");
    return isKey;
  });
}
