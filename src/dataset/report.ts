/** Collects the findings of a check and puts them into the order of files and rows. */

import type { CheckReport, Problem } from "../model/problem.ts";
import { PROBLEM_CODES, type ProblemCode } from "./problem-codes.ts";

/** Where a finding is: `row` is the line of the file, the header being 1. */
export interface Place {
  readonly file: string;
  readonly row?: number | null;
  readonly column?: string;
}

/** A finding with the remedy of its code. */
export function problemAt(code: ProblemCode, place: Place, message: string): Problem {
  const { file, row = null, column = "" } = place;
  return { file, row, column, code, message, remedy: PROBLEM_CODES[code].remedy };
}

/** Problems and warnings as they are found; the code decides which it is. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];

  add(code: ProblemCode, place: Place, message: string): void {
    this.take(problemAt(code, place, message));
  }

  /** Takes over a finding made elsewhere. */
  take(problem: Problem): void {
    const level = PROBLEM_CODES[problem.code as ProblemCode].level;
    (level === "problem" ? this.problems : this.warnings).push(problem);
  }

  /** The report, findings in order of file, row and column; `counts` are records by table. */
  report(counts: Readonly<Record<string, number>>, fileOrder: readonly string[]): CheckReport {
    const rank = new Map(fileOrder.map((file, index) => [file, index]));
    const order = (a: Problem, b: Problem): number =>
      (rank.get(a.file) ?? rank.size) - (rank.get(b.file) ?? rank.size) || (a.row ?? 0) - (b.row ?? 0);
    return {
      ok: this.problems.length === 0,
      problems: this.problems.toSorted(order),
      warnings: this.warnings.toSorted(order),
      counts,
    };
  }
}

const SHOWN = 60;

/** A value of the data inside a message: in quotes, invisible characters escaped, clipped. */
export function show(value: string): string {
  const clipped = value.length > SHOWN ? `${value.slice(0, SHOWN - 1)}…` : value;
  const plain = clipped.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return `“${plain}”`;
}

/** `a, b and 3 more` for messages. */
export function listed(items: readonly string[], most = 5): string {
  const shown = items.slice(0, most).join(", ");
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
