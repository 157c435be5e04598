/** Where the program is installed: found upwards from this file, so that it is the same from src, from dist and from any folder. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

let found: string | null = null;

/** The folder of package.json. */
function packageRoot(): string {
  if (found !== null) return found;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json")) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  found = folder;
  return folder;
}

/** The program's version. */
export function release(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot(), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "";
}

/** The program of the server's worker threads: the built one, or from the sources when this is run from them. */
export const workerProgram = (): URL =>
  pathToFileURL(
    path.join(
      packageRoot(),
      import.meta.url.endsWith(".ts") ? "scripts/source-worker.js" : "dist/cli/worker.js",
    ),
  );

/** The dataset that is meant when none is named. */
export const houseDataset = (): string => path.join(packageRoot(), "graph-data", "gaza-stabilization-force");

/** The built explorer. */
export const explorerFolder = (): string => path.join(packageRoot(), "dist", "explorer");
