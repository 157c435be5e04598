/** Scripts in a process of their own, where memory is measured or that of others would be in the way. */

import { spawn } from "node:child_process";
import path from "node:path";

/** Runs a script of this folder with garbage collection exposed; its stdout is one JSON value. */
export async function inChild<Reply>(script: string, args: readonly string[]): Promise<Reply> {
  const child = spawn(
    process.execPath,
    [
      "--expose-gc",
      "--max-old-space-size=12000",
      "--import",
      "tsx",
      path.join(import.meta.dirname, script),
      ...args,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let text = "";
  child.stdout.setEncoding("utf8");
  for await (const piece of child.stdout) text += piece;
  const code = child.exitCode ?? (await new Promise<number | null>((done) => child.once("exit", done)));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(text) as Reply;
}
