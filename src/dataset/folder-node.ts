/** Packages, corpora and new packages as folders of the file system. */

import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Fault, type Problem } from "../model/problem.ts";
import { MAX_FILE_BYTES } from "./csv.ts";
import { fileError, isSystemError } from "./file-error-node.ts";
import { type Hash, type ReadOptions, type ReadPackage, readPackage } from "./read.ts";
import { problemAt } from "./report.ts";
import { slug } from "./slug.ts";
import { NO_TEXTS } from "./source.ts";
import { DESCRIPTOR_FILE, TABLES } from "./tables.ts";
import { decodeUtf8 } from "./utf8.ts";
import { emptyPackage } from "./write.ts";

const DOCUMENTS = "documents";
const PACKAGE_FILES = [DESCRIPTOR_FILE, ...TABLES.map((table) => table.file)];

/** Files by their path in the package, with `/` between folder and name, and what could not be read. */
export interface FolderContent {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";

/** Why a folder cannot be read, or null. The name of the folder stands in the message as it was given. */
async function folderProblem(folder: string): Promise<Problem | null> {
  try {
    if ((await stat(folder)).isDirectory()) return null;
    return problemAt("not-a-folder", { file: folder }, `${folder} is not a folder`);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT")
      return problemAt("missing-folder", { file: folder }, `there is no folder ${folder}`);
    if (code === "ENOTDIR") return problemAt("not-a-folder", { file: folder }, `${folder} is not a folder`);
    return problemAt("unreadable", { file: folder }, `${folder} cannot be read (${code})`);
  }
}

/** Reads the files of a package: the tables, the descriptor and documents/*.txt. Others are left alone. */
export async function readFolder(folder: string): Promise<FolderContent> {
  const fault = await folderProblem(folder);
  if (fault) return { files: new Map(), problems: [fault] };
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  const documents = await listTexts(path.join(folder, DOCUMENTS), `${DOCUMENTS}/`, problems);
  for (const name of [...PACKAGE_FILES, ...documents.map((file) => `${DOCUMENTS}/${file}`)]) {
    const bytes = await readOne(path.join(folder, name), name, problems);
    if (bytes) files.set(name, bytes);
  }
  return { files, problems };
}

/** Names of the .txt files of a folder in code unit order; none when there is no such folder. */
async function listTexts(folder: string, shown: string, problems: Problem[]): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(".txt") && name !== ".txt").toSorted();
  } catch (error) {
    const code = codeOf(error);
    if (code !== "ENOENT")
      problems.push(problemAt("unreadable", { file: shown }, `${shown} cannot be read (${code})`));
    return [];
  }
}

async function readOne(file: string, shown: string, problems: Problem[]): Promise<Uint8Array | null> {
  try {
    const found = await stat(file);
    // A pipe or a device would be waited for without end.
    if (!found.isFile() && !found.isDirectory()) {
      const message = `${shown} is a pipe, socket or device, not a file`;
      problems.push(problemAt("unreadable", { file: shown }, message));
      return null;
    }
    if (found.size <= MAX_FILE_BYTES) return await readFile(file);
    const message = `${shown} has ${found.size} bytes; the limit is ${MAX_FILE_BYTES}`;
    problems.push(problemAt("file-too-large", { file: shown }, message));
  } catch (error) {
    const code = codeOf(error);
    if (code !== "ENOENT")
      problems.push(problemAt("unreadable", { file: shown }, `${shown} cannot be read (${code})`));
  }
  return null;
}

/** Reads and checks the package in a folder. What the file system refuses stands in the report with the rest. */
export async function readPackageFolder(folder: string, options: ReadOptions): Promise<ReadPackage> {
  return checkContent(await readFolder(folder), options);
}

/** SHA-256 by the system's library. */
export function nodeHash(): Hash {
  const hash = createHash("sha256");
  return { update: (bytes) => hash.update(bytes), hex: () => hash.digest("hex") };
}

