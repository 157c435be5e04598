/** The second reading of a table: its rows as lines of statements.csv, checked by the rules of a package, batch by batch. */

import { joinList, splitList } from "../../dataset/cells.ts";
import { checkReferences, type ReadTables } from "../../dataset/check-links.ts";
import { checkRecords } from "../../dataset/check-records.ts";
import type { CsvRecord } from "../../dataset/csv.ts";
import type { Layout } from "../../dataset/read-header.ts";
import { type RawRecord, RowReader } from "../../dataset/read-rows.ts";
import type { ReadTable } from "../../dataset/read-table.ts";
import { Findings, show } from "../../dataset/report.ts";
import { extraName, type Table, tableOf } from "../../dataset/tables.ts";
import { type AnyRecord, rowsWriter } from "../../dataset/write.ts";
import type { Problem } from "../../model/problem.ts";
import { type Dates, dayOf } from "./dates.ts";
import type { TableMapping } from "./mapping.ts";
import { columnOf, fieldReader, incompleteRow, type TablePlan } from "./plan.ts";
import type { TableFindings } from "./problems.ts";
import type { MadeRecords } from "./records.ts";
import { ACTOR_FIELDS, conditionOf, polarityOf, type Survey } from "./survey.ts";

/** Rows that are checked and written together. */
const BATCH = 4096;

/** Findings about repeats need the original, which may be in another batch: they are made at the end. */
const OF_REPEATS: ReadonlySet<string> = new Set(["repeat-of-repeat", "repeat-differs"]);

/** Findings that `--skip-incomplete` does away with. */
const OF_EMPTINESS: ReadonlySet<string> = new Set(["missing-value", "no-target"]);
const SKIP = "Or leave such rows out with --skip-incomplete.";

/** A statement's own text in a field: a row of the table to a cell of statements.csv. */
type CellOf = (cells: readonly string[], number: number) => string;

export interface StatementInput {
  readonly file: string;
  readonly plan: TablePlan;
  readonly mapping: TableMapping;
  readonly survey: Survey;
  readonly records: MadeRecords;
  readonly dates: Dates | null;
  readonly findings: TableFindings;
}

/** Takes rows and gives text; once anything is wrong it only goes on looking for problems. */
export class StatementWriter {
  /** The header of statements.csv. */
  readonly header: readonly string[];
  /** Statements so far. */
  count = 0;
  /** Names in the file of dates that the table has not, and the other way round, are told at the end. */
  private readonly undated = new Set<string>();
  private readonly input: StatementInput;
  private readonly table: Table;
  private readonly layout: Layout;
  private readonly cells: readonly CellOf[];
  private readonly write: (records: readonly AnyRecord[]) => string;
  private readonly idRows: Map<string, number> | null;
  private readonly kept: { record: RawRecord; line: number }[] = [];
  private readonly keptIds = new Map<string, number>();
  private readonly relations: ReadTable;
  private readonly incomplete: (cells: readonly string[]) => boolean;
  private reader: RowReader;
  private batch = new Findings();
  private pieces: string[] = [];

  constructor(input: StatementInput) {
    this.input = input;
    // The package's own checks then speak of the table and its rows.
    this.table = { ...tableOf("statements"), file: input.file };
    const made = this.makers();
    this.header = [...made.keys()];
    this.cells = [...made.values()];
    this.layout = layoutOf(this.table, this.header);
    this.write = rowsWriter(tableOf("statements"), this.header);
    this.reader = new RowReader(this.table, this.layout, this.batch);
    this.incomplete = incompleteRow(input.plan);
    this.idRows = input.plan.at.has("id") ? new Map() : null;
    this.relations = asTable(tableOf("relations"), input.records.relations as readonly RawRecord[], []);
  }

  take(row: CsvRecord): void {
    const { line } = row;
    if (this.input.mapping.skipIncomplete && this.incomplete(row.cells)) return;
    const cells = this.cells.map((make) => make(row.cells, this.count));
    this.count++;
    const [id = ""] = cells;
    const known = this.idRows?.get(id);
    if (known !== undefined) {
      const column = columnOf(this.input.plan, "id");
      const message = `id ${show(id)} is already the id of row ${known}`;
      this.input.findings.add("duplicate-id", this.input.file, line, column, message);
      return;
    }
    this.idRows?.set(id, line);
    this.reader.take({ line, cells }, null);
    if (this.reader.records.length >= BATCH) this.flush();
  }

  /** The text since the last call. */
  pull(): string {
    const text = this.pieces.join("");
    this.pieces = [];
    return text;
  }

  /** Checks what is left, and what needs all rows. */
  finish(): void {
    this.flush();
    this.checkRepeats();
    const { dates, plan, findings, file } = this.input;
    if (dates !== null && this.undated.size > 0) {
      const names = [...this.undated].slice(0, 5).map(show).join(", ");
      const message = `the file of dates has no date for ${this.undated.size} of ${columnOf(plan, dates.owner)}: ${names}${this.undated.size > 5 ? " …" : ""}`;
      findings.warn("no-date", file, columnOf(plan, dates.owner), message);
    }
  }

  private flush(): void {
    const { records, lines, badCells } = this.reader;
    const read: ReadTable = { ...asTable(this.table, records, lines), badCells };
    checkRecords(
      new Map([
        ["relations", this.relations],
        ["statements", read],
      ]) as ReadTables,
      this.batch,
    );
    for (const problem of this.batch.problems) if (!OF_REPEATS.has(problem.code)) this.tell(problem);
    if (this.input.plan.at.has("repeat_of"))
      records.forEach((record, index) => {
        if (record["repeatOf"] === null && !this.input.survey.originals.has(record.id)) return;
        this.keptIds.set(record.id, lines[index] ?? 0);
        this.kept.push({ record, line: lines[index] ?? 0 });
      });
    if (!this.input.findings.bad && records.length > 0)
      this.pieces.push(this.write(records as unknown as readonly AnyRecord[]));
    this.batch = new Findings();
    this.reader = new RowReader(this.table, this.layout, this.batch);
  }

