/** Rules that hold within a record or between a statement and its original: targets, conditions, spans, dates, repeats. */

import type { Issue, Relation, Source, Statement } from "../model/dataset.ts";
import { parseDate } from "../model/date.ts";
import { RELATION_POLARITY } from "../model/vocabulary.ts";
import type { ReadTables } from "./check-links.ts";
import type { ProblemCode } from "./problem-codes.ts";
import type { RawRecord } from "./read-rows.ts";
import type { ReadTable } from "./read-table.ts";
import { type Findings, show } from "./report.ts";

type Tell = (code: ProblemCode, column: string, message: string) => void;

/** Gives each statement with a relation the relation's polarity, then checks sources and statements. */
export function checkRecords(tables: ReadTables, findings: Findings): void {
  const sources = recordsOf<Source>(tables.get("sources"));
  const issues = recordsOf<Issue>(tables.get("issues"));
  const relations = recordsOf<Relation>(tables.get("relations"));
  const read = tables.get("statements");
  forEach(tables.get("sources"), findings, (record, bad, tell) => {
    const source = record as unknown as Source;
    checkDate(source, bad, tell);
    checkBounds(source, bad, tell);
    if (source.url !== "" && !/^https?:\/\//i.test(source.url)) {
      tell("odd-url", "url", `url ${show(source.url)} is no address of the web`);
    }
  });
  forEach(read, findings, (record, bad, tell) => {
    const statement = record as unknown as Statement;
    checkTarget(record, bad, issues, relations, tell);
    checkCondition(statement, bad, issues, tell);
    checkSpan(statement, bad, sources.get(statement.source), tell);
    checkDate(statement, bad, tell);
  });
  if (!read?.records.some((record) => record["repeatOf"] !== null)) return;
  const statements = recordsOf<Statement>(read);
  forEach(read, findings, (record, bad, tell) => {
    checkRepeat(record as unknown as Statement, bad, statements, tell);
  });
}

/** Records by id; of doubled ids the first. */
function recordsOf<R>(read: ReadTable | undefined): ReadonlyMap<string, R> {
  const map = new Map<string, R>();
  for (const record of read?.records ?? [])
    if (!map.has(record.id)) map.set(record.id, record as unknown as R);
  return map;
}

type Bad = (...columns: string[]) => boolean;

function forEach(
  read: ReadTable | undefined,
  findings: Findings,
  check: (record: RawRecord, bad: Bad, tell: Tell) => void,
): void {
  if (read === undefined) return;
  const { file } = read.table;
  let row: number | null = null;
  let spoilt: ReadonlySet<string> | undefined;
  const bad: Bad = (...columns) => spoilt !== undefined && columns.some((column) => spoilt?.has(column));
  const tell: Tell = (code, column, message) => findings.add(code, { file, row, column }, message);
  read.records.forEach((record, index) => {
    row = read.lines[index] ?? null;
    spoilt = read.badCells.get(index);
    check(record, bad, tell);
  });
}

function checkTarget(
  record: RawRecord,
  bad: Bad,
  issues: ReadonlyMap<string, Issue>,
  relations: ReadonlyMap<string, Relation>,
  tell: Tell,
): void {
  const statement = record as unknown as Statement;
  const given: string = statement.polarity;
  const relation = statement.relation === null ? undefined : relations.get(statement.relation);
  const fixed = relation === undefined ? undefined : RELATION_POLARITY[relation.polarity];
  if (fixed !== undefined && !bad("polarity")) {
    if (given !== "" && given !== fixed && statement.issue === null) {
      tell("polarity-disagrees", "polarity", `polarity ${show(given)}, but the relation says ${show(fixed)}`);
    }
    record["polarity"] = fixed;
  }
  if (bad("issue", "relation", "target")) return;
  const toActor = statement.relation !== null || statement.target !== null;
  if (statement.issue !== null && toActor) {
    tell(
      "two-targets",
      statement.relation !== null ? "relation" : "target",
      "there is an issue and a relation or target",
    );
  } else if (statement.issue === null && !toActor) {
    tell("no-target", "issue", "there is neither an issue nor a relation with a target");
  } else if (toActor && (statement.relation === null || statement.target === null)) {
    const missing = statement.relation === null ? "relation" : "target";
    tell(
      "incomplete-target",
      missing,
      `${missing} is empty although the other of relation and target is given`,
    );
  } else if (statement.issue !== null) {
    if (given === "" && !bad("polarity")) tell("missing-polarity", "polarity", "polarity is empty");
    if (issues.get(statement.issue)?.container === true) {
      tell("container-issue", "issue", `${show(statement.issue)} is a heading; no position is taken on it`);
    }
  }
}

