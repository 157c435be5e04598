/** The search behind `q`: every word must occur somewhere in a record's texts, without regard to case and accents. */

import { foldName } from "../../dataset/fold.ts";
import type { StatementIndex } from "../../graph/statement-index.ts";
import type { ActorRecord, IssueRecord, SourceRecord } from "../../model/api.ts";
import { type Statement, sourceName } from "../../model/dataset.ts";
import type { ActorId } from "../../model/id.ts";
import { statementColumns } from "../../model/statement-columns.ts";
import type { RecordLookups } from "./lookups.ts";

type Texts = readonly (string | null | undefined)[];

/** The words of a search, folded. */
const wordsOf = (q: string): readonly string[] => foldName(q).split(" ").filter(Boolean);

/** Nothing that folding would change but capitals. */
const PLAIN = /^[!-~]*$/;
const folded = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : foldName(text));

/**
 * Keeps the items whose texts hold every word of `q`; all items when `q` is empty. Order is kept.
 */
export function searchItems<Item>(
  items: readonly Item[],
  q: string,
  textsOf: (item: Item) => Texts,
): readonly Item[] {
  const words = wordsOf(q);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const texts = textsOf(item).flatMap((text) => (text ? [folded(text)] : []));
    return words.every((word) => texts.some((text) => text.includes(word)));
  });
}

const extras = (extra: Readonly<Record<string, string>>): Texts => Object.values(extra);

export const actorTexts = (actor: ActorRecord): Texts => [
  actor.id,
  actor.label,
  actor.shortLabel,
  ...actor.aliases,
  actor.kind?.label,
  actor.country,
  actor.wikidata,
  actor.description,
  ...extras(actor.extra),
];

export const issueTexts = (issue: IssueRecord): Texts => [
  issue.id,
  issue.label,
  issue.shortLabel,
  issue.description,
  issue.parent?.label,
  ...extras(issue.extra),
];

export const sourceTexts = (source: SourceRecord): Texts => [
  source.id,
  source.name,
  source.author,
  source.publisher,
  source.genre,
  source.notes,
  source.date,
  ...extras(source.extra),
];

/** Words that are looked for in one pass over the statements. */
const WORDS_AT_ONCE = 30;

/** For one member of statements, the texts that a value is found by. */
type TextsOfValue = { readonly [Property in keyof Statement]?: (value: Statement[Property]) => Texts };

/** Labels, and other names of holder and target: whoever looks for a name finds what is coded under another one of the same actor. */
function textsOfValues({ dataset }: StatementIndex): TextsOfValue {
  const label = (records: ReadonlyMap<string, { readonly label: string }>) => (id: string | null) =>
    id === null ? [] : [records.get(id)?.label ?? id];
  const allNames = (id: ActorId | null): Texts => {
    const actor = id === null ? undefined : dataset.actorById.get(id);
    return actor ? [actor.label, ...actor.aliases] : [id];
  };
  const itself = (text: string): Texts => [text];
  return {
    id: itself,
    summary: itself,
    condition: itself,
    notes: itself,
    actor: allNames,
    target: allNames,
    speaker: label(dataset.actorById),
    attributedTo: label(dataset.actorById),
    issue: label(dataset.issueById),
    relation: label(dataset.relationById),
    source: (id) => {
      const source = dataset.sourceById.get(id);
      return [source ? sourceName(source) : id];
    },
    extra: (extra) => [...extra.values()],
  };
}

/**
 * The statements, given and answered by number, whose texts hold every word of `q`. What values hold is found once for each distinct
 * value, so a search costs a few look-ups for each statement.
 * @param checkpoint called now and then; throws when it is time to end
 */
export function searchStatements(
  { index }: Pick<RecordLookups, "index">,
  numbers: Int32Array,
  q: string,
  checkpoint: () => void = () => {},
): Int32Array {
  let left = numbers;
  const words = wordsOf(q);
  for (let at = 0; at < words.length && left.length > 0; at += WORDS_AT_ONCE)
    left = holding(index, left, words.slice(at, at + WORDS_AT_ONCE), checkpoint);
  return left;
}

/** The same for a few words, a bit for each. */
function holding(
  index: StatementIndex,
  numbers: Int32Array,
  words: readonly string[],
  checkpoint: () => void,
): Int32Array {
  const columns = statementColumns(index.dataset);
  const all = 2 ** words.length - 1;
  const found = new Int32Array(numbers.length);
  const look = <Property extends keyof Statement>(
    property: Property,
    textsOf: (value: Statement[Property]) => Texts,
  ): void => {
    const { codes, size, value } = columns.column(property);
    // 0 = not looked at yet.
    const known = new Int32Array(size);
    for (let at = 0; at < numbers.length; at++) {
      if ((at & 0xfff) === 0) checkpoint();
      if (found[at] === all) continue;
      const code = codes[numbers[at] as number] as number;
      if (known[code] === 0) {
        let bits = 0;
        for (const text of textsOf(value(code))) {
          const plain = text ? folded(text) : "";
          words.forEach((word, bit) => {
            if (plain.includes(word)) bits |= 1 << bit;
          });
        }
        known[code] = bits | LOOKED_AT;
      }
      found[at] = (found[at] as number) | ((known[code] as number) & all);
    }
  };
  const texts = textsOfValues(index);
  for (const property of Object.keys(texts) as (keyof TextsOfValue)[])
    look(property, texts[property] as (value: Statement[typeof property]) => Texts);
  return numbers.filter((_, at) => found[at] === all);
}

/** The bit beyond those of the words. */
const LOOKED_AT = 1 << WORDS_AT_ONCE;
