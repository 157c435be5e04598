/** One name, one record: every id, label, short label and alias of actors and issues must lead to a single record. */

import type { ReadTables } from "./check-links.ts";
import { namesDiffer } from "./columns/names-differ.ts";
import { foldName } from "./fold.ts";
import type { ReadTable } from "./read-table.ts";
import { type Findings, show } from "./report.ts";

/** Finds names, equal but for case and accents, that belong to two records. The later row is reported and names the earlier. */
export function checkNames(tables: ReadTables, findings: Findings): void {
  /** The records that names belong to, counted through both tables. */
  const owners = new Map<string, number>();
  const actors = tables.get("actors");
  const issues = tables.get("issues");
  if (actors && issues && namesDiffer(actors, issues)) return;
  const actorCount = actors?.records.length ?? 0;
  const ownerOf = (number: number): { read: ReadTable | undefined; at: number } =>
    number < actorCount ? { read: actors, at: number } : { read: issues, at: number - actorCount };
  for (const [read, first] of [
    [actors, 0],
    [issues, actorCount],
  ] as const) {
    if (read === undefined) continue;
    const { file } = read.table;
    const seenIds = new Set<string>();
    read.records.forEach((record, index) => {
      // A doubled id is a problem of its own.
      if (record.id === "" || seenIds.has(record.id)) return;
      seenIds.add(record.id);
      let told: Set<string> | null = null;
      const look = (column: string, text: string): void => {
        if (text === "") return;
        const key = foldName(text) || text;
        const number = owners.get(key);
        if (number === undefined) {
          owners.set(key, first + index);
          return;
        }
        if (number === first + index || told?.has(key)) return;
        told ??= new Set();
        told.add(key);
        const { read: other, at } = ownerOf(number);
        const line = other?.lines[at] ?? 0;
        const message = `${show(text)} is also a name of ${show(other?.records[at]?.id ?? "")}, line ${line} of ${other?.table.file}`;
        findings.add("name-clash", { file, row: read.lines[index] ?? 0, column }, message);
      };
      look("id", record["id"]);
      look("label", record["label"] as string);
      look("short_label", record["shortLabel"] as string);
      for (const alias of (record["aliases"] ?? []) as readonly string[]) look("aliases", alias);
    });
  }
}
