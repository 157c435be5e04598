import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { locate } from "../../src/dataset/locate.ts";
import { PROBLEM_CODES, type ProblemCode } from "../../src/dataset/problem-codes.ts";
import { readPackage } from "../../src/dataset/read.ts";
import type { Problem } from "../../src/model/problem.ts";
import { append, bytes, edit, type Files, setCell, soundPackage, TEXT, text } from "./package-fixture.ts";

const ACTORS = "actors.csv";
const ISSUES = "issues.csv";
const SOURCES = "sources.csv";
const STATEMENTS = "statements.csv";
const DESCRIPTOR = "datapackage.json";

interface Case {
  readonly code: ProblemCode;
  readonly name: string;
  readonly spoil: (files: Files) => unknown;
  readonly file: string;
  readonly row: number | null;
  readonly column?: string;
  readonly documents?: ReadonlyMap<string, string>;
}

const cell = (file: string, id: string, column: string, value: string) => (files: Files) =>
  setCell(files, file, id, column, value);
const statement = (column: string, value: string) => cell(STATEMENTS, "st3", column, value);
const at3 = { file: STATEMENTS, row: 4 };
const NOW = new Map([["s1", TEXT]]);
const descriptor = (change: (value: Record<string, unknown>) => void) => (files: Files) => {
  const value = JSON.parse(text(files.get(DESCRIPTOR)));
  change(value);
  files.set(DESCRIPTOR, bytes(`${JSON.stringify(value, null, 2)}\n`));
};

