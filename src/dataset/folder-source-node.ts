/** Datasets from folders that are watched: a clean change is given out, a broken one is reported and the old dataset stays. */

import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Dataset } from "../model/dataset.ts";
import { type CheckReport, Fault } from "../model/problem.ts";
import { diffDatasets } from "./changes.ts";
import { readDescriptor } from "./descriptor.ts";
import { checkContent, type FolderContent, readFolder } from "./folder-node.ts";
import { Findings } from "./report.ts";
import { slug } from "./slug.ts";
import type { DatasetEvent, DatasetSource, Texts } from "./source.ts";
import { DESCRIPTOR_FILE, TABLES } from "./tables.ts";

export interface FolderSourceOptions {
  /** Whether to watch; true by default. */
  readonly watch?: boolean;
  /** Quiet time after a change before the folder is read, in milliseconds. */
  readonly debounce?: number;
  /** How often the folder is looked at where the system tells nothing (network drives, replaced folders), in milliseconds. */
  readonly poll?: number;
}

interface Watched {
  readonly id: string;
  readonly folder: string;
  title: string;
  dataset: Dataset | null;
  texts: Texts;
  /** The version before, for `changes`. */
  previous: Dataset | null;
  report: CheckReport;
  /** What the file system said of the files that were last read. */
  signature: string;
  watchers: FSWatcher[];
  timer: NodeJS.Timeout | null;
  /** The reading that is going on, and whether another must follow. */
  reading: Promise<void> | null;
  again: boolean;
}

/** Sizes and times of a package's files: equal exactly when nothing was touched. */
async function signatureOf(folder: string): Promise<string> {
  const documents = await readdir(path.join(folder, "documents")).catch((): string[] => []);
  const texts = documents.map((name) => `documents/${name}`);
  const names = ["", DESCRIPTOR_FILE, ...TABLES.map((table) => table.file), ...texts];
  const parts = names.map(async (name) => {
    try {
      const { ino, size, mtimeNs, ctimeNs } = await stat(path.join(folder, name), { bigint: true });
      return `${ino}:${size}:${mtimeNs}:${ctimeNs}`;
    } catch {
      // A file that is not there or cannot be asked has a signature too; reading it will say why.
      return "-";
    }
  });
  return (await Promise.all(parts)).join(" ");
}

