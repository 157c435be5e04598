/** Writes a file so that nobody ever sees half of it. */

import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileError, isSystemError } from "../dataset/file-error-node.ts";
import { CommandError } from "./faults.ts";

/**
 * Writes beside the place and renames; a link stays a link. What is no ordinary file, such as a pipe, is written directly.
 * Nothing is made before the first chunk comes, so that errors before it leave no trace.
 * @throws CommandError or FileError when the place cannot be written to, and whatever the chunks throw
 */
export async function writeAtomically(
  file: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await stat(target).catch(() => null);
  if (found?.isDirectory()) throw new CommandError(`${file} is a folder.`);
  const direct = found !== null && !found.isFile();
  const draft = direct
    ? target
    : path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  let handle: FileHandle | null = null;
  try {
    for await (const chunk of chunks) {
      handle ??= await refused(file, open(draft, "w", found?.mode ?? 0o666));
      await refused(file, handle.writeFile(chunk));
    }
    await handle?.close();
    if (handle && !direct) await refused(file, rename(draft, target));
  } catch (error) {
    await handle?.close().catch(() => {});
    if (handle && !direct) await rm(draft, { force: true }).catch(() => {});
    throw error;
  }
}

/** What the system refuses here is about the file to write, not about the one that is read. */
async function refused<Value>(file: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw isSystemError(error) ? fileError(file, "written", error) : error;
  }
}
