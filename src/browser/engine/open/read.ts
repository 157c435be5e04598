/** What a way of opening takes and gives. */

import type { Texts } from "../../../dataset/source.ts";
import type { SqliteEngine } from "../../../formats/dna/sqlite.ts";
import type { Dataset } from "../../../model/dataset.ts";
import type { CheckReport, Problem } from "../../../model/problem.ts";
import type { Choice, DnaPreview, GivenFile, Progress, TablePreview } from "../protocol.ts";

export interface OpenRequest {
  readonly files: readonly GivenFile[];
  /** Null until it was said what the columns of a table, or the variables of a database, are. */
  readonly choice: Choice | null;
  progress(progress: Progress): void;
  /** Starts SQLite, which only databases need. */
  sqlite(): Promise<SqliteEngine>;
}

export type ReadData =
  | {
      readonly kind: "read";
      readonly dataset: Dataset;
      readonly texts: Texts;
      readonly warnings: readonly Problem[];
      readonly dna?: DnaPreview;
    }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "table"; readonly preview: TablePreview }
  | { readonly kind: "dna"; readonly preview: DnaPreview };

/** Codes of what can be wrong before a format is known → remedy. */
export const OPEN_PROBLEMS = {
  "nothing-given":
    "Give a dataset’s folder or ZIP archive, or one .dna, .gexf, .graphml, .json or .csv file.",
  "unknown-file": "Give a dataset’s folder or ZIP archive, or one .dna, .gexf, .graphml, .json or .csv file.",
  "unreadable-file": "Choose the file again; it may have been moved, changed or locked meanwhile.",
  "file-too-large":
    "Leave out what is not needed, or use the command line: stancegraph import and stancegraph serve.",
  "several-files":
    "Give one file at a time, or the folder that holds the dataset. The tables of a dataset (statements.csv, actors.csv, issues.csv, sources.csv …) can be given together; of two other tables the second may hold the dates of the first.",
  "tables-missing":
    "Give them together with the others, or the folder that holds all; or give statements.csv alone, and say what its columns are.",
  "no-descriptor": "Add it to say what the dataset is; nothing else is missed.",
} as const;

export const openProblem = (code: keyof typeof OPEN_PROBLEMS, file: string, message: string): Problem => ({
  file,
  row: null,
  column: "",
  code,
  message,
  remedy: OPEN_PROBLEMS[code],
});

/** Largest file that is read as a whole, in bytes: as in a package. */
const MOST_BYTES = 268_435_456;

/** What is wrong with a file that is too large to be read as a whole; null when it is not. */
export const tooLarge = (file: string, { size }: Blob): Problem | null =>
  size > MOST_BYTES
    ? openProblem("file-too-large", file, `${file} has ${size} bytes; the limit is ${MOST_BYTES}`)
    : null;

export const refused = (...problems: readonly Problem[]): ReadData => ({ kind: "refused", problems });

/** What a check found, as what was read. */
export const checked = (dataset: Dataset | null, texts: Texts, report: CheckReport): ReadData =>
  dataset === null
    ? { kind: "refused", problems: report.problems }
    : { kind: "read", dataset, texts, warnings: report.warnings };

/** The name of a file without its folder. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
