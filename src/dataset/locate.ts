/**
 * Turns the private column `quote` of statements.csv into locators. All or nothing: when one quote cannot be placed, no file is
 * changed and all such rows are listed, so that no quote is lost and no package is half done.
 */

import type { Problem } from "../model/problem.ts";
import { csvLine, parseCsv } from "./csv.ts";
import { locateInDescriptor } from "./descriptor-write.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { readPackage } from "./read.ts";
import { Findings, listed, show } from "./report.ts";
import { sha256Hex } from "./sha256.ts";
import { DESCRIPTOR_FILE, PRIVATE_COLUMN, tableOf } from "./tables.ts";
import { type Folded, foldText } from "./typography.ts";
import { decodeUtf8 } from "./utf8.ts";
import { writePackage } from "./write.ts";

export interface Located {
  /** The changed files (statements.csv, and the descriptor when its schema changes); null when anything is wrong. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
  readonly problems: readonly Problem[];
  /** How many rows have a quote that was placed; with problems, how many would be. */
  readonly located: number;
}

const TABLE = tableOf("statements");
const FILLED = ["start", "end", "passage_sha256", "paragraph"] as const;

/**
 * Places every quote of statements.csv in the text of its row's source. A quote is looked for as it stands, then without regard
 * to blanks and quotation marks, always within one paragraph; if it is there several times, a filled `paragraph` decides.
 * `texts` are by source id. Quotes never stand in messages. statements.csv is written canonically when the whole package is then
 * without problems; else each row stays as it is but for its locator, so that what cannot be read yet is not lost.
 */
export function locate(files: ReadonlyMap<string, Uint8Array>, texts: ReadonlyMap<string, string>): Located {
  const findings = new Findings();
  const rows = readRows(files.get(TABLE.file), findings);
  if (rows === null) return { files: null, problems: findings.problems, located: 0 };
  const { header, body } = rows;
  const placeOf = (name: string): number => header.indexOf(name);
  const quoteAt = placeOf(PRIVATE_COLUMN);
  if (quoteAt < 0) {
    const message = `${TABLE.file} has no column ${PRIVATE_COLUMN}, so there is nothing to locate`;
    findings.add("missing-column", { file: TABLE.file, row: 1, column: PRIVATE_COLUMN }, message);
    return { files: null, problems: findings.problems, located: 0 };
  }
  const columns = columnsAfter(header);
  const finder = new QuoteFinder(texts);
  let located = 0;
  const lines = [csvLine(columns)];
  for (const { line, cells } of body) {
    const filled = new Map<string, string>();
    const quote = (cells[quoteAt] ?? "").trim();
    if (quote !== "") {
      const found = finder.find(quote, cells[placeOf("source")] ?? "", cells[placeOf("paragraph")] ?? "");
      if (typeof found === "string") {
        const place = { file: TABLE.file, row: line, column: PRIVATE_COLUMN };
        findings.add(found, place, finder.reason);
      } else {
        located++;
        filled.set("start", String(found.start)).set("end", String(found.end));
        filled.set("passage_sha256", found.sha256).set("paragraph", String(found.paragraph));
      }
    }
    lines.push(csvLine(columns.map((name) => filled.get(name) ?? cells[placeOf(name)] ?? "")));
  }
  if (findings.problems.length > 0) return { files: null, problems: findings.problems, located };
  const encoder = new TextEncoder();
  const changed = new Map<string, Uint8Array>([[TABLE.file, encoder.encode(lines.join(""))]]);
  const descriptor = locateInDescriptor(files.get(DESCRIPTOR_FILE), columns);
  if (descriptor !== null) changed.set(DESCRIPTOR_FILE, encoder.encode(descriptor));
  const canonical = canonicalStatements(new Map([...files, ...changed]));
  if (canonical !== null) changed.set(TABLE.file, canonical);
  return { files: changed, problems: [], located };
}

/** statements.csv as the package writer has it, or null when the package has problems. */
function canonicalStatements(files: ReadonlyMap<string, Uint8Array>): Uint8Array | null {
  const { dataset } = readPackage(files, { id: "" });
  return (dataset && writePackage(dataset).get(TABLE.file)) ?? null;
}

type Rows = { readonly header: readonly string[]; readonly body: ReturnType<typeof parseCsv>["records"] };

