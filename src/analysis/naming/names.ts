/** How nodes, issues and sources are called inside a sentence. All names come from the data. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import { type Dataset, type Source, sourceName } from "../../model/dataset.ts";
import { isolated } from "../../model/direction.ts";

/** Typographic quotes. */
export const quoted = (text: string): string => `“${text}”`;

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

export const capitalised = (text: string): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === "" ? "" : first.toUpperCase() + text.slice(first.length);
};

/** Without the full stop and blanks at its end, so that it can stand inside a sentence. */
export const withoutStop = (text: string): string => text.replace(/[\s.]+$/u, "");

/** The full label of an actor or issue. */
export function nodeLabel(index: StatementIndex, node: number): string {
  const { actors, issues } = index.dataset;
  return (node < index.actorCount ? actors[node] : issues[node - index.actorCount])?.label ?? "";
}

/** The label, an issue's in quotes. */
export function nodeName(index: StatementIndex, node: number): string {
  const label = nodeLabel(index, node);
  return node < index.actorCount ? isolated(label) : quoted(isolated(withoutStop(label)));
}

/** A source's title in quotes, or its name without them when it has no title. */
export const sourcePhrase = (source: Source): string =>
  source.title === "" ? isolated(sourceName(source)) : quoted(isolated(sourceName(source)));

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’-]*/gu;
const lowerCaseWords = new WeakMap<Dataset, ReadonlySet<string>>();

/** All words that occur in lower case in a label or description of the dataset; gathered once per dataset. */
function wordsOf(dataset: Dataset): ReadonlySet<string> {
  let words = lowerCaseWords.get(dataset);
  if (!words) {
    const found = new Set<string>();
    const records = [...dataset.kinds, ...dataset.actors, ...dataset.issues, ...dataset.relations];
    for (const { label, description } of records) {
      for (const text of [label, description])
        for (const [word] of text.matchAll(WORD)) if (word === word.toLowerCase()) found.add(word);
    }
    words = found;
    lowerCaseWords.set(dataset, words);
  }
  return words;
}

/**
 * An issue's label as a clause inside a sentence: its first letter in lower case when that word is known to be an ordinary one
 * (“The” → “the”, but “Hamas” and “US” stay).
 */
export function issueClause(dataset: Dataset, label: string): string {
  const text = withoutStop(label);
  const word = /^\p{L}[\p{L}\p{M}\p{N}'’-]*/u.exec(text)?.[0];
  if (word === undefined) return text;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const rest = word.slice(first.length);
  if (rest !== rest.toLowerCase() || !wordsOf(dataset).has(word.toLowerCase())) return text;
  return first.toLowerCase() + text.slice(first.length);
}
