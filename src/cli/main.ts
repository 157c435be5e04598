/** The program's edge: the real streams, signals and exit code around `run`. */

import { once } from "node:events";
import { fileError, isSystemError } from "../dataset/file-error-node.ts";
import { EXIT } from "./faults.ts";
import type { Io } from "./io.ts";
import { run } from "./run.ts";

for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, closes the pipe: that is no error.
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    // Of standard error nobody can be told.
    if (stream === process.stdout && isSystemError(error))
      process.stderr.write(`${fileError("Standard output", "written", error).message}\n`);
    process.exit(EXIT.bad);
  });

const io: Io = {
  async out(data) {
    if (!process.stdout.write(data)) await once(process.stdout, "drain");
  },
  err: (message) => void process.stderr.write(message),
  env: process.env,
  cwd: process.cwd(),
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  errIsTerminal: process.stderr.isTTY === true,
  now: () => Date.now(),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        process.once(signal, () => {
          // Whoever asks twice does not want to wait.
          process.once(signal, () => process.exit(1));
          resolve();
        });
    }),
};

process.exitCode = await run(process.argv.slice(2), io);