/** Checks what was read from a folder. */
export function checkContent({ files, problems }: FolderContent, options: ReadOptions): ReadPackage {
  if (files.size === 0 && problems.length > 0) {
    return { dataset: null, texts: NO_TEXTS, report: { ok: false, problems, warnings: [], counts: {} } };
  }
  const read = readPackage(files, { hash: nodeHash, ...options });
  if (problems.length === 0) return read;
  const refused = new Set(problems.map(({ file }) => file));
  const others = read.report.problems.filter(
    ({ code, file }) => code !== "missing-file" || !refused.has(file),
  );
  return {
    ...read,
    dataset: null,
    report: { ...read.report, ok: false, problems: [...problems, ...others] },
  };
}

/** Texts by source id, and what could not be read. */
export interface Corpus {
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the files `<source id>.txt` of a folder. Only names that the folder itself lists are opened, so no id can lead out of
 * it. With `ids`, other files are left alone.
 */
export async function readCorpus(folder: string, ids?: ReadonlySet<string>): Promise<Corpus> {
  const fault = await folderProblem(folder);
  if (fault) return { texts: new Map(), problems: [fault] };
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of await listTexts(folder, folder, problems)) {
    const stem = name.slice(0, -".txt".length);
    // Some file systems give accents apart from their letters.
    const id = ids === undefined || ids.has(stem) ? stem : stem.normalize("NFC");
    if (ids !== undefined && !ids.has(id)) continue;
    const bytes = await readOne(path.join(folder, name), name, problems);
    if (!bytes) continue;
    const decoded = decodeUtf8(bytes);
    if (decoded.fault === null) texts.set(id, decoded.text);
    else
      problems.push(problemAt("bad-encoding", { file: name, row: decoded.line }, `${name} ${decoded.fault}`));
  }
  return { texts, problems };
}

/** Makes a folder and those above it. (Node's own recursive way never ends where a file system has no place for folders.) */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = codeOf(error);
    if ((await stat(folder).catch(() => null))?.isDirectory()) return;
    const above = path.dirname(folder);
    if (code !== "ENOENT" || above === folder || (await stat(above).catch(() => null))) throw error;
    await makeFolder(above);
    await mkdir(folder);
  }
}

/**
 * Writes files into a folder, which is made if need be. All are written beside their places first and then renamed, so that a
 * reader sees each file old or new, never half. Refuses names that lead out of the folder. What the system refuses is thrown as a
 * `FileError` that names the file.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const moves: { from: string; to: string }[] = [];
  let place = folder;
  try {
    for (const [name, bytes] of files) {
      if (!/^(?:documents\/)?[^/\\]+$/.test(name) || /^\.\.?$/.test(path.posix.basename(name))) {
        throw new Error(`${name} is no file of a package`);
      }
      const to = path.join(folder, name);
      place = to;
      const from = path.join(path.dirname(to), `.${path.basename(to)}.${process.pid}.tmp`);
      await makeFolder(path.dirname(to));
      moves.push({ from, to });
      const handle = await open(from, "w");
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const { from, to } of moves) {
      place = to;
      await rename(from, to);
    }
  } catch (error) {
    // Where the drafts cannot even be removed, the first refusal is what matters.
    for (const { from } of moves) await rm(from, { force: true }).catch(() => {});
    throw isSystemError(error) ? fileError(place, "written", error) : error;
  }
}

/**
 * Accepts a folder that is not there or is empty. Throws a `Fault` of class `bad-parameter`, code `folder-not-empty` or
 * `not-a-folder`, otherwise.
 */
export async function requireEmptyFolder(folder: string): Promise<void> {
  const fault = await folderProblem(folder);
  if (fault && fault.code !== "missing-folder") {
    throw new Fault({
      class: "bad-parameter",
      code: fault.code,
      message: fault.message,
      remedy: fault.remedy,
    });
  }
  if (!fault && (await readdir(folder)).length > 0) {
    throw new Fault({
      class: "bad-parameter",
      code: "folder-not-empty",
      message: `${folder} is not empty`,
      remedy: "Name a folder that does not exist yet or is empty.",
    });
  }
}

/** Makes an empty package in a folder that `requireEmptyFolder` accepts. */
export async function initFolder(folder: string): Promise<readonly string[]> {
  await requireEmptyFolder(folder);
  const title = path.basename(path.resolve(folder));
  const files = emptyPackage(slug(title), title);
  await writeFolder(folder, files);
  return [...files.keys()];
}
