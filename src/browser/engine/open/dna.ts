/** Opens a database of the Discourse Network Analyzer. */

import { Sha256 } from "../../../dataset/sha256.ts";
import { NO_TEXTS } from "../../../dataset/source.ts";
import { DEFAULT_MAPPING } from "../../../formats/dna/mapping.ts";
import { dnaDataset } from "../../../formats/dna/read-dataset.ts";
import { readDnaDatabase } from "../../../formats/dna/read-dna.ts";
import type { GivenFile } from "../protocol.ts";
import { bytesOf } from "../streams.ts";
import {
  baseName,
  checked,
  type OpenRequest,
  openProblem,
  type ReadData,
  refused,
  tooLarge,
} from "./read.ts";

export async function openDna(
  { path, blob }: GivenFile,
  { progress, sqlite }: OpenRequest,
): Promise<ReadData> {
  const file = baseName(path);
  const excess = tooLarge(file, blob);
  if (excess) return refused(excess);
  progress({ stage: "reading", share: null });
  const bytes = await bytesOf(blob);
  if (bytes === null) return refused(openProblem("unreadable-file", file, `${file} cannot be read`));
  const engine = await sqlite();
  const { dataset, report } = await dnaDataset(file, DEFAULT_MAPPING, async () => {
    const hash = new Sha256();
    hash.update(bytes);
    return { database: readDnaDatabase(bytes, engine, file), version: hash.hex() };
  });
  return checked(dataset, NO_TEXTS, report);
}
