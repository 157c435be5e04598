/**
 * Questions in plain words: "Pakistan to Hamas", "who opposes disarmament", "Egypt vs Israel", "Hamas 2025-10..2025-11",
 * "what does Egypt say about the mandate", "who agrees with Egypt". A question is read only when every name in it is found; else it is no question
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
  /** Of several issues: those that the name may mean, taken together. */
  | {
      readonly type: "who";
      readonly polarity: Polarity;
      readonly issues: readonly Hit[];
      readonly span: Span | null;
    }
  | { readonly type: "holds"; readonly actor: Hit; readonly polarity: Polarity; readonly span: Span | null }
  | {
      readonly type: "about";
      readonly actor: Hit;
      readonly issues: readonly Hit[];
      readonly span: Span | null;
    }
  /** Who agrees with an actor, and who does not. */
  | { readonly type: "sides"; readonly actor: Hit; readonly span: Span | null }
  | { readonly type: "compare"; readonly a: Hit; readonly b: Hit }
  /** What is reported of an actor, on an issue or by a source; of a time, or of any where the span is null. */
  | { readonly type: "when"; readonly what: Hit | null; readonly span: Span | null }
  /** What is otherwise since then. */
  | { readonly type: "changes"; readonly span: Span };

type Find = (name: string, types: readonly Hit["type"][]) => Hit | null;
/** What a name may mean, the best first: what bears its words and what is only alike; of the former what can be taken together. */
interface Readings {
  readonly named: readonly Hit[];
  readonly alike: readonly Hit[];
  readonly together: readonly Hit[];
}
type Read = (name: string, types: readonly Hit["type"][]) => Readings;

/** Readings of one name that are offered. */
const MOST_READINGS = 4;
/** More are no longer one subject. */
const MOST_TOGETHER = 8;

const VERBS: readonly (readonly [polarity: Polarity, pattern: string])[] = [
  [
    "support",
    `supports?|backs?|favou?rs?|endorses?|approves?(?: of)?|welcomes?|accepts?|calls? for|demands?|wants?|(?:is|are) (?:for|behind|in favou?r of)`,
  ],
  [
    "oppose",
    `opposes?|rejects?|resists?|refuses?|objects? to|disapproves?(?: of)?|(?:is|are) (?:against|opposed to)`,
  ],
  ["neutral", `takes? no side (?:on|in)|(?:is|are) (?:neutral|undecided) (?:on|about|towards?)`],
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
  const all: Read = (name, types) => readingsOf(name, types, index);
  const { span, rest } = takeSpan(asked);
  return [
    ...comparison(rest, find, span),
    ...common(rest, find, span),
    ...sides(rest, find, span),
    ...who(rest, find, all, span),
    ...holds(rest, find, span),
    ...about(rest, find, all, span),
    ...path(rest, find, span),
    ...both(rest, find, all, span),
    ...statements(rest, find, span),
    ...when(rest, find, span),
  ];
}

const ARTICLE = /^(?:the|a|an)\s+/i;
/** What asks is no name, however much an abbreviation looks like it. */
const ASKS = /^(?:who|whom|whose|which|what|where|when|why|how)\b/i;

/** The likeliest hit of a name, and the text that found it. */
export function nameOf(
  name: string,
  types: readonly Hit["type"][],
  index: SearchIndex,
): { readonly hit: Hit; readonly text: string } | null {
  const trimmed = name.trim();
  if (trimmed.length < 2) return null;
  const texts = [...new Set([trimmed, trimmed.replace(ARTICLE, "")])];
  const found = texts.flatMap((text) =>
    index.find(text, 12).flatMap((hit) => (types.includes(hit.type) ? [{ hit, text }] : [])),
  );
  // A whole name without its article beats the beginning of another with it.
  const whole = found.find(({ hit, text }) => isWhole(hit, text) && text.toLowerCase() !== "who");
  return whole ?? (ASKS.test(trimmed) ? null : (found[0] ?? null));
}

