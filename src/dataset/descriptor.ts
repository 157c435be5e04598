/** `datapackage.json` (Data Package, version 2): reading, checking against the tables that are there, and making one. */

import { z } from "zod";
import type { DatasetMetadata } from "../model/dataset.ts";
import { Findings, listed, show } from "./report.ts";
import { type Column, DESCRIPTOR_FILE, extraName, PRIVATE_COLUMN, TABLES, type Table } from "./tables.ts";
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
type Descriptor = z.infer<typeof DESCRIPTOR>;

/** A descriptor that was read. `text` has LF line ends and no byte order mark. */
export interface ReadDescriptor {
  readonly text: string;
  readonly metadata: DatasetMetadata;
  readonly descriptor: Descriptor;
}

const NAME = /^[a-z0-9][a-z0-9._-]*$/;
const UNSAFE_PATH = /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/;
const WEB_ADDRESS = /^https?:\/\//;

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
    for (const path of [resource.path ?? []].flat()) {
      if (WEB_ADDRESS.test(path)) continue;
      if (UNSAFE_PATH.test(path)) {
        findings.add(
          "unsafe-path",
          { file, column: `${column}.path` },
          `path ${show(path)} leads out of the package`,
        );
      }
      listedFiles.set(path, resource);
    }
  });
  for (const table of TABLES) {
    const resource = listedFiles.get(table.file);
    const present = files.has(table.file);
    if (present && resource === undefined) {
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

/** The Table Schema field of a known column. */
function fieldOf(column: Column): Record<string, unknown> {
  const constraints: Record<string, unknown> = {};
  if (column.required) constraints["required"] = true;
  if (column.type === "id") constraints["unique"] = true;
  if (column.type === "word") constraints["enum"] = column.words;
  if (column.type === "date") constraints["pattern"] = "\\d{4}(-\\d{2}(-\\d{2})?)?";
  if (column.type === "hash") constraints["pattern"] = "[0-9a-f]{64}";
  if (column.type === "integer" || column.type === "number") {
    constraints["minimum"] = column.minimum;
    if (column.maximum !== Number.MAX_SAFE_INTEGER) constraints["maximum"] = column.maximum;
  }
  const plain = column.type === "integer" || column.type === "number" || column.type === "boolean";
  const several = column.type === "list" || column.type === "references" || column.type === "conditions";
  const description = several ? `${column.description} Separated by semicolons.` : column.description;
  const field = { name: column.name, type: plain ? column.type : "string", description };
  return Object.keys(constraints).length > 0 ? { ...field, constraints } : field;
}

/** The resource of one table as a descriptor lists it. `tables` are the names of the tables that are written. */
function resourceOf(
  table: Table,
  header: readonly string[],
  tables: ReadonlySet<string>,
): Record<string, unknown> {
  const known = new Map(table.columns.map((column) => [column.name, column]));
  const fields = header.map((name) => {
    const column = known.get(name);
    return column
      ? fieldOf(column)
      : { name, type: "string", description: `Further attribute ${extraName(name)}.` };
  });
  const foreignKeys = table.columns.flatMap((column) =>
    column.type === "reference" && header.includes(column.name) && tables.has(column.table)
      ? [
          {
            fields: [column.name],
            reference: { resource: column.table === table.name ? "" : column.table, fields: ["id"] },
          },
        ]
      : [],
  );
  return {
    name: table.name,
    type: "table",
    path: table.file,
    title: table.title,
    description: table.description,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: { fields, primaryKey: ["id"], ...(foreignKeys.length > 0 ? { foreignKeys } : {}) },
  };
}

/** A new descriptor for tables with these headers, in canonical form. */
export function makeDescriptor(
  metadata: DatasetMetadata,
  headers: ReadonlyMap<string, readonly string[]>,
): string {
  const tables = new Set(headers.keys());
  const resources = TABLES.flatMap((table) => {
    const header = headers.get(table.name);
    return header ? [resourceOf(table, header, tables)] : [];
  });
  return json({ $schema: PROFILE, ...metadataMembers(metadata), resources });
}

/**
 * The text of a dataset's descriptor: the one that was read as it stands, unless metadata or headers have changed since; then
 * only the members that changed are written anew.
 */
export function updateDescriptor(
  text: string,
  metadata: DatasetMetadata,
  headers: ReadonlyMap<string, readonly string[]>,
  headersBefore: ReadonlyMap<string, readonly string[]>,
): string {
  // Members keep the order of the text, which a schema library need not keep.
  const before = JSON.parse(text) as Descriptor;
  const old = metadataMembers(metadataOf(before));
  const changed = Object.entries(metadataMembers(metadata)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key]),
  );
  const dropped = Object.keys(old).filter((key) => !(key in metadataMembers(metadata)) && key in before);
  const sameTables = JSON.stringify([...headers]) === JSON.stringify([...headersBefore]);
  if (changed.length === 0 && dropped.length === 0 && sameTables) return text;
  const next: Record<string, unknown> = { ...before, ...Object.fromEntries(changed) };
  for (const key of dropped) delete next[key];
  if (!sameTables) next["resources"] = updateResources(before, headers, headersBefore);
  return json(next);
}

