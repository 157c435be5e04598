/** The bytes of a `.dna` file as a dataset, with what is wrong with them as a report: the same in Node and in the page. */

import { slug } from "../../dataset/slug.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { DnaDatabase } from "../../model/dna.ts";
import { type CheckReport, Fault } from "../../model/problem.ts";
import { datasetFromDna } from "./dataset-from-dna.ts";
import type { DnaMapping } from "./mapping.ts";

export interface DnaRead {
  /** Null exactly when the report is not ok. */
  readonly dataset: Dataset | null;
  readonly report: CheckReport;
}

export interface LoadedDna {
  readonly database: DnaDatabase;
  /** SHA-256 of the file's bytes. */
  readonly version: string;
}

/** @param file name of the file, from which id and title are made */
export async function dnaDataset(
  file: string,
  mapping: DnaMapping,
  load: () => Promise<LoadedDna>,
): Promise<DnaRead> {
  const title = file.replace(/\.dna$/i, "");
  try {
    const { database, version } = await load();
    const { dataset, warnings } = datasetFromDna(database, { id: slug(title), title, version, mapping });
    const { actors, kinds, issues, sources, statements } = dataset;
    const counts = {
      actors: actors.length,
      kinds: kinds.length,
      issues: issues.length,
      sources: sources.length,
      statements: statements.length,
    };
    return { dataset, report: { ok: true, problems: [], warnings, counts } };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, message, remedy } = error;
    const problem = { file, row: null, column: "", code, message, remedy };
    return { dataset: null, report: { ok: false, problems: [problem], warnings: [], counts: {} } };
  }
}
