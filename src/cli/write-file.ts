/** Writes a file so that nobody ever sees half of it. */

import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileError, isSystemError } from "../dataset/file-error-node.ts";
import { CommandError } from "./faults.ts";

/**
 * Writes beside the place and renames; a link stays a link. What is no ordinary file, such as a pipe, is written directly.
 * @throws CommandError or FileError when the place cannot be written to
 */
export async function writeAtomically(file: string, chunks: Iterable<Uint8Array>): Promise<void> {
  try {
    const target = await realpath(file).catch(() => file);
    const found = await stat(target).catch(() => null);
    if (found?.isDirectory()) throw new CommandError(`${file} is a folder.`);
    if (found && !found.isFile()) return await writeAll(await open(target, "w"), chunks);
    const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    try {
      await writeAll(await open(draft, "w", found?.mode ?? 0o666), chunks);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {});
      throw error;
    }
  } catch (error) {
    throw isSystemError(error) ? fileError(file, "written", error) : error;
  }
}

async function writeAll(handle: FileHandle, chunks: Iterable<Uint8Array>): Promise<void> {
  try {
    for (const chunk of chunks) await handle.writeFile(chunk);
  } finally {
    await handle.close();
  }
}
