/** What differs between two versions of a dataset, as records to put and ids to delete. */

import type { Dataset } from "../model/dataset.ts";
import { formatCell } from "./cells.ts";
import { TABLES, type Table, type TableName } from "./tables.ts";

type Records = Pick<Dataset, TableName>;

/**
 * `upserts` has new and changed records by table, in file order; `deletes` ids by table. Tables without change are absent.
 * `metadata` is there when it changed.
 */
export type DatasetChanges =
  | { readonly kind: "reset"; readonly version: string }
  | {
      readonly kind: "changes";
      readonly version: string;
      readonly upserts: Partial<Records>;
      readonly deletes: Partial<Readonly<Record<TableName, readonly string[]>>>;
      readonly metadata?: Dataset["metadata"];
    };

type AnyRecord = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly extra: ReadonlyMap<string, string>;
};

/** All that a record says, as one string. */
function fingerprint(table: Table, record: AnyRecord): string {
  const cells = table.columns.map((column) => formatCell(column, record[column.property]));
  return JSON.stringify([cells, [...record.extra].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The way from one version to the next. Upserts cannot say a new order, so records that changed places make a `reset`. */
export function diffDatasets(before: Dataset, after: Dataset): DatasetChanges {
  const { version } = after;
  const upserts: Partial<Record<TableName, readonly AnyRecord[]>> = {};
  const deletes: Partial<Record<TableName, readonly string[]>> = {};
  for (const table of TABLES) {
    const old = before[table.name] as unknown as readonly AnyRecord[];
    const now = after[table.name] as unknown as readonly AnyRecord[];
    const oldById = new Map(old.map((record) => [record.id, record]));
    const nowIds = new Set(now.map(({ id }) => id));
    const stayed = old.filter(({ id }) => nowIds.has(id));
    const stillThere = now.filter(({ id }) => oldById.has(id));
    if (stayed.some(({ id }, index) => stillThere[index]?.id !== id)) return { kind: "reset", version };
    // New records can only be put after the others.
    if (now.slice(0, stayed.length).some(({ id }) => !oldById.has(id))) return { kind: "reset", version };
    const put = now.filter((record) => {
      const known = oldById.get(record.id);
      return known === undefined || fingerprint(table, known) !== fingerprint(table, record);
    });
    const gone = old.filter(({ id }) => !nowIds.has(id)).map(({ id }) => id);
    if (put.length > 0) upserts[table.name] = put;
    if (gone.length > 0) deletes[table.name] = gone;
  }
  const sameWords = JSON.stringify(before.metadata) === JSON.stringify(after.metadata);
  return {
    kind: "changes",
    version,
    upserts: upserts as unknown as Partial<Records>,
    deletes,
    ...(sameWords ? {} : { metadata: after.metadata }),
  };
}
