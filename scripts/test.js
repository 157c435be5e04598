/** `npm test`: builds what is stale, for the end-to-end tests, then runs all tests; arguments go to vitest. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { build, isStale } from "./build.js";

if (isStale()) await build();
const vitest = path.resolve(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
