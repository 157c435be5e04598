/** Reads a DNA 3 database from the bytes of its file (tables as in DNA's Sql.java, version 3.0.11). */

import type {
  DnaCoder,
  DnaDatabase,
  DnaDataType,
  DnaDocument,
  DnaEntity,
  DnaStatement,
  DnaStatementType,
  DnaValue,
  DnaVariable,
} from "../../model/dna.ts";
import { Fault } from "../../model/problem.ts";
import { checkHeader, checkTables, fileFault } from "./check-file.ts";
import type { SqliteDatabase, SqliteEngine, SqlValue } from "./sqlite.ts";

const FIRST_SECOND = -62_135_596_800; // 0001-01-01
const LAST_SECOND = 253_402_300_799; // 9999-12-31T23:59:59
const TYPES: readonly string[] = ["boolean", "integer", "long text", "short text"];

interface Row {
  text(at: number): string;
  whole(at: number): number;
  wholeOrNull(at: number): number | null;
}

class Reader {
  readonly #database: SqliteDatabase;
  readonly #file: string;

  constructor(database: SqliteDatabase, file: string) {
    this.#database = database;
    this.#file = file;
  }

  /** The rows of `SELECT columns FROM table ORDER BY order`. */
  *rows(table: string, columns: string, order: string): Generator<Row> {
    let values: SqlValue[] = [];
    const names = columns.split(", ");
    const wholeOrNull = (at: number): number | null => {
      const value = values[at];
      if (value === null || value === undefined) return null;
      if (typeof value === "number" && Number.isSafeInteger(value)) return value;
      throw fileFault(
        this.#file,
        "dna-bad-value",
        `holds ${JSON.stringify(value)} in ${table}.${names[at]} (${names[0]} ${values[0]}), where a whole number belongs`,
        "Correct the record in DNA, or restore the file from a backup.",
      );
    };
    const row: Row = {
      text: (at) => {
        const value = values[at];
        return typeof value === "string" ? value : value === null || value === undefined ? "" : String(value);
      },
      wholeOrNull,
      whole: (at) => wholeOrNull(at) ?? 0,
    };
    const query = this.#database.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${order}`);
    try {
      while (query.step()) {
        values = query.get();
        yield row;
      }
    } finally {
      query.free();
    }
  }

  tableNames(): Set<string> {
    const names = new Set<string>();
    for (const row of this.rows("sqlite_master", "name, type", "name"))
      if (row.text(1) === "table") names.add(row.text(0).toUpperCase());
    return names;
  }
}

