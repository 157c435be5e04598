/** The header of a table: which known and further columns the file has, and where. */

import { type Findings, show } from "./report.ts";
import { type Column, extraName, PRIVATE_COLUMN, type Table } from "./tables.ts";

export interface Layout {
  /** How many cells each row must have. */
  readonly width: number;
  /** The known columns with their place in the row; −1 = the file has none. */
  readonly known: readonly { readonly column: Column; readonly at: number }[];
  readonly extra: readonly { readonly name: string; readonly at: number }[];
  /** Headers in canonical order: known columns in the schema's order, further ones as they came. */
  readonly columns: readonly string[];
}

/** Reads the header's cells. The private column of quotes is passed over with a warning. */
export function readHeader(table: Table, header: readonly string[], findings: Findings): Layout {
  const { file } = table;
  const placeOf = new Map<string, number>();
  const extra: { name: string; at: number }[] = [];
  const headerOf = new Map<string, string>();
  const knownNames = new Set(table.columns.map((column) => column.name));
  header.forEach((name, at) => {
    const place = { file, row: 1, column: name };
    const plain = extraName(name);
    if (plain.trim() === "") {
      findings.add("unnamed-column", { file, row: 1 }, `column ${at + 1} of ${file} has no name`);
    } else if (placeOf.has(name)) {
      findings.add("duplicate-column", place, `column ${show(name)} occurs twice in ${file}`);
    } else if (knownNames.has(name)) {
      placeOf.set(name, at);
    } else if (name === PRIVATE_COLUMN && table.name === "statements") {
      placeOf.set(name, at);
      findings.add("private-column", place, `${file} has the private column ${name}, which is never loaded`);
    } else if (headerOf.has(plain)) {
      const message = `columns ${show(headerOf.get(plain) ?? "")} and ${show(name)} of ${file} have one name`;
      findings.add("duplicate-column", place, message);
    } else {
      placeOf.set(name, at);
      headerOf.set(plain, name);
      extra.push({ name: plain, at });
    }
  });
  const known = table.columns.map((column) => ({ column, at: placeOf.get(column.name) ?? -1 }));
  for (const { column, at } of known) {
    if (!column.required || at >= 0) continue;
    const place = { file, row: 1, column: column.name };
    findings.add("missing-column", place, `${file} has no column ${column.name}`);
  }
  const present = known.filter(({ at }) => at >= 0).map(({ column }) => column.name);
  return { width: header.length, known, extra, columns: [...present, ...headerOf.values()] };
}
