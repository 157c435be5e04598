/** Making and changing the text of `datapackage.json`. */

import type { DatasetMetadata } from "../model/dataset.ts";
import { type Descriptor, metadataOf, readDescriptor } from "./descriptor.ts";
import { Findings } from "./report.ts";
import { type Column, extraName, TABLES, type Table } from "./tables.ts";

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
