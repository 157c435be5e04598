/** Files that the reader gave, by choosing or dropping, with their paths below what was given. */

import type { GivenFile } from "../../engine/protocol.ts";

/** Files of a folder beyond which nobody means a dataset. */
const MOST_FILES = 20_000;

/** Whether a file is a table, by its name. */
export const isTableName = (path: string): boolean => /\.(?:csv|tsv)(?:\.gz)?$/i.test(path);

/** Of a file field. */
export const chosenFiles = (list: FileList | null): readonly GivenFile[] =>
  [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));

/**
 * Of a drop: must be called while its event is handled, because the browser forgets what was dropped. Folders are walked
 * afterwards.
 */
export function droppedFiles(transfer: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (entries.length === 0) return Promise.resolve(chosenFiles(transfer.files));
  return walk(entries);
}

async function walk(entries: readonly FileSystemEntry[]): Promise<readonly GivenFile[]> {
  const found: GivenFile[] = [];
  const open = [...entries];
  for (let entry = open.pop(); entry !== undefined && found.length < MOST_FILES; entry = open.pop()) {
    if (isFolder(entry)) open.push(...(await children(entry)));
    else if (isFile(entry)) {
      const file = entry;
      const blob = await new Promise<File>((resolve, reject) => file.file(resolve, reject));
      found.push({ path: file.fullPath.replace(/^\//, ""), blob });
    }
  }
  return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A folder gives its entries in parts, the last of which is empty. */
async function children(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}
