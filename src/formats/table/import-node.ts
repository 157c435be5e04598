/** Tables as files, plain or packed by gzip, and the new package as a folder that appears whole or not at all. */

import { createReadStream, rmSync } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { fileError, isSystemError } from "../../dataset/file-error-node.ts";
import { makeFolder, requireEmptyFolder } from "../../dataset/folder-node.ts";
import { slug } from "../../dataset/slug.ts";
import type { CheckReport } from "../../model/problem.ts";
import { convertTable } from "./convert.ts";
import type { TableMapping } from "./mapping.ts";
import { TABLE_PROBLEMS } from "./problems.ts";
import type { TableFile } from "./read-rows.ts";

const PACKED = /\.gz$/i;
const TABLE = /\.(?:csv|tsv)(?:\.gz)?$/i;

/** Whether a path means a table: its name ends in .csv or .tsv, perhaps with .gz behind. */
export const isTablePath = (file: string): boolean => TABLE.test(file);

/** A gzip file that is broken. */
class DamagedArchive extends Error {}

export interface ImportRequest {
  readonly file: string;
  readonly dates: string | null;
  readonly mapping: TableMapping;
  /** The folder of the new package: not there, or empty. */
  readonly to: string;
  /** Told of bytes of the file read, of both readings together, and of rows. */
  progress?(share: number, rows: number): void;
}

/**
 * Makes a package of a table. When the report is not ok, or an error is thrown, the folder is as it was.
 * @throws FileError where the system refuses to read or write; Fault where the folder has content
 */
export async function importTable(request: ImportRequest): Promise<CheckReport> {
  const { file, dates, mapping, to } = request;
  await requireEmptyFolder(to);
  const size = await sizeOf(file);
  if (dates !== null) await sizeOf(dates);
  let read = 0;
  const draft = await openDraft(to);
  try {
    const report = await convertTable({
      table: { name: path.basename(file), open: () => bytesOf(file, (bytes) => (read += bytes)) },
      dates: dates === null ? null : tableFile(dates),
      mapping,
      name: slug(path.basename(path.resolve(to))),
      title: path.basename(file).replace(TABLE, "") || "table",
      write: (name, text) => draft.write(name, text),
      progress: (_, rows) => request.progress?.(Math.min(1, read / (2 * size)), rows),
    });
    if (report.ok) await draft.keep();
    return report;
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    const problem = { file: error.message, row: null, column: "", code: "damaged-archive" };
    const message = `${error.message} is no whole gzip file`;
    const remedy = TABLE_PROBLEMS["damaged-archive"];
    return { ok: false, problems: [{ ...problem, message, remedy }], warnings: [], counts: {} };
  } finally {
    await draft.drop();
  }
}

const tableFile = (file: string): TableFile => ({ name: path.basename(file), open: () => bytesOf(file) });

/** The size of an ordinary file; a pipe could not be read twice. */
async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return Math.max(1, found.size);
    const code = found.isDirectory() ? "EISDIR" : "EINVAL";
    throw Object.assign(new Error(`${file} is no file`), { code, syscall: "read" });
  } catch (error) {
    throw isSystemError(error) ? fileError(path.basename(file), "read", error) : error;
  }
}

async function* bytesOf(file: string, count: (bytes: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  const raw = createReadStream(file, { highWaterMark: 1 << 18 });
  raw.on("data", (chunk) => count(chunk.length));
  const packed = PACKED.test(file);
  const out: Readable = packed
    ? createGunzip({ chunkSize: 1 << 18 })
    : new PassThrough({ highWaterMark: 1 << 18 });
  // The reader below meets every failure of the pipeline as one of `out`.
  void pipeline(raw, out as PassThrough).catch(() => {});
  try {
    for await (const chunk of out) yield chunk as Uint8Array;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("Z_")) throw new DamagedArchive(path.basename(file));
    throw isSystemError(error) ? fileError(path.basename(file), "read", error) : error;
  } finally {
    raw.destroy();
    out.destroy();
  }
}

interface Draft {
  write(name: string, text: string): Promise<void>;
  /** Puts the files into their place. */
  keep(): Promise<void>;
  /** Removes what is not in its place. */
  drop(): Promise<void>;
}

/**
 * A hidden folder on the same disk: in the folder itself where it is there, else in the nearest one above. It goes when the
 * program is stopped, too.
 */
async function openDraft(to: string): Promise<Draft> {
  const exists = (await stat(to).catch(() => null)) !== null;
  let above = to;
  while (!(await stat(above).catch(() => null)) && path.dirname(above) !== above) above = path.dirname(above);
  const folder = path.join(above, `.${path.basename(to)}.${process.pid}.tmp`);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw isSystemError(error) ? fileError(to, "written", error) : error;
    }
  };
  await guarded(() => mkdir(folder));
  const stop = (): void => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  let current: { name: string; handle: FileHandle } | null = null;
  const close = async (): Promise<void> => {
    const handle = current?.handle;
    current = null;
    await handle?.sync();
    await handle?.close();
  };
  return {
    write: (name, text) =>
      guarded(async () => {
        if (current?.name !== name) {
          await close();
          current = { name, handle: await open(path.join(folder, name), "wx") };
        }
        await current.handle.writeFile(text);
      }),
    keep: () =>
      guarded(async () => {
        await close();
        if (exists) {
          for (const name of await readdir(folder))
            await rename(path.join(folder, name), path.join(to, name));
          await rmdir(folder);
        } else {
          await makeFolder(path.dirname(to));
          await rename(folder, to);
        }
      }),
    async drop() {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      const handle = current?.handle;
      current = null;
      await handle?.close().catch(() => {});
      // After `keep` there is nothing of that name; where it cannot be removed, the first refusal is what matters.
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    },
  };
}