function readRows(bytes: Uint8Array | undefined, findings: Findings): Rows | null {
  const { file } = TABLE;
  if (bytes === undefined || bytes.length === 0) {
    findings.add(
      bytes === undefined ? "missing-file" : "empty-file",
      { file },
      `${file} is missing or empty`,
    );
    return null;
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.fault !== null) {
    findings.add("bad-encoding", { file, row: decoded.line }, `${file} ${decoded.fault}`);
    return null;
  }
  const { records, faults } = parseCsv(decoded.text);
  const header = records[0]?.cells ?? [];
  for (const fault of faults) {
    findings.add(fault.code, { file, row: fault.line, column: header[fault.cell] ?? "" }, fault.message);
  }
  const body = records.slice(1).filter(({ cells }) => cells.length > 1 || cells[0] !== "");
  for (const { line, cells } of body) {
    if (cells.length === header.length) continue;
    const message = `line ${line} of ${file} has ${cells.length} cells, the header has ${header.length}`;
    findings.add("ragged-row", { file, row: line }, message);
  }
  const doubled = header.filter((name, at) => header.indexOf(name) !== at);
  for (const column of doubled) {
    findings.add(
      "duplicate-column",
      { file, row: 1, column },
      `column ${show(column)} occurs twice in ${file}`,
    );
  }
  if (!header.includes("source") && findings.problems.length === 0) {
    findings.add("missing-column", { file, row: 1, column: "source" }, `${file} has no column source`);
  }
  return findings.problems.length > 0 ? null : { header, body };
}

/** The header without the private column and with the filled ones: known columns in the schema's order, further ones after. */
function columnsAfter(header: readonly string[]): readonly string[] {
  const names = new Set([...header, ...FILLED]);
  names.delete(PRIVATE_COLUMN);
  const known = TABLE.columns.map((column) => column.name).filter((name) => names.delete(name));
  return [...known, ...names];
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly sha256: string;
}

interface Line extends Paragraph {
  readonly text: string;
  readonly folded: Folded;
}

type FinderFault = "quote-not-found" | "quote-ambiguous" | "quote-without-text";

/** Looks quotes up in texts, whose paragraphs are prepared once. */
class QuoteFinder {
  /** Why the last quote was not placed. */
  reason = "";
  private readonly texts: ReadonlyMap<string, string>;
  private readonly prepared = new Map<string, readonly Line[]>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.texts = texts;
  }

  find(quote: string, source: string, paragraph: string): Found | FinderFault {
    const lines = this.linesOf(source);
    if (lines === null) {
      this.reason = `there is no text of source ${show(source)}`;
      return "quote-without-text";
    }
    const wanted = /^\d+(?:\.0+)?$/.test(paragraph) ? Number(paragraph) : null;
    const found = exactly(lines, quote);
    const all = found.length > 0 ? found : loosely(lines, quote);
    const places =
      wanted === null || all.length < 2 ? all : all.filter((place) => place.paragraph === wanted);
    const [only] = places;
    if (only !== undefined && places.length === 1) return only;
    if (all.length === 0) {
      this.reason = `no paragraph of ${show(source)} has these words`;
      return "quote-not-found";
    }
    const where = listed([...new Set(all.map((place) => String(place.paragraph)))], 10);
    const hint = wanted === null ? "" : `, and paragraph ${wanted} does not decide`;
    this.reason = `${show(source)} has these words ${all.length} times, in paragraph ${where}${hint}`;
    return "quote-ambiguous";
  }

  private linesOf(source: string): readonly Line[] | null {
    const known = this.prepared.get(source);
    if (known) return known;
    const text = this.texts.get(source)?.replace(/^\ufeff/, "");
    if (text === undefined) return null;
    const lines = paragraphsOf(text).map((paragraph) => {
      const line = text.slice(paragraph.start, paragraph.end);
      return { ...paragraph, text: line, folded: foldText(line) };
    });
    this.prepared.set(source, lines);
    return lines;
  }
}

const foundAt = (line: Line, from: number, to: number): Found => ({
  start: line.start + from,
  end: line.start + to,
  paragraph: line.index,
  sha256: sha256Hex(line.text.slice(from, to)),
});

function exactly(lines: readonly Line[], quote: string): Found[] {
  return lines.flatMap((line) =>
    occurrences(line.text, quote).map((at) => foundAt(line, at, at + quote.length)),
  );
}

function loosely(lines: readonly Line[], quote: string): Found[] {
  const words = foldText(quote).text;
  return lines.flatMap((line) =>
    occurrences(line.folded.text, words).map((at) => {
      const first = line.folded.offsets[at] ?? 0;
      const last = line.folded.offsets[at + words.length - 1] ?? 0;
      return foundAt(line, first, last + 1);
    }),
  );
}

/** Where a text holds another, overlaps included. */
function occurrences(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
