/**
 * The table of statements straight into columns. Only a table without any problem is read here; of every other this says nothing but
 * that, and the reader of rows (`read-table.ts`) then finds out what is wrong. Both give the same dataset.
 */

import type { Relation } from "../../model/dataset.ts";
import { RELATION_POLARITY } from "../../model/vocabulary.ts";
import type { ReadTables } from "../check-links.ts";
import { readHeader } from "../read-header.ts";
import { MAX_FILE_BYTES } from "../read-table.ts";
import { Findings } from "../report.ts";
import { type CellColumn, STATEMENTS, type StatementCells } from "./cells.ts";
import { checkCells } from "./check-cells.ts";
import { checkStatements } from "./check-statements.ts";
import { CellCollector, IdCollector } from "./collect.ts";
import { guessRows, scanHeader, scanRows } from "./scan.ts";
import { ColumnStore } from "./store.ts";

export interface ReadStatements {
  readonly cells: StatementCells;
  /** Headers in canonical order. */
  readonly columns: readonly string[];
  /** The line on which a row begins. */
  lineOf(row: number): number;
  /** Whether the file has the very bytes that its content would be written with. */
  readonly canonical: boolean;
}

/** Reads and checks statements against the other tables. Warnings go to `findings`, unless the answer is null. */
export function readStatements(
  bytes: Uint8Array | undefined,
  others: ReadTables,
  findings: Findings,
): ReadStatements | null {
  if (bytes === undefined || bytes.length > MAX_FILE_BYTES) return null;
  const header = scanHeader(bytes);
  if (header === null) return null;
  const found = new Findings();
  const layout = readHeader(STATEMENTS, header.cells, found);
  // The private column is nothing to keep, and its warning nothing to hurry for.
  if (found.problems.length + found.warnings.length > 0) return null;
  const expected = guessRows(bytes);
  const ids = new IdCollector(expected);
  const byPlace = header.cells.map((name) => (name === "id" ? ids : new CellCollector(expected)));
  const scanned = scanRows(bytes, header.next, byPlace);
  if (scanned === null) return null;
  const { count, lines, blankLines } = scanned;
  const lineOf = (row: number): number => (lines === null ? row + 2 : (lines[row] as number));

  const collectorAt = (at: number): CellCollector | undefined => {
    const collector = byPlace[at];
    return collector instanceof CellCollector ? collector : undefined;
  };
  const collectorOf = (name: string): CellCollector | undefined =>
    collectorAt(layout.known.find(({ column }) => column.name === name)?.at ?? -1);
  const polarity = collectorOf("polarity") ?? new CellCollector(count);
  const relation = collectorOf("relation");
  const given = relation ? polarityOfRelations(relation, polarity, count, others) : "empty";
  if (given === "bad") return null;

  const columns: CellColumn[] = [];
  let canonical = scanned.canonical && header.canonical && given === "empty";
  canonical &&= header.cells.every((name, at) => name === layout.columns[at]);
  const { extra } = layout;
  for (const column of STATEMENTS.columns) {
    const { name, type } = column;
    const collector = name === "polarity" ? polarity : collectorOf(name);
    const cells = (type === "id" ? ids.column(name, count) : collector?.column(name, false, count)) ?? null;
    if (cells === null) {
      if (column.required && count > 0) return null;
      continue;
    }
    const checked = checkCells(column, cells);
    if (checked === "bad" || (column.required && cells.codes?.includes(0))) return null;
    if (checked === "unusual") canonical = false;
    columns.push(cells);
  }
  for (const { name, at } of extra) {
    const cells = collectorAt(at)?.column(name, true, count) ?? null;
    if (cells === null) continue;
    if (checkCells(null, cells) === "bad") return null;
    columns.push(cells);
  }
  const cells = { count, columns };
  if (!checkStatements(new ColumnStore(cells), others, lineOf, found)) return null;
  const { file } = STATEMENTS;
  for (const line of blankLines)
    findings.add("blank-line", { file, row: line }, `line ${line} of ${file} is empty`);
  for (const warning of found.warnings) findings.take(warning);
  return { cells, columns: layout.columns, lineOf, canonical };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Gives rows with a relation its polarity: where all their cells were `empty`, where some were `filled` with it; else it is `bad`. */
function polarityOfRelations(
  relation: CellCollector,
  polarity: CellCollector,
  count: number,
  others: ReadTables,
): "empty" | "filled" | "bad" {
  const relations = relation.rows(count);
  if (relations === null) return "empty";
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
  const before = polarity.rows(count);
  let filled = false;
  for (let row = 0; row < count; row++) {
    const word = words[relations[row] as number] as number;
    if (word === 0) continue;
    const cell = before?.[row] ?? 0;
    if (cell !== 0 && cell !== word) return "bad";
    if (cell !== 0) filled = true;
    polarity.set(row, word);
  }
  return filled ? "filled" : "empty";
}
