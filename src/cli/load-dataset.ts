/** Loads the dataset that a command is about, or says everything that is wrong with it. */

import path from "node:path";
import { openFolderSource } from "../dataset/folder-source-node.ts";
import { type CheckReport, Fault } from "../model/problem.ts";
import { ServedDataset } from "../server/served-dataset.ts";
import { CommandError, counted, problemLines } from "./faults.ts";
import type { Io } from "./io.ts";
import { houseDataset } from "./package-root.ts";

/** The folder of a dataset: as named, from where the command is run; else the house dataset. */
export const datasetFolder = (io: Io, named: string | undefined): string =>
  named === undefined ? houseDataset() : path.resolve(io.cwd, named);

/** @throws CommandError that lists every problem of a dataset that cannot be used */
export async function loadDataset(io: Io, named: string | undefined): Promise<ServedDataset> {
  const source = await openFolderSource([datasetFolder(io, named)], { watch: false });
  try {
    const [entry] = await source.list();
    return new ServedDataset(await source.load(entry?.id ?? ""));
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
