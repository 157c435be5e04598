/** One `.dna` file as a source of a dataset; it is looked at again and again, and a clean change is given out. */

import { stat } from "node:fs/promises";
import path from "node:path";
import { slug } from "../../dataset/slug.ts";
import { type DatasetEvent, type DatasetSource, NO_TEXTS } from "../../dataset/source.ts";
import type { Dataset } from "../../model/dataset.ts";
import { Fault } from "../../model/problem.ts";
import type { DnaMapping } from "./mapping.ts";
import { type DnaRead, dnaDataset } from "./read-dataset.ts";
import { loadDnaFile } from "./sqlite-node.ts";

export interface DnaSourceOptions {
  /** Whether to watch; true by default. */
  readonly watch?: boolean;
  /** How often the file is looked at, in milliseconds. */
  readonly poll?: number;
  readonly mapping: DnaMapping;
}

/** Reads a file as a dataset. What is wrong with it stands in the report. */
export const readDnaDataset = (file: string, mapping: DnaMapping): Promise<DnaRead> => {
  const name = path.basename(file);
  return dnaDataset(name, mapping, () => loadDnaFile(file, name));
};

/** Sizes and times of the file and of what another program lays beside it while it writes. */
async function signatureOf(file: string): Promise<string> {
  const parts = ["", "-journal", "-wal"].map(async (suffix) => {
    const found = await stat(file + suffix, { bigint: true }).catch(() => null);
    return found ? `${found.ino}:${found.size}:${found.mtimeNs}` : "-";
  });
  return (await Promise.all(parts)).join(" ");
}

/** Reads the file and begins to watch it. The id is the file's name without its ending; a broken file is listed too. */
export async function openDnaSource(file: string, options: DnaSourceOptions): Promise<DatasetSource> {
  const { watch = true, poll = 1000, mapping } = options;
  const id = slug(path.basename(file).replace(/\.dna$/i, ""));
  const listeners = new Set<(event: DatasetEvent) => void>();
  let signature = await signatureOf(file);
  let { dataset, report } = await readDnaDataset(file, mapping);
  let reading: Promise<void> | null = null;

  const look = async (): Promise<void> => {
    const now = await signatureOf(file);
    if (now === signature) return;
    signature = now;
    const read = await readDnaDataset(file, mapping);
    const before = { version: dataset?.version, ok: report.ok };
    report = read.report;
    if (read.dataset) dataset = read.dataset;
    if (read.dataset && read.dataset.version === before.version && before.ok) return;
    for (const listener of listeners)
      listener(
        read.dataset
          ? { kind: "changed", id, dataset: read.dataset, texts: NO_TEXTS, report }
          : { kind: "broken", id, report },
      );
  };
  const timer = watch
    ? setInterval(() => {
        reading ??= look().finally(() => {
          reading = null;
        });
      }, poll)
    : null;
  timer?.unref();

  const current = (asked: string): Dataset => {
    if (asked !== id)
      throw new Fault({
        class: "not-found",
        code: "unknown-dataset",
        message: `there is no dataset “${asked.slice(0, 80)}”`,
        remedy: `Use ${id}.`,
      });
    if (dataset) return dataset;
    throw new Fault({
      class: "bad-data",
      code: "bad-dataset",
      message: `dataset “${id}” cannot be used`,
      remedy: "Mend what the report lists.",
      details: { report },
    });
  };
  return {
    async list() {
      return [{ id, title: dataset?.metadata.title ?? id, version: dataset?.version ?? null, report }];
    },
    async load(asked) {
      return current(asked);
    },
    async texts() {
      // Those of the database stand in the dataset's `origin`: nobody said that they may be given on.
      return NO_TEXTS;
    },
    async version(asked) {
      return current(asked).version;
    },
    async changes(asked) {
      return { kind: "reset", version: current(asked).version };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (timer) clearInterval(timer);
      listeners.clear();
      await reading;
    },
  };
}
