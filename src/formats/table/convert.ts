/** A table of coded statements to the files of a package, in two readings: the first finds the names, the second writes. */

import { BLANK_RECORDS } from "../../dataset/blank-records.ts";
import { csvLine, MAX_FILE_BYTES } from "../../dataset/csv.ts";
import { makeDescriptor } from "../../dataset/descriptor-write.ts";
import { DESCRIPTOR_FILE, type TableName, tableOf } from "../../dataset/tables.ts";
import { type AnyRecord, tablePieces } from "../../dataset/write.ts";
import type { CheckReport } from "../../model/problem.ts";
import { type Dates, readDates } from "./dates.ts";
import type { TableMapping } from "./mapping.ts";
import { planTable, type TablePlan } from "./plan.ts";
import { TableFindings } from "./problems.ts";
import { readRows, type TableFile } from "./read-rows.ts";
import { type Made, type MadeRecords, makeRecords } from "./records.ts";
import { StatementWriter } from "./statements.ts";
import { type Survey, Surveyor } from "./survey.ts";

export interface TableImport {
  readonly table: TableFile;
  readonly dates: TableFile | null;
  readonly mapping: TableMapping;
  /** Name of the new dataset, for addresses. */
  readonly name: string;
  /** Title of the new dataset, and of its one source where the table has no column for sources. */
  readonly title: string;
  /** Takes the next piece of a file of the package; the pieces of one file come one after the other. */
  write(file: string, text: string): Promise<void>;
  /** Told of rows read: first reading 1, second 2. */
  progress?(reading: 1 | 2, rows: number): void;
}

/**
 * Writes the package; when the report is not ok, what was written is worth nothing. Memory grows with distinct names (and ids,
 * where there is a column of ids), not with rows.
 */
export async function convertTable(input: TableImport): Promise<CheckReport> {
  const findings = new TableFindings();
  const files = [input.table.name, input.dates?.name ?? ""];
  const report = (counts: CheckReport["counts"]): CheckReport => ({
    ok: !findings.bad,
    problems: findings.problems(files),
    warnings: findings.warnings,
    counts,
  });
  const surveyed = await survey(input, findings);
  if (surveyed === null) return report({});
  const { plan } = surveyed;
  const dates = input.dates && (await readDates(input.dates, input.mapping.dates, plan, findings));
  const records = makeRecords(surveyed.survey, dates, input.title);
  const statements = await writeStatements(input, surveyed, records, dates, findings);
  if (findings.bad) return report({});
  await writeRest(input, records, statements.header);
  return report({
    actors: records.actors.length,
    issues: records.issues.length,
    relations: records.relations.length,
    sources: records.sources.length,
    statements: statements.count,
  });
}

interface Surveyed {
  readonly plan: TablePlan;
  readonly survey: Survey;
}

async function survey(input: TableImport, findings: TableFindings): Promise<Surveyed | null> {
  const { table, mapping } = input;
  let plan: TablePlan | null = null;
  let surveyor: Surveyor | null = null;
  await readRows(table, findings, {
    header(cells) {
      plan = planTable(table.name, cells, mapping, findings);
      surveyor = plan && new Surveyor(plan, mapping);
      return surveyor !== null;
    },
    row: (record) => surveyor?.take(record),
    async pause() {
      input.progress?.(1, surveyor?.survey.rows ?? 0);
    },
  });
  const [found, done] = [plan as TablePlan | null, surveyor as Surveyor | null];
  if (found === null || done === null) return null;
  done.finish(table.name, findings);
  return { plan: found, survey: done.survey };
}

async function writeStatements(
  input: TableImport,
  { plan, survey }: Surveyed,
  records: MadeRecords,
  dates: Dates | null,
  findings: TableFindings,
): Promise<StatementWriter> {
  const { table, mapping } = input;
  const { file } = tableOf("statements");
  const writer = new StatementWriter({ file: table.name, plan, mapping, survey, records, dates, findings });
  let length = 0;
  const put = async (text: string): Promise<void> => {
    // Code units are a lower bound of bytes; the writer of files knows the rest.
    length += text.length;
    if (text !== "" && length <= MAX_FILE_BYTES) await input.write(file, text);
  };
  await put(csvLine(writer.header));
  await readRows(table, null, {
    header: () => true,
    row: (record) => writer.take(record),
    async pause() {
      await put(writer.pull());
      input.progress?.(2, writer.count);
    },
  });
  writer.finish();
  await put(writer.pull());
  if (writer.count !== survey.rows)
    findings.add("changed-file", table.name, null, "", `${table.name} changed while it was read`);
  if (length > MAX_FILE_BYTES)
    findings.add(
      "file-too-large",
      table.name,
      null,
      "",
      `its statements take more than ${MAX_FILE_BYTES} bytes`,
    );
  return writer;
}

async function writeRest(input: TableImport, records: MadeRecords, header: readonly string[]): Promise<void> {
  const headers = new Map<string, readonly string[]>();
  const put = async (
    name: Exclude<TableName, "statements" | "kinds">,
    made: readonly Made[],
  ): Promise<void> => {
    const table = tableOf(name);
    if (made.length === 0 && !table.required) return;
    const columns = table.columns.map((column) => column.name);
    headers.set(name, columns);
    const whole = made.map((one) => ({ ...BLANK_RECORDS[name], ...one }) as AnyRecord);
    for (const piece of tablePieces(table, columns, whole)) await input.write(table.file, piece);
  };
  await put("actors", records.actors);
  await put("issues", records.issues);
  await put("relations", records.relations);
  await put("sources", records.sources);
  headers.set("statements", header);
  const metadata = {
    name: input.name,
    title: input.title,
    description: "",
    version: "0.1.0",
    licences: [],
    contributors: [],
    method: methodOf(input),
  };
  await input.write(DESCRIPTOR_FILE, makeDescriptor(metadata, headers));
}

/** How the dataset came about, for its descriptor. */
function methodOf({ table, dates, mapping }: TableImport): string {
  const pairs = (map: ReadonlyMap<string, string>): string =>
    [...map].map(([key, value]) => `${key}=${value}`).join(", ");
  const parts = [`Imported from the table ${table.name}`];
  if (mapping.fields?.size) parts.push(`fields ${pairs(mapping.fields)}`);
  if (mapping.values.size > 0) parts.push(`values ${pairs(mapping.values)}`);
  if (dates) parts.push(`dates from ${dates.name}`);
  return `${parts.join("; ")}.`;
}
