/** The search behind `q`: every word must occur somewhere in a record's texts, without regard to case and accents. */

import { foldName } from "../../dataset/fold.ts";
import type { ActorRecord, IssueRecord, SourceRecord } from "../../model/api.ts";
import { type Statement, sourceName } from "../../model/dataset.ts";
import type { ActorId } from "../../model/id.ts";
import type { RecordLookups } from "./lookups.ts";

type Texts = readonly (string | null | undefined)[];

/** Words up to which what a text holds is remembered as bits. */
const MOST_BITS = 30;
/** Texts remembered; most that occur once only are met after these are full. */
const MOST_KNOWN = 100_000;
/** Items between two calls of a checkpoint. */
const STRIDE = 1024;

/** Says of texts whether every word of `q` occurs in one of them. Texts that come again, as labels do, are looked at once. */
function matcher(q: string): ((texts: Texts) => boolean) | null {
  const words = foldName(q).split(" ").filter(Boolean);
  if (words.length === 0) return null;
  if (words.length > MOST_BITS)
    return (texts) => {
      const folded = texts.map((text) => foldName(text ?? ""));
      return words.every((word) => folded.some((text) => text.includes(word)));
    };
  const all = 2 ** words.length - 1;
  const known = new Map<string, number>();
  const bitsOf = (text: string): number => {
    let bits = known.get(text);
    if (bits === undefined) {
      const folded = foldName(text);
      bits = words.reduce((sum, word, at) => (folded.includes(word) ? sum | (1 << at) : sum), 0);
      if (known.size < MOST_KNOWN) known.set(text, bits);
    }
    return bits;
  };
  return (texts) => {
    let found = 0;
    for (const text of texts) if (text) found |= bitsOf(text);
    return found === all;
  };
}

/**
 * Keeps the items whose texts hold every word of `q`; all items when `q` is empty. Order is kept.
 * @param checkpoint called now and then; throws when it is time to end
 */
export function searchItems<Item>(
  items: readonly Item[],
  q: string,
  textsOf: (item: Item) => Texts,
  checkpoint: () => void = () => {},
): readonly Item[] {
  const matches = matcher(q);
  if (!matches) return items;
  return items.filter((item, at) => {
    if (at % STRIDE === 0) checkpoint();
    return matches(textsOf(item));
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

/** Labels, and other names of the actors: whoever looks for a name finds what is coded under another one of the same actor. */
export function statementTexts(
  { index: { dataset } }: Pick<RecordLookups, "index">,
  statement: Statement,
): Texts {
  const actorOf = (id: ActorId | null) => (id === null ? undefined : dataset.actorById.get(id));
  const { issue, relation } = statement;
  const source = dataset.sourceById.get(statement.source);
  const [actor, target] = [actorOf(statement.actor), actorOf(statement.target)];
  return [
    statement.id,
    statement.summary,
    statement.condition,
    actor?.label ?? statement.actor,
    actorOf(statement.speaker)?.label,
    actorOf(statement.attributedTo)?.label,
    issue === null ? null : (dataset.issueById.get(issue)?.label ?? issue),
    relation === null ? null : (dataset.relationById.get(relation)?.label ?? relation),
    target?.label,
    source ? sourceName(source) : statement.source,
    statement.notes,
    ...statement.extra.values(),
    ...(actor?.aliases ?? []),
    ...(target?.aliases ?? []),
  ];
}
