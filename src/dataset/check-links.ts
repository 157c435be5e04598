/** Checks of what points where: ids that lead nowhere, records that point to themselves, chains that have no end. */

import { byCodeUnit } from "../model/id.ts";
import type { RawRecord } from "./read-rows.ts";
import { isBlank, type ReadTable } from "./read-table.ts";
import { type Findings, listed, show } from "./report.ts";
import type { Column, TableName } from "./tables.ts";

export type ReadTables = ReadonlyMap<TableName, ReadTable>;

const LOSSY_LETTER = /[^\p{ASCII}]/u;

/** Whether nothing can be said against an id that points to a table. */
function mayExist(target: ReadTable, id: string): boolean {
  if (!target.complete || target.rowById.has(id) || target.doubtful.has(id)) return true;
  return target.lossy && LOSSY_LETTER.test(id);
}

/** The ids that a cell points to. */
function pointsTo(column: Column, record: RawRecord): readonly string[] {
  const value = record[column.property];
  if (column.type === "reference") return value === null ? [] : [value as string];
  if (column.type === "references") return value as readonly string[];
  if (column.type === "conditions") return (value as readonly { issue: string }[]).map(({ issue }) => issue);
  return [];
}

const targetOf = (column: Column): TableName | null =>
  column.type === "reference" || column.type === "references"
    ? column.table
    : column.type === "conditions"
      ? "issues"
      : null;

/** Columns in which a record must not name itself. */
const NOT_ITSELF = new Set(["speaks_for", "member_of", "groups", "parent", "repeat_of"]);

/** Finds ids that lead nowhere and records that name themselves. */
export function checkReferences(tables: ReadTables, findings: Findings): void {
  for (const read of tables.values()) {
    const { table, records, lines, columns } = read;
    for (const column of table.columns) {
      if (!columns.includes(column.name) || isBlank(read, column.name)) continue;
      const name = targetOf(column);
      const target = name === null ? undefined : tables.get(name);
      // Without kinds.csv a kind is a word that says nothing more.
      if (target === undefined || (name === "kinds" && !target.present)) continue;
      const check = (id: string, owner: string, row: number | null): void => {
        const place = { file: table.file, row, column: column.name };
        if (id === owner && NOT_ITSELF.has(column.name)) {
          findings.add("self-reference", place, `${column.name} names the record itself`);
        } else if (!mayExist(target, id)) {
          const why = target.present ? "" : `: there is no ${target.table.file}`;
          findings.add(
            "unknown-id",
            place,
            `${column.name} ${show(id)} is no id of ${target.table.file}${why}`,
          );
        }
      };
      records.forEach((record, index) => {
        const value = record[column.property];
        // An empty required cell has its problem already.
        if (value === null || value === "") return;
        const row = lines[index] ?? null;
        if (typeof value === "string") check(value, record.id, row);
        else for (const id of pointsTo(column, record)) check(id, record.id, row);
      });
    }
  }
}

/** Finds cycles of `speaks_for` and `member_of` (together, as roll-up follows both) and of `parent`; each is reported once. */
export function checkCycles(tables: ReadTables, findings: Findings): void {
  const actors = tables.get("actors");
  const issues = tables.get("issues");
  if (actors) reportCycles(actors, ["speaks_for", "member_of"], findings);
  if (issues) reportCycles(issues, ["parent"], findings);
}

/** Hostile data can hold very many long cycles: beyond this many records in reported cycles no more are looked for. */
const MOST_REPORTED = 1_000_000;

function reportCycles(read: ReadTable, columns: readonly string[], findings: Findings): void {
  const { table } = read;
  const used = table.columns.filter(({ name }) => columns.includes(name) && !isBlank(read, name));
  if (used.length === 0) return;
  const next = new Map<string, readonly { readonly to: string; readonly column: string }[]>();
  for (const record of read.records) {
    if (next.has(record.id)) continue;
    const ways = used.flatMap((column) =>
      pointsTo(column, record)
        .filter((to) => to !== record.id && read.rowById.has(to))
        .map((to) => ({ to, column: column.name })),
    );
    if (ways.length > 0) next.set(record.id, ways);
  }
  const reported = new Set<string>();
  let told = 0;
  const done = new Set<string>();
  for (const start of next.keys()) {
    // Depth first with an explicit path, since a chain may be longer than the call stack.
    const path: { id: string; way: number }[] = done.has(start) ? [] : [{ id: start, way: 0 }];
    const depth = new Map<string, number>(path.map(({ id }, index) => [id, index]));
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const way = next.get(top.id)?.[top.way++];
      if (way === undefined) {
        done.add(top.id);
        depth.delete(top.id);
        path.pop();
      } else if (depth.has(way.to)) {
        if (told > MOST_REPORTED) continue;
        const cycle = path.slice(depth.get(way.to)).map(({ id }) => id);
        told += cycle.length;
        reportCycle(read, cycle, way.column, reported, findings);
      } else if (!done.has(way.to)) {
        depth.set(way.to, path.length);
        path.push({ id: way.to, way: 0 });
      }
    }
  }
}

function reportCycle(
  read: ReadTable,
  cycle: readonly string[],
  column: string,
  reported: Set<string>,
  findings: Findings,
): void {
  const members = cycle.toSorted(byCodeUnit);
  const key = members.join(";");
  if (reported.has(key)) return;
  reported.add(key);
  const rows = cycle.map((id) => read.rowById.get(id) ?? 0);
  const last = cycle.at(-1) ?? "";
  const words = [...cycle, cycle[0] ?? ""].map((id) => show(id)).join(" → ");
  const chain = cycle.length > 12 ? `${listed(members, 12)} in a circle of ${cycle.length}` : words;
  const message = `${chain} lead back to where they began (lines ${listed(rows.toSorted((a, b) => a - b).map(String), 12)})`;
  findings.add("cycle", { file: read.table.file, row: read.rowById.get(last) ?? null, column }, message);
}
