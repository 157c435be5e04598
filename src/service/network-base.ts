/** What networks are computed from: the statements of a dataset under a view, or a statement type of a DNA database. */

import type { Variable } from "../analysis/networks/column.ts";
import type { StatementTable } from "../analysis/networks/table.ts";
import { tableFromDataset } from "../analysis/networks/table-from-dataset.ts";
import { tableFromDna } from "../analysis/networks/table-from-dna.ts";
import { tableFromSelection } from "../analysis/networks/table-from-selection.ts";
import { DNA_DOCUMENT_FIELDS, type DnaDatabase } from "../model/dna.ts";
import { byCodeUnit } from "../model/id.ts";
import { Fault } from "../model/problem.ts";
import type { View } from "../model/view.ts";
import { formatView } from "../view/grammar.ts";
import { isDefaultView, type NetworkRequest } from "../view/network-grammar.ts";
import { LruCache } from "./lru.ts";
import type { ServedDataset } from "./served-dataset.ts";

const refused = (parameter: string, message: string, remedy: string): Fault =>
  new Fault({ class: "bad-parameter", code: "setting-does-not-apply", parameter, message, remedy });

/**
 * The statement type that a request means: the one named, else the first with statements that has the variables asked for, else null.
 * @throws Fault for a view, which belongs to datasets
 */
function statementTypeOf(
  { statementTypes, statements }: DnaDatabase,
  { statementType, question, view }: NetworkRequest,
): string | null {
  if (!isDefaultView(view)) {
    const [parameter = ""] = formatView(view).split("=");
    throw refused(
      parameter,
      `${parameter} chooses statements of a dataset; a DNA database enters whole`,
      "Leave it out, and choose statements with exclude or with include.",
    );
  }
  if (statementType !== null) return statementType;
  const used = new Set(statements.map(({ type }) => type));
  const fields: readonly string[] = DNA_DOCUMENT_FIELDS;
  const fitting = statementTypes.find(
    ({ id, variables }) =>
      used.has(id) &&
      [question.rows, question.columns].every(
        (wanted) => fields.includes(wanted) || variables.some(({ name }) => name === wanted),
      ),
  );
  return fitting?.label ?? null;
}

/** The variables in the order of the table, and the one that is the qualifier unless another is named. */
export interface NetworkVariables {
  readonly items: readonly Variable[];
  readonly total: number;
  readonly defaultQualifier: string | null;
  /** Those of a DNA database, by name, with their statements; none of a dataset. */
  readonly statementTypes: readonly { readonly name: string; readonly statements: number }[];
  /** The one whose variables these are; null of a dataset. */
  readonly statementType: string | null;
}

/** One value of a variable and the statements that have it. */
export interface NetworkValue {
  /** As exclusions and inclusions take it. */
  readonly value: string;
  readonly label: string;
  readonly statements: number;
}

/** The values of a variable, those of most statements first. An empty text is one only where the table says so. */
export function valuesOf(table: StatementTable, variable: string): readonly NetworkValue[] {
  const { labels, codes } = table.column(variable, "variable");
  const counts = new Int32Array(labels.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  return labels
    .map((value, code) => ({
      value,
      label: table.describe(variable, value).label,
      statements: counts[code] as number,
    }))
    .filter(({ value }) => value !== "" || table.emptyIsValue)
    .sort((a, b) => b.statements - a.statements || byCodeUnit(a.label, b.label));
}

/** The table of the statement type that a request means. @throws Fault for an unknown statement type or a view */
export const dnaTable = (database: DnaDatabase, request: NetworkRequest): StatementTable =>
  tableFromDna(database, statementTypeOf(database, request));

/** Refuses a statement type where there is no DNA database. @throws Fault `setting-does-not-apply` */
export function refuseStatementType(statementType: string | null): void {
  if (statementType !== null)
    throw refused(
      "statementType",
      "statementType belongs to DNA databases, and this is a dataset",
      "Leave statementType out.",
    );
}

/** The statements that a resolved view shows, each with the actors that stand for its own after roll-up. */
export function viewTable(served: ServedDataset, view: View): StatementTable {
  const { dataset, index } = served;
  if (isDefaultView(view)) return tableFromDataset(dataset);
  const { statements, adjacency } = served.shown(view);
  return tableFromSelection(index, statements, adjacency);
}

/** Statements of all tables kept for one dataset. */
const TABLE_CAPACITY = 1_000_000;
const tables = new WeakMap<ServedDataset, LruCache<StatementTable>>();

/** The table that a request about a served dataset is answered from; kept, because its columns are encoded at their first use. */
export function requestTable(served: ServedDataset, request: NetworkRequest): StatementTable {
  const kept = tables.get(served) ?? new LruCache<StatementTable>(TABLE_CAPACITY);
  tables.set(served, kept);
  const weigh = ({ size }: StatementTable): number => size + 1;
  const { origin } = served.dataset;
  if (origin) {
    const type = statementTypeOf(origin.database, request);
    return kept.get(`type:${type ?? ""}`, () => tableFromDna(origin.database, type), weigh);
  }
  refuseStatementType(request.statementType);
  const view = served.resolve(request.view);
  return kept.get(`view:${formatView(view)}`, () => viewTable(served, view), weigh);
}
