/** The little English that sentences need: whether a label is a plural, and a verb phrase in its base and plural form. */

const IRREGULAR: ReadonlyMap<string, readonly [base: string, plural: string]> = new Map([
  ["is", ["be", "are"]],
  ["has", ["have", "have"]],
  ["does", ["do", "do"]],
]);

/** The base form of a verb in the third person singular, or null when the word is none. */
function baseOf(verb: string): string | null {
  if (/[^aeiou]ies$/.test(verb)) return verb.replace(/ies$/, "y");
  if (/(s|sh|ch|x|z|o)es$/.test(verb) && !/(c|ei|i|u|o|a)ses$/.test(verb)) return verb.slice(0, -2);
  return /[^s]s$/.test(verb) ? verb.slice(0, -1) : null;
}

interface Forms {
  /** After “to”: “support that”. */
  readonly base: string;
  /** After a plural: “support that”. */
  readonly plural: string;
}

/**
 * The other forms of a phrase that begins with a verb in the third person singular (“sends aid to” → “send aid to”). Null when
 * the first word is no such verb, as in a label in another language: then it must be told with “that”.
 */
export function verbForms(phrase: string): Forms | null {
  const [verb = "", ...rest] = phrase.split(" ");
  const irregular = IRREGULAR.get(verb);
  const base = irregular?.[0] ?? baseOf(verb);
  if (base === null) return null;
  const form = (word: string) => [word, ...rest].join(" ");
  return { base: form(base), plural: form(irregular?.[1] ?? base) };
}

/** What ends the head of a name: a relative clause, a preposition or a bracket. */
const TAIL = /\s*[(,].*$|\s+(?:that|who|which|to|of|in|for|at|with|from)\s.*$/u;

/**
 * Whether a label names several. Proper names are singular whatever their ending (“Hamas”, “United Nations”): a plural is a common
 * noun, so in lower case unless it is the first word, or capitals with an s (“Palestinian NGOs”).
 */
export function isPlural(label: string): boolean {
  const head = label.replace(TAIL, "").split(" ");
  const last = head.at(-1) ?? "";
  if (/^\p{Lu}{2,}s$/u.test(last)) return true;
  if (head.length > 1 && !/^\p{Ll}/u.test(last)) return false;
  return /[^asiu]s$/u.test(last);
}
