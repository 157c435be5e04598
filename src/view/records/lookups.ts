/** What records need beside the index and is worth finding once per dataset: repeats, sub-issues, statements per source. */

import type { StatementIndex } from "../../graph/statement-index.ts";
import type { Named } from "../../model/api.ts";
import { type Dataset, type Issue, sourceName } from "../../model/dataset.ts";

export interface RecordLookups {
  readonly index: StatementIndex;
  /** By the id of an original, the ids of the statements that repeat it, in dataset order. */
  readonly repeatsOf: ReadonlyMap<string, readonly string[]>;
  readonly childrenOf: ReadonlyMap<string, readonly Issue[]>;
  /** All statements of a source, repeats and off-topic ones included. */
  readonly statementsOfSource: ReadonlyMap<string, number>;
}

/** One pass over statements and issues. */
export function createLookups(index: StatementIndex): RecordLookups {
  const repeatsOf = new Map<string, string[]>();
  const statementsOfSource = new Map<string, number>();
  for (const { id, source, repeatOf } of index.dataset.statements) {
    statementsOfSource.set(source, (statementsOfSource.get(source) ?? 0) + 1);
    if (repeatOf !== null) append(repeatsOf, repeatOf, id);
  }
  const childrenOf = new Map<string, Issue[]>();
  for (const issue of index.dataset.issues)
    if (issue.parent !== null) append(childrenOf, issue.parent, issue);
  return { index, repeatsOf, childrenOf, statementsOfSource };
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const namedIn = (
  records: ReadonlyMap<string, { readonly id: string; readonly label: string }>,
  id: string | null,
): Named | null => (id === null ? null : { id, label: records.get(id)?.label ?? id });

export const namedActor = (dataset: Dataset, id: string | null): Named | null =>
  namedIn(dataset.actorById, id);
export const namedIssue = (dataset: Dataset, id: string | null): Named | null =>
  namedIn(dataset.issueById, id);
export const namedKind = (dataset: Dataset, id: string | null): Named | null => namedIn(dataset.kindById, id);
export const namedRelation = (dataset: Dataset, id: string | null): Named | null =>
  namedIn(dataset.relationById, id);

export function namedSource(dataset: Dataset, id: string): Named {
  const source = dataset.sourceById.get(id);
  return { id, label: source ? sourceName(source) : id };
}

/** An empty cell is null in JSON. */
export const orNull = (text: string): string | null => (text === "" ? null : text);