const colourOf = (row: Row, at: number): string =>
  `#${[0, 1, 2]
    .map((i) =>
      Math.min(255, Math.max(0, row.whole(at + i)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

function versionOf(reader: Reader, tables: ReadonlySet<string>): string {
  if (tables.has("SETTINGS"))
    for (const row of reader.rows("SETTINGS", "Property, Value", "Property"))
      if (row.text(0) === "version") return row.text(1);
  return "";
}

/** Entities by variable id, with their attributes. */
function readEntities(reader: Reader, tables: ReadonlySet<string>) {
  const attributeNames = new Map<number, { readonly variable: number; readonly name: string }>();
  if (tables.has("ATTRIBUTEVARIABLES"))
    for (const row of reader.rows("ATTRIBUTEVARIABLES", "ID, VariableId, AttributeVariable", "ID"))
      attributeNames.set(row.whole(0), { variable: row.whole(1), name: row.text(2) });
  const attributes = new Map<number, Map<string, string>>();
  if (tables.has("ATTRIBUTEVALUES"))
    for (const row of reader.rows("ATTRIBUTEVALUES", "EntityId, AttributeVariableId, AttributeValue", "ID")) {
      const name = attributeNames.get(row.whole(1))?.name;
      if (name === undefined) continue;
      const own = attributes.get(row.whole(0)) ?? new Map<string, string>();
      attributes.set(row.whole(0), own.set(name, row.text(2)));
    }
  const byVariable = new Map<number, DnaEntity[]>();
  for (const row of reader.rows("ENTITIES", "ID, VariableId, Value, Red, Green, Blue, ChildOf", "ID")) {
    const id = row.whole(0);
    const own = byVariable.get(row.whole(1)) ?? [];
    byVariable.set(row.whole(1), own);
    own.push({
      id,
      value: row.text(2),
      color: colourOf(row, 3),
      childOf: row.wholeOrNull(6),
      attributes: attributes.get(id) ?? new Map(),
    });
  }
  return { byVariable, attributeNames: [...attributeNames.values()] };
}

function readTypes(reader: Reader, tables: ReadonlySet<string>, file: string): DnaStatementType[] {
  const { byVariable, attributeNames } = readEntities(reader, tables);
  const variables = new Map<number, DnaVariable[]>();
  for (const row of reader.rows("VARIABLES", "ID, Variable, DataType, StatementTypeId", "ID")) {
    const [id, name, type] = [row.whole(0), row.text(1), row.text(2)];
    if (!TYPES.includes(type))
      throw fileFault(
        file,
        "dna-bad-value",
        `gives the variable ${JSON.stringify(name)} the data type ${JSON.stringify(type)}; DNA 3 has ${TYPES.join(", ")}`,
        "Restore the file from a backup, or repair it in DNA 3.",
      );
    const own = variables.get(row.whole(3)) ?? [];
    variables.set(row.whole(3), own);
    own.push({
      id,
      name,
      type: type as DnaDataType,
      attributes: attributeNames.filter(({ variable }) => variable === id).map((attribute) => attribute.name),
      entities: byVariable.get(id) ?? [],
    });
  }
  return Array.from(reader.rows("STATEMENTTYPES", "ID, Label, Red, Green, Blue", "ID"), (row) => ({
    id: row.whole(0),
    label: row.text(1),
    color: colourOf(row, 2),
    variables: variables.get(row.whole(0)) ?? [],
  }));
}

function readDocuments(reader: Reader, file: string): DnaDocument[] {
  const columns = "ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date";
  return Array.from(reader.rows("DOCUMENTS", columns, "ID"), (row) => {
    const date = row.whole(9);
    if (date < FIRST_SECOND || date > LAST_SECOND)
      throw fileFault(
        file,
        "dna-bad-value",
        `dates document ${row.whole(0)} at ${date} seconds, outside the years 1 to 9999`,
        "Correct the document's date in DNA.",
      );
    return {
      id: row.whole(0),
      title: row.text(1),
      text: row.text(2),
      coder: row.wholeOrNull(3),
      author: row.text(4),
      source: row.text(5),
      section: row.text(6),
      notes: row.text(7),
      type: row.text(8),
      date,
    };
  });
}

interface Draft extends DnaStatement {
  readonly values: DnaValue[];
}

function readStatements(
  reader: Reader,
  types: readonly DnaStatementType[],
  documents: readonly DnaDocument[],
  warnings: string[],
): DnaStatement[] {
  const width = new Map(types.map(({ id, variables }) => [id, variables.length]));
  const place = new Map(
    types.flatMap((type) => type.variables.map(({ id }, at) => [id, { type: type.id, at }] as const)),
  );
  const entityValue = new Map(
    types.flatMap((type) =>
      type.variables.flatMap(({ entities }) => entities.map((e) => [e.id, e.value] as const)),
    ),
  );
  const known = new Set(documents.map(({ id }) => id));
  const statements = new Map<number, Draft>();
  let orphans = 0;
  for (const row of reader.rows("STATEMENTS", "ID, StatementTypeId, DocumentId, Start, Stop, Coder", "ID")) {
    const size = width.get(row.whole(1));
    if (size === undefined || !known.has(row.whole(2))) {
      orphans += 1;
      continue;
    }
    statements.set(row.whole(0), {
      id: row.whole(0),
      type: row.whole(1),
      document: row.whole(2),
      start: row.whole(3),
      stop: row.whole(4),
      coder: row.wholeOrNull(5),
      values: new Array<DnaValue>(size).fill(null),
    });
  }
  let strays = 0;
  const fill = (table: string, column: string, read: (row: Row) => DnaValue | undefined): void => {
    for (const row of reader.rows(table, `StatementId, VariableId, ${column}`, "ID")) {
      const statement = statements.get(row.whole(0));
      const where = place.get(row.whole(1));
      const value = read(row);
      if (statement && where && where.type === statement.type && value !== undefined)
        statement.values[where.at] = value;
      else strays += 1;
    }
  };
  fill("DATABOOLEAN", "Value", (row) =>
    row.wholeOrNull(2) === null ? undefined : row.whole(2) === 0 ? 0 : 1,
  );
  fill("DATAINTEGER", "Value", (row) => row.wholeOrNull(2) ?? undefined);
  fill("DATALONGTEXT", "Value", (row) => row.text(2));
  fill("DATASHORTTEXT", "Entity", (row) => entityValue.get(row.whole(2)));
  if (orphans > 0)
    warnings.push(
      `${orphans} statements point to a document or statement type that is not there and are left out.`,
    );
  if (strays > 0)
    warnings.push(
      `${strays} values belong to no statement, variable or entity that is there and are left out.`,
    );
  return [...statements.values()];
}

/**
 * Reads a `.dna` file. `file` is what the file is called in messages.
 * Throws a `Fault` (bad-data) when the bytes are no whole DNA 3 database: codes `dna-not-sqlite`, `dna-truncated`, `dna-damaged`,
 * `dna-old-version`, `dna-missing-tables`, `dna-not-dna`, `dna-bad-value`.
 */
export function readDnaDatabase(bytes: Uint8Array, sqlite: SqliteEngine, file = "The file"): DnaDatabase {
  const openable = checkHeader(bytes, file);
  let database: SqliteDatabase | undefined;
  try {
    database = new sqlite.Database(openable);
    const reader = new Reader(database, file);
    const tables = reader.tableNames();
    const version = versionOf(reader, tables);
    checkTables(tables, file, version);
    const warnings: string[] = [];
    const statementTypes = readTypes(reader, tables, file);
    const documents = readDocuments(reader, file);
    const statements = readStatements(reader, statementTypes, documents, warnings);
    const coders: DnaCoder[] = tables.has("CODERS")
      ? Array.from(reader.rows("CODERS", "ID, Name, Red, Green, Blue", "ID"), (row) => ({
          id: row.whole(0),
          name: row.text(1),
          color: colourOf(row, 2),
        }))
      : [];
    return { version, coders, statementTypes, documents, statements, warnings };
  } catch (error) {
    if (error instanceof Fault) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw fileFault(
      file,
      "dna-damaged",
      `cannot be read as a DNA 3 database: SQLite says "${reason}"`,
      "Restore the file from a backup, or repair it in DNA 3.",
    );
  } finally {
    database?.close();
  }
}
