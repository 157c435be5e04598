/** A package's files to a checked dataset: all problems at once, and no dataset when there is one. */

import { assembleDataset, type Dataset, type DatasetTables, type TableForm } from "../model/dataset.ts";
import type { CheckReport, Problem } from "../model/problem.ts";
import { checkCycles, checkReferences, type ReadTables } from "./check-links.ts";
import { checkNames } from "./check-names.ts";
import { checkRecords } from "./check-records.ts";
import { columnarDataset, columnarForm } from "./columns/dataset.ts";
import { readStatements } from "./columns/read-statements.ts";
import { verifyPassages } from "./corpus.ts";
import { checkDescriptor, readDescriptor } from "./descriptor.ts";
import { type ReadTable, readByRow, readTable, tellBlankLines } from "./read-table.ts";
import { Findings, show } from "./report.ts";
import { Sha256 } from "./sha256.ts";
import type { Texts } from "./source.ts";
import { DESCRIPTOR_FILE, TABLES, tableOf } from "./tables.ts";
import { decodeUtf8 } from "./utf8.ts";
import { type Writable, writePieces } from "./write.ts";

/** SHA-256 of bytes that come in pieces. */
export interface Hash {
  update(bytes: Uint8Array): unknown;
  /** In 64 lower-case hexadecimal digits, asked for once. */
  hex(): string;
}

export interface ReadOptions {
  /** The id under which the dataset is served. */
  readonly id: string;
  /** Makes what versions are hashed with: SHA-256, in JavaScript unless something faster is at hand. */
  readonly hash?: () => Hash;
  /** Texts by source id, against which passages are verified too; texts in the package itself always are. */
  readonly documents?: ReadonlyMap<string, string>;
}

export interface ReadPackage {
  readonly report: CheckReport;
  /** Null exactly when the report is not ok. */
  readonly dataset: Dataset | null;
  /** The texts in the package by source id, without those that were given. */
  readonly texts: Texts;
}

const STATEMENTS = tableOf("statements");
const FILE_ORDER = [DESCRIPTOR_FILE, ...TABLES.map((table) => table.file)];
const DOCUMENT = /^documents\/(.+)\.txt$/s;

/** Files of the package by their path in it (`actors.csv`, `documents/a.txt`) to a dataset and the report of its check. */
export function readPackage(files: ReadonlyMap<string, Uint8Array>, options: ReadOptions): ReadPackage {
  const findings = new Findings();
  const descriptor = readDescriptor(files.get(DESCRIPTOR_FILE), findings);
  const others: ReadTables = new Map(
    TABLES.filter((table) => table !== STATEMENTS).map((table) => [
      table.name,
      readTable(table, files.get(table.file), findings),
    ]),
  );
  const file = files.get(STATEMENTS.file);
  const statements = readStatements(file, others, findings);
  // The tables that are checked record by record.
  const tables: ReadTables = statements
    ? others
    : new Map([...others, [STATEMENTS.name, readByRow(STATEMENTS, file, findings)]]);
  if (statements) tellBlankLines(STATEMENTS, statements.blankLines, findings);
  const headers = new Map<string, readonly string[]>(
    [...tables].map(([name, { columns }]) => [name, columns]),
  );
  if (statements) headers.set(STATEMENTS.name, statements.header);
  if (descriptor) checkDescriptor(descriptor, files, headers, findings);
  checkReferences(tables, findings);
  checkCycles(tables, findings);
  checkRecords(tables, findings);
  checkNames(tables, findings);
  const texts = readDocuments(files, tables, findings);

  const forms = new Map<string, TableForm>(
    [...tables.values()].filter(({ present }) => present).map((each) => [each.table.name, formOf(each)]),
  );
  const content = {
    id: options.id,
    version: "",
    metadata: descriptor?.metadata ?? NO_METADATA,
    ...Object.fromEntries([...tables].map(([name, { records }]) => [name, records])),
    form: { tables: forms, descriptor: descriptor?.text ?? "" },
    // The one place where checked records become typed ones: the schema of tables.ts says what each cell became.
  } as unknown as DatasetTables;
  const dataset = statements
    ? columnarDataset(content, statements, statements.store)
    : assembleDataset(content);
  if (statements) forms.set(STATEMENTS.name, columnarForm(dataset, statements));
  const all = new Map([...texts, ...(options.documents ?? [])]);
  if (all.size > 0) {
    const { problems, warnings } = verifyPassages(dataset, all);
    // A span beyond the length in sources.csv was found without the text already.
    const known = new Set(findings.problems.map(cellOf));
    for (const problem of [...problems, ...warnings]) if (!known.has(cellOf(problem))) findings.take(problem);
  }

  const counts = Object.fromEntries(
    TABLES.map(({ name }) => [name, tables.get(name)?.records.length ?? dataset.statements.length]),
  );
  const report = findings.report(counts, FILE_ORDER);
  if (!report.ok) return { report, dataset: null, texts };
  const hash = options.hash?.() ?? new Sha256();
  const asWritten = new Map<string, Uint8Array | undefined>();
  for (const { table, canonical } of tables.values())
    if (canonical) asWritten.set(table.file, files.get(table.file));
  if (statements?.canonical) asWritten.set(STATEMENTS.file, file);
  const version = versionOf(dataset, hash, asWritten);
  return { report, dataset: { ...dataset, version }, texts };
}

const NO_METADATA = {
  name: "",
  title: "",
  description: "",
  version: "",
  licences: [],
  contributors: [],
  method: "",
} as const;

/** What is wrong at which cell. */
const cellOf = ({ file, row, column, code }: Problem): string => JSON.stringify([file, row, column, code]);

const formOf = ({ columns, blank, rowById }: ReadTable): TableForm => ({ columns, blank, rows: rowById });

function readDocuments(
  files: ReadonlyMap<string, Uint8Array>,
  tables: ReadTables,
  findings: Findings,
): Map<string, string> {
  const texts = new Map<string, string>();
  const sources = tables.get("sources");
  for (const [file, bytes] of files) {
    const id = DOCUMENT.exec(file)?.[1];
    if (id === undefined) continue;
    const decoded = decodeUtf8(bytes);
    if (decoded.fault !== null) {
      findings.add("bad-encoding", { file, row: decoded.line }, `${file} ${decoded.fault}`);
    } else if (sources?.complete === true && !sources.rowById.has(id)) {
      findings.add("unknown-document", { file }, `${show(id)} is no id of sources.csv`);
    } else {
      texts.set(id, decoded.text);
    }
  }
  return texts;
}

/**
 * SHA-256 over the canonical content: names and bytes of the files as they would be written, so that line ends and needless
 * quotes make no difference. `asWritten` are the files that would be written as they are.
 */
function versionOf(
  content: Writable,
  hash: Hash,
  asWritten: ReadonlyMap<string, Uint8Array | undefined>,
): string {
  const encoder = new TextEncoder();
  for (const [name, pieces] of writePieces(content)) {
    // No text holds a NUL, so a name cannot pass for the content before it.
    hash.update(encoder.encode(`\0${name}\0`));
    const bytes = asWritten.get(name);
    if (bytes) hash.update(bytes);
    else for (const piece of pieces) hash.update(encoder.encode(piece));
  }
  return hash.hex();
}
