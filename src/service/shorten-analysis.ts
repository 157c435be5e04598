/** What an analysis finds among very many statements, made short enough to be sent: what is left out is said in the notes. */

import type { AnalysisResult, Row, Table } from "../analysis/structure/analysis.ts";
import { grouped } from "../model/counted.ts";

/** Rows that are made at most where there may be one for each statement: as many as somebody may want to read through. */
export const MOST_READ = 10_000;
/** Rows that any table has at most, and ids of statements that all rows list together at most: some megabytes. */
const MOST_ROWS = 50_000;
const MOST_IDS = 500_000;

/** The first rows of each table, and of each row the first of its statements, all with the same bound. */
export function shortened(result: AnalysisResult): AnalysisResult {
  const notes: string[] = [];
  const tables = result.tables.map((table): Table => {
    const { rows, title } = table;
    if (rows.length <= MOST_ROWS) return table;
    notes.push(
      `Of the ${rows.length} rows of “${title}” the first ${MOST_ROWS} are listed: narrow the view for the others, or ask by stancegraph analyze, which lists all.`,
    );
    return { ...table, rows: rows.slice(0, MOST_ROWS) };
  });
  const lists = tables.flatMap(({ rows }) =>
    rows.flatMap(({ statements, otherStatements }) => [statements, otherStatements ?? []]),
  );
  const most = boundFor(lists.map(({ length }) => length));
  if (most === null)
    return notes.length === 0 ? result : { ...result, tables, notes: [...result.notes, ...notes] };
  notes.push(
    `Of the statements of a row no more than ${grouped(most)} are listed; figures are of all. stancegraph analyze lists all.`,
  );
  const short = (row: Row): Row => ({
    ...row,
    statements: row.statements.slice(0, most),
    ...(row.otherStatements ? { otherStatements: row.otherStatements.slice(0, most) } : {}),
  });
  return {
    ...result,
    tables: tables.map((table) => ({ ...table, rows: table.rows.map(short) })),
    notes: [...result.notes, ...notes],
  };
}

/** The greatest length to which lists can be cut so that together they are not too long; at least 1. Null = they are not. */
function boundFor(lengths: readonly number[]): number | null {
  const ascending = lengths.toSorted((a, b) => a - b);
  let left = MOST_IDS;
  for (const [at, length] of ascending.entries()) {
    const equal = Math.floor(left / (ascending.length - at));
    if (length > equal) return Math.max(1, equal);
    left -= length;
  }
  return null;
}
