/** One name, one record: every id, label, short label and alias of actors and issues must lead to a single record. */

import type { ReadTables } from "./check-links.ts";
import { foldName } from "./fold.ts";
import { type Findings, show } from "./report.ts";

interface Owner {
  readonly file: string;
  readonly id: string;
  readonly line: number;
}

/** Finds names, equal but for case and accents, that belong to two records. The later row is reported and names the earlier. */
export function checkNames(tables: ReadTables, findings: Findings): void {
  const owners = new Map<string, Owner>();
  for (const name of ["actors", "issues"] as const) {
    const read = tables.get(name);
    if (read === undefined) continue;
    const { file } = read.table;
    const seenIds = new Set<string>();
    read.records.forEach((record, index) => {
      // A doubled id is a problem of its own.
      if (record.id === "" || seenIds.has(record.id)) return;
      seenIds.add(record.id);
      const line = lineOf(read.lines, index);
      const told = new Set<string>();
      for (const [column, text] of namesOf(record)) {
        const key = foldName(text) || text;
        const owner = owners.get(key);
        if (owner === undefined) {
          owners.set(key, { file, id: record.id, line });
        } else if ((owner.file !== file || owner.id !== record.id) && !told.has(key)) {
          told.add(key);
          const message = `${show(text)} is also a name of ${show(owner.id)}, line ${owner.line} of ${owner.file}`;
          findings.add("name-clash", { file, row: line, column }, message);
        }
      }
    });
  }
}

const lineOf = (lines: readonly number[], index: number): number => lines[index] ?? 0;

function namesOf(record: Readonly<Record<string, unknown>>): [column: string, text: string][] {
  const names: [string, string][] = [
    ["id", record["id"] as string],
    ["label", record["label"] as string],
    ["short_label", record["shortLabel"] as string],
  ];
  for (const alias of (record["aliases"] ?? []) as readonly string[]) names.push(["aliases", alias]);
  return names.filter(([, text]) => text !== "");
}
