/** What the page and its engine say to each other: plain values that can be cloned. */

import type { DatasetSummary } from "../../model/api.ts";
import type { Problem } from "../../model/problem.ts";
import type { Polarity } from "../../model/vocabulary.ts";
import type { PathAnswer } from "../../service/answer-path.ts";

/** A file that the reader gave, with its path below the folder that was given, if any. */
export interface GivenFile {
  readonly path: string;
  readonly blob: Blob;
}

/** Which column of a table is which field, and what its values mean. */
export interface TableChoice {
  readonly fields: readonly (readonly [field: string, column: string])[];
  readonly values: readonly (readonly [value: string, meaning: Polarity])[];
  readonly skipIncomplete: boolean;
}

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

export type Outcome =
  /** `id` is that of addresses, the summary's own that of the data. */
  | {
      readonly kind: "opened";
      readonly id: string;
      readonly summary: DatasetSummary;
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** It must be said what the columns are. */
  | { readonly kind: "table"; readonly preview: TablePreview };

/** Share between 0 and 1 of the reading, null = not known. */
export interface Progress {
  readonly stage: "reading" | "checking" | "preparing";
  readonly share: number | null;
}

export type ToEngine =
  | { readonly kind: "ask"; readonly number: number; readonly path: string; readonly accept: string }
  | {
      readonly kind: "open";
      readonly number: number;
      readonly files: readonly GivenFile[];
      readonly table: TableChoice | null;
    };

export type FromEngine =
  | { readonly kind: "answer"; readonly number: number; readonly answer: PathAnswer }
  | { readonly kind: "progress"; readonly number: number; readonly progress: Progress }
  | { readonly kind: "outcome"; readonly number: number; readonly outcome: Outcome }
  /** An error of the program, not of the data. */
  | { readonly kind: "failed"; readonly number: number; readonly message: string };

/** What the ids of opened datasets begin with: no served one does, so that an address shows whose it was. */
export const LOCAL_MARK = "~";
