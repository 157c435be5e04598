/** Runs a command line in this process, with texts in place of the streams. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function cli(argv: readonly string[], world: Partial<Io> = {}): Promise<Ran> {
  const out: Buffer[] = [];
  let err = "";
  const io: Io = {
    async out(data) {
      out.push(Buffer.from(data));
    },
    err: (message) => {
      err += message;
    },
    env: {},
    cwd: os.tmpdir(),
    columns: null,
    errIsTerminal: false,
    now: () => Date.parse("2026-01-02T03:04:05Z"),
    interrupted: () => Promise.resolve(),
    ...world,
  };
  const code = await run(argv, io);
  return { code, out: Buffer.concat(out).toString("utf8"), err };
}

/** A temporary folder for one test. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "stancegraph-cli-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
