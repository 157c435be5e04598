/** Loads the dataset that a command is about, or says everything that is wrong with it. */

import path from "node:path";
import { DEFAULT_MAPPING, type DnaMapping } from "../formats/dna/mapping.ts";
import { isDnaPath, openSource } from "../formats/open-source-node.ts";
import { counted } from "../model/counted.ts";
import type { Dataset } from "../model/dataset.ts";
import { type CheckReport, Fault } from "../model/problem.ts";
import type { ServedDataset } from "../service/served-dataset.ts";
import { isMapped } from "./dataset-flags.ts";
import { CommandError, problemLines, UsageError } from "./faults.ts";
import type { Io } from "./io.ts";
import { houseDataset } from "./package-root.ts";
import { progressBar } from "./progress.ts";

/** The place of a dataset: as named, from where the command is run; else the house dataset. */
export const datasetPath = (io: Io, named: string | undefined): string =>
  named === undefined ? houseDataset() : path.resolve(io.cwd, named);

/** Refuses flags for `.dna` files where there is none. @throws UsageError */
export async function checkMapping(paths: readonly string[], mapping: DnaMapping): Promise<void> {
  if (!isMapped(mapping)) return;
  if ((await Promise.all(paths.map(isDnaPath))).includes(true)) return;
  throw new UsageError("--map, --values and --statement-type are for .dna files, and none is named.");
}

/**
 * A dataset ready to answer.
 * @throws CommandError that lists every problem of a dataset that cannot be used
 */
export async function loadDataset(
  io: Io,
  named: string | undefined,
  mapping: DnaMapping = DEFAULT_MAPPING,
): Promise<ServedDataset> {
  const dataset = await readDataset(io, named, mapping);
  const { ServedDataset } = await servedDataset();
  const bar = progressBar(io, "Layout");
  return new ServedDataset(dataset, undefined, (share) => {
    if (share < 1) bar.show(share, "at least");
    else bar.clear();
  });
}

/** Loaded when it is needed: it brings pictures and their layouts along. */
export const servedDataset = () => import("../service/served-dataset.ts");

/** The records alone, for what needs no index. @throws CommandError as `loadDataset` does */
export async function readDataset(
  io: Io,
  named: string | undefined,
  mapping: DnaMapping = DEFAULT_MAPPING,
): Promise<Dataset> {
  const place = datasetPath(io, named);
  await checkMapping([place], mapping);
  const source = await openSource([place], { watch: false, mapping });
  try {
    const [entry] = await source.list();
    // A package's warnings are for `check`; what a database loses on the way is said at once.
    if (await isDnaPath(place))
      for (const { message } of entry?.report.warnings ?? []) io.err(`${message}\n`);
    return await source.load(entry?.id ?? "");
  } catch (error) {
    throw explained(error);
  } finally {
    await source.close();
  }
}

/** A fault of bad data as an error that lists its problems; anything else as it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Fault) || error.code !== "bad-dataset") return error;
  const { problems } = error.details["report"] as CheckReport;
  return new CommandError(
    `${problemLines(problems, "problem")}The dataset cannot be used: ${counted(problems.length, "problem")}.`,
  );
}