function checkCondition(
  statement: Statement,
  bad: Bad,
  issues: ReadonlyMap<string, Issue>,
  tell: Tell,
): void {
  if (statement.condition.trim() !== "" && statement.polarity === "neutral" && !bad("polarity")) {
    tell("condition-on-neutral", "condition", "a neutral statement has a condition");
  }
  if (statement.conditionIssues.length > 0 && statement.condition.trim() === "") {
    tell("condition-without-words", "condition_issues", "there are condition_issues but no condition");
  }
  for (const { issue } of statement.conditionIssues) {
    if (issues.get(issue)?.container === true) {
      tell("container-issue", "condition_issues", `${show(issue)} is a heading; nothing can depend on it`);
    }
  }
}

function checkSpan(statement: Statement, bad: Bad, source: Source | undefined, tell: Tell): void {
  if (bad("start", "end")) return;
  const { start, end } = statement;
  if (start === null || end === null) {
    if (start !== null) tell("incomplete-span", "end", "there is a start but no end");
    else if (end !== null) tell("incomplete-span", "start", "there is an end but no start");
    else if (statement.passageSha256 !== "")
      tell("incomplete-span", "start", "there is a hash but no start and end");
  } else if (start >= end) {
    tell("bad-span", "end", `end ${end} is not after start ${start}`);
  } else if (source !== undefined && source.length !== null && end > source.length) {
    tell(
      "passage-out-of-range",
      "end",
      `end ${end} is beyond the text, which has ${source.length} code units`,
    );
  }
}

const PRECISION = new Map([
  [4, "year"],
  [7, "month"],
  [10, "day"],
]);

function checkDate(
  record: { readonly date: string; readonly datePrecision: string },
  bad: Bad,
  tell: Tell,
): void {
  const { date, datePrecision } = record;
  if (bad("date", "date_precision") || datePrecision === "") return;
  if (date === "") {
    tell("date-precision-differs", "date_precision", `date_precision ${show(datePrecision)} without a date`);
  } else if (PRECISION.get(date.length) !== datePrecision) {
    const message = `date ${show(date)} names a ${PRECISION.get(date.length)}, date_precision says ${datePrecision}`;
    tell("date-precision-differs", "date_precision", message);
  }
}

function checkBounds(source: Source, bad: Bad, tell: Tell): void {
  if (bad("date_earliest", "date_latest")) return;
  const earliest = parseDate(source.dateEarliest);
  const latest = parseDate(source.dateLatest);
  if (earliest && latest && earliest.first > latest.last) {
    tell(
      "bad-date-bounds",
      "date_latest",
      `date_latest ${source.dateLatest} is before date_earliest ${source.dateEarliest}`,
    );
  }
}

function checkRepeat(
  statement: Statement,
  bad: Bad,
  statements: ReadonlyMap<string, Statement>,
  tell: Tell,
): void {
  const { repeatOf } = statement;
  if (repeatOf === null || repeatOf === statement.id) return;
  const original = statements.get(repeatOf);
  if (original === undefined) return;
  if (original.repeatOf !== null) {
    tell(
      "repeat-of-repeat",
      "repeat_of",
      `${show(repeatOf)} is itself a repeat of ${show(original.repeatOf)}`,
    );
    return;
  }
  if (bad("source", "actor", "issue", "relation", "target", "polarity")) return;
  const differing = (["source", "actor", "issue", "relation", "target", "polarity"] as const).filter(
    (property) => statement[property] !== original[property],
  );
  if (differing.length > 0) {
    tell("repeat-differs", "repeat_of", `it differs from ${show(repeatOf)} in ${differing.join(", ")}`);
  }
}
