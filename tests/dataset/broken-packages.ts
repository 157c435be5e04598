/** Ways to break the sound package: one or more for each problem code, with the place where it must be reported. */

import { createHash } from "node:crypto";
import type { ProblemCode } from "../../src/dataset/problem-codes.ts";
import { append, bytes, edit, type Files, setCell, TEXT, text } from "./package-fixture.ts";

const ACTORS = "actors.csv";
const ISSUES = "issues.csv";
const RELATIONS = "relations.csv";
const KINDS = "kinds.csv";
const SOURCES = "sources.csv";
const STATEMENTS = "statements.csv";
const DESCRIPTOR = "datapackage.json";

type Spoil = (files: Files) => unknown;

/** `row` is the line of the file; a column of null is not compared. `documents` are the texts of the check. */
export interface Broken {
  readonly code: ProblemCode;
  readonly name: string;
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly spoil: Spoil;
  readonly documents: ReadonlyMap<string, string>;
}

function broken(
  code: ProblemCode,
  name: string,
  file: string,
  row: number | null,
  column: string | null,
  spoil: Spoil,
  documents: ReadonlyMap<string, string> = new Map(),
): Broken {
  return { code, name, file, row, column, spoil, documents };
}

const cell = (file: string, id: string, column: string, value: string) => (files: Files) =>
  setCell(files, file, id, column, value);
const statement = (column: string, value: string) => cell(STATEMENTS, "st3", column, value);
const line = (file: string, row: string) => (files: Files) => append(files, file, row);
const replace = (file: string, from: string, to: string) => (files: Files) => edit(files, file, from, to);
const content = (file: string, data: Uint8Array) => (files: Files) => files.set(file, data);
const without = (file: string) => (files: Files) => files.delete(file);
const recode =
  (file: string, encoding: "utf16le" | "latin1", before: string, after: string) => (files: Files) =>
    files.set(file, Buffer.from(before + text(files.get(file)) + after, encoding));
const both = (first: Spoil, second: Spoil) => (files: Files) => [first(files), second(files)];
const nothing: Spoil = () => undefined;
const descriptor = (members: Record<string, unknown>) => (files: Files) => {
  const value = { ...JSON.parse(text(files.get(DESCRIPTOR))), ...members };
  files.set(DESCRIPTOR, bytes(`${JSON.stringify(value, null, 2)}\n`));
};

/** Lets st1 stand for other words of the text. */
const span = (words: string) => (files: Files) => {
  const start = TEXT.indexOf(words);
  setCell(files, STATEMENTS, "st1", "start", String(start));
  setCell(files, STATEMENTS, "st1", "end", String(start + words.length));
  setCell(files, STATEMENTS, "st1", "passage_sha256", createHash("sha256").update(words).digest("hex"));
  setCell(files, STATEMENTS, "st1", "paragraph", "");
};

const given = (text1: string): ReadonlyMap<string, string> => new Map([["s1", text1]]);
const NOW = given(TEXT);
const OTHER = TEXT.replace("no", "on");

