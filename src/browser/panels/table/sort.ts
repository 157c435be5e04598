/** Orders rows by a column without disturbing those that are equal. */

import type { StatementRecord } from "../../../model/api.ts";
import type { Column, SourcesById } from "./columns.ts";

export interface Sorting {
  /** Column id. */
  readonly by: string;
  readonly descending: boolean;
}

/** The next state of a header that is pressed: ascending, descending, unsorted. */
export function nextSorting(sorting: Sorting | null, by: string): Sorting | null {
  if (sorting?.by !== by) return { by, descending: false };
  return sorting.descending ? null : { by, descending: true };
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true });

/** A sorted copy; rows without a value come last in both directions. */
export function sortStatements(
  statements: readonly StatementRecord[],
  column: Column | undefined,
  descending: boolean,
  sources: SourcesById,
): readonly StatementRecord[] {
  if (!column) return statements;
  const keyed = statements.map((statement) => ({ statement, key: column.order(statement, sources) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0);
    return descending ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  return keyed.map(({ statement }) => statement);
}
