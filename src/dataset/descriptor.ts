/** `datapackage.json` (Data Package, version 2): reading it, and checking it against the tables that are there. */

import { z } from "zod";
import type { DatasetMetadata } from "../model/dataset.ts";
import { type Findings, listed, show } from "./report.ts";
import { DESCRIPTOR_FILE, PRIVATE_COLUMN, TABLES, type Table } from "./tables.ts";
import { decodeUtf8 } from "./utf8.ts";

const FIELD = z.looseObject({ name: z.string() });
const RESOURCE = z.looseObject({
  name: z.string(),
  path: z.union([z.string(), z.array(z.string())]).optional(),
  schema: z.union([z.string(), z.looseObject({ fields: z.array(FIELD).optional() })]).optional(),
});
const DESCRIPTOR = z.looseObject({
  name: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  version: z.string().optional(),
  licenses: z
    .array(
      z.looseObject({
        name: z.string().optional(),
        title: z.string().optional(),
        path: z.string().optional(),
      }),
    )
    .optional(),
  contributors: z
    .array(
      z.looseObject({
        title: z.string().optional(),
        role: z.string().optional(),
        roles: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  method: z.string().optional(),
  resources: z.array(RESOURCE).min(1),
});
/** A descriptor of the shape that is asked for; what else it has is kept. */
export type Descriptor = z.infer<typeof DESCRIPTOR>;

/** A descriptor that was read. `text` has LF line ends and no byte order mark. */
export interface ReadDescriptor {
  readonly text: string;
  readonly metadata: DatasetMetadata;
  readonly descriptor: Descriptor;
}

const NAME = /^[a-z0-9][a-z0-9._-]*$/;
const WEB_ADDRESS = /^https?:\/\//i;
const UNSAFE_PATH = /^[/\\]|^[A-Za-z]:|^[A-Za-z][A-Za-z0-9+.-]*:\/\/|(?:^|[/\\])\.\.(?:[/\\]|$)/;

/** Reads the descriptor; null when it cannot be used, which `findings` then explain. */
export function readDescriptor(bytes: Uint8Array | undefined, findings: Findings): ReadDescriptor | null {
  const file = DESCRIPTOR_FILE;
  if (bytes === undefined) {
    findings.add("missing-file", { file }, `${file} is not in the package`);
    return null;
  }
  if (bytes.length === 0) {
    findings.add("empty-file", { file }, `${file} has no bytes`);
    return null;
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.fault !== null) {
    findings.add("bad-encoding", { file, row: decoded.line }, `${file} ${decoded.fault}`);
    return null;
  }
  const text = decoded.text.replaceAll("\r\n", "\n");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    findings.add(
      "bad-descriptor",
      { file, row: jsonErrorLine(text, reason) },
      `${file} is not JSON: ${reason}`,
    );
    return null;
  }
  const parsed = DESCRIPTOR.safeParse(value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String).join(".");
      findings.add("bad-descriptor", { file, column: path }, `${path || file}: ${issue.message}`);
    }
    // One resource that is no resource hides nothing that is wrong with the others.
    const resources = typeof value === "object" && value !== null && "resources" in value && value.resources;
    for (const [at, resource] of (Array.isArray(resources) ? resources : []).entries()) {
      const path = z.looseObject({ path: RESOURCE.shape.path }).safeParse(resource).data?.path;
      checkPaths(at, path, findings);
    }
    return null;
  }
  return { text, metadata: metadataOf(parsed.data), descriptor: parsed.data };
}

/** The line that an engine's words about broken JSON point to; the last one where they only say that it ends too early. */
function jsonErrorLine(text: string, reason: string): number | null {
  const position = /position (\d+)/.exec(reason);
  if (position) return text.slice(0, Number(position[1])).split("\n").length;
  return /end of (?:JSON|data)|unterminated/i.test(reason) ? text.trimEnd().split("\n").length : null;
}

/** What a descriptor says about its dataset. */
export function metadataOf(descriptor: Descriptor): DatasetMetadata {
  return {
    name: descriptor.name ?? "",
    title: descriptor.title ?? "",
    description: descriptor.description ?? "",
    version: descriptor.version ?? "",
    licences: (descriptor.licenses ?? []).map(({ name = "", title = "", path = "" }) => ({
      name,
      title,
      path,
    })),
    contributors: (descriptor.contributors ?? []).map(({ title = "", role, roles }) => ({
      title,
      roles: roles ?? (role === undefined ? [] : [role]),
    })),
    method: descriptor.method ?? "",
  };
}

