import { describe, expect, it } from "vitest";
import { locate } from "../../src/dataset/locate.ts";
import { PROBLEM_CODES, type ProblemCode } from "../../src/dataset/problem-codes.ts";
import { readPackage } from "../../src/dataset/read.ts";
import type { Problem } from "../../src/model/problem.ts";
import { BROKEN, type Broken } from "./broken-packages.ts";
import { append, bytes, edit, setCell, soundPackage, TEXT } from "./package-fixture.ts";

const ACTORS = "actors.csv";
const ISSUES = "issues.csv";
const STATEMENTS = "statements.csv";
const DESCRIPTOR = "datapackage.json";

const NOW = new Map([["s1", TEXT]]);

const check = ({ spoil, documents }: Broken) => {
  const files = soundPackage();
  spoil(files);
  return readPackage(files, { id: "sound", documents });
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
  it.each(BROKEN.map((entry) => [entry.code, entry.name, entry] as const))("%s: %s", (code, _, entry) => {
    const { report, dataset } = check(entry);
    const { level, remedy } = PROBLEM_CODES[code];
    const found = level === "problem" ? report.problems : report.warnings;
    const place = {
      file: entry.file,
      row: entry.row,
      ...(entry.column === null ? {} : { column: entry.column }),
    };
    expect(found).toContainEqual(expect.objectContaining({ code, remedy, ...place }));
    expect(report.ok).toBe(report.problems.length === 0);
    expect(dataset === null).toBe(!report.ok);
    if (level === "warning") expect(report.problems).toEqual([]);
  });

  it("has no follow-up problems where one thing is wrong", () => {
    const alone = BROKEN.filter(
      ({ code, documents }) => PROBLEM_CODES[code].level === "problem" && documents.size === 0,
    )
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

  it("says once that a passage lies beyond the length of its text, with and without the text", () => {
    const files = setCell(soundPackage(), STATEMENTS, "st1", "end", "9999");
    const codes = (documents: ReadonlyMap<string, string>) =>
      readPackage(files, { id: "x", documents }).report.problems.map(
        ({ code, column }) => `${column} ${code}`,
      );
    expect(codes(new Map())).toEqual(["end passage-out-of-range"]);
    expect(codes(NOW)).toEqual(["end passage-out-of-range"]);
  });

  it("finds unsafe paths beside resources of the wrong shape", () => {
    const files = edit(soundPackage(), DESCRIPTOR, '"path": "actors.csv"', '"path": 7');
    edit(files, DESCRIPTOR, '"path": "issues.csv"', '"path": ["a.csv", "../issues.csv"]');
    const { problems } = readPackage(files, { id: "x" }).report;
    expect(problems.map(({ code, column }) => `${column} ${code}`)).toEqual([
      "resources.0.path bad-descriptor",
      "resources.2.path unsafe-path",
    ]);
    files.set(DESCRIPTOR, bytes('{"resources": [null, {"path": "/x"}, 3]}'));
    expect(
      readPackage(files, { id: "x" })
        .report.problems.filter(({ code }) => code === "unsafe-path")
        .map(({ column }) => column),
    ).toEqual(["resources.1.path"]);
  });

  it("says that the file in the package is read although its path is an address, and only that", () => {
    const files = edit(soundPackage(), DESCRIPTOR, '"path": "kinds.csv"', '"path": "https://x.org/k.csv"');
    const { report } = readPackage(files, { id: "x" });
    expect(report.warnings.filter(({ file }) => file === DESCRIPTOR)).toMatchObject([
      { code: "remote-table", message: expect.stringMatching(/the file kinds\.csv in the package is$/) },
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
    const given = new Set<string>([...BROKEN.map(({ code }) => code), ...byFolder]);
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
