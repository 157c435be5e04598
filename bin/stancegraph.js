#!/usr/bin/env node
/** The command `stancegraph`: runs the built program, or says how to build it. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const program = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(fileURLToPath(program))) {
  await import(program.href);
} else {
  process.stderr.write(
    "stancegraph is not built yet. Run `npm ci` (or `npm run build`) in its folder first.\n",
  );
  process.exitCode = 1;
}