/** Checks the descriptor against the files that are there and the headers that were read (by table name). */
export function checkDescriptor(
  { descriptor }: ReadDescriptor,
  files: ReadonlyMap<string, unknown>,
  headers: ReadonlyMap<string, readonly string[]>,
  findings: Findings,
): void {
  const file = DESCRIPTOR_FILE;
  const { name } = descriptor;
  if (name !== undefined && !NAME.test(name)) {
    findings.add(
      "odd-dataset-name",
      { file, column: "name" },
      `name ${show(name)} cannot stand in addresses`,
    );
  }
  const listedFiles = new Map<string, Descriptor["resources"][number]>();
  /** Files of tables that are said to be elsewhere. */
  const remote = new Set<string>();
  const names = new Set<string>();
  descriptor.resources.forEach((resource, index) => {
    const column = `resources.${index}`;
    if (names.has(resource.name)) {
      findings.add(
        "bad-descriptor",
        { file, column: `${column}.name` },
        `two resources are named ${show(resource.name)}`,
      );
    }
    names.add(resource.name);
    checkPaths(index, resource.path, findings);
    for (const path of [resource.path ?? []].flat()) {
      if (!WEB_ADDRESS.test(path)) {
        listedFiles.set(path, resource);
        continue;
      }
      const table = TABLES.find((one) => one.name === resource.name || one.file === lastPart(path));
      if (table === undefined) continue;
      remote.add(table.file);
      const read = files.has(table.file)
        ? `the file ${table.file} in the package is`
        : `${table.file} is not in the package`;
      findings.add(
        "remote-table",
        { file, column: `${column}.path` },
        `path ${show(path)} is an address of the web, from which no table is read; ${read}`,
      );
    }
  });
  for (const table of TABLES) {
    const resource = listedFiles.get(table.file);
    const present = files.has(table.file);
    if (present && resource === undefined) {
      if (remote.has(table.file)) continue;
      findings.add(
        "unlisted-table",
        { file, column: "resources" },
        `${table.file} is in the package but not listed`,
      );
    } else if (!present && resource !== undefined && !table.required) {
      findings.add(
        "missing-file",
        { file: table.file },
        `${file} lists ${table.file}, which is not in the package`,
      );
    } else if (resource !== undefined && typeof resource.schema === "object") {
      compareFields(table, resource.schema.fields ?? [], headers.get(table.name) ?? [], findings);
    }
  }
}

/** Refuses the paths of a resource that lead out of the package. */
function checkPaths(at: number, paths: string | readonly string[] | undefined, findings: Findings): void {
  for (const path of [paths ?? []].flat()) {
    if (WEB_ADDRESS.test(path) || !UNSAFE_PATH.test(path)) continue;
    const place = { file: DESCRIPTOR_FILE, column: `resources.${at}.path` };
    findings.add("unsafe-path", place, `path ${show(path)} leads out of the package`);
  }
}

/** The file that an address names. */
const lastPart = (address: string): string =>
  address
    .replace(/[?#].*$/s, "")
    .split("/")
    .at(-1) ?? "";

function compareFields(
  table: Table,
  fields: readonly { readonly name: string }[],
  header: readonly string[],
  findings: Findings,
): void {
  if (fields.length === 0 || header.length === 0) return;
  const inSchema = new Set(fields.map((field) => field.name));
  const inFile = new Set(header);
  const missing = [...inSchema].filter((name) => !inFile.has(name) && name !== PRIVATE_COLUMN);
  const unknown = header.filter((name) => !inSchema.has(name));
  if (missing.length + unknown.length === 0) return;
  const parts = [
    missing.length > 0 ? `lists ${listed(missing)}, which ${table.file} has not` : "",
    unknown.length > 0 ? `does not list ${listed(unknown)} of ${table.file}` : "",
  ];
  const message = `the schema ${parts.filter(Boolean).join(" and ")}`;
  findings.add("schema-differs", { file: DESCRIPTOR_FILE, column: table.name }, message);
}
