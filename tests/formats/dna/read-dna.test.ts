/** Reading `.dna` files: DNA's own sample, databases made here, and files that are none. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readDnaDatabase } from "../../../src/formats/dna/read-dna.ts";
import type { SqliteEngine } from "../../../src/formats/dna/sqlite.ts";
import { nodeSqlite, readDnaFile } from "../../../src/formats/dna/sqlite-node.ts";
import { Fault } from "../../../src/model/problem.ts";
import { requires } from "../../support/require.ts";

const SCHEMA = `
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT);`;

const RECORDS = `
INSERT INTO SETTINGS VALUES('version', '3.0.11');
INSERT INTO CODERS VALUES(1, 'Ann', 1, 2, 255);
INSERT INTO DOCUMENTS VALUES(4, 'T', 'abc', 1, 'Au', 'So', 'Se', 'No', 'Ty', 86400);
INSERT INTO STATEMENTTYPES VALUES(1, 'Type', 255, 0, 16);
INSERT INTO VARIABLES VALUES(1, 'org', 'short text', 1), (2, 'agrees', 'boolean', 1), (3, 'grade', 'integer', 1), (4, 'memo', 'long text', 1);
INSERT INTO ENTITIES VALUES(7, 1, 'O''Hara', 0, 128, 0, NULL), (8, 1, 'Below', 0, 0, 0, 7);
INSERT INTO ATTRIBUTEVARIABLES VALUES(1, 1, '__proto__');
INSERT INTO ATTRIBUTEVALUES VALUES(1, 7, 1, 'harmless');
INSERT INTO STATEMENTS VALUES(10, 1, 4, 0, 2, 1), (11, 1, 4, 1, 3, NULL);
INSERT INTO DATASHORTTEXT VALUES(1, 10, 1, 7), (2, 11, 1, 8);
INSERT INTO DATABOOLEAN VALUES(1, 10, 2, 1), (2, 11, 2, 0);
INSERT INTO DATAINTEGER VALUES(1, 10, 3, -300);
INSERT INTO DATALONGTEXT VALUES(1, 10, 4, 'long');`;

let sqlite: SqliteEngine;
beforeAll(async () => {
  sqlite = await nodeSqlite();
});

function made(sql: string): Uint8Array {
  const database = new sqlite.Database();
  try {
    database.run(sql);
    return database.export();
  } finally {
    database.close();
  }
}

function codeOf(bytes: Uint8Array): string {
  try {
    readDnaDatabase(bytes, sqlite, "x.dna");
  } catch (error) {
    if (error instanceof Fault) {
      expect(error.class).toBe("bad-data");
      expect(error.message).toContain("x.dna");
      expect(error.remedy).not.toBe("");
      return error.code;
    }
    throw error;
  }
  return "no fault";
}

describe("a database", () => {
  it("is read whole: all four types, entities, attributes, documents, coders", () => {
    expect(readDnaDatabase(made(SCHEMA + RECORDS), sqlite)).toEqual({
      version: "3.0.11",
      coders: [{ id: 1, name: "Ann", color: "#0102ff" }],
      statementTypes: [
        {
          id: 1,
          label: "Type",
          color: "#ff0010",
          variables: [
            {
              id: 1,
              name: "org",
              type: "short text",
              attributes: ["__proto__"],
              entities: [
                {
                  id: 7,
                  value: "O'Hara",
                  color: "#008000",
                  childOf: null,
                  attributes: new Map([["__proto__", "harmless"]]),
                },
                { id: 8, value: "Below", color: "#000000", childOf: 7, attributes: new Map() },
              ],
            },
            { id: 2, name: "agrees", type: "boolean", attributes: [], entities: [] },
            { id: 3, name: "grade", type: "integer", attributes: [], entities: [] },
            { id: 4, name: "memo", type: "long text", attributes: [], entities: [] },
          ],
        },
      ],
      documents: [
        {
          id: 4,
          title: "T",
          text: "abc",
          coder: 1,
          author: "Au",
          source: "So",
          section: "Se",
          notes: "No",
          type: "Ty",
          date: 86400,
        },
      ],
      statements: [
        { id: 10, type: 1, document: 4, start: 0, stop: 2, coder: 1, values: ["O'Hara", 1, -300, "long"] },
        { id: 11, type: 1, document: 4, start: 1, stop: 3, coder: null, values: ["Below", 0, null, null] },
      ],
      warnings: [],
    });
  });

  it("says what it leaves out", () => {
    const orphans =
      "INSERT INTO STATEMENTS VALUES(12, 1, 99, 0, 1, 1); INSERT INTO DATABOOLEAN VALUES(9, 12, 2, 1);";
    const { statements, warnings } = readDnaDatabase(made(SCHEMA + RECORDS + orphans), sqlite);
    expect(statements).toHaveLength(2);
    expect(warnings).toEqual([
      expect.stringMatching(/^1 statements point to a document/),
      expect.stringMatching(/^1 values belong to no statement/),
    ]);
  });

  it("is not changed", () => {
    const bytes = made(SCHEMA + RECORDS);
    const before = bytes.slice();
    readDnaDatabase(bytes, sqlite);
    expect(bytes).toEqual(before);
  });

  it("may have been written with a write-ahead log that is closed", () => {
    const bytes = made(SCHEMA + RECORDS);
    bytes[18] = 2;
    bytes[19] = 2;
    expect(readDnaDatabase(bytes, sqlite).statements).toHaveLength(2);
  });
});

describe("files that are none", () => {
  it("are told apart", () => {
    const text = (words: string) => new TextEncoder().encode(words);
    expect(codeOf(new Uint8Array(0))).toBe("dna-not-sqlite");
    expect(codeOf(text("id,actor\n1,x\n"))).toBe("dna-not-sqlite");
    expect(codeOf(text('<?xml version="1.0"?><discourse/>'))).toBe("dna-not-sqlite");
    expect(codeOf(text("SQLite for"))).toBe("dna-truncated");
    expect(codeOf(made("CREATE TABLE other(a)"))).toBe("dna-not-dna");
    expect(codeOf(made(`${SCHEMA}DROP TABLE DATALONGTEXT;`))).toBe("dna-missing-tables");
    expect(codeOf(made(`${SCHEMA}DROP TABLE DOCUMENTS; CREATE VIEW DOCUMENTS AS SELECT 1 AS ID;`))).toBe(
      "dna-missing-tables",
    );
    const two = `${SCHEMA}DROP TABLE ENTITIES; CREATE TABLE ATTRIBUTES(ID INTEGER); INSERT INTO SETTINGS VALUES('version', '2.0 beta 25');`;
    expect(codeOf(made(two))).toBe("dna-old-version");
  });

  it("truncated at any page are truncated, broken inside are damaged", () => {
    const bytes = made(SCHEMA + RECORDS);
    for (const part of [0.1, 0.5, 0.99]) {
      expect(codeOf(bytes.slice(0, Math.floor(bytes.length * part)))).toBe("dna-truncated");
    }
    expect(codeOf(bytes.slice(0, 99))).toBe("dna-truncated");
    const broken = bytes.slice();
    broken.fill(0xaa, 100, 1500);
    expect(codeOf(broken)).toBe("dna-damaged");
    expect(codeOf(made(`${SCHEMA}ALTER TABLE DOCUMENTS DROP COLUMN Author;`))).toBe("dna-damaged");
  });

  it("with values of the wrong kind name the record", () => {
    expect(codeOf(made(`${SCHEMA}${RECORDS}UPDATE DOCUMENTS SET Date = 'soon';`))).toBe("dna-bad-value");
    expect(codeOf(made(`${SCHEMA}${RECORDS}UPDATE DOCUMENTS SET Date = 99999999999999;`))).toBe(
      "dna-bad-value",
    );
    expect(codeOf(made(`${SCHEMA}${RECORDS}UPDATE VARIABLES SET DataType = 'colour';`))).toBe(
      "dna-bad-value",
    );
  });
});

describe("files on disk", () => {
  it("are refused while another program writes, and where there is none", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "dna-"));
    const file = path.join(folder, "a.dna");
    await expect(readDnaFile(file)).rejects.toMatchObject({ code: "dna-unreadable" });
    await writeFile(file, made(SCHEMA + RECORDS));
    await writeFile(`${file}-journal`, "");
    expect((await readDnaFile(file)).statements).toHaveLength(2);
    await writeFile(`${file}-journal`, "pending");
    await expect(readDnaFile(file)).rejects.toMatchObject({ code: "dna-locked", class: "bad-data" });
  });
});

const folder = requires("data");
describe.skipIf(!folder)("DNA's sample", () => {
  it("is read, and not written to", async () => {
    const file = path.join(folder ?? "", "sample.dna");
    const before = await readFile(file);
    const database = await readDnaFile(file);
    expect(database.version).toBe("3.0.7");
    expect(database.statementTypes.map(({ label }) => label)).toEqual([
      "DNA Statement",
      "NPF Story Element",
      "Annotation",
    ]);
    expect([database.documents.length, database.statements.length, database.coders.length]).toEqual([
      7, 41, 4,
    ]);
    expect(database.warnings).toEqual([]);
    expect(await readFile(file)).toEqual(before);
  });
});