/** Reads all folders and begins to watch them. Ids are the descriptors' names, made unique; a broken folder is listed too. */
export async function openFolderSource(
  folders: readonly string[],
  options: FolderSourceOptions = {},
): Promise<DatasetSource> {
  const { debounce = 200, poll = 2000 } = options;
  const entries = new Map<string, Watched>();
  const listeners = new Set<(event: DatasetEvent) => void>();
  let closed = false;

  for (const folder of folders) {
    const signature = await signatureOf(folder);
    const content = await readFolder(folder);
    const name = readDescriptor(content.files.get(DESCRIPTOR_FILE), new Findings())?.metadata.name ?? "";
    const id = uniqueId(slug(name || path.basename(path.resolve(folder))), entries);
    const { dataset, texts, report } = checkContent(content, { id });
    entries.set(id, {
      id,
      folder,
      title: dataset?.metadata.title || name || id,
      dataset,
      texts,
      previous: null,
      report,
      signature,
      watchers: [],
      timer: null,
      reading: null,
      again: false,
    });
  }

  const reread = async (entry: Watched): Promise<void> => {
    const signature = await signatureOf(entry.folder);
    if (closed || signature === entry.signature) return;
    entry.signature = signature;
    const content = withoutPath(await readFolder(entry.folder), entry.folder);
    const { dataset, texts, report } = checkContent(content, { id: entry.id });
    if (closed) return;
    const before = entry.report;
    entry.report = report;
    if (dataset === null) {
      // Files are written one after the other, so that the same problems may be met several times.
      if (JSON.stringify(report) === JSON.stringify(before)) return;
      tell({ kind: "broken", id: entry.id, report });
      return;
    }
    const textsChanged = !sameTexts(texts, entry.texts);
    if (dataset.version !== entry.dataset?.version || textsChanged || !before.ok) {
      if (dataset.version !== entry.dataset?.version) entry.previous = entry.dataset;
      entry.dataset = dataset;
      if (textsChanged) entry.texts = texts;
      entry.title = dataset.metadata.title || entry.id;
      tell({ kind: "changed", id: entry.id, dataset, texts: entry.texts, report });
    }
  };

  const tell = (event: DatasetEvent): void => {
    for (const listener of listeners) listener(event);
  };

  const readNow = (entry: Watched): void => {
    if (closed) return;
    if (entry.reading) {
      entry.again = true;
      return;
    }
    entry.reading = reread(entry).finally(() => {
      entry.reading = null;
      if (entry.again) {
        entry.again = false;
        readNow(entry);
      }
    });
  };

  const touch = (entry: Watched): void => {
    if (closed) return;
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      entry.timer = null;
      readNow(entry);
    }, debounce);
  };

  const pollTimer =
    options.watch === false
      ? null
      : setInterval(() => {
          for (const entry of entries.values()) {
            void signatureOf(entry.folder).then((signature) => {
              if (signature !== entry.signature && entry.timer === null) touch(entry);
            });
          }
        }, poll);
  pollTimer?.unref();
  if (options.watch !== false) for (const entry of entries.values()) startWatching(entry, () => touch(entry));

  const entryOf = (id: string): Watched => {
    const entry = entries.get(id);
    if (entry) return entry;
    throw new Fault({
      class: "not-found",
      code: "unknown-dataset",
      message: `there is no dataset “${id.slice(0, 80)}”`,
      remedy: `Use one of ${[...entries.keys()].join(", ")}.`,
    });
  };
  const current = (id: string): Dataset => {
    const { dataset, report } = entryOf(id);
    if (dataset) return dataset;
    throw new Fault({
      class: "bad-data",
      code: "bad-dataset",
      message: `dataset “${id}” has ${report.problems.length} problems`,
      remedy: "Run `stancegraph check` on its folder and mend what it lists.",
      details: { report },
    });
  };

  return {
    async list() {
      return [...entries.values()].map(({ id, title, dataset, report }) => ({
        id,
        title,
        version: dataset?.version ?? null,
        report,
      }));
    },
    async load(id) {
      return current(id);
    },
    async texts(id) {
      return entryOf(id).texts;
    },
    async version(id) {
      return current(id).version;
    },
    async changes(id, since) {
      const dataset = current(id);
      const before = [dataset, entryOf(id).previous].find((candidate) => candidate?.version === since);
      return before ? diffDatasets(before, dataset) : { kind: "reset", version: dataset.version };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      if (pollTimer) clearInterval(pollTimer);
      listeners.clear();
      for (const entry of entries.values()) {
        if (entry.timer) clearTimeout(entry.timer);
        for (const watcher of entry.watchers) watcher.close();
        await entry.reading;
      }
    },
  };
}

const sameTexts = (one: Texts, other: Texts): boolean =>
  one.size === other.size && [...one].every(([id, text]) => other.get(id) === text);

/**
 * The content with the folder under its bare name: findings of a later reading are shown to whoever asks the server, whom the
 * places on its disk do not concern.
 */
function withoutPath({ files, problems }: FolderContent, folder: string): FolderContent {
  const name = path.basename(path.resolve(folder));
  const bare = (text: string): string => text.replaceAll(folder, name);
  return {
    files,
    problems: problems.map((problem) => ({
      ...problem,
      file: bare(problem.file),
      message: bare(problem.message),
    })),
  };
}

function uniqueId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}

/** Asks the system to tell of changes. Where it cannot, polling alone must do. */
function startWatching(entry: Watched, touched: () => void): void {
  for (const folder of [entry.folder, path.join(entry.folder, "documents")]) {
    try {
      const watcher = watch(folder, { persistent: false }, touched);
      watcher.on("error", () => watcher.close());
      entry.watchers.push(watcher);
    } catch {
      // Not every folder exists and not every file system can be watched; the timer looks at them anyway.
    }
  }
}
