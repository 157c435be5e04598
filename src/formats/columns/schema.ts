/** The columns of a picture: which attributes there are, how each is kept, and which words each may hold. */

import type { EdgeAttributes, EdgeKind, NodeAttributes } from "../../model/graph.ts";
import type { Polarity } from "../../model/vocabulary.ts";

export type FieldKind = "text" | "number" | "flag" | "list" | "pairs";

export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly kind: FieldKind;
  /** True where every row has a value. */
  readonly required: boolean;
  /** What a number that JSON cannot say becomes, where one is required. */
  readonly otherwise?: number;
  /** The only words allowed. */
  readonly words?: readonly string[];
}

const EDGE_KINDS: readonly EdgeKind[] = ["stance", "relation", "structure", "agreement"];
const POLARITY_WORDS: readonly Polarity[] = ["support", "oppose", "neutral"];
const LINES: readonly EdgeAttributes["line"][] = ["solid", "dashed", "dotted"];
const NODE_TYPES: readonly NodeAttributes["node_type"][] = ["actor", "issue"];

/** Columns of further attributes (`x:…`) come after these; they are optional text. */
export const NODE_FIELDS: readonly Field<Exclude<keyof NodeAttributes, `x:${string}`>>[] = [
  { name: "label", kind: "text", required: true },
  { name: "short_label", kind: "text", required: true },
  { name: "node_type", kind: "text", required: true, words: NODE_TYPES },
  { name: "kind", kind: "text", required: true },
  { name: "kind_label", kind: "text", required: true },
  { name: "shape", kind: "text", required: true },
  { name: "description", kind: "text", required: false },
  { name: "aliases", kind: "list", required: false },
  { name: "country", kind: "text", required: false },
  { name: "wikidata", kind: "text", required: false },
  { name: "parent", kind: "text", required: false },
  { name: "statements", kind: "number", required: true, otherwise: 0 },
  { name: "support", kind: "number", required: true, otherwise: 0 },
  { name: "oppose", kind: "number", required: true, otherwise: 0 },
  { name: "neutral", kind: "number", required: true, otherwise: 0 },
  { name: "x", kind: "number", required: true, otherwise: 0 },
  { name: "y", kind: "number", required: true, otherwise: 0 },
  { name: "size", kind: "number", required: true, otherwise: 1 },
  { name: "color", kind: "text", required: true },
];

export const EDGE_FIELDS: readonly Field<Exclude<keyof EdgeAttributes, `x:${string}`>>[] = [
  { name: "kind", kind: "text", required: true, words: EDGE_KINDS },
  { name: "label", kind: "text", required: true },
  { name: "polarity", kind: "text", required: false, words: POLARITY_WORDS },
  { name: "relation", kind: "text", required: false },
  { name: "condition", kind: "text", required: false },
  { name: "conditional", kind: "flag", required: true },
  { name: "confidence", kind: "number", required: false },
  { name: "document", kind: "text", required: false },
  { name: "document_title", kind: "text", required: false },
  { name: "said_on", kind: "text", required: false },
  { name: "said_until", kind: "text", required: false },
  { name: "summary", kind: "text", required: false },
  { name: "voice", kind: "text", required: false },
  { name: "modality", kind: "text", required: false },
  { name: "intensity", kind: "number", required: false },
  { name: "count", kind: "number", required: true, otherwise: 1 },
  { name: "weight", kind: "number", required: false },
  { name: "statements", kind: "list", required: true },
  { name: "spells", kind: "pairs", required: true },
  { name: "color", kind: "text", required: true },
  { name: "size", kind: "number", required: true, otherwise: 1 },
  { name: "line", kind: "text", required: true, words: LINES },
  { name: "tentative", kind: "flag", required: true },
];

/** The field of a further attribute. */
export const extraField = (name: string): Field => ({ name, kind: "text", required: false });

export const isExtraName = (name: string): name is `x:${string}` => name.startsWith("x:");
