/** What is wrong with data or a question, as data: code, place, words and remedy. */

/** One finding of a check. `row` is the line of the file, the header being 1; empty strings and null where there is no such place. */
export interface Problem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** The outcome of a check: every problem at once. Warnings do not make a dataset bad. */
export interface CheckReport {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly counts: Readonly<Record<string, number>>;
}

/** How a fault is answered outside: HTTP status and exit code belong to the class, not to the place that throws. */
export type FaultClass = "bad-parameter" | "unknown-node" | "not-found" | "over-limit" | "bad-data";

/** A fault in the question or the data that the asker can mend. `code` is stable; `remedy` says what to do. */
export class Fault extends Error {
  readonly class: FaultClass;
  readonly code: string;
  /** The offending parameter in the view grammar's spelling, or empty. */
  readonly parameter: string;
  readonly remedy: string;
  /** Further members of the answer: suggestions, limit, problems. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(fault: {
    class: FaultClass;
    code: string;
    message: string;
    parameter?: string;
    remedy: string;
    details?: Readonly<Record<string, unknown>>;
  }) {
    super(fault.message);
    this.name = "Fault";
    this.class = fault.class;
    this.code = fault.code;
    this.parameter = fault.parameter ?? "";
    this.remedy = fault.remedy;
    this.details = fault.details ?? {};
  }
}
