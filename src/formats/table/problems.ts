/** Problems of a table that is imported: their codes and remedies, and a collector that stays small when every row is bad. */

import { PROBLEM_CODES, type ProblemCode } from "../../dataset/problem-codes.ts";
import type { Problem } from "../../model/problem.ts";

/** Code → remedy, beyond the codes of a package's check. */
export const TABLE_PROBLEMS = {
  "unknown-column": "Name one of the columns that the message lists.",
  "unmapped-field":
    "Say which column it is with --map, or switch it off with FIELD=none where that is possible.",
  "unknown-value": "Say what it means with --values, such as VALUE=support, or map another polarity column.",
  "relation-polarity":
    "Give the relation one polarity, or two names, since a relation is always for, against or neither.",
  "damaged-archive": "Make or fetch the file again; it must be one whole gzip file.",
  "no-rows": "Use a file with at least one row below the header.",
  "changed-file": "Wait until nobody writes to the file, then try again.",
  "doubled-key": "Keep one row for each key in the file of dates.",
  "no-date-key":
    "Say which columns they are with --dates-map, such as issue=COLUMN,date=COLUMN; issue or source must be mapped.",
} as const;

type TableCode = keyof typeof TABLE_PROBLEMS;

/** Code → remedy of what is said although the table is taken. */
export const TABLE_WARNINGS = {
  "blank-line": PROBLEM_CODES["blank-line"].remedy,
  "column-left-out": "Keep it with --map x:NAME=COLUMN.",
  "incomplete-rows": "Fill in their cells, or live without them.",
  "no-date": "Add the dates, or live with statements that have none.",
  "unused-value": "Correct the spelling in --values.",
  "several-labels": "Nothing need be done; the first label is taken.",
} as const;

/** How many problems of one code and column are told one by one. */
const MOST_TOLD = 1000;

interface Tally {
  told: number;
  more: number;
  lastRow: number | null;
}

/** Problems in the order in which they are found; beyond a number of one kind the rest are counted. */
export class TableFindings {
  readonly warnings: Problem[] = [];
  private readonly list: Problem[] = [];
  private readonly tallies = new Map<string, Tally & { readonly sample: Problem }>();

  get bad(): boolean {
    return this.list.length > 0;
  }

  /** A finding of the package's own check. */
  take(problem: Problem): void {
    const key = JSON.stringify([problem.file, problem.code, problem.column]);
    const tally = this.tallies.get(key) ?? { told: 0, more: 0, lastRow: null, sample: problem };
    this.tallies.set(key, tally);
    if (tally.told < MOST_TOLD) {
      tally.told++;
      this.list.push(problem);
    } else {
      tally.more++;
      tally.lastRow = problem.row;
    }
  }

  add(
    code: TableCode | ProblemCode,
    file: string,
    row: number | null,
    column: string,
    message: string,
  ): void {
    const remedy =
      code in TABLE_PROBLEMS ? TABLE_PROBLEMS[code as TableCode] : PROBLEM_CODES[code as ProblemCode].remedy;
    this.take({ file, row, column, code, message, remedy });
  }

  warn(code: keyof typeof TABLE_WARNINGS, file: string, column: string, message: string): void {
    this.warnings.push({ file, row: null, column, code, message, remedy: TABLE_WARNINGS[code] });
  }

  /** Everything, by file and row; what was only counted stands at the end of its file. */
  problems(files: readonly string[]): readonly Problem[] {
    const counted = [...this.tallies.values()]
      .filter(({ more }) => more > 0)
      .map(({ more, lastRow, sample }) => ({
        ...sample,
        row: null,
        message: `and ${more} more rows like this, the last of them row ${lastRow}`,
      }));
    const rank = new Map(files.map((file, at) => [file, at]));
    const order = (a: Problem, b: Problem): number =>
      (rank.get(a.file) ?? files.length) - (rank.get(b.file) ?? files.length) || rowOf(a) - rowOf(b);
    const whole = this.list.map((problem) => ({ ...problem, row: problem.row ?? 0 }));
    return [...whole, ...counted]
      .toSorted(order)
      .map((problem) => ({ ...problem, row: problem.row === 0 ? null : problem.row }));
  }
}

/** Whole-file problems come first, counted ones last. */
const rowOf = ({ row }: Problem): number => row ?? Number.MAX_SAFE_INTEGER;
