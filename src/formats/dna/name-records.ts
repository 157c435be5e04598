/** Ids and labels for records that only have names, so that every name leads to one record as a checked package demands. */

import { foldName } from "../../dataset/fold.ts";

export interface NameWanted {
  /** The name as the data have it. */
  readonly name: string;
  /** What the record is: stands in brackets behind a name that another record bears, and for a name without letters. */
  readonly what: string;
  /** What the id is made of, where that is not the name. */
  readonly key?: string;
}

export interface NameGiven {
  readonly id: string;
  readonly label: string;
}

const LONGEST_ID = 60;
const LONGEST_LABEL = 2000;

/** A text without what no cell of a package can hold: NUL and halves of surrogate pairs become U+FFFD. */
export const cleanText = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "\ufffd");

/** One line, without control characters and without blanks at the ends. */
const oneLine = (text: string): string =>
  [
    ...cleanText(text)
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
      .trim(),
  ]
    .slice(0, LONGEST_LABEL)
    .join("")
    .trim();

/** Lower-case letters and digits of any script, without accents, joined by `-`; at most 60 characters. */
export const plainId = (text: string): string =>
  [
    ...text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-"),
  ]
    .slice(0, LONGEST_ID)
    .join("")
    .replace(/^-+|-+$/g, "");

/** A text, then the same with a number from 2 on, until it is accepted. `last` remembers where the numbers stand. */
function firstFree(
  text: string,
  numbered: (count: number) => string,
  last: Map<string, number>,
  accept: (candidate: string) => boolean,
): string {
  if (accept(text)) return text;
  for (let count = last.get(text) ?? 2; ; count++) {
    const candidate = numbered(count);
    if (!accept(candidate)) continue;
    last.set(text, count);
    return candidate;
  }
}

/**
 * Names records in their order. The label is the name on one line; where an earlier record bears it already, but for case and
 * accents, ` (what)`, ` (what 2)` … follow. The id is the label, or the key where there is one, in plain letters, `-2`, `-3` … following where it is another
 * record's id or label. The same records give the same ids.
 */
export function nameRecords(wanted: readonly NameWanted[]): readonly NameGiven[] {
  const owners = new Map<string, number>();
  const claim = (owner: number) => (name: string) => {
    const key = foldName(name) || name;
    const holder = owners.get(key);
    if (holder !== undefined && holder !== owner) return false;
    owners.set(key, owner);
    return true;
  };
  const [lastLabel, lastId] = [new Map<string, number>(), new Map<string, number>()];
  const labels = wanted.map(({ name, what }, at) => {
    const label = oneLine(name) || oneLine(what) || "unnamed";
    if (claim(at)(label)) return label;
    const kind = oneLine(what) || "other";
    return firstFree(`${label} (${kind})`, (count) => `${label} (${kind} ${count})`, lastLabel, claim(at));
  });
  return wanted.map(({ what, key }, at) => {
    const label = labels[at] as string;
    const base = plainId(key ?? "") || plainId(label) || plainId(what) || "record";
    return { label, id: firstFree(base, (count) => `${base}-${count}`, lastId, claim(at)) };
  });
}
