/** Statements read by column are those read by row, with the same findings, whatever the file looks like. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadPackage, readPackage } from "../../../src/dataset/read.ts";
import { sha256Hex } from "../../../src/dataset/sha256.ts";
import { writePackage } from "../../../src/dataset/write.ts";
import type { Dataset, PackageForm } from "../../../src/model/dataset.ts";
import { append, bytes, type Files, setCell, soundPackage, text } from "../package-fixture.ts";

const FILE = "statements.csv";
const read = (files: Files): ReadPackage => readPackage(files, { id: "x" });

/** The same package with headers in quotes, which is read by row. */
const byRow = (files: Files): Files =>
  new Map([...files].map(([name, file]) => [name, name.endsWith(".csv") ? headerInQuotes(file) : file]));

function headerInQuotes(file: Uint8Array): Uint8Array {
  const begin = file[0] === 0xef ? 3 : 0;
  const end = file.findIndex((byte) => byte === 10 || byte === 13);
  const [header, rest] =
    end < 0 ? [file.slice(begin), new Uint8Array()] : [file.slice(begin, end), file.slice(end)];
  const comma = header.indexOf(44);
  const first = comma < 0 ? header.length : comma;
  return Uint8Array.from([
    ...file.slice(0, begin),
    34,
    ...header.slice(0, first),
    34,
    ...header.slice(first),
    ...rest,
  ]);
}

const formOf = (form: PackageForm | undefined) =>
  [...(form?.tables ?? [])].map(([name, { columns, blank, rows }]) => ({ name, columns, blank, rows }));

const plain = (dataset: Dataset | null) => {
  if (dataset === null) return null;
  const { columns, statements, statementById, form, ...tables } = dataset;
  return {
    ...tables,
    statements: [...statements],
    found: statements.map((statement) => statementById.get(statement.id) === statement),
    form: formOf(form),
  };
};

function expectSame(files: Files): ReadPackage {
  const one = read(files);
  const other = read(byRow(files));
  expect(other.dataset?.columns).toBeUndefined();
  // The quotes move the bytes behind them.
  const places = ({ report }: ReadPackage): string => JSON.stringify(report).replace(/at offset \d+/g, "");
  expect(places(one)).toBe(places(other));
  expect(plain(one.dataset)).toEqual(plain(other.dataset));
  return one;
}

const statements = (content: string | Uint8Array): Files =>
  soundPackage().set(FILE, typeof content === "string" ? bytes(content) : content);

/** Values that are mostly sound, by column. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  source: ["s1", "s2", "s2", "s2"],
  actor: ["egypt", "envoy"],
  start: ["", "", "0", "1", "1.0"],
  end: ["", "", "9", "12.0"],
  passage_sha256: ["", "", sha256Hex("x"), sha256Hex("x").toUpperCase()],
  paragraph: ["", "1"],
  speaker: ["", "envoy"],
  attributed_to: ["", "arab-states"],
  voice: ["", "reported", "author"],
  modality: ["", "position", "fact"],
  polarity: ["", "support", "oppose", "neutral"],
  issue: ["", "plan", "force", "heading"],
  relation: ["", "backs", "doubts", "meets"],
  target: ["", "egypt", "arab-states"],
  intensity: ["", "2", "2.0"],
  condition: ["", "if asked", "é, 😀", " "],
  condition_issues: ["", "force", "not:plan;force", " force ; plan", "heading"],
  date: ["", "2025", "2025-11", "2025-11-01"],
  date_precision: ["", "day", "month"],
  date_basis: ["", "stated"],
  summary: ["", "It waits.", 'He said "no"', "two\nlines", "a\r\nb", "\r", "﻿mark", "𝒳\u0301", "=1+1"],
  confidence: ["", "0.5", ".50", "1e-3", "1"],
  repeat_of: ["", "", "", "r0", "r1"],
  off_topic: ["", "false", "true", "TRUE"],
  coder: ["", "me"],
  notes: ["", "a", "b;c"],
  mood: ["", "calm", "ünruhig"],
  "x:quote": ["", "q"],
};
const NAMES = Object.keys(VALUES);
const ODD = ["", "nobody", "a;b", "x:y", "\u0000", "structure:a", "2025-02-30", "-1", "yes", " s1", "\u202e"];

/** Rows that take a stand on an issue or lead to an actor, so that most of them are sound. */
const row = fc
  .record({
    cells: fc.record(
      Object.fromEntries(NAMES.map((name) => [name, fc.constantFrom(...(VALUES[name] ?? []))])),
    ),
    onIssue: fc.boolean(),
    bare: fc.boolean(),
  })
  .map(({ cells, onIssue, bare }): Record<string, string> => {
    const plainCells = {
      condition_issues: "",
      date_precision: "",
      start: "",
      end: "",
      passage_sha256: "",
      repeat_of: "",
    };
    const sound = { ...cells, ...(bare ? { ...plainCells, condition: "" } : {}) };
    return onIssue
      ? {
          ...sound,
          issue: cells["issue"] || "plan",
          polarity: cells["polarity"] || "oppose",
          relation: "",
          target: "",
        }
      : {
          ...sound,
          issue: "",
          polarity: "",
          relation: cells["relation"] || "backs",
          target: cells["target"] || "egypt",
        };
  });

