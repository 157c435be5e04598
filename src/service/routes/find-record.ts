/** The record that a part of the address names. */

import type { NamedTable } from "../../dataset/names.ts";
import type { Actor, Issue, Source, Statement } from "../../model/dataset.ts";
import { parseNodeKey, type StatementId } from "../../model/id.ts";
import { Fault } from "../../model/problem.ts";
import type { ServedDataset } from "../served-dataset.ts";

/** @throws Fault `unknown-node` with suggestions, or `ambiguous-name` */
export function findActor({ names, dataset }: ServedDataset, name: string): Actor {
  const key = names.resolveNode(name, { types: ["actor"], parameter: "id" });
  return dataset.actorById.get(parseNodeKey(key)?.id ?? "") as Actor;
}

/** @throws Fault `unknown-node` with suggestions, or `ambiguous-name` */
export function findIssue({ names, dataset }: ServedDataset, name: string): Issue {
  const key = names.resolveNode(name, { types: ["issue"], parameter: "id" });
  return dataset.issueById.get(parseNodeKey(key)?.id ?? "") as Issue;
}

/** @throws Fault `unknown-record` with suggestions, or `ambiguous-name` */
export function findSource(served: ServedDataset, name: string): Source {
  return served.dataset.sourceById.get(findId(served, "sources", "source", name)) as Source;
}

/** @throws Fault `unknown-record` with suggestions */
export function findStatement(served: ServedDataset, name: string, parameter = "id"): Statement {
  const known = served.dataset.statementById.get(name as StatementId);
  if (known) return known;
  // Statements have ids and no other names; to look for those alike among very many takes seconds.
  if (served.index.statementCount > MOST_ALIKE) throw unknownRecord("statement", name, parameter, []);
  return served.dataset.statementById.get(
    findId(served, "statements", "statement", name, parameter),
  ) as Statement;
}

/** As a filter an unknown name is a bad parameter; as an address there is nothing there. */
function findId(
  { names }: ServedDataset,
  table: NamedTable,
  word: string,
  name: string,
  parameter = "id",
): string {
  const found = names.resolveIn(table, name);
  if ("key" in found) return found.key;
  if ("ambiguous" in found) return names.resolveId(table, name, parameter);
  throw unknownRecord(word, name, parameter, found.suggestions);
}

/** Statements among which those alike are looked for. */
const MOST_ALIKE = 20_000;

/** The fault of a name that nothing has. `parameter` gave it; `word` says what was looked for. */
export const unknownRecord = (
  word: string,
  name: string,
  parameter: string,
  suggestions: readonly string[],
  remedy = `Look it up in the list of ${word}s.`,
): Fault =>
  new Fault({
    class: "not-found",
    code: "unknown-record",
    parameter,
    message: `there is no ${word} named ${JSON.stringify(name.slice(0, 80))}`,
    remedy: suggestions.length > 0 ? `Did you mean ${suggestions.join(", ")}?` : remedy,
    details: { suggestions },
  });
