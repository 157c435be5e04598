/** The table of statements, read by column and checked against the other tables. */

import type { Relation } from "../../model/dataset.ts";
import { RELATION_POLARITY } from "../../model/vocabulary.ts";
import type { ReadTables } from "../check-links.ts";
import { Findings } from "../report.ts";
import type { TableName } from "../tables.ts";
import { ByteDictionary } from "./byte-dictionary.ts";
import { STATEMENTS } from "./cells.ts";
import { checkStatements } from "./check-statements.ts";
import { CellCollector } from "./collect.ts";
import { type Amend, type Expect, type ReadColumns, readColumns } from "./read-columns.ts";
import { ColumnStore } from "./store.ts";

export interface ReadStatements extends ReadColumns {
  /** Knows to which records the statements lead. */
  readonly store: ColumnStore;
}

/** Reads and checks statements. Warnings go to `findings`, unless the answer is null: then they are to be read by row. */
export function readStatements(
  bytes: Uint8Array | undefined,
  others: ReadTables,
  findings: Findings,
): ReadStatements | null {
  const read = readColumns(STATEMENTS, bytes, polarityOfRelations(others), idsOf(others));
  if (read === null) return null;
  const found = new Findings();
  const store = new ColumnStore(read);
  if (!checkStatements(store, others, read.lineOf, found)) return null;
  for (const warning of found.warnings) findings.take(warning);
  return { ...read, store };
}

/** The ids of the table that a column leads to. */
function idsOf(others: ReadTables): Expect {
  const made = new Map<TableName, ByteDictionary>();
  return (name) => {
    const column = STATEMENTS.columns.find((known) => known.name === name);
    if (column?.type !== "reference") return null;
    const ids = others.get(column.table)?.cells?.find((cells) => cells.name === "id");
    if (ids === undefined) return null;
    const dictionary = made.get(column.table) ?? ByteDictionary.of(ids);
    made.set(column.table, dictionary);
    return dictionary;
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Gives rows with a relation its polarity. A cell that says it already is amended, one that says another is bad. */
function polarityOfRelations(others: ReadTables): Amend {
  return (collectors, count) => {
    const relation = collectors.get("relation");
    const relations = relation?.rows(count);
    if (!relation || !relations) return "as read";
    const polarity = collectors.get("polarity") ?? new CellCollector(count);
    collectors.set("polarity", polarity);
    const byId = new Map<string, Relation>();
    for (const record of others.get("relations")?.records ?? [])
      if (!byId.has(record.id)) byId.set(record.id, record as unknown as Relation);
    const words = new Uint32Array(relation.dictionary.size);
    for (let code = 1; code < words.length; code++) {
      const known = byId.get(decoder.decode(relation.dictionary.bytes(code)));
      const word = known === undefined ? undefined : RELATION_POLARITY[known.polarity];
      if (word === undefined) return "bad";
      words[code] = polarity.dictionary.code(encoder.encode(word));
    }
    const cells = polarity.open(count);
    let filled = false;
    for (let row = 0; row < count; row++) {
      const word = words[relations[row] as number] as number;
      if (word === 0) continue;
      const cell = cells[row] as number;
      if (cell !== 0 && cell !== word) return "bad";
      if (cell !== 0) filled = true;
      cells[row] = word;
    }
    return filled ? "amended" : "as read";
  };
}
