/** What the bytes and the list of tables say about a file before anything is read from it: is it a whole DNA 3 database? */

import { Fault } from "../../model/problem.ts";

const MAGIC = "SQLite format 3\0";

/** A fault of the file as a whole. */
export const fileFault = (file: string, code: string, message: string, remedy: string): Fault =>
  new Fault({ class: "bad-data", code, message: `${file} ${message}`, remedy, details: { file } });

/** What a file that is no SQLite database looks like. */
function looksLike(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (bytes.length === 0) return "is empty";
  if (start.startsWith("<?xml") || start.startsWith("<disc"))
    return "is an XML file: DNA 1.x wrote those, DNA 3 does not";
  return "is not a SQLite database, and DNA 3 writes nothing else";
}

/**
 * Checks the file header (SQLite, "Database File Format", §1.3): magic string and the length that it promises. Returns bytes that
 * an engine without shared memory can open: a copy with rollback journalling set where the file says write-ahead log.
 * Throws `dna-not-sqlite` or `dna-truncated`.
 */
export function checkHeader(bytes: Uint8Array, file: string): Uint8Array {
  const remedy = "Give a .dna file that DNA 3 has saved.";
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) {
    if (bytes.length > 0 && MAGIC.startsWith(magic))
      throw fileFault(file, "dna-truncated", "ends within its header", "Copy the file again.");
    throw fileFault(file, "dna-not-sqlite", looksLike(bytes), remedy);
  }
  if (bytes.length < 100)
    throw fileFault(file, "dna-truncated", "ends within its header", "Copy the file again.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageSize = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
  const pages = view.getUint32(28);
  // The count of pages holds only when the last writer knew of it.
  const counted = view.getUint32(24) === view.getUint32(92) && pages > 0;
  if (counted && pages * pageSize > bytes.length)
    throw fileFault(
      file,
      "dna-truncated",
      `is truncated: its header promises ${pages * pageSize} bytes, there are ${bytes.length}`,
      "Copy the file again, or restore it from a backup.",
    );
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes;
  const copy = bytes.slice();
  copy[18] = 1;
  copy[19] = 1;
  return copy;
}

const TABLES = [
  "DOCUMENTS",
  "STATEMENTTYPES",
  "VARIABLES",
  "STATEMENTS",
  "DATABOOLEAN",
  "DATAINTEGER",
  "DATASHORTTEXT",
  "DATALONGTEXT",
  "ENTITIES",
] as const;

/**
 * Checks that the tables of DNA 3 are there. DNA 2 kept the text of values in the data tables and their attributes in one table
 * ATTRIBUTES, without ENTITIES. Throws `dna-old-version`, `dna-missing-tables` or `dna-not-dna`.
 */
export function checkTables(names: ReadonlySet<string>, file: string, version: string): void {
  const missing = TABLES.filter((table) => !names.has(table));
  if (missing.length === 0) return;
  const said = version === "" ? "" : ` (it says version ${version})`;
  if (
    !names.has("ENTITIES") &&
    names.has("STATEMENTS") &&
    (names.has("ATTRIBUTES") || /^[12]\b/.test(version))
  )
    throw fileFault(
      file,
      "dna-old-version",
      `was written by DNA 2${said}, whose tables are different`,
      "Open a new database in DNA 3, import the old one there (Documents > Import from DNA 2.0 database) and save it.",
    );
  if (missing.length > TABLES.length / 2)
    throw fileFault(
      file,
      "dna-not-dna",
      "is a SQLite database, but not one of DNA",
      "Give a .dna file that DNA 3 has saved.",
    );
  throw fileFault(
    file,
    "dna-missing-tables",
    `lacks the table${missing.length > 1 ? "s" : ""} ${missing.join(", ")} of a DNA 3 database`,
    "Restore the file from a backup, or repair it in DNA 3.",
  );
}