const CASES: readonly Case[] = [
  { code: "missing-file", name: "required table", spoil: (f) => f.delete(ACTORS), file: ACTORS, row: null },
  {
    code: "missing-file",
    name: "descriptor",
    spoil: (f) => f.delete(DESCRIPTOR),
    file: DESCRIPTOR,
    row: null,
  },
  { code: "missing-file", name: "listed", spoil: (f) => f.delete("kinds.csv"), file: "kinds.csv", row: null },
  { code: "empty-file", name: "0 bytes", spoil: (f) => f.set(ISSUES, bytes("")), file: ISSUES, row: null },
  {
    code: "empty-file",
    name: "blank header",
    spoil: (f) => f.set(ISSUES, bytes("\n")),
    file: ISSUES,
    row: 1,
  },
  {
    code: "empty-file",
    name: "descriptor",
    spoil: (f) => f.set(DESCRIPTOR, bytes("")),
    file: DESCRIPTOR,
    row: null,
  },
  {
    code: "file-too-large",
    name: "beyond the limit",
    spoil: (f) => f.set(ISSUES, { length: 268_435_457 } as Uint8Array),
    file: ISSUES,
    row: null,
  },
  {
    code: "bad-encoding",
    name: "Latin-1",
    spoil: (f) => f.set(ACTORS, Buffer.from(`${text(f.get(ACTORS))}x,Z\u00fcrich,,,,,,,\n`, "latin1")),
    file: ACTORS,
    row: 5,
  },
  {
    code: "bad-encoding",
    name: "UTF-16",
    spoil: (f) => f.set(ISSUES, Buffer.from(`\ufeff${text(f.get(ISSUES))}`, "utf16le")),
    file: ISSUES,
    row: 1,
  },
  {
    code: "bad-encoding",
    name: "UTF-16 without a mark",
    spoil: (f) => f.set(ISSUES, Buffer.from(text(f.get(ISSUES)), "utf16le")),
    file: ISSUES,
    row: 1,
  },
  {
    code: "bad-encoding",
    name: "text",
    spoil: (f) => f.set("documents/s2.txt", Uint8Array.of(10, 255)),
    file: "documents/s2.txt",
    row: 2,
  },
  {
    code: "bad-descriptor",
    name: "broken JSON",
    spoil: (f) => f.set(DESCRIPTOR, bytes('{\n  "name": "x",\n}\n')),
    file: DESCRIPTOR,
    row: 3,
  },
  {
    code: "bad-descriptor",
    name: "no JSON object",
    spoil: (f) => f.set(DESCRIPTOR, bytes("[]\n")),
    file: DESCRIPTOR,
    row: null,
  },
  {
    code: "bad-descriptor",
    name: "wrong shape",
    spoil: descriptor((d) => Object.assign(d, { title: 3 })),
    file: DESCRIPTOR,
    row: null,
    column: "title",
  },
  {
    code: "bad-descriptor",
    name: "no resources",
    spoil: descriptor((d) => Object.assign(d, { resources: [] })),
    file: DESCRIPTOR,
    row: null,
    column: "resources",
  },
  {
    code: "unsafe-path",
    name: "dots",
    spoil: (f) => edit(f, DESCRIPTOR, '"kinds.csv"', '"../kinds.csv"'),
    file: DESCRIPTOR,
    row: null,
  },
  {
    code: "unlisted-table",
    name: "not in resources",
    spoil: (f) => edit(f, DESCRIPTOR, '"kinds.csv"', '"kinds.tsv"'),
    file: DESCRIPTOR,
    row: null,
  },
  {
    code: "schema-differs",
    name: "further column",
    spoil: (f) => edit(f, STATEMENTS, ",mood\n", ",temper\n"),
    file: DESCRIPTOR,
    row: null,
    column: "statements",
  },
  {
    code: "odd-dataset-name",
    name: "blank in name",
    spoil: (f) => edit(f, DESCRIPTOR, '"sound"', '"Sound One"'),
    file: DESCRIPTOR,
    row: null,
  },
  {
    code: "unclosed-quote",
    name: "in the midst",
    spoil: (f) => append(edit(f, ISSUES, "Force,", '"Force,'), ISSUES, "other,Other,,,,"),
    file: ISSUES,
    row: 4,
    column: "short_label",
  },
  {
    code: "stray-quote",
    name: "inside",
    spoil: (f) => edit(f, ISSUES, "A force", 'A "force"'),
    file: ISSUES,
    row: 4,
    column: "label",
  },
  {
    code: "stray-quote",
    name: "text after",
    spoil: (f) => edit(f, ISSUES, "A force is sent", '"A force" is sent'),
    file: ISSUES,
    row: 4,
    column: "label",
  },
  {
    code: "nul-character",
    name: "in a label",
    spoil: (f) => edit(f, ISSUES, "A force", "A\u0000force"),
    file: ISSUES,
    row: 4,
    column: "label",
  },
  {
    code: "cell-too-large",
    name: "megabytes",
    spoil: (f) => edit(f, ISSUES, "A force", "f".repeat(3_000_000)),
    file: ISSUES,
    row: 4,
    column: "label",
  },
  { code: "ragged-row", name: "short", spoil: (f) => append(f, ISSUES, "other,Other"), file: ISSUES, row: 5 },
  {
    code: "ragged-row",
    name: "long",
    spoil: (f) => append(f, ISSUES, "other,Other,,,,,,"),
    file: ISSUES,
    row: 5,
  },
  { code: "blank-line", name: "at the end", spoil: (f) => append(f, ISSUES, ""), file: ISSUES, row: 5 },
  {
    code: "missing-column",
    name: "label",
    spoil: (f) => edit(f, ISSUES, "label", "name"),
    file: ISSUES,
    row: 1,
    column: "label",
  },
  {
    code: "duplicate-column",
    name: "twice",
    spoil: (f) => edit(f, ISSUES, "short_label", "label"),
    file: ISSUES,
    row: 1,
    column: "label",
  },
  {
    code: "duplicate-column",
    name: "with and without x:",
    spoil: (f) => edit(edit(f, ISSUES, "short_label", "a"), ISSUES, "description", "x:a"),
    file: ISSUES,
    row: 1,
    column: "x:a",
  },
  {
    code: "unnamed-column",
    name: "empty",
    spoil: (f) => edit(f, ISSUES, "short_label", ""),
    file: ISSUES,
    row: 1,
  },
  {
    code: "private-column",
    name: "quote",
    spoil: (f) => edit(f, STATEMENTS, ",mood", ",quote"),
    file: STATEMENTS,
    row: 1,
    column: "quote",
  },
  {
    code: "missing-value",
    name: "label",
    spoil: cell(ISSUES, "plan", "label", " "),
    file: ISSUES,
    row: 3,
    column: "label",
  },
  { code: "missing-value", name: "source", spoil: statement("source", ""), ...at3, column: "source" },
  {
    code: "bad-id",
    name: "colon",
    spoil: (f) => append(f, ISSUES, "a:b,Other,,,,"),
    file: ISSUES,
    row: 5,
    column: "id",
  },
  {
    code: "bad-id",
    name: "too long",
    spoil: (f) => append(f, ISSUES, `${"i".repeat(201)},Other,,,,`),
    file: ISSUES,
    row: 5,
    column: "id",
  },
  {
    code: "reserved-id",
    name: "structure:",
    spoil: (f) => edit(f, STATEMENTS, "st4", "structure:a"),
    file: STATEMENTS,
    row: 5,
    column: "id",
  },
  {
    code: "duplicate-id",
    name: "actor",
    spoil: (f) => append(f, ACTORS, "egypt,Another,,,,,,,"),
    file: ACTORS,
    row: 5,
    column: "id",
  },
  { code: "bad-number", name: "words", spoil: statement("intensity", "two"), ...at3, column: "intensity" },
  { code: "bad-number", name: "fraction", spoil: statement("paragraph", "1.5"), ...at3, column: "paragraph" },
  {
    code: "bad-number",
    name: "hexadecimal",
    spoil: statement("confidence", "0x1"),
    ...at3,
    column: "confidence",
  },
  {
    code: "number-out-of-range",
    name: "confidence",
    spoil: statement("confidence", "1.01"),
    ...at3,
    column: "confidence",
  },
  {
    code: "number-out-of-range",
    name: "intensity",
    spoil: statement("intensity", "4"),
    ...at3,
    column: "intensity",
  },
  {
    code: "number-out-of-range",
    name: "paragraph",
    spoil: statement("paragraph", "0"),
    ...at3,
    column: "paragraph",
  },
  {
    code: "number-out-of-range",
    name: "negative",
    spoil: statement("confidence", "-1"),
    ...at3,
    column: "confidence",
  },
  { code: "bad-boolean", name: "yes", spoil: statement("off_topic", "yes"), ...at3, column: "off_topic" },
  { code: "bad-word", name: "voice", spoil: statement("voice", "loud"), ...at3, column: "voice" },
  {
    code: "bad-word",
    name: "prototype",
    spoil: statement("modality", "constructor"),
    ...at3,
    column: "modality",
  },
  {
    code: "bad-word",
    name: "relation polarity",
    spoil: cell("relations.csv", "backs", "polarity", "support"),
    file: "relations.csv",
    row: 2,
    column: "polarity",
  },
  {
    code: "bad-word",
    name: "role",
    spoil: cell(ACTORS, "egypt", "role", "source"),
    file: ACTORS,
    row: 2,
    column: "role",
  },
  { code: "bad-date", name: "no such day", spoil: statement("date", "2025-02-30"), ...at3, column: "date" },
  {
    code: "bad-date",
    name: "other form",
    spoil: cell(SOURCES, "s2", "date_latest", "1/2/2025"),
    file: SOURCES,
    row: 3,
    column: "date_latest",
  },
  {
    code: "date-precision-differs",
    name: "month for a day",
    spoil: cell(STATEMENTS, "st1", "date_precision", "month"),
    file: STATEMENTS,
    row: 2,
    column: "date_precision",
  },
  {
    code: "date-precision-differs",
    name: "without date",
    spoil: statement("date_precision", "day"),
    ...at3,
    column: "date_precision",
  },
  {
    code: "bad-date-bounds",
    name: "swapped",
    spoil: cell(SOURCES, "s1", "date_latest", "2025-09"),
    file: SOURCES,
    row: 2,
    column: "date_latest",
  },
  {
    code: "bad-hash",
    name: "short",
    spoil: statement("passage_sha256", "abc"),
    ...at3,
    column: "passage_sha256",
  },
  {
    code: "bad-list",
    name: "empty item",
    spoil: cell(ACTORS, "egypt", "aliases", "Cairo;;Egipto"),
    file: ACTORS,
    row: 2,
    column: "aliases",
  },
  { code: "unknown-id", name: "actor", spoil: statement("actor", "nobody"), ...at3, column: "actor" },
  { code: "unknown-id", name: "prototype", spoil: statement("issue", "__proto__"), ...at3, column: "issue" },
  {
    code: "unknown-id",
    name: "kind",
    spoil: cell(ACTORS, "egypt", "kind", "toString"),
    file: ACTORS,
    row: 2,
    column: "kind",
  },
  {
    code: "unknown-id",
    name: "group",
    spoil: cell(ACTORS, "egypt", "groups", "arab-states;nobody"),
    file: ACTORS,
    row: 2,
    column: "groups",
  },
  {
    code: "unknown-id",
    name: "condition",
    spoil: cell(STATEMENTS, "st1", "condition_issues", "not:nothing"),
    file: STATEMENTS,
    row: 2,
    column: "condition_issues",
  },
  { code: "unknown-id", name: "repeat", spoil: statement("repeat_of", "st9"), ...at3, column: "repeat_of" },
  {
    code: "unknown-id",
    name: "relation without relations.csv",
    spoil: (f) => f.delete("relations.csv"),
    file: STATEMENTS,
    row: 3,
    column: "relation",
  },
  {
    code: "self-reference",
    name: "member_of",
    spoil: cell(ACTORS, "egypt", "member_of", "egypt"),
    file: ACTORS,
    row: 2,
    column: "member_of",
  },
  {
    code: "self-reference",
    name: "repeat",
    spoil: statement("repeat_of", "st3"),
    ...at3,
    column: "repeat_of",
  },
  {
    code: "cycle",
    name: "speaks_for and member_of",
    spoil: cell(ACTORS, "egypt", "member_of", "envoy"),
    file: ACTORS,
    row: 3,
  },
  {
    code: "cycle",
    name: "parent",
    spoil: cell(ISSUES, "heading", "parent", "force"),
    file: ISSUES,
    row: 4,
    column: "parent",
  },
  {
    code: "name-clash",
    name: "alias",
    spoil: cell(ACTORS, "arab-states", "aliases", "CAÍRO"),
    file: ACTORS,
    row: 4,
    column: "aliases",
  },
  {
    code: "name-clash",
    name: "actor and issue",
    spoil: cell(ISSUES, "plan", "short_label", "envoy"),
    file: ISSUES,
    row: 3,
    column: "short_label",
  },
  { code: "no-target", name: "none", spoil: statement("issue", ""), ...at3, column: "issue" },
  {
    code: "two-targets",
    name: "both",
    spoil: (f) =>
      setCell(setCell(f, STATEMENTS, "st3", "relation", "meets"), STATEMENTS, "st3", "target", "envoy"),
    ...at3,
    column: "relation",
  },
  {
    code: "incomplete-target",
    name: "no target",
    spoil: cell(STATEMENTS, "st2", "target", ""),
    file: STATEMENTS,
    row: 3,
    column: "target",
  },
  {
    code: "incomplete-target",
    name: "no relation",
    spoil: cell(STATEMENTS, "st2", "relation", ""),
    file: STATEMENTS,
    row: 3,
    column: "relation",
  },
  {
    code: "missing-polarity",
    name: "with an issue",
    spoil: statement("polarity", ""),
    ...at3,
    column: "polarity",
  },
  {
    code: "polarity-disagrees",
    name: "with the relation",
    spoil: cell(STATEMENTS, "st2", "polarity", "oppose"),
    file: STATEMENTS,
    row: 3,
    column: "polarity",
  },
  { code: "container-issue", name: "target", spoil: statement("issue", "heading"), ...at3, column: "issue" },
  {
    code: "condition-on-neutral",
    name: "issue",
    spoil: statement("condition", "if asked"),
    ...at3,
    column: "condition",
  },
  {
    code: "condition-on-neutral",
    name: "relation",
    spoil: (f) =>
      setCell(setCell(f, STATEMENTS, "st2", "relation", "meets"), STATEMENTS, "st2", "condition", "if"),
    file: STATEMENTS,
    row: 3,
  },
  {
    code: "condition-without-words",
    name: "issues only",
    spoil: statement("condition_issues", "plan"),
    ...at3,
    column: "condition_issues",
  },
  {
    code: "repeat-of-repeat",
    name: "chain",
    spoil: (f) => append(f, STATEMENTS, `st5,s1,egypt,,,,,,,,,oppose,plan,,,,,,,,,,,st4,,,,`),
    file: STATEMENTS,
    row: 6,
    column: "repeat_of",
  },
  {
    code: "repeat-differs",
    name: "polarity",
    spoil: cell(STATEMENTS, "st4", "polarity", "support"),
    file: STATEMENTS,
    row: 5,
    column: "repeat_of",
  },
  {
    code: "repeat-differs",
    name: "target",
    spoil: (f) => append(f, STATEMENTS, `st5,s1,envoy,,,,,,,,,,,backs,arab-states,,,,,,,,,st2,,,,`),
    file: STATEMENTS,
    row: 6,
    column: "repeat_of",
  },
  {
    code: "bad-span",
    name: "empty",
    spoil: (f) => setCell(setCell(f, STATEMENTS, "st3", "start", "5"), STATEMENTS, "st3", "end", "5"),
    ...at3,
    column: "end",
  },
  { code: "incomplete-span", name: "no end", spoil: statement("start", "5"), ...at3, column: "end" },
  { code: "incomplete-span", name: "no start", spoil: statement("end", "5"), ...at3, column: "start" },
  {
    code: "odd-url",
    name: "script",
    spoil: cell(SOURCES, "s2", "url", "javascript:alert(1)"),
    file: SOURCES,
    row: 3,
    column: "url",
  },
  {
    code: "unknown-document",
    name: "no source",
    spoil: (f) => f.set("documents/s9.txt", bytes("x")),
    file: "documents/s9.txt",
    row: null,
  },
  {
    code: "passage-out-of-range",
    name: "by the length",
    spoil: cell(STATEMENTS, "st1", "end", "999"),
    file: STATEMENTS,
    row: 2,
    column: "end",
  },
  {
    code: "passage-out-of-range",
    name: "by the text",
    spoil: () => {},
    documents: new Map([["s1", "short"]]),
    file: STATEMENTS,
    row: 2,
    column: "end",
  },
  {
    code: "passage-stale",
    name: "other words",
    spoil: () => {},
    documents: new Map([["s1", TEXT.replace("says", "said")]]),
    file: STATEMENTS,
    row: 2,
    column: "passage_sha256",
  },
  {
    code: "passage-stale",
    name: "text in the package",
    spoil: (f) => f.set("documents/s1.txt", bytes(TEXT.replace("no", "on"))),
    file: STATEMENTS,
    row: 2,
  },
  {
    code: "passage-moved",
    name: "quotes",
    spoil: () => {},
    documents: new Map([["s1", TEXT.replace(/[“”]/g, '"')]]),
    file: STATEMENTS,
    row: 2,
  },
  {
    code: "wrong-paragraph",
    name: "counted wrong",
    spoil: cell(STATEMENTS, "st1", "paragraph", "3"),
    documents: NOW,
    file: STATEMENTS,
    row: 2,
    column: "paragraph",
  },
  { code: "ragged-passage", name: "blank at the end", spoil: spanOf("envoy "), documents: NOW, ...at1() },
  { code: "ragged-passage", name: "two paragraphs", spoil: spanOf("now.\nEgypt"), documents: NOW, ...at1() },
  {
    code: "missing-text",
    name: "of s1",
    spoil: () => {},
    documents: new Map([["s2", "x"]]),
    file: SOURCES,
    row: 2,
  },
  {
    code: "text-differs",
    name: "longer",
    spoil: () => {},
    documents: new Map([["s1", `${TEXT}More.\n`]]),
    file: SOURCES,
    row: 2,
    column: "sha256",
  },
  {
    code: "wrong-text",
    name: "with a stale passage",
    spoil: () => {},
    documents: new Map([["s1", TEXT.replace("no", "on")]]),
    file: SOURCES,
    row: 2,
  },
];

