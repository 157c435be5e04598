/**
 * Questions in plain words: "Pakistan to Hamas", "who opposes disarmament", "Egypt vs Israel", "Hamas 2025-10..2025-11",
 * "what does Egypt say about the mandate". A question is read only when every name in it is found; else it is no question
 * and the search goes on by names. Pure.
 */

import { foldName } from "../../dataset/fold.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import type { Hit, SearchIndex } from "../search/search-index.ts";
import { type Span, takeSpan } from "./dates.ts";

/** What a question was understood as. Names are hits of the search. */
export type Understanding =
  | {
      readonly type: "path";
      readonly from: Hit;
      readonly to: Hit;
      readonly avoid: readonly Hit[];
      readonly through: readonly Hit[];
      readonly span: Span | null;
    }
  | { readonly type: "who"; readonly polarity: Polarity; readonly issue: Hit; readonly span: Span | null }
  | { readonly type: "holds"; readonly actor: Hit; readonly polarity: Polarity; readonly span: Span | null }
  | { readonly type: "about"; readonly actor: Hit; readonly issue: Hit; readonly span: Span | null }
  | { readonly type: "compare"; readonly a: Hit; readonly b: Hit }
  | { readonly type: "when"; readonly what: Hit | null; readonly span: Span };

type Find = (name: string, types: readonly Hit["type"][]) => Hit | null;
/** The likeliest few, the best first. */
type FindAll = (name: string, types: readonly Hit["type"][]) => readonly Hit[];

/** Readings of one name that are offered. */
const MOST_READINGS = 3;

const VERBS: readonly (readonly [polarity: Polarity, pattern: string])[] = [
  ["support", "supports?|backs?|favou?rs?|endorses?|approves?(?: of)?|is for|are for|wants?"],
  ["oppose", "opposes?|rejects?|resists?|refuses?|is against|are against|disapproves?(?: of)?"],
  ["neutral", "takes? no side (?:on|in)|is neutral (?:on|about|towards?)|are neutral (?:on|about|towards?)"],
];
const NODES = ["actor", "issue"] as const;

