/** Rows of coded statements as the table that networks are computed from. */

import { encodeColumn, type Variable } from "../src/analysis/networks/column.ts";
import {
  columnLookup,
  readQualifier,
  type StatementTable,
  statementOrder,
} from "../src/analysis/networks/table.ts";

export interface TableInput {
  readonly name: string;
  /** By variable, one value per statement. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly documents: readonly string[];
  /** Seconds since 1970. */
  readonly time: Float64Array;
}

/** Every variable is a text of statements. */
export function tableOf({ name, values, documents, time }: TableInput): StatementTable {
  const variable = (of: string): Variable => ({ name: of, scope: "statement", type: "text" });
  const variables = Object.keys(values).map(variable);
  const column = columnLookup(
    name,
    variables.map((each) => ({ ...each, values: () => values[each.name] as readonly string[] })),
  );
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const moment of time) {
    if (moment < first) first = moment;
    if (moment > last) last = moment;
  }
  return {
    name,
    size: time.length,
    ids: documents,
    documents: encodeColumn(variable("document"), documents),
    time,
    first: time,
    last: time,
    order: statementOrder(time, time, time),
    documentSpan: [first, last],
    emptyIsValue: false,
    variables,
    defaultQualifier: null,
    column,
    qualifier: (of, type) => readQualifier(column(of, "qualifier"), type ?? "text"),
    resolve: (_, text) => text,
    describe: (_, value) => ({ label: value, attributes: new Map() }),
  };
}
