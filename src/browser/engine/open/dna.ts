/** Opens a database of the Discourse Network Analyzer; asks for its variables where they cannot be guessed. */

import { Sha256 } from "../../../dataset/sha256.ts";
import { NO_TEXTS } from "../../../dataset/source.ts";
import { DEFAULT_MAPPING, type DnaMapping } from "../../../formats/dna/mapping.ts";
import { dnaDataset, type LoadedDna } from "../../../formats/dna/read-dataset.ts";
import { readDnaDatabase } from "../../../formats/dna/read-dna.ts";
import type { Choice, GivenFile } from "../protocol.ts";
import { bytesOf } from "../streams.ts";
import { holdsPositions, previewDna } from "./dna-preview.ts";
import {
  baseName,
  checked,
  type OpenRequest,
  openProblem,
  type ReadData,
  refused,
  tooLarge,
} from "./read.ts";

const mappingOf = (choice: Choice | null): DnaMapping =>
  choice?.kind === "dna" ? { ...choice, values: new Map(choice.values) } : DEFAULT_MAPPING;

export async function openDna(
  { path, blob }: GivenFile,
  { progress, sqlite, choice }: OpenRequest,
): Promise<ReadData> {
  const file = baseName(path);
  const excess = tooLarge(file, blob);
  if (excess) return refused(excess);
  progress({ stage: "reading", share: null });
  const bytes = await bytesOf(blob);
  if (bytes === null) return refused(openProblem("unreadable-file", file, `${file} cannot be read`));
  const engine = await sqlite();
  const loaded: LoadedDna[] = [];
  const { dataset, report } = await dnaDataset(file, mappingOf(choice), async () => {
    const hash = new Sha256();
    hash.update(bytes);
    const found = { database: readDnaDatabase(bytes, engine, file), version: hash.hex() };
    loaded.push(found);
    return found;
  });
  const database = loaded[0]?.database;
  const read = checked(dataset, NO_TEXTS, report);
  if (!database || choice !== null || database.statementTypes.length === 0) return read;
  const preview = previewDna(file, database, report.problems[0]?.message ?? "");
  // What was not guessed can be said; and whoever has coded two types of positions may mean either.
  if (read.kind !== "read" || preview.types.filter(holdsPositions).length > 1)
    return { kind: "dna", preview };
  return database.statementTypes.length > 1 ? { ...read, dna: preview } : read;
}
