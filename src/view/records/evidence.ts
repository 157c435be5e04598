/** The statements at a node or of a source under a view: the first ones, and a cursor for those that follow. */

import { type Evidence, RECORD_LIMITS } from "../../model/api.ts";
import type { Statement } from "../../model/dataset.ts";
import type { NodeKey } from "../../model/id.ts";
import { formatView } from "../grammar.ts";
import type { RecordLookups } from "./lookups.ts";
import { cursorAfter, type PagedList } from "./paging.ts";
import type { Shown } from "./shown.ts";
import { statementRecords } from "./statement-record.ts";

/** What the list of statements is asked for, in canonical form: cursors belong to it. */
export const statementsQuestion = (
  shown: Pick<Shown, "view">,
  {
    q = "",
    node = "",
    edge = "",
  }: { readonly q?: string; readonly node?: NodeKey | ""; readonly edge?: string } = {},
): string => JSON.stringify(["statements", formatView(shown.view), q, node, edge]);

/** Statements given by number as a list of which only what is looked at is made. */
export const listed = (
  { index }: Pick<RecordLookups, "index">,
  numbers: Int32Array,
): PagedList<Statement> => ({
  length: numbers.length,
  at: (place) => index.dataset.statements[numbers[place] as number],
});

/**
 * The evidence of a record.
 * @param numbers of the statements
 * @param question that the list of exactly these statements answers
 */
export function evidenceOf(
  lookups: RecordLookups,
  numbers: Int32Array,
  question: string,
): Pick<Evidence<"statementsList">, "statementsList" | "statementsCursor"> {
  const first = numbers.subarray(0, RECORD_LIMITS.items);
  return {
    statementsList: statementRecords(lookups, first),
    statementsCursor: cursorAfter(listed(lookups, numbers), first.length, question),
  };
}