interface Spelling {
  readonly quotes: boolean;
  readonly end: string;
  readonly mark: boolean;
  readonly blank: boolean;
  readonly last: boolean;
}

const needsQuotes = (cell: string): boolean => /[",\r\n]/.test(cell);

function spelled(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  spelling: Spelling,
): string {
  const { quotes, end, mark, blank, last } = spelling;
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => (quotes || needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
  const lines = [header.join(","), ...rows.map(line)];
  if (blank) lines.splice(2, 0, "");
  return (mark ? "\ufeff" : "") + lines.join(end) + (last ? end : "");
}

const table = fc.record({
  names: fc.shuffledSubarray(NAMES, { minLength: 10 }),
  rows: fc.array(row, { maxLength: 6 }),
  odd: fc.option(fc.tuple(fc.nat(5), fc.nat(30), fc.constantFrom(...ODD)), { freq: 3 }),
  spelling: fc.record({
    quotes: fc.boolean(),
    end: fc.constantFrom("\n", "\n", "\r\n", "\r"),
    mark: fc.boolean(),
    blank: fc.boolean(),
    last: fc.boolean(),
  }),
});

const needed = ["id", "source", "actor", "polarity", "issue", "relation", "target"];

function fileOf({
  names,
  rows,
  odd,
  spelling,
}: typeof table extends fc.Arbitrary<infer T> ? T : never): string {
  const header = [...new Set([...needed, ...names])];
  const cells = rows.map((each, at) => header.map((name) => (name === "id" ? `r${at}` : (each[name] ?? ""))));
  if (odd !== null) {
    const [at, place, value] = odd;
    const target = cells[at];
    if (target) target[place % target.length] = value;
  }
  return spelled(header, cells, spelling);
}

describe("statements by column", () => {
  it("are what they are by row, down to line numbers, blank cells and version", () => {
    let byColumn = 0;
    fc.assert(
      fc.property(table, (given) => {
        if (expectSame(statements(fileOf(given))).dataset?.columns) byColumn++;
      }),
      { numRuns: 300 },
    );
    // The comparison says nothing where both are read by row.
    expect(byColumn).toBeGreaterThan(60);
  });

  it("are what they are by row in files with any bytes changed, inserted or missing", () => {
    fc.assert(
      fc.property(
        table,
        fc.nat(),
        fc.constantFrom(0, 1, 2),
        fc.oneof(fc.constantFrom(0, 10, 13, 34, 44, 0x80, 0xc3, 0xff), fc.nat(255)),
        (given, place, removed, byte) => {
          const file = [...bytes(fileOf(given))];
          const header = file.findIndex((each) => each === 10 || each === 13);
          if (header < 0) return;
          file.splice(header + 1 + (place % (file.length - header)), removed, byte);
          expectSame(statements(Uint8Array.from(file)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are what they are by row for every cell that is wrong", () => {
    for (const name of ["id", ...NAMES.filter((each) => each !== "x:quote")])
      for (const value of [...ODD, "plan", "egypt", "heading", "st1", "st2", "1.5", "not:plan"])
        if (!value.includes("\u0000")) expectSame(setCell(soundPackage(), FILE, "st2", name, value));
  });

  it("are what they are by row in every cell of every table", () => {
    const odd = [
      ...ODD,
      "true",
      "false",
      "FALSE",
      "egypt",
      "plan",
      "heading",
      "a; b",
      "\u00a0",
      "2",
      "month",
    ];
    for (const [file, data] of soundPackage()) {
      if (!file.endsWith(".csv")) continue;
      const [header = "", first = ""] = text(data).split("\n");
      for (const column of header.split(","))
        for (const value of odd)
          if (!value.includes("\u0000"))
            expectSame(setCell(soundPackage(), file, first.split(",")[0] ?? "", column, value));
    }
    const issues = "id,label,note,x:more\nplan,Plan,,\nforce,Force,é,\nheading,Heading,,m\n";
    expect(expectSame(soundPackage().set("issues.csv", bytes(issues))).report.problems).toEqual([]);
  });

  it("are read by column where nothing is wrong, warnings or not", () => {
    const sound = read(soundPackage());
    expect(sound.report.problems).toEqual([]);
    expect(sound.dataset?.columns).toBeDefined();
    const files = setCell(append(soundPackage(), FILE, ""), FILE, "st3", "issue", "heading");
    const { dataset, report } = expectSame(files);
    expect(report.warnings.map(({ code }) => code)).toEqual(["container-issue", "blank-line"]);
    expect(dataset?.columns).toBeDefined();
  });

  it("finds a doubled id among many", () => {
    const header = "id,source,actor,polarity,issue";
    const many = Array.from({ length: 3000 }, (_, at) => `n${at},s1,egypt,oppose,plan`);
    expect(expectSame(statements([header, ...many, ""].join("\n"))).dataset?.columns).toBeDefined();
    const doubled = expectSame(statements([header, ...many, many[17], ""].join("\n")));
    expect(doubled.report.problems.map(({ code, row }) => [code, row])).toEqual([["duplicate-id", 3002]]);
  });

  it("keeps cells apart that are UTF-8 only side by side", () => {
    const before = bytes("id,source,actor,polarity,issue,notes\na,s1,egypt,oppose,plan,");
    const between = bytes("\nb,s1,egypt,oppose,plan,");
    const file = Uint8Array.from([...before, 0xc3, ...between, 0xa9, 10]);
    const { report } = expectSame(statements(file));
    expect(report.problems.map(({ code }) => code)).toEqual(["bad-encoding"]);
  });

  it("are written back with the same bytes", () => {
    fc.assert(
      fc.property(table, (given) => {
        const { dataset } = read(statements(fileOf(given)));
        if (dataset === null) return;
        const records = { ...dataset, statements: [...dataset.statements] };
        expect(text(writePackage(dataset).get(FILE))).toBe(text(writePackage(records).get(FILE)));
      }),
    );
  });
});

describe("records made of columns", () => {
  const { dataset } = read(soundPackage());
  const { statements: records } = dataset as Dataset;

  it("are an array that cannot be changed, of records that stay the same", () => {
    expect(Array.isArray(records)).toBe(true);
    expect(records).toHaveLength(4);
    expect(records[1]).toBe(records[1]);
    expect(records.at(-1)?.id).toBe("st4");
    expect(records.map(({ id }) => id)).toEqual(["st1", "st2", "st3", "st4"]);
    expect([...records].map(({ id }) => id)).toEqual(Object.values(records).map(({ id }) => id));
    expect(records.find(({ id }) => id === "st3")).toBe(records[2]);
    expect([records[4], records[-1], (records as unknown as Record<string, unknown>)["01"]]).toEqual(
      Array(3).fill(undefined),
    );
    expect(3 in records && !(4 in records)).toBe(true);
    expect(JSON.parse(JSON.stringify(records))).toHaveLength(4);
    expect(() => (records as unknown as unknown[]).push(null)).toThrow(TypeError);
    expect(() => Object.assign(records, { 0: null })).toThrow(TypeError);
    expect(records[0]?.id).toBe("st1");
  });

  it("are found by id, and only by their own", () => {
    const byId = (dataset as Dataset).statementById;
    expect(byId.get("st2")).toBe(records[1]);
    for (const id of ["", "st", "st22", "\ud800", "constructor"]) expect(byId.has(id)).toBe(false);
    expect([...byId.keys()]).toEqual(records.map(({ id }) => id));
    expect([...byId].map(([id, record]) => [id, record.id])).toEqual(records.map(({ id }) => [id, id]));
    expect([byId.size, [...byId.values()].length]).toEqual([4, 4]);
  });
});
