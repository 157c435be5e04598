/** Which part of what was typed is the reason that it is no question: a date that does not exist, or a name that nobody has. Pure. */

import type { SearchIndex } from "../search/search-index.ts";
import { brokenDate, takeSpan } from "./dates.ts";
import { askedName, nameOf, parted } from "./understand.ts";

export interface NotUnderstood {
  readonly type: "date" | "name";
  readonly part: string;
}

const ALL = ["actor", "issue", "source"] as const;
const BETWEEN = /\s*(?:->|→|⇒|=>)\s*|\s+(?:to|vs\.?|versus)\s+/gi;
const BEFORE = /^(?:paths?\s+)?(?:from|compare)\s+/i;

/** Null when nothing stands out. */
export function notUnderstood(text: string, index: SearchIndex): NotUnderstood | null {
  const date = brokenDate(text);
  if (date !== null) return { type: "date", part: date };
  const { rest } = takeSpan(text.replace(/[?!]+\s*$/, "").trim());
  const isKnown = (name: string): boolean => nameOf(name, ALL, index) !== null;
  const asked = askedName(rest);
  if (asked !== undefined) return isKnown(asked) ? null : { type: "name", part: asked };
  for (const sides of parted(rest.replace(BEFORE, ""), BETWEEN)) {
    const unknown = sides.filter((side) => !isKnown(side));
    const [part = ""] = unknown;
    // Where neither is known it may be no question at all.
    if (unknown.length === 1 && part.trim().length > 1) return { type: "name", part: part.trim() };
  }
  return null;
}
