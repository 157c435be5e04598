/** Datasets by the paths that a user names: package folders and `.dna` files, side by side. */

import { stat } from "node:fs/promises";
import { combineSources } from "../dataset/combined-source.ts";
import { type FolderSourceOptions, openFolderSource } from "../dataset/folder-source-node.ts";
import type { DatasetSource } from "../dataset/source.ts";
import type { DnaMapping } from "./dna/mapping.ts";

/** Whether a path means a DNA database: its name ends in `.dna` and it is no folder. */
export async function isDnaPath(file: string): Promise<boolean> {
  if (!/\.dna$/i.test(file)) return false;
  const found = await stat(file).catch(() => null);
  return !found?.isDirectory();
}

/** Opens all paths as one source, datasets in their order. `mapping` is for the `.dna` files among them. */
export async function openSource(
  paths: readonly string[],
  { mapping, ...options }: FolderSourceOptions & { readonly mapping: DnaMapping },
): Promise<DatasetSource> {
  const isDna = await Promise.all(paths.map(isDnaPath));
  if (!isDna.includes(true)) return openFolderSource(paths, options);
  const { watch = true } = options;
  // Reading databases takes a whole SQLite, which packages do without.
  const { openDnaSource } = await import("./dna/dna-source-node.ts");
  const sources: DatasetSource[] = [];
  for (const [at, each] of paths.entries())
    sources.push(
      isDna[at] ? await openDnaSource(each, { watch, mapping }) : await openFolderSource([each], options),
    );
  return combineSources(sources);
}
