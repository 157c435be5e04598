/** The rules of `check-links.ts` and `check-records.ts` for statements in columns: whether all hold, and what is to be warned of. */

import type { Issue, Source } from "../../model/dataset.ts";
import type { StatementColumn } from "../../model/statement-columns.ts";
import type { ReadTables } from "../check-links.ts";
import type { RawRecord } from "../read-rows.ts";
import type { ReadTable } from "../read-table.ts";
import { type Findings, show } from "../report.ts";
import type { TableName } from "../tables.ts";
import { ByteDictionary } from "./byte-dictionary.ts";
import { type CellColumn, STATEMENTS } from "./cells.ts";
import type { ColumnStore } from "./store.ts";

const REFERENCES = [
  ["source", "sources"],
  ["actor", "actors"],
  ["speaker", "actors"],
  ["attributedTo", "actors"],
  ["issue", "issues"],
  ["relation", "relations"],
  ["target", "actors"],
] as const satisfies readonly (readonly [string, TableName])[];

/** False where there is a problem; warnings go to `findings` in any case. */
export function checkStatements(
  store: ColumnStore,
  others: ReadTables,
  lineOf: (row: number) => number,
  findings: Findings,
): boolean {
  return (
    REFERENCES.every(([property, table]) => leadSomewhere(store, property, others.get(table))) &&
    checkTargets(store, others, lineOf, findings) &&
    checkConditions(store, others, lineOf, findings) &&
    checkSpans(store, others) &&
    checkPrecisions(store) &&
    checkRepeats(store)
  );
}

/** Something about each distinct value, by code. */
const table = <Value>({ size, value }: StatementColumn<Value>, of: (value: Value) => number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, code) => of(value(code)));

/** Whether all cells of a column are ids of a table. To which records they lead is kept. */
function leadSomewhere(
  store: ColumnStore,
  property: (typeof REFERENCES)[number][0],
  table: ReadTable | undefined,
): boolean {
  const column = store.column(property);
  const origins = store.cellsOf(property)?.origins;
  if (table === undefined || origins === undefined) {
    for (let code = 1; code < column.size; code++)
      if (!table?.rowById.has(column.value(code) ?? "")) return false;
    return true;
  }
  if (origins.some((origin) => origin > table.records.length)) return false;
  store.lead(
    property,
    table.records,
    origins.map((origin) => origin - 1),
  );
  return true;
}

/** Records by id; of doubled ids the first. */
function recordsOf<R>(others: ReadTables, name: TableName): ReadonlyMap<string, R> {
  const map = new Map<string, R>();
  for (const record of others.get(name)?.records ?? ([] as readonly RawRecord[]))
    if (!map.has(record.id)) map.set(record.id, record as unknown as R);
  return map;
}

/** Either an issue and a polarity, or a relation and a target. */
function checkTargets(
  store: ColumnStore,
  others: ReadTables,
  lineOf: (row: number) => number,
  findings: Findings,
): boolean {
  const issues = recordsOf<Issue>(others, "issues");
  const issue = store.column("issue");
  const { codes: relation } = store.column("relation");
  const { codes: target } = store.column("target");
  const { codes: polarity } = store.column("polarity");
  const container = table(issue, (id) => (id !== null && issues.get(id)?.container === true ? 1 : 0));
  for (let row = 0; row < store.count; row++) {
    const code = issue.codes[row] as number;
    const [relationCode, targetCode] = [relation[row] as number, target[row] as number];
    if (code === 0) {
      if (relationCode === 0 || targetCode === 0) return false;
      continue;
    }
    if (relationCode !== 0 || targetCode !== 0 || polarity[row] === 0) return false;
    if (container[code]) {
      const place = { file: STATEMENTS.file, row: lineOf(row), column: "issue" };
      const message = `${show(issue.value(code) ?? "")} is a heading; no position is taken on it`;
      findings.add("container-issue", place, message);
    }
  }
  return true;
}

