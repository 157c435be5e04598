/** Formats without a place of their own for looks and times hold them as attributes with well-known names: those are taken for what they are. */

import type { EdgeRecord, NodeRecord, Scalar } from "./record.ts";
import { colourIn, finiteIn, numberIn, spellsIn } from "./values.ts";

/** Whether numbers may come as texts, as in CSV. */
export interface FlatOptions {
  readonly texts: boolean;
}

type Take<Entry> = (entry: Entry, value: Scalar, options: FlatOptions) => boolean;

type NumberField<Entry> = { [K in keyof Entry]: Entry[K] extends number | null ? K : never }[keyof Entry];

/** A number. What is none of the finite ones is no place or size, hence nothing. */
function numberField<Entry extends Record<Field, number | null>, Field extends NumberField<Entry> & string>(
  field: Field,
): Take<Entry> {
  return (entry, value, { texts }) => {
    const parsed =
      typeof value === "number" ? value : texts && typeof value === "string" ? numberIn(value) : undefined;
    if (parsed === undefined) return false;
    const kept = Number.isFinite(parsed) && (field !== "z" || parsed !== 0) ? parsed : null;
    (entry as Record<Field, number | null>)[field] = kept;
    return true;
  };
}

function textField<Field extends string>(field: Field): Take<Record<Field, string | null>> {
  return (entry, value) => {
    if (typeof value !== "string") return false;
    entry[field] = value;
    return true;
  };
}

const colour: Take<{ color: string | null }> = (entry, value) => {
  const parsed = typeof value === "string" ? colourIn(value) : null;
  if (parsed === null) return false;
  entry.color = parsed;
  return true;
};

const spells: Take<Pick<NodeRecord, "spells">> = (entry, value) => {
  const parsed = typeof value === "string" ? spellsIn(value) : null;
  if (parsed === null) return false;
  entry.spells = entry.spells.concat(parsed);
  return true;
};

const NODE: ReadonlyMap<string, Take<NodeRecord>> = new Map<string, Take<NodeRecord>>([
  ["label", textField("label")],
  ["x", numberField("x")],
  ["y", numberField("y")],
  ["z", numberField("z")],
  ["size", numberField("size")],
  ["color", colour],
  ["shape", textField("shape")],
  ["spells", spells],
]);

/** The name under which flat formats hold the kind of an edge, since `kind` is an attribute of statements. */
export const EDGE_KIND = "edge_kind";

const EDGE: ReadonlyMap<string, Take<EdgeRecord>> = new Map<string, Take<EdgeRecord>>([
  ["label", textField("label")],
  ["weight", numberField("weight")],
  ["color", colour],
  ["size", numberField("size")],
  ["line", textField("line")],
  [EDGE_KIND, textField("kind")],
  ["spells", spells],
]);

/** True when the value has found its place in the record; else it is an attribute like others. */
export const takeNodeField = (node: NodeRecord, name: string, value: Scalar, options: FlatOptions): boolean =>
  NODE.get(name)?.(node, value, options) ?? false;

export const takeEdgeField = (edge: EdgeRecord, name: string, value: Scalar, options: FlatOptions): boolean =>
  EDGE.get(name)?.(edge, value, options) ?? false;

/** A channel of a colour, or null. */
export const channelIn = (value: Scalar): number | null => {
  const number = typeof value === "number" ? value : typeof value === "string" ? finiteIn(value) : null;
  return number !== null && number >= 0 && number <= 255 ? number : null;
};
