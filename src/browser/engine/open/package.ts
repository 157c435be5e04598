/** Opens a dataset package: the files of a folder, wherever in what was given that folder is. */

import { readPackage } from "../../../dataset/read.ts";
import { slug } from "../../../dataset/slug.ts";
import { DESCRIPTOR_FILE, TABLES, type Table } from "../../../dataset/tables.ts";
import type { Problem } from "../../../model/problem.ts";
import type { GivenFile } from "../protocol.ts";
import { bytesOf } from "../streams.ts";
import { checked, type OpenRequest, openProblem, type ReadData, refused, tooLarge } from "./read.ts";

const TABLE_FILES: readonly string[] = TABLES.map(({ file }) => file);
const PACKAGE_FILES: readonly string[] = [DESCRIPTOR_FILE, ...TABLE_FILES];

/** The file of a package that a name below its folder stands for, also with capitals or the number that a browser adds; null = none. */
function packageFile(name: string): string | null {
  if (/^documents\/[^/]+\.txt$/.test(name)) return name;
  const usual = name.toLowerCase().replace(/ ?\(\d+\)(?=\.[a-z]+$)/, "");
  return PACKAGE_FILES.includes(usual) ? usual : null;
}

/**
 * The folder that holds the package, with its slash, or null: where the descriptor or most tables are, the outermost first.
 * A lone table is none: it may be any table.
 */
export function packageRoot(paths: readonly string[]): string | null {
  const found = new Map<string, Set<string>>();
  for (const path of paths) {
    const at = path.lastIndexOf("/") + 1;
    const name = packageFile(path.slice(at));
    if (name === null) continue;
    const root = path.slice(0, at);
    found.set(root, (found.get(root) ?? new Set()).add(name));
  }
  const depth = (root: string): number => root.split("/").length;
  const [best] = [...found]
    .filter(([, names]) => names.size > 1 || names.has(DESCRIPTOR_FILE))
    .sort(([a], [b]) => depth(a) - depth(b));
  return best?.[0] ?? null;
}

/** Files of the package by their names in it; of two that stand for one, the one with just its name. */
export function filesBelow<File extends { readonly path: string }>(
  root: string,
  files: readonly File[],
): ReadonlyMap<string, File> {
  const found = new Map<string, File>();
  for (const file of files) {
    if (!file.path.startsWith(root)) continue;
    const written = file.path.slice(root.length);
    const name = packageFile(written);
    if (name !== null && (written === name || !found.has(name))) found.set(name, file);
  }
  return found;
}

export async function openFolder(root: string, { files, progress }: OpenRequest): Promise<ReadData> {
  const wanted = filesBelow(root, files);
  const content = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const [name, { blob }] of wanted) {
    progress({ stage: "reading", share: content.size / wanted.size });
    const problem = await readInto(content, name, blob);
    if (problem) problems.push(problem);
  }
  return problems.length > 0 ? refused(...problems) : openFiles(content, root, progress);
}

async function readInto(
  content: Map<string, Uint8Array>,
  name: string,
  blob: GivenFile["blob"],
): Promise<Problem | null> {
  const excess = tooLarge(name, blob);
  if (excess) return excess;
  const bytes = await bytesOf(blob);
  if (bytes === null) return openProblem("unreadable-file", name, `${name} cannot be read`);
  content.set(name, bytes);
  return null;
}

/** Checks the files of a package. @param folder whose name is the dataset's where the descriptor has none */
export function openFiles(
  content: ReadonlyMap<string, Uint8Array>,
  folder: string,
  progress: OpenRequest["progress"],
): ReadData {
  progress({ stage: "checking", share: null });
  const name = folder.replace(/\/$/, "").split("/").at(-1) ?? "";
  const described = content.has(DESCRIPTOR_FILE);
  const tables = TABLES.filter(({ file }) => content.has(file));
  const missing = TABLES.filter(({ file, required }) => required && !content.has(file));
  // What the tables that are there name in the others would be a hundred problems that are one.
  if (!described && missing.length > 0) return refused(incomplete(tables, missing));
  const whole = described ? content : new Map([...content, [DESCRIPTOR_FILE, descriptorOf(name, tables)]]);
  const { dataset, texts, report } = readPackage(whole, { id: slug(name) });
  const read = checked(dataset && { ...dataset, id: slug(dataset.metadata.name || name) }, texts, report);
  return described || read.kind !== "read"
    ? read
    : { ...read, warnings: [openProblem("no-descriptor", DESCRIPTOR_FILE, UNDESCRIBED), ...read.warnings] };
}

const UNDESCRIBED = `${DESCRIPTOR_FILE} is not among the files: title, licence and method of the dataset are not known`;

const namesOf = (tables: readonly Table[]): string => tables.map(({ file }) => file).join(", ");

const incomplete = (tables: readonly Table[], missing: readonly Table[]): Problem =>
  openProblem(
    "tables-missing",
    "",
    `${namesOf(tables)} belong to a dataset, of which ${namesOf(missing)} ${missing.length === 1 ? "is" : "are"} missing`,
  );

/** What tables that come alone have in place of a descriptor. */
const descriptorOf = (name: string, tables: readonly Table[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      name: slug(name || "tables"),
      title: name || "Tables",
      resources: tables.map((table) => ({ name: table.name, path: table.file })),
    }),
  );
