/** Values as texts, and the columns of formats that hold everything of a node or edge as attributes. */

import type { ColumnType } from "../columns.ts";
import { listCell } from "../csv/rows.ts";
import { EDGE_KIND } from "../read/flat.ts";
import type { EdgeRecord, NodeRecord, Scalar, Spell, Timed, Value } from "../read/record.ts";
import type { Schema, SchemaColumn } from "./schema.ts";

export const isTimed = (value: Value): value is Timed => typeof value === "object" && "timed" in value;

/** A number as programs in Java, Python and R read it. */
export const numberText = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

/** One value as text; lists as in the cells of a package. */
export function scalarText(value: Scalar): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  return typeof value === "boolean" ? String(value) : listCell(value);
}

/** What the spells of one node or edge are called where they are one text. */
export const SPELLS = "lists of spells";

/** `start/end` pairs, `;` between them. */
const spellsText = (spells: readonly Spell[]): string => spells.map((spell) => spell.join("/")).join(";");

/** Any value as one text; one that changes in time as `start/end=value` parts, `;` between them. */
export const valueText = (value: Value): string =>
  isTimed(value)
    ? listCell(value.timed.map((each) => `${each.start}/${each.end}=${scalarText(each.value)}`))
    : scalarText(value);

/** A column of a flat format. Undefined: absent. */
export interface FlatColumn<Entry> {
  readonly name: string;
  readonly type: ColumnType;
  readonly long: boolean;
  readonly huge: boolean;
  /** True when a value changes in time, which flat formats write as a text. */
  readonly dynamic: boolean;
  /** What its values are called, in the plural. */
  readonly what: string;
  value(entry: Entry): Value | readonly Spell[] | undefined;
}

type Field<Entry> = readonly [name: string, type: ColumnType, value: (entry: Entry) => Value | null];

const spellsField = [
  "spells",
  "string",
  ({ spells }: { spells: readonly Spell[] }) => (spells.length === 0 ? null : spellsText(spells)),
] as const;

const NODE_FIELDS: readonly (readonly [string, Field<NodeRecord>])[] = [
  ["label", ["label", "string", (node) => node.label]],
  ["x", ["x", "double", (node) => node.x]],
  ["y", ["y", "double", (node) => node.y]],
  ["z", ["z", "double", (node) => node.z]],
  ["size", ["size", "double", (node) => node.size]],
  ["color", ["color", "string", (node) => node.color]],
  ["shape", ["shape", "string", (node) => node.shape]],
  ["spells", spellsField],
];

const EDGE_FIELDS: readonly (readonly [string, Field<EdgeRecord>])[] = [
  ["label", ["label", "string", (edge) => edge.label]],
  ["weight", ["weight", "double", (edge) => edge.weight]],
  ["kind", [EDGE_KIND, "string", (edge) => edge.kind]],
  ["color", ["color", "string", (edge) => edge.color]],
  ["size", ["size", "double", (edge) => edge.size]],
  ["line", ["line", "string", (edge) => edge.line]],
  ["spells", spellsField],
];

/** A name that is not taken: itself, or with `~2`, `~3` … behind. Takes it. */
export function freeName(name: string, taken: Set<string>, fold = (text: string): string => text): string {
  let free = name;
  for (let next = 2; taken.has(fold(free)); next++) free = `${name}~${next}`;
  taken.add(fold(free));
  return free;
}

function columnsOf<Entry extends { readonly values: readonly (Value | undefined)[] }>(
  fields: readonly Field<Entry>[],
  columns: readonly SchemaColumn[],
): FlatColumn<Entry>[] {
  const taken = new Set(fields.map(([name]) => name));
  return [
    ...fields.map(
      ([name, type, value]): FlatColumn<Entry> => ({
        name,
        type,
        long: false,
        huge: false,
        dynamic: false,
        what: name === "spells" ? SPELLS : "values",
        value: (entry) => value(entry) ?? undefined,
      }),
    ),
    ...columns.map(
      ({ name, type, long, huge, dynamic }, at): FlatColumn<Entry> => ({
        name: freeName(name, taken),
        type,
        long,
        huge,
        dynamic,
        what: "values",
        value: ({ values }) => values[at],
      }),
    ),
  ];
}

/** Fields in use, then attributes; an attribute with the name of a field in use is renamed. */
export const flatNodeColumns = (schema: Schema): FlatColumn<NodeRecord>[] =>
  columnsOf(
    NODE_FIELDS.flatMap(([field, each]) => ((schema.nodeFields as Set<string>).has(field) ? [each] : [])),
    schema.nodeColumns,
  );

/** As above. */
export const flatEdgeColumns = (schema: Schema): FlatColumn<EdgeRecord>[] =>
  columnsOf(
    EDGE_FIELDS.flatMap(([field, each]) => ((schema.edgeFields as Set<string>).has(field) ? [each] : [])),
    schema.edgeColumns,
  );