/** All that a name may mean; one that is meant exactly has no other readings. */
function readingsOf(name: string, types: readonly Hit["type"][], index: SearchIndex): Readings {
  const found = nameOf(name, types, index);
  if (!found) return { named: [], alike: [], together: [] };
  if (isWhole(found.hit, found.text)) return { named: [found.hit], alike: [], together: [] };
  const kin = index.findKin(found.text, 40).filter(({ type }) => types.includes(type));
  const isNamed = (hit: Hit) => index.isNamed(hit, found.text);
  const named = kin.filter(isNamed);
  const together = named.filter(({ onMap }) => onMap).slice(0, MOST_TOGETHER);
  return { named, alike: kin.filter((hit) => !isNamed(hit)), together };
}

/** First all that a name may mean, then one by one. */
const choices = (together: readonly Hit[], single: readonly Hit[]): readonly (readonly Hit[])[] => [
  ...(together.length > 1 ? [together] : []),
  ...single.slice(0, MOST_READINGS).map((hit) => [hit]),
];

const isWhole = ({ names }: Hit, text: string): boolean =>
  names.some((one) => foldName(one) === foldName(text));

/** Every way to part a text at a separator, so that names may hold the separator too. */
export function* parted(text: string, separator: RegExp): Generator<readonly [string, string]> {
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

/** "What do A and B agree on", "where do A and B disagree". */
const COMMON =
  /^(?:on )?(?:what|where|which issues?)(?: do| does| did)? (.+?) (?:dis)?agree(?:s)?(?: (?:on|about|over))?$/i;

function common(text: string, find: Find, span: Span | null): readonly Understanding[] {
  const names = COMMON.exec(text)?.[1];
  if (span || names === undefined) return [];
  for (const [left, right] of parted(names, /\s+(?:and|&|with)\s+/gi)) {
    const a = find(left, ["actor"]);
    const b = find(right, ["actor"]);
    if (a && b && a.key !== b.key) return [{ type: "compare", a, b }];
  }
  return [];
}

const ACTORS =
  "(?:actors?|states?|countries|country|parties|party|groups?|governments?|organi[sz]ations?|factions?)";
const WHO = `(?:who(?: all)?|(?:which|what)(?: of the)? ${ACTORS})(?: (?:does|do|would|will))?`;

/** What is asked for by "who opposes NAME" or "statements by NAME"; undefined when it is neither. */
export const askedName = (text: string): string | undefined =>
  new RegExp(`^${WHO} (?:${ANY_VERB}) (.+)$`, "i").exec(text)?.[1] ?? STATEMENTS.exec(text)?.[1];

function who(text: string, find: Find, all: Read, span: Span | null): readonly Understanding[] {
  for (const [polarity, verbs] of VERBS) {
    const match = new RegExp(`^${WHO} (?:${verbs}) (.+)$`, "i").exec(text);
    if (!match) continue;
    const name = match[1] as string;
    const actor = find(name, NODES);
    // Readings with the most to answer come first, then the best evidenced; those that only look alike stay last.
    const answers = ({ sides: counts }: Hit): number => counts?.[polarity] ?? 0;
    const sorted = (hits: readonly Hit[]) =>
      hits.toSorted((a, b) => answers(b) - answers(a) || b.statements - a.statements);
    const { named, alike, together } = all(name, ["issue"]);
    return [
      ...(actor?.type === "actor" && isWhole(actor, name) ? [{ type: "sides", actor, span } as const] : []),
      ...choices(sorted(together), [...sorted(named), ...alike]).map(
        (issues) => ({ type: "who", polarity, issues, span }) as const,
      ),
    ];
  }
  return [];
}

const SIDES: readonly RegExp[] = [
  new RegExp(`^${WHO} (?:dis)?agrees? with (.+)$`, "i"),
  new RegExp(
    `^${WHO} (?:is|are|stands?) (?:with|on the side of|close to|allied (?:with|to)|aligned with) (.+)$`,
    "i",
  ),
  /^(?:allies|opponents|friends|rivals|critics|supporters) of (.+)$/i,
  /^(.+?)['’]s? (?:allies|opponents|side|rivals|critics)$/i,
];

function sides(text: string, find: Find, span: Span | null): readonly Understanding[] {
  for (const pattern of SIDES) {
    const name = pattern.exec(text)?.[1];
    const actor = name === undefined ? null : find(name, ["actor"]);
    if (actor) return [{ type: "sides", actor, span }];
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

const ANY_VERB = VERBS.map(([, verbs]) => verbs).join("|");
const ABOUT: readonly RegExp[] = [
  /^what (?:does|do|did) (.+?) (?:say|says|said|think|thinks|want|hold) (?:about|on|of) (.+)$/i,
  /^what (?:is|are) (.+?)(?:['’]s?)? (?:positions?|stance|view|views|line) (?:on|about|towards?) (.+)$/i,
  /^(?:what is )?(?:the )?(?:positions?|stance|views?) of (.+?) (?:on|about|towards?) (.+)$/i,
  /^where (?:does|do) (.+?) stand (?:on|about) (.+)$/i,
  new RegExp(`^(?:does|do|did) (.+?) (?:${ANY_VERB}) (.+)$`, "i"),
  /^(?:is|are) (.+?) (?:for|against|in favou?r of|opposed to) (.+)$/i,
  /^(.+?)(?:['’]s?)? (?:(?:says?|thinks?|positions?|stance|views?) )?(?:about|on) (.+)$/i,
  new RegExp(`^(.+?) (?:${ANY_VERB}) (.+)$`, "i"),
];

function about(text: string, find: Find, all: Read, span: Span | null): readonly Understanding[] {
  for (const pattern of ABOUT) {
    const match = pattern.exec(text);
    const actor = match && find(match[1] as string, ["actor"]);
    if (!actor) continue;
    const { named, alike, together } = all(match[2] as string, ["issue"]);
    const found = choices(together, [...named, ...alike]).map(
      (issues) => ({ type: "about", actor, issues, span }) as const,
    );
    if (found.length > 0) return found;
  }
  return [];
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

const STATEMENTS =
  /^(?:(?:all|the) )?(?:statements?|claims?|quotes?|positions?|reports?) (?:made )?(?:by|of|from|about|on) (.+)$/i;

function statements(text: string, find: Find, span: Span | null): readonly Understanding[] {
  const name = STATEMENTS.exec(text)?.[1];
  const what = name === undefined ? null : find(name, ["actor", "issue", "source"]);
  return what ? [{ type: "when", what, span }] : [];
}

function when(text: string, find: Find, span: Span | null): readonly Understanding[] {
  if (!span) return [];
  if (/^what(?: has| have|['’]s)? (?:changed|changes|is new|new)$/i.test(text))
    return [{ type: "changes", span }];
  if (text === "") return [{ type: "when", what: null, span }];
  const what = find(text, ["actor", "issue", "source"]);
  return what ? [{ type: "when", what, span }] : [];
}

/** "A and B": two actors side by side and how they are connected, or an actor and an issue; none where that is one name. */
function both(text: string, find: Find, all: Read, span: Span | null): readonly Understanding[] {
  const whole = find(text, [...NODES, "source"]);
  if (whole && isWhole(whole, text)) return [];
  for (const [left, right] of parted(text, /\s+(?:and|&)\s+/gi)) {
    const a = find(left, NODES);
    const b = find(right, NODES);
    if (!a || !b || a.key === b.key) continue;
    const path = { type: "path", from: a, to: b, avoid: [], through: [], span } as const;
    if (a.type === "actor" && b.type === "actor") return span ? [path] : [{ type: "compare", a, b }, path];
    if (a.type === b.type) return [path];
    const actor = a.type === "actor" ? a : b;
    const { named, alike, together } = all(a.type === "actor" ? right : left, ["issue"]);
    return choices(together, [...named, ...alike]).map(
      (issues) => ({ type: "about", actor, issues, span }) as const,
    );
  }
  return [];
}