function at1() {
  return { file: STATEMENTS, row: 2 };
}

/** Lets st1 stand for other words of the text. */
function spanOf(words: string) {
  return (files: Files) => {
    const start = TEXT.indexOf(words);
    const changed = setCell(files, STATEMENTS, "st1", "start", String(start));
    setCell(changed, STATEMENTS, "st1", "end", String(start + words.length));
    setCell(changed, STATEMENTS, "st1", "passage_sha256", hashOf(words));
    setCell(changed, STATEMENTS, "st1", "paragraph", "");
  };
}

const hashOf = (words: string): string => createHash("sha256").update(words).digest("hex");

const check = ({ spoil, documents }: Pick<Case, "spoil" | "documents">) => {
  const files = soundPackage();
  spoil(files);
  return readPackage(files, { id: "sound", ...(documents ? { documents } : {}) });
};

describe("a sound package", () => {
  it("has no problem and no warning", () => {
    const { report, dataset } = readPackage(soundPackage(), { id: "sound", documents: NOW });
    expect(report).toMatchObject({ ok: true, problems: [], warnings: [] });
    expect(report.counts).toEqual({
      actors: 3,
      kinds: 3,
      issues: 3,
      relations: 3,
      sources: 2,
      statements: 4,
    });
    expect(dataset?.version).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a broken package", () => {
  it.each(CASES.map((entry) => [entry.code, entry.name, entry] as const))("%s: %s", (code, _, entry) => {
    const { report, dataset } = check(entry);
    const { level, remedy } = PROBLEM_CODES[code];
    const found = level === "problem" ? report.problems : report.warnings;
    const place = {
      file: entry.file,
      row: entry.row,
      ...(entry.column === undefined ? {} : { column: entry.column }),
    };
    expect(found).toContainEqual(expect.objectContaining({ code, remedy, ...place }));
    expect(report.ok).toBe(report.problems.length === 0);
    expect(dataset === null).toBe(!report.ok);
    if (level === "warning") expect(report.problems).toEqual([]);
  });

  it("has no follow-up problems where one thing is wrong", () => {
    const alone = CASES.filter(({ code, documents }) => PROBLEM_CODES[code].level === "problem" && !documents)
      // These change what others refer to.
      .filter(
        ({ name }) =>
          !["label", "descriptor", "wrong-text", "relation polarity", "text in the package"].includes(name),
      )
      .filter(({ code }) => !["unsafe-path", "reserved-id", "unclosed-quote"].includes(code));
    const many = alone
      .map((entry) => ({ what: `${entry.code}: ${entry.name}`, problems: check(entry).report.problems }))
      .filter(({ problems }) => new Set(problems.map(({ row, file }) => `${file}:${row}`)).size > 1);
    expect(many.filter(({ what }) => !what.startsWith("unknown-id: relation without"))).toEqual([]);
  });

  it("says everything at once, in the order of files and rows", () => {
    const files = soundPackage();
    append(files, ACTORS, "x;y,Bad id,,,nokind,,,,");
    append(files, ACTORS, "short,row");
    setCell(files, STATEMENTS, "st1", "date", "2025-13-01");
    setCell(files, STATEMENTS, "st1", "actor", "nobody");
    setCell(files, STATEMENTS, "st3", "confidence", "2");
    setCell(files, STATEMENTS, "st3", "relation", "nothing");
    append(files, STATEMENTS, "st5,s1,short,,,,,,,,,oppose,plan,,,,,,,,,,,,,,,");
    files.set(DESCRIPTOR, bytes("{"));
    const { report } = readPackage(files, { id: "sound" });
    expect(report.problems.map(({ file, row, code }) => `${file}:${row ?? ""} ${code}`)).toEqual([
      "datapackage.json:1 bad-descriptor",
      "actors.csv:5 bad-id",
      "actors.csv:5 unknown-id",
      "actors.csv:6 ragged-row",
      "statements.csv:2 bad-date",
      "statements.csv:2 unknown-id",
      "statements.csv:4 number-out-of-range",
      "statements.csv:4 unknown-id",
      "statements.csv:4 two-targets",
      "statements.csv:5 repeat-differs",
    ]);
  });

  it("counts lines inside quoted cells", () => {
    const files = edit(soundPackage(), ISSUES, "A heading", '"A\nheading\r\nof lines"');
    append(files, ISSUES, "plan,Again,,,,");
    expect(readPackage(files, { id: "x" }).report.problems).toMatchObject([{ code: "duplicate-id", row: 7 }]);
  });

  it("names both rows of a clash of names, and a cycle once with its ids", () => {
    const clash = setCell(soundPackage(), ACTORS, "arab-states", "aliases", "cairo");
    const [problem] = readPackage(clash, { id: "x" }).report.problems as [Problem];
    expect(problem.row).toBe(4);
    expect(problem.message).toContain("line 2 of actors.csv");
    const circle = setCell(soundPackage(), ISSUES, "heading", "parent", "plan");
    const cycles = readPackage(circle, { id: "x" }).report.problems;
    expect(cycles).toHaveLength(1);
    expect(cycles[0]?.message).toMatch(/heading.*plan|plan.*heading/);
  });

  it("finds cycles in chains longer than a call stack", () => {
    const files = soundPackage();
    const size = 50_000;
    const rows = Array.from({ length: size }, (_, i) => `i${i},Issue no ${i},,,i${(i + 1) % size},`);
    append(files, ISSUES, rows.join("\n"));
    expect(readPackage(files, { id: "x" }).report.problems.map(({ code }) => code)).toEqual(["cycle"]);
  });
});

describe("the table of codes", () => {
  const byFolder: readonly ProblemCode[] = ["missing-folder", "not-a-folder", "unreadable"];
  it("has no code that no case gives", () => {
    const given = new Set<string>([...CASES.map(({ code }) => code), ...byFolder]);
    const files = append(
      edit(soundPackage(), STATEMENTS, ",mood", ",quote"),
      STATEMENTS,
      quoteRow("s1", "Egypt waits."),
    );
    append(files, STATEMENTS, quoteRow("s1", "Nowhere"));
    append(files, STATEMENTS, quoteRow("s2", "Egypt"));
    for (const { code } of locate(files, NOW).problems) given.add(code);
    expect(Object.keys(PROBLEM_CODES).filter((code) => !given.has(code))).toEqual([]);
  });
  it("gives each code a remedy", () => {
    for (const { remedy } of Object.values(PROBLEM_CODES)) expect(remedy).toMatch(/^[A-Z].*\.$/);
  });
});

function quoteRow(source: string, quote: string): string {
  return `q${quote.length},${source},egypt${",".repeat(9)}oppose,plan${",".repeat(15)}${quote}`;
}
