/** Finds out what was given and opens it. */

import { graphReaderOf } from "../../../formats/graph-package/convert.ts";
import type { GivenFile } from "../protocol.ts";
import { openArchive } from "./archive.ts";
import { openDna } from "./dna.ts";
import { openGraph } from "./graph.ts";
import { openFolder, packageRoot } from "./package.ts";
import { baseName, type OpenRequest, openProblem, type ReadData, refused } from "./read.ts";
import { isTable, openTable } from "./table.ts";

const isDna = (path: string): boolean => /\.dna$/i.test(path);

/** Whether a file can be opened by itself, by its name. */
const isKnown = (path: string): boolean =>
  isDna(path) ||
  isTable(path) ||
  (graphReaderOf(path) !== undefined && baseName(path) !== "datapackage.json");

/** What systems put beside the reader's own files. */
const isAside = (path: string): boolean =>
  path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");

export async function openFiles(request: OpenRequest): Promise<ReadData> {
  const files = request.files.filter(({ path }) => !isAside(path));
  const [first] = files;
  if (!first) return refused(openProblem("nothing-given", "", "There is no file in what was given"));
  const root = packageRoot(files.map(({ path }) => path));
  if (root !== null) return openFolder(root, { ...request, files });
  const single = (file: GivenFile): Promise<ReadData> => openSingle(file, request);
  if (files.length === 1)
    return /\.zip$/i.test(first.path) ? openArchive(first, request, single, isKnown) : single(first);
  const known = files.filter(({ path }) => isKnown(path));
  const [only] = known;
  if (only && known.length === 1) return single(only);
  const names = files.map(({ path }) => baseName(path));
  const message = `${files.length} files were given (${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}), which are no dataset together: there is no datapackage.json among them`;
  return refused(openProblem("several-files", "", message));
}

async function openSingle(file: GivenFile, request: OpenRequest): Promise<ReadData> {
  const { path } = file;
  if (isDna(path)) return openDna(file, request);
  if (isTable(path)) return openTable(file, request);
  const reader = graphReaderOf(path);
  if (reader && isKnown(path)) return openGraph(file, reader, request);
  return refused(
    openProblem("unknown-file", baseName(path), `${baseName(path)} is of no kind that is read here`),
  );
}