function checkConditions(
  store: ColumnStore,
  others: ReadTables,
  lineOf: (row: number) => number,
  findings: Findings,
): boolean {
  const condition = store.column("condition");
  const conditionIssues = store.column("conditionIssues");
  if (condition.size === 1 && conditionIssues.size === 1) return true;
  const issues = recordsOf<Issue>(others, "issues");
  const rows = others.get("issues")?.rowById;
  for (let code = 1; code < conditionIssues.size; code++)
    if (!conditionIssues.value(code).every((named) => rows?.has(named.issue))) return false;
  const polarity = store.column("polarity");
  const neutral = table(polarity, (value) => (value === "neutral" ? 1 : 0));
  const worded = table(condition, (words) => (words.trim() === "" ? 0 : 1));
  const headed = table(conditionIssues, (all) => (all.some(({ issue }) => isHeading(issues, issue)) ? 1 : 0));
  for (let row = 0; row < store.count; row++) {
    const words = worded[condition.codes[row] as number];
    const code = conditionIssues.codes[row] as number;
    if (words ? neutral[polarity.codes[row] as number] : code !== 0) return false;
    if (!headed[code]) continue;
    const place = { file: STATEMENTS.file, row: lineOf(row), column: "condition_issues" };
    for (const { issue } of conditionIssues.value(code))
      if (isHeading(issues, issue))
        findings.add("container-issue", place, `${show(issue)} is a heading; nothing can depend on it`);
  }
  return true;
}

const isHeading = (issues: ReadonlyMap<string, Issue>, id: string): boolean =>
  issues.get(id)?.container === true;

function checkSpans(store: ColumnStore, others: ReadTables): boolean {
  const [start, end, hash] = [store.column("start"), store.column("end"), store.column("passageSha256")];
  if (start.size === 1 && end.size === 1 && hash.size === 1) return true;
  const sources = recordsOf<Source>(others, "sources");
  const source = store.column("source");
  for (let row = 0; row < store.count; row++) {
    const from = start.value(start.codes[row] as number);
    const to = end.value(end.codes[row] as number);
    if (from === null || to === null) {
      if (from !== to || hash.codes[row] !== 0) return false;
      continue;
    }
    const length = sources.get(source.value(source.codes[row] as number))?.length ?? null;
    if (from >= to || (length !== null && to > length)) return false;
  }
  return true;
}

/** Length of a date of each precision. */
const PRECISE: Readonly<Record<string, number>> = { "": 0, year: 4, month: 7, day: 10 };

function checkPrecisions(store: ColumnStore): boolean {
  const [date, precision] = [store.column("date"), store.column("datePrecision")];
  if (precision.size === 1) return true;
  const lengths = table(date, ({ length }) => length);
  const wanted = table(precision, (word) => PRECISE[word] ?? 0);
  for (let row = 0; row < store.count; row++) {
    const length = wanted[precision.codes[row] as number];
    if (length !== 0 && lengths[date.codes[row] as number] !== length) return false;
  }
  return true;
}

/** A repeat names another statement of the same content, which is no repeat itself. */
function checkRepeats(store: ColumnStore): boolean {
  const repeatOf = store.column("repeatOf");
  if (repeatOf.size === 1) return true;
  const encoder = new TextEncoder();
  const ids = ByteDictionary.of(store.cells.columns.find(({ name }) => name === "id") as CellColumn);
  const original = Int32Array.from({ length: repeatOf.size }, (_, code) =>
    code === 0 ? -1 : ids.find(encoder.encode(repeatOf.value(code) ?? "")) - 1,
  );
  const same = (["source", "actor", "issue", "relation", "target", "polarity"] as const).map(
    (property) => store.column(property).codes,
  );
  for (let row = 0; row < store.count; row++) {
    const code = repeatOf.codes[row] as number;
    if (code === 0) continue;
    const first = original[code] as number;
    if (first < 0 || first === row || repeatOf.codes[first] !== 0) return false;
    if (same.some((codes) => codes[first] !== codes[row])) return false;
  }
  return true;
}
