/** A `.dna` file as the files of a data package, checked as any package is. */

import { readPackage } from "../../dataset/read.ts";
import { writePackage } from "../../dataset/write.ts";
import type { CheckReport } from "../../model/problem.ts";
import { readDnaDataset } from "./dna-source-node.ts";
import type { DnaMapping } from "./mapping.ts";

export interface DnaPackage {
  /** By path in the package; none when the report is not ok. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of the file and of the package made from it, whose passages are verified against the texts in the file. */
  readonly report: CheckReport;
}

/** `withTexts`: the documents are among the files. */
export async function readDnaPackage(
  file: string,
  mapping: DnaMapping,
  withTexts: boolean,
): Promise<DnaPackage> {
  const read = await readDnaDataset(file, mapping);
  if (!read.dataset) return { files: new Map(), report: read.report };
  const { origin, ...dataset } = read.dataset;
  const files = writePackage(dataset);
  const texts = origin?.texts ?? new Map<string, string>();
  const { report } = readPackage(files, { id: dataset.id, documents: texts });
  const encoder = new TextEncoder();
  if (withTexts) for (const [id, text] of texts) files.set(`documents/${id}.txt`, encoder.encode(text));
  return {
    files: report.ok ? files : new Map(),
    report: { ...report, warnings: [...read.report.warnings, ...report.warnings] },
  };
}