/** The understandings of a text, the likeliest first; empty when it is no question. */
export function understand(text: string, index: SearchIndex): readonly Understanding[] {
  const asked = text
    .replace(/[?!]+\s*$/, "")
    .replace(/\s+/g, " ")
    .trim();
  if (asked === "") return [];
  const found = new Map<string, Hit | null>();
  const find: Find = (name, types) => {
    const key = `${types.join()} ${name}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const hit = nameOf(name, types, index)?.hit ?? null;
    found.set(key, hit);
    return hit;
  };
  const findAll: FindAll = (name, types) => readingsOf(name, types, index);
  const { span, rest } = takeSpan(asked);
  return [
    ...comparison(rest, find, span),
    ...who(rest, findAll, span),
    ...holds(rest, find, span),
    ...about(rest, findAll, span),
    ...path(rest, find, span),
    ...when(rest, find, span),
  ];
}

const ARTICLE = /^(?:the|a|an)\s+/i;

/** The likeliest hit of a name, and the text that found it. */
function nameOf(
  name: string,
  types: readonly Hit["type"][],
  index: SearchIndex,
): { readonly hit: Hit; readonly text: string } | null {
  const trimmed = name.trim();
  if (trimmed.length < 2) return null;
  for (const text of new Set([trimmed, trimmed.replace(ARTICLE, "")])) {
    const hit = index.find(text, 12).find(({ type }) => types.includes(type));
    if (hit) return { hit, text };
  }
  return null;
}

/** All that a name may mean; one that is meant exactly has no other readings. */
function readingsOf(name: string, types: readonly Hit["type"][], index: SearchIndex): readonly Hit[] {
  const found = nameOf(name, types, index);
  if (!found) return [];
  if (isWhole(found.hit, found.text)) return [found.hit];
  return index.findKin(found.text, 40).filter(({ type }) => types.includes(type));
}

const isWhole = ({ label, alias }: Hit, text: string): boolean =>
  [label, alias].some((one) => foldName(one) === foldName(text));

/** Every way to part a text at a separator, so that names may hold the separator too. */
function* parted(text: string, separator: RegExp): Generator<readonly [string, string]> {
  for (const match of text.matchAll(separator))
    yield [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}

function comparison(text: string, find: Find, span: Span | null): readonly Understanding[] {
  if (span) return [];
  const plain = /^(?:compare|difference between)\s+(.*)$/i.exec(text);
  const separator = plain ? /\s+(?:and|with|to|vs\.?|versus)\s+/gi : /\s+(?:vs\.?|versus)\s+/gi;
  for (const [left, right] of parted(plain?.[1] ?? text, separator))
    for (const type of ["actor", "source"] as const) {
      const a = find(left, [type]);
      const b = find(right, [type]);
      if (a && b && a.key !== b.key) return [{ type: "compare", a, b }];
    }
  return [];
}

function who(text: string, find: FindAll, span: Span | null): readonly Understanding[] {
  for (const [polarity, verbs] of VERBS) {
    const match = new RegExp(
      `^(?:who|which actors?|which states?)\\s+(?:all\\s+)?(?:${verbs})\\s+(.+)$`,
      "i",
    ).exec(text);
    if (!match) continue;
    // Readings that have an answer come first.
    const empty = ({ sides }: Hit): number => (sides?.[polarity] === 0 ? 1 : 0);
    return find(match[1] as string, ["issue"])
      .toSorted((a, b) => empty(a) - empty(b))
      .slice(0, MOST_READINGS)
      .map((issue) => ({ type: "who", polarity, issue, span }));
  }
  return [];
}

function holds(text: string, find: Find, span: Span | null): readonly Understanding[] {
  for (const [polarity, verbs] of VERBS) {
    const match =
      new RegExp(`^what\\s+(?:does|do|is|are)\\s+(.+?)\\s+(?:${verbs}|for|against)$`, "i").exec(text) ??
      new RegExp(`^(.+?)\\s+(?:${verbs})$`, "i").exec(text);
    const last = /\b(for|against)$/i.exec(text)?.[1]?.toLowerCase();
    const fits = last === undefined || (last === "for") === (polarity === "support");
    const actor = match && fits && find(match[1] as string, ["actor"]);
    if (actor) return [{ type: "holds", actor, polarity, span }];
  }
  return [];
}

function about(text: string, find: FindAll, span: Span | null): readonly Understanding[] {
  const match =
    /^(?:what\s+(?:does|do)\s+)?(.+?)\s+(?:says?|thinks?|positions?)?\s*(?:about|on)\s+(.+)$/i.exec(text);
  const [actor] = match ? find(match[1] as string, ["actor"]) : [];
  if (!match || !actor) return [];
  return find(match[2] as string, ["issue"])
    .slice(0, MOST_READINGS)
    .map((issue) => ({ type: "about", actor, issue, span }));
}

const LEAD =
  /^(?:(?:find\s+)?(?:a\s+)?paths?\s+|how\s+(?:is|are|does|do)\s+|connect(?:ion)?\s+|links?\s+)?(?:from\s+|between\s+)?/i;
const TAIL = /\s+(?:connected|linked|related)$/i;
const SEPARATOR =
  /\s*(?:->|→|⇒|=>)\s*|\s+(?:(?:connected|linked|related)\s+(?:to|with)|connect\s+(?:to|with)|to|and)\s+/gi;
const DETOURS =
  /\s+(?<how>avoiding|without|not through|through|via)\s+(?<names>.+?)(?=\s+(?:avoiding|without|not through|through|via)\s|$)/gi;

function path(text: string, find: Find, span: Span | null): readonly Understanding[] {
  const avoid: Hit[] = [];
  const through: Hit[] = [];
  for (const { groups } of text.matchAll(DETOURS)) {
    const list = /^(?:through|via)$/i.test(groups?.["how"] ?? "") ? through : avoid;
    const names = groups?.["names"] ?? "";
    const whole = find(names, NODES);
    const hits = whole
      ? [whole]
      : names.split(/\s*(?:,|\band\b|\bor\b)\s*/i).map((name) => find(name, NODES));
    for (const hit of hits) {
      if (!hit) return [];
      list.push(hit);
    }
  }
  const asks = LEAD.exec(text)?.[0] !== "";
  const core = text.replace(DETOURS, "").replace(LEAD, "").replace(TAIL, "");
  for (const [left, right] of parted(core, SEPARATOR)) {
    // "A and B" alone may be half of a name; it is a question after "how are", "between" and the like.
    if (!asks && / and $/i.test(core.slice(left.length, core.length - right.length))) continue;
    const from = find(left, NODES);
    const to = find(right, NODES);
    if (from && to && from.key !== to.key) return [{ type: "path", from, to, avoid, through, span }];
  }
  return [];
}

function when(text: string, find: Find, span: Span | null): readonly Understanding[] {
  if (!span) return [];
  if (text === "") return [{ type: "when", what: null, span }];
  const what = find(text, ["actor", "issue", "source"]);
  return what ? [{ type: "when", what, span }] : [];
}