function updateResources(
  before: Descriptor,
  headers: ReadonlyMap<string, readonly string[]>,
  headersBefore: ReadonlyMap<string, readonly string[]>,
): unknown[] {
  const tables = new Set(headers.keys());
  const fileOf = new Map(TABLES.map((table) => [table.file, table]));
  const kept = before.resources.flatMap((resource): unknown[] => {
    const table = typeof resource.path === "string" ? fileOf.get(resource.path) : undefined;
    if (table === undefined) return [resource];
    const header = headers.get(table.name);
    if (header === undefined) return [];
    const same = JSON.stringify(header) === JSON.stringify(headersBefore.get(table.name));
    return [same ? resource : { ...resource, schema: resourceOf(table, header, tables)["schema"] }];
  });
  const paths = new Set(before.resources.map((resource) => resource.path));
  const added = TABLES.flatMap((table) => {
    const header = headers.get(table.name);
    return header && !paths.has(table.file) ? [resourceOf(table, header, tables)] : [];
  });
  return [...kept, ...added];
}

const PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

/** Metadata in the standard's words; licences and contributors only where there are any, since the standard wants one at least. */
function metadataMembers(metadata: DatasetMetadata): Record<string, unknown> {
  const { name, title, description, version, licences, contributors, method } = metadata;
  const licenses = licences.map((licence) =>
    Object.fromEntries(Object.entries(licence).filter(([, value]) => value !== "")),
  );
  return {
    name,
    title,
    description,
    version,
    ...(licenses.length > 0 ? { licenses } : {}),
    ...(contributors.length > 0 ? { contributors } : {}),
    method,
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The descriptor after `locate`, when its schema of statements has to change: the private column gone, the filled columns there.
 * Null when it stays as it is or cannot be read.
 */
export function locateInDescriptor(bytes: Uint8Array | undefined, columns: readonly string[]): string | null {
  const read = readDescriptor(bytes, new Findings());
  const table = TABLES.find(({ name }) => name === "statements");
  if (read === null || table === undefined) return null;
  const fieldsOf = (
    resource: Descriptor["resources"][number],
  ): readonly { readonly name: string }[] | null =>
    resource.path === table.file && typeof resource.schema === "object"
      ? (resource.schema.fields ?? null)
      : null;
  const fields = read.descriptor.resources.map(fieldsOf).find((found) => found !== null);
  const before = fields?.map((field) => field.name);
  if (before === undefined || JSON.stringify(before) === JSON.stringify(columns)) return null;
  const value = JSON.parse(read.text) as Descriptor;
  for (const resource of value.resources) {
    const old = fieldsOf(resource);
    if (old === null || typeof resource.schema !== "object") continue;
    const made = resourceOf(table, columns, new Set())["schema"] as { fields: { name: string }[] };
    resource.schema.fields = made.fields.map((field) => old.find(({ name }) => name === field.name) ?? field);
  }
  return json(value);
}
