/** What the page and its engine say to each other: plain values that can be cloned. */

import type { DnaRole } from "../../formats/dna/mapping.ts";
import type { DatasetSummary } from "../../model/api.ts";
import type { DnaDataType } from "../../model/dna.ts";
import type { Problem } from "../../model/problem.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import type { PathAnswer } from "../../service/answer-path.ts";

/** A file that the reader gave, with its path below the folder that was given, if any. */
export interface GivenFile {
  readonly path: string;
  readonly blob: Blob;
}

type Pairs = readonly (readonly [field: string, column: string])[];
type Meanings = readonly (readonly [value: string, meaning: Polarity])[];

/** Which column of a table is which field, and what its values mean. */
export interface TableChoice {
  readonly kind: "table";
  readonly fields: Pairs;
  readonly values: Meanings;
  readonly skipIncomplete: boolean;
  /** A table of dates beside it, and which column of that one is what. */
  readonly dates: { readonly file: GivenFile; readonly fields: Pairs } | null;
}

/** Which statement type of a DNA database is read, which variable plays which role, and what the values of polarity mean. */
export interface DnaChoice {
  readonly kind: "dna";
  readonly statementType: string;
  readonly variables: Readonly<Partial<Record<DnaRole, string>>>;
  readonly values: Meanings;
}

/** What the reader said about data that do not explain themselves. */
export type Choice = TableChoice | DnaChoice;

/** A column of a table as its first rows show it. */
export interface PreviewColumn {
  readonly name: string;
  /** Different values in their order, at most `MOST_VALUES`. */
  readonly values: readonly string[];
  /** Whether there are more. */
  readonly more: boolean;
}

/** Values of a column that are looked at; a polarity has fewer. */
export const MOST_VALUES = 24;

export interface TablePreview {
  readonly name: string;
  readonly columns: readonly PreviewColumn[];
}

/** A variable of a statement type, or a field of documents, with its different values as in a table. */
export interface DnaVariablePreview extends PreviewColumn {
  readonly type: DnaDataType | "field of documents";
}

export interface DnaTypePreview {
  readonly label: string;
  /** Number of its statements. */
  readonly statements: number;
  readonly variables: readonly DnaVariablePreview[];
  /** Variable by role, where one has a usual name. */
  readonly guess: DnaChoice["variables"];
}

export interface DnaPreview {
  readonly name: string;
  readonly types: readonly DnaTypePreview[];
  /** Label of the type to begin with. */
  readonly first: string;
  /** Why it could not be read as guessed; empty where it could. */
  readonly reason: string;
}

export type Outcome =
  /** `id` is that of addresses, the summary's own that of the data. */
  | {
      readonly kind: "opened";
      readonly id: string;
      readonly summary: DatasetSummary;
      readonly warnings: readonly Problem[];
      /** What else could have been meant, where a database has several statement types. */
      readonly dna?: DnaPreview;
    }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** It must be said what the columns are. */
  | { readonly kind: "table"; readonly preview: TablePreview }
  /** It must be said which variables play which roles. */
  | { readonly kind: "dna"; readonly preview: DnaPreview };

/** Share between 0 and 1 of the reading or of the layout (`drawing`), null = not known. */
export interface Progress {
  readonly stage: "reading" | "checking" | "preparing" | "drawing";
  readonly share: number | null;
}

export type ToEngine =
  | { readonly kind: "ask"; readonly number: number; readonly path: string; readonly accept: string }
  | {
      readonly kind: "open";
      readonly number: number;
      readonly files: readonly GivenFile[];
      readonly choice: Choice | null;
      /** Id of the dataset that the one opened takes the place of, which is kept when nothing is opened; null = none. */
      readonly replaced: string | null;
    };

export type FromEngine =
  | { readonly kind: "answer"; readonly number: number; readonly answer: PathAnswer }
  | { readonly kind: "progress"; readonly number: number; readonly progress: Progress }
  | { readonly kind: "outcome"; readonly number: number; readonly outcome: Outcome }
  /** An error of the program, not of the data. */
  | { readonly kind: "failed"; readonly number: number; readonly message: string };
