/** Peers in Python: a process that loads its data once and does one batch for every line it is sent. */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Batch, Contender } from "../harness.ts";

/** A Python in which the module can be imported, or null. */
export function pythonWith(module: string): string | null {
  const candidates = [process.env["STANCEGRAPH_PYTHON"] ?? "python3", "/usr/bin/python3"];
  return candidates.find((python) => spawnSync(python, ["-c", `import ${module}`]).status === 0) ?? null;
}

export interface PythonPeer extends Contender {
  /** What the last batch found, for comparison. */
  readonly found: () => unknown;
  close(): void;
}

interface Reply extends Batch {
  readonly found: unknown;
}

/**
 * Starts a script of this folder. It gets the path of a JSON file with `data`, prints `ready` once, then for every line on its
 * input one line of JSON `{units, wallMs, cpuMs, found}`.
 */
export async function startPython(python: string, script: string, data: unknown): Promise<PythonPeer> {
  const folder = mkdtempSync(path.join(tmpdir(), "stancegraph-bench-"));
  const file = path.join(folder, "data.json");
  writeFileSync(file, JSON.stringify(data));
  const child: ChildProcessWithoutNullStreams = spawn(python, [path.join(import.meta.dirname, script), file]);
  child.stderr.pipe(process.stderr);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${script} ended before it answered`);
    return value;
  };
  let found: unknown = null;
  if ((await line()) !== "ready") throw new Error(`${script} did not get ready`);
  return {
    async batch() {
      child.stdin.write("go\n");
      const reply = JSON.parse(await line()) as Reply;
      found = reply.found;
      return reply;
    },
    found: () => found,
    close() {
      child.stdin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
