/** The search behind `q`: every word must occur somewhere in a record's texts, without regard to case and accents. */

import { foldName } from "../../dataset/fold.ts";
import type { ActorRecord, IssueRecord, SourceRecord, StatementRecord } from "../../model/api.ts";

type Texts = readonly (string | null | undefined)[];

/** Keeps the items whose texts hold every word of `q`; all items when `q` is empty. Order is kept. */
export function searchItems<Item>(
  items: readonly Item[],
  q: string,
  textsOf: (item: Item) => Texts,
): readonly Item[] {
  const words = foldName(q).split(" ").filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    // A character that no query holds keeps a word from matching across two texts.
    const text = foldName(textsOf(item).filter(Boolean).join("\u0001"));
    return words.every((word) => text.includes(word));
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

export const statementTexts = (statement: StatementRecord): Texts => [
  statement.id,
  statement.summary,
  statement.condition,
  statement.actor.label,
  statement.speaker?.label,
  statement.attributedTo?.label,
  statement.issue?.label,
  statement.relation?.label,
  statement.target?.label,
  statement.source.label,
  statement.notes,
  ...extras(statement.extra),
];
