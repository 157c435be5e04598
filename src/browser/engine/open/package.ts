/** Opens a dataset package: the files of a folder, wherever in what was given that folder is. */

import { readPackage } from "../../../dataset/read.ts";
import { slug } from "../../../dataset/slug.ts";
import { DESCRIPTOR_FILE, TABLES } from "../../../dataset/tables.ts";
import type { Problem } from "../../../model/problem.ts";
import type { GivenFile } from "../protocol.ts";
import { bytesOf } from "../streams.ts";
import { checked, type OpenRequest, openProblem, type ReadData, refused, tooLarge } from "./read.ts";

const TABLE_FILES: readonly string[] = TABLES.map(({ file }) => file);
const PACKAGE_FILES: readonly string[] = [DESCRIPTOR_FILE, ...TABLE_FILES];

/** Whether a name below the package's folder is one of its files. */
const isPackageFile = (name: string): boolean =>
  PACKAGE_FILES.includes(name) || /^documents\/[^/]+\.txt$/.test(name);

/**
 * The folder that holds the package, with its slash, or null: where the descriptor or most tables are, the outermost first.
 * A lone table is none: it may be any table.
 */
export function packageRoot(paths: readonly string[]): string | null {
  const found = new Map<string, number>();
  for (const path of paths) {
    const at = path.lastIndexOf("/") + 1;
    const name = path.slice(at);
    if (!PACKAGE_FILES.includes(name)) continue;
    const root = path.slice(0, at);
    found.set(root, (found.get(root) ?? 0) + (name === DESCRIPTOR_FILE ? TABLES.length : 1));
  }
  const depth = (root: string): number => root.split("/").length;
  const [best] = [...found].filter(([, weight]) => weight > 1).sort(([a], [b]) => depth(a) - depth(b));
  return best?.[0] ?? null;
}

/** Files of the package by their names in it. */
export function filesBelow<File extends { readonly path: string }>(
  root: string,
  files: readonly File[],
): ReadonlyMap<string, File> {
  return new Map(
    files
      .filter(({ path }) => path.startsWith(root) && isPackageFile(path.slice(root.length)))
      .map((file) => [file.path.slice(root.length), file]),
  );
}

export async function openFolder(root: string, { files, progress }: OpenRequest): Promise<ReadData> {
  const wanted = filesBelow(root, files);
  const content = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const [name, { blob }] of wanted) {
    progress({ stage: "reading", share: content.size / wanted.size });
    const problem = await readInto(content, name, blob);
    if (problem) problems.push(problem);
  }
  return problems.length > 0 ? refused(...problems) : openFiles(content, root, progress);
}

async function readInto(
  content: Map<string, Uint8Array>,
  name: string,
  blob: GivenFile["blob"],
): Promise<Problem | null> {
  const excess = tooLarge(name, blob);
  if (excess) return excess;
  const bytes = await bytesOf(blob);
  if (bytes === null) return openProblem("unreadable-file", name, `${name} cannot be read`);
  content.set(name, bytes);
  return null;
}

/** Checks the files of a package. @param folder whose name is the dataset's where the descriptor has none */
export function openFiles(
  content: ReadonlyMap<string, Uint8Array>,
  folder: string,
  progress: OpenRequest["progress"],
): ReadData {
  progress({ stage: "checking", share: null });
  const name = folder.replace(/\/$/, "").split("/").at(-1) ?? "";
  const { dataset, texts, report } = readPackage(content, { id: slug(name) });
  return checked(dataset && { ...dataset, id: slug(dataset.metadata.name || name) }, texts, report);
}
