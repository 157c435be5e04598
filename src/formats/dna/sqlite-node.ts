/** In Node: SQLite started from the installed package, and a `.dna` file read from disk with a look for another program's lock. */

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import type { DnaDatabase } from "../../model/dna.ts";
import { Fault } from "../../model/problem.ts";
import { readDnaDatabase } from "./read-dna.ts";
import { type SqliteEngine, startSqlite } from "./sqlite.ts";

let engine: Promise<SqliteEngine> | undefined;

/** The engine from `node_modules`; read from disk once. */
export function nodeSqlite(): Promise<SqliteEngine> {
  engine ??= readFile(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm")).then(startSqlite);
  return engine;
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

export interface DnaFile {
  readonly database: DnaDatabase;
  /** SHA-256 of the file's bytes. */
  readonly version: string;
}

/** Reads a `.dna` file. Throws a `Fault` where `readDnaDatabase` does, and when another program is in the midst of writing. */
export const readDnaFile = async (file: string): Promise<DnaDatabase> => (await loadDnaFile(file)).database;

/** The same with the version of the file. `shown` is what the file is called in messages. */
export async function loadDnaFile(file: string, shown = file): Promise<DnaFile> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Fault({
      class: "bad-data",
      code: "dna-unreadable",
      message: `${shown} cannot be read: ${error.message}`,
      remedy: "Check the path and that you may read the file.",
      details: { file },
    });
  });
  for (const suffix of ["-journal", "-wal"]) {
    if ((await sizeOf(file + suffix)) === 0) continue;
    throw new Fault({
      class: "bad-data",
      code: "dna-locked",
      message: `${shown} is in use: beside it lies ${suffix.slice(1)} data (${shown}${suffix}) that is not in the file yet.`,
      remedy:
        "Close the database in DNA, or open and close it there once so that the pending changes are finished, then try again.",
      details: { file },
    });
  }
  return {
    database: readDnaDatabase(bytes, await nodeSqlite(), shown),
    version: createHash("sha256").update(bytes).digest("hex"),
  };
}