  /** A finding about a cell of statements.csv, as one about the column of the table. */
  private tell(problem: Problem): void {
    const { findings, plan } = this.input;
    const skipped = problem.code === "no-target" || /^(?:actor|source)$/.test(problem.column);
    const remedy = skipped && OF_EMPTINESS.has(problem.code) ? `${problem.remedy} ${SKIP}` : problem.remedy;
    findings.take({ ...problem, remedy, column: columnOf(plan, problem.column) });
  }

  private checkRepeats(): void {
    if (this.kept.length === 0) return;
    const read = {
      ...asTable(
        this.table,
        this.kept.map(({ record }) => record),
        this.kept.map(({ line }) => line),
      ),
      columns: this.header,
      rowById: this.keptIds,
    };
    const found = new Findings();
    checkReferences(new Map([["statements", read]]), found);
    checkRecords(new Map([["statements", read]]), found);
    for (const problem of found.problems)
      if (problem.column === "repeat_of") this.tell({ ...problem, message: aboutRow(problem.message) });
  }

  /** By header of statements.csv, in canonical order: what fills it. */
  private makers(): ReadonlyMap<string, CellOf> {
    const { plan, dates } = this.input;
    const special = this.specialMakers();
    const makers = new Map<string, CellOf>();
    for (const { name, required } of this.table.columns) {
      const make = special.get(name);
      const at = plan.at.get(name);
      const dated = name === "date" && dates?.owner === "issue";
      if (make !== undefined && (required || at !== undefined || name === "polarity" || dated))
        makers.set(name, make);
      else if (at !== undefined) makers.set(name, (cells) => plainCell(cells[at] ?? ""));
    }
    for (const { header, at } of plan.further) makers.set(header, (cells) => cells[at] ?? "");
    return makers;
  }

  private specialMakers(): ReadonlyMap<string, CellOf> {
    const { plan, mapping, records, dates } = this.input;
    const read = (field: string) => fieldReader(plan, field);
    const pointer = (field: string, ids: ReadonlyMap<string, string>): CellOf => {
      const name = read(field);
      return (cells) => ids.get(name(cells)) ?? "";
    };
    const [relation, date, conditions] = [read("relation"), read("date"), read("condition_issues")];
    const owner = read(dates?.owner ?? "");
    const onlySource = [...records.sourceIds.values()][0] ?? "";
    const polarityAt = plan.at.get("polarity");
    const makers = new Map<string, CellOf>([
      ["id", plan.at.has("id") ? read("id") : (_, number) => `s${number + 1}`],
      ["source", plan.at.has("source") ? pointer("source", records.sourceIds) : () => onlySource],
      ["issue", pointer("issue", records.issueIds)],
      ["relation", pointer("relation", records.relationIds)],
      [
        "polarity",
        (cells) => {
          if (relation(cells) !== "") return "";
          // A value without a meaning has its problem already.
          return polarityAt === undefined
            ? "neutral"
            : (polarityOf(cells[polarityAt] ?? "", mapping) ?? "neutral");
        },
      ],
      [
        "date",
        (cells) => {
          const own = dayOf(date(cells));
          if (own !== "" || dates === null) return own;
          const name = owner(cells);
          const joined = dates.byName.get(name)?.date ?? "";
          if (joined === "" && name !== "") this.undated.add(name);
          return dates.owner === "issue" ? joined : "";
        },
      ],
      ["condition_issues", (cells) => conditionCell(conditions(cells), records.issueIds)],
    ]);
    for (const field of ACTOR_FIELDS) makers.set(field, pointer(field, records.actorIds));
    return makers;
  }
}

/** `it differs from …` as the checks of a package have it; rows and lines are the same thing here. */
const aboutRow = (message: string): string => message.replace(/\bline (\d+)/g, "row $1");

/** Cells of numbers, words and hashes often come with blanks around them; texts keep their inner shape. */
const plainCell = (text: string): string => text.trim();

/** A list of issues by their ids; one that is broken stays as it is, for the check to find. */
function conditionCell(text: string, issueIds: ReadonlyMap<string, string>): string {
  if (text === "") return "";
  const items = splitList(text);
  if (!Array.isArray(items)) return text;
  const ids = (items as readonly string[]).map((item) => {
    const { name, negated } = conditionOf(item);
    return `${negated ? "not:" : ""}${issueIds.get(name) ?? ""}`;
  });
  return joinList(ids);
}

function layoutOf(table: Table, header: readonly string[]): Layout {
  const known = table.columns.map((column) => ({ column, at: header.indexOf(column.name) }));
  const names = new Set(table.columns.map(({ name }) => name));
  const extra = header.flatMap((name, at) => (names.has(name) ? [] : [{ name: extraName(name), at }]));
  return { width: header.length, known, extra, columns: header };
}

/** Records as the checks take them. */
const asTable = (table: Table, records: readonly RawRecord[], lines: readonly number[]): ReadTable => ({
  table,
  present: true,
  complete: true,
  doubtful: new Set(),
  lossy: false,
  columns: [],
  records,
  lines,
  rowById: new Map(),
  blank: new Map(),
  badCells: new Map(),
  canonical: false,
});