export const BROKEN: readonly Broken[] = [
  broken("missing-file", "required table", ACTORS, null, null, without(ACTORS)),
  broken("missing-file", "descriptor", DESCRIPTOR, null, null, without(DESCRIPTOR)),
  broken("missing-file", "listed", KINDS, null, null, without(KINDS)),
  broken("empty-file", "0 bytes", ISSUES, null, null, content(ISSUES, bytes(""))),
  broken("empty-file", "blank header", ISSUES, 1, null, content(ISSUES, bytes("\n"))),
  broken("empty-file", "descriptor", DESCRIPTOR, null, null, content(DESCRIPTOR, bytes(""))),
  broken(
    "file-too-large",
    "beyond the limit",
    ISSUES,
    null,
    null,
    content(ISSUES, { length: 268_435_457 } as Uint8Array),
  ),
  broken("bad-encoding", "Latin-1", ACTORS, 5, null, recode(ACTORS, "latin1", "", "x,Z\u00fcrich,,,,,,,\n")),
  broken("bad-encoding", "UTF-16", ISSUES, 1, null, recode(ISSUES, "utf16le", "\ufeff", "")),
  broken("bad-encoding", "UTF-16 without a mark", ISSUES, 1, null, recode(ISSUES, "utf16le", "", "")),
  broken(
    "bad-encoding",
    "text",
    "documents/s2.txt",
    2,
    null,
    content("documents/s2.txt", Uint8Array.of(10, 255)),
  ),
  broken(
    "bad-descriptor",
    "broken JSON",
    DESCRIPTOR,
    3,
    null,
    content(DESCRIPTOR, bytes('{\n  "name": "x",\n}\n')),
  ),
  broken("bad-descriptor", "no JSON object", DESCRIPTOR, null, null, content(DESCRIPTOR, bytes("[]\n"))),
  broken("bad-descriptor", "wrong shape", DESCRIPTOR, null, "title", descriptor({ title: 3 })),
  broken("bad-descriptor", "no resources", DESCRIPTOR, null, "resources", descriptor({ resources: [] })),
  broken("unsafe-path", "dots", DESCRIPTOR, null, null, replace(DESCRIPTOR, '"kinds.csv"', '"../kinds.csv"')),
  broken(
    "remote-table",
    "a web address for a table",
    DESCRIPTOR,
    null,
    "resources.0.path",
    replace(DESCRIPTOR, '"path": "actors.csv"', '"path": "HTTP://example.org/data/actors.csv?raw=1"'),
  ),
  broken(
    "unsafe-path",
    "an address of a file",
    DESCRIPTOR,
    null,
    "resources.0.path",
    replace(DESCRIPTOR, '"path": "actors.csv"', '"path": "file:///etc/actors.csv"'),
  ),
  broken(
    "unlisted-table",
    "not in resources",
    DESCRIPTOR,
    null,
    null,
    replace(DESCRIPTOR, '"kinds.csv"', '"kinds.tsv"'),
  ),
  broken(
    "schema-differs",
    "further column",
    DESCRIPTOR,
    null,
    "statements",
    replace(STATEMENTS, ",mood\n", ",temper\n"),
  ),
  broken(
    "odd-dataset-name",
    "blank in name",
    DESCRIPTOR,
    null,
    null,
    replace(DESCRIPTOR, '"sound"', '"Sound One"'),
  ),
  broken(
    "unclosed-quote",
    "in the midst",
    ISSUES,
    4,
    "short_label",
    both(replace(ISSUES, "Force,", '"Force,'), line(ISSUES, "other,Other,,,,")),
  ),
  broken("stray-quote", "inside", ISSUES, 4, "label", replace(ISSUES, "A force", 'A "force"')),
  broken(
    "stray-quote",
    "text after",
    ISSUES,
    4,
    "label",
    replace(ISSUES, "A force is sent", '"A force" is sent'),
  ),
  broken("nul-character", "in a label", ISSUES, 4, "label", replace(ISSUES, "A force", "A\u0000force")),
  broken(
    "cell-too-large",
    "megabytes",
    ISSUES,
    4,
    "label",
    replace(ISSUES, "A force", "f".repeat(3_000_000)),
  ),
  broken("ragged-row", "short", ISSUES, 5, null, line(ISSUES, "other,Other")),
  broken("ragged-row", "long", ISSUES, 5, null, line(ISSUES, "other,Other,,,,,,")),
  broken("blank-line", "at the end", ISSUES, 5, null, line(ISSUES, "")),
  broken("missing-column", "label", ISSUES, 1, "label", replace(ISSUES, "label", "name")),
  broken("duplicate-column", "twice", ISSUES, 1, "label", replace(ISSUES, "short_label", "label")),
  broken(
    "duplicate-column",
    "with and without x:",
    ISSUES,
    1,
    "x:a",
    both(replace(ISSUES, "short_label", "a"), replace(ISSUES, "description", "x:a")),
  ),
  broken("unnamed-column", "empty", ISSUES, 1, null, replace(ISSUES, "short_label", "")),
  broken("private-column", "quote", STATEMENTS, 1, "quote", replace(STATEMENTS, ",mood", ",quote")),
  broken("missing-value", "label", ISSUES, 3, "label", cell(ISSUES, "plan", "label", " ")),
  broken("missing-value", "source", STATEMENTS, 4, "source", statement("source", "")),
  broken("bad-id", "colon", ISSUES, 5, "id", line(ISSUES, "a:b,Other,,,,")),
  broken("bad-id", "too long", ISSUES, 5, "id", line(ISSUES, `${"i".repeat(201)},Other,,,,`)),
  broken("reserved-id", "structure:", STATEMENTS, 5, "id", replace(STATEMENTS, "st4", "structure:a")),
  broken("duplicate-id", "actor", ACTORS, 5, "id", line(ACTORS, "egypt,Another,,,,,,,")),
  broken("bad-number", "words", STATEMENTS, 4, "intensity", statement("intensity", "two")),
  broken("bad-number", "fraction", STATEMENTS, 4, "paragraph", statement("paragraph", "1.5")),
  broken("bad-number", "hexadecimal", STATEMENTS, 4, "confidence", statement("confidence", "0x1")),
  broken("number-out-of-range", "confidence", STATEMENTS, 4, "confidence", statement("confidence", "1.01")),
  broken("number-out-of-range", "intensity", STATEMENTS, 4, "intensity", statement("intensity", "4")),
  broken("number-out-of-range", "paragraph", STATEMENTS, 4, "paragraph", statement("paragraph", "0")),
  broken("number-out-of-range", "negative", STATEMENTS, 4, "confidence", statement("confidence", "-1")),
  broken("bad-boolean", "yes", STATEMENTS, 4, "off_topic", statement("off_topic", "yes")),
  broken("bad-word", "voice", STATEMENTS, 4, "voice", statement("voice", "loud")),
  broken("bad-word", "prototype", STATEMENTS, 4, "modality", statement("modality", "constructor")),
  broken(
    "bad-word",
    "relation polarity",
    RELATIONS,
    2,
    "polarity",
    cell(RELATIONS, "backs", "polarity", "support"),
  ),
  broken("bad-word", "role", ACTORS, 2, "role", cell(ACTORS, "egypt", "role", "source")),
  broken("bad-date", "no such day", STATEMENTS, 4, "date", statement("date", "2025-02-30")),
  broken("bad-date", "other form", SOURCES, 3, "date_latest", cell(SOURCES, "s2", "date_latest", "1/2/2025")),
  broken(
    "date-precision-differs",
    "month for a day",
    STATEMENTS,
    2,
    "date_precision",
    cell(STATEMENTS, "st1", "date_precision", "month"),
  ),
  broken(
    "date-precision-differs",
    "without date",
    STATEMENTS,
    4,
    "date_precision",
    statement("date_precision", "day"),
  ),
  broken(
    "bad-date-bounds",
    "swapped",
    SOURCES,
    2,
    "date_latest",
    cell(SOURCES, "s1", "date_latest", "2025-09"),
  ),
  broken("bad-hash", "short", STATEMENTS, 4, "passage_sha256", statement("passage_sha256", "abc")),
  broken("bad-list", "empty item", ACTORS, 2, "aliases", cell(ACTORS, "egypt", "aliases", "Cairo;;Egipto")),
  broken("unknown-id", "actor", STATEMENTS, 4, "actor", statement("actor", "nobody")),
  broken("unknown-id", "prototype", STATEMENTS, 4, "issue", statement("issue", "__proto__")),
  broken("unknown-id", "kind", ACTORS, 2, "kind", cell(ACTORS, "egypt", "kind", "toString")),
  broken("unknown-id", "group", ACTORS, 2, "groups", cell(ACTORS, "egypt", "groups", "arab-states;nobody")),
  broken(
    "unknown-id",
    "condition",
    STATEMENTS,
    2,
    "condition_issues",
    cell(STATEMENTS, "st1", "condition_issues", "not:nothing"),
  ),
  broken("unknown-id", "repeat", STATEMENTS, 4, "repeat_of", statement("repeat_of", "st9")),
  broken("unknown-id", "relation without relations.csv", STATEMENTS, 3, "relation", without(RELATIONS)),
  broken("self-reference", "member_of", ACTORS, 2, "member_of", cell(ACTORS, "egypt", "member_of", "egypt")),
  broken("self-reference", "repeat", STATEMENTS, 4, "repeat_of", statement("repeat_of", "st3")),
  broken("cycle", "speaks_for and member_of", ACTORS, 3, null, cell(ACTORS, "egypt", "member_of", "envoy")),
  broken("cycle", "parent", ISSUES, 4, "parent", cell(ISSUES, "heading", "parent", "force")),
  broken("name-clash", "alias", ACTORS, 4, "aliases", cell(ACTORS, "arab-states", "aliases", "CAÍRO")),
  broken(
    "name-clash",
    "actor and issue",
    ISSUES,
    3,
    "short_label",
    cell(ISSUES, "plan", "short_label", "envoy"),
  ),
  broken("no-target", "none", STATEMENTS, 4, "issue", statement("issue", "")),
  broken(
    "two-targets",
    "both",
    STATEMENTS,
    4,
    "relation",
    both(cell(STATEMENTS, "st3", "relation", "meets"), cell(STATEMENTS, "st3", "target", "envoy")),
  ),
  broken("incomplete-target", "no target", STATEMENTS, 3, "target", cell(STATEMENTS, "st2", "target", "")),
  broken(
    "incomplete-target",
    "no relation",
    STATEMENTS,
    3,
    "relation",
    cell(STATEMENTS, "st2", "relation", ""),
  ),
  broken("missing-polarity", "with an issue", STATEMENTS, 4, "polarity", statement("polarity", "")),
  broken(
    "polarity-disagrees",
    "with the relation",
    STATEMENTS,
    3,
    "polarity",
    cell(STATEMENTS, "st2", "polarity", "oppose"),
  ),
  broken("container-issue", "target", STATEMENTS, 4, "issue", statement("issue", "heading")),
  broken("condition-on-neutral", "issue", STATEMENTS, 4, "condition", statement("condition", "if asked")),
  broken(
    "condition-on-neutral",
    "relation",
    STATEMENTS,
    3,
    null,
    both(cell(STATEMENTS, "st2", "relation", "meets"), cell(STATEMENTS, "st2", "condition", "if")),
  ),
  broken(
    "condition-without-words",
    "issues only",
    STATEMENTS,
    4,
    "condition_issues",
    statement("condition_issues", "plan"),
  ),
  broken(
    "repeat-of-repeat",
    "chain",
    STATEMENTS,
    6,
    "repeat_of",
    line(STATEMENTS, "st5,s1,egypt,,,,,,,,,oppose,plan,,,,,,,,,,,st4,,,,"),
  ),
  broken(
    "repeat-differs",
    "polarity",
    STATEMENTS,
    5,
    "repeat_of",
    cell(STATEMENTS, "st4", "polarity", "support"),
  ),
  broken(
    "repeat-differs",
    "target",
    STATEMENTS,
    6,
    "repeat_of",
    line(STATEMENTS, "st5,s1,envoy,,,,,,,,,,,backs,arab-states,,,,,,,,,st2,,,,"),
  ),
  broken(
    "bad-span",
    "empty",
    STATEMENTS,
    4,
    "end",
    both(cell(STATEMENTS, "st3", "start", "5"), cell(STATEMENTS, "st3", "end", "5")),
  ),
  broken("incomplete-span", "no end", STATEMENTS, 4, "end", statement("start", "5")),
  broken("incomplete-span", "no start", STATEMENTS, 4, "start", statement("end", "5")),
  broken("odd-url", "script", SOURCES, 3, "url", cell(SOURCES, "s2", "url", "javascript:alert(1)")),
  broken(
    "unknown-document",
    "no source",
    "documents/s9.txt",
    null,
    null,
    content("documents/s9.txt", bytes("x")),
  ),
  broken(
    "passage-out-of-range",
    "by the length",
    STATEMENTS,
    2,
    "end",
    cell(STATEMENTS, "st1", "end", "999"),
  ),
  broken("passage-out-of-range", "by the text", STATEMENTS, 2, "end", nothing, given("short")),
  broken(
    "passage-stale",
    "other words",
    STATEMENTS,
    2,
    "passage_sha256",
    nothing,
    given(TEXT.replace("says", "said")),
  ),
  broken(
    "passage-stale",
    "text in the package",
    STATEMENTS,
    2,
    null,
    content("documents/s1.txt", bytes(OTHER)),
  ),
  broken("passage-moved", "quotes", STATEMENTS, 2, null, nothing, given(TEXT.replace(/[“”]/g, '"'))),
  broken(
    "wrong-paragraph",
    "counted wrong",
    STATEMENTS,
    2,
    "paragraph",
    cell(STATEMENTS, "st1", "paragraph", "3"),
    NOW,
  ),
  broken("ragged-passage", "blank at the end", STATEMENTS, 2, null, span("envoy "), NOW),
  broken("ragged-passage", "two paragraphs", STATEMENTS, 2, null, span("now.\nEgypt"), NOW),
  broken("missing-text", "of s1", SOURCES, 2, null, nothing, new Map([["s2", "x"]])),
  broken("text-differs", "longer", SOURCES, 2, "sha256", nothing, given(`${TEXT}More.\n`)),
  broken("wrong-text", "with a stale passage", SOURCES, 2, null, nothing, given(OTHER)),
];
