/** Where a server gets its datasets from: a folder today, a store of revisions tomorrow. Nothing else knows which. */

import type { Dataset } from "../model/dataset.ts";
import type { CheckReport } from "../model/problem.ts";
import type { DatasetChanges } from "./changes.ts";

/** One dataset as a list shows it. */
export interface DatasetEntry {
  readonly id: string;
  readonly title: string;
  /** Opaque token of the dataset that `load` gives; null when none has ever been good. */
  readonly version: string | null;
  /** The latest check. Not ok while a version is there: the old one is still given out, and this says why. */
  readonly report: CheckReport;
}

/** Texts by source id that a dataset itself holds, because their licence allows it. */
export type Texts = ReadonlyMap<string, string>;

/** None. */
export const NO_TEXTS: Texts = new Map();

/** `changed`: a new dataset, or one with other texts, is given out from now on. `broken`: the data cannot be used; the old dataset stays. */
export type DatasetEvent =
  | {
      readonly kind: "changed";
      readonly id: string;
      readonly dataset: Dataset;
      readonly texts: Texts;
      readonly report: CheckReport;
    }
  | { readonly kind: "broken"; readonly id: string; readonly report: CheckReport };

/**
 * Datasets by id. All ids that are not listed are refused with a `Fault` of class `not-found`, code `unknown-dataset`; one that
 * has never been good with class `bad-data`, code `bad-dataset`, `details.report`.
 */
export interface DatasetSource {
  list(): Promise<readonly DatasetEntry[]>;
  load(id: string): Promise<Dataset>;
  /** The texts beside the dataset that `load` gives. */
  texts(id: string): Promise<Texts>;
  /** Changes exactly when what `load` gives changes. */
  version(id: string): Promise<string>;
  /** What happened since a version; `reset` when that is not known any more: load anew. */
  changes(id: string, since: string): Promise<DatasetChanges>;
  /** Hears of changes until the returned function is called. */
  subscribe(listener: (event: DatasetEvent) => void): () => void;
  /** Stops watching and frees everything. */
  close(): Promise<void>;
}
