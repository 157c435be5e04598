/** Builds the explorer and the program of self-contained files (dist/explorer) and the program (dist/cli); `--if-stale` does so only when an input is newer. */
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const stamp = path.join(root, "dist", "built");
const inputs = [
  "src",
  "public",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
  "vite.offline.config.ts",
  "vite.program.config.ts",
];

/** The latest change of a file, or of anything in a folder, in milliseconds. */
function changed(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => changed(path.join(file, name))));
}

export function isStale() {
  const built = statSync(stamp, { throwIfNoEntry: false });
  return !built || inputs.some((name) => changed(path.join(root, name)) > built.mtimeMs);
}

export async function build() {
  if (!existsSync(path.join(root, "src"))) return; // an installed package brings its dist along
  const vite = await import("vite").catch(() => null);
  if (!vite) {
    if (existsSync(stamp)) return;
    throw new Error("The build needs the development dependencies: run `npm ci` without --omit=dev.");
  }
  rmSync(stamp, { force: true });
  for (const config of ["vite.program.config.ts", "vite.config.ts", "vite.offline.config.ts"])
    await vite.build({ configFile: path.join(root, config), logLevel: "warn" });
  writeFileSync(stamp, "");
}

if (process.argv[1] === import.meta.filename) {
  if (!process.argv.includes("--if-stale") || isStale()) await build();
}
