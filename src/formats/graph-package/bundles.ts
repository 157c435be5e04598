/**
 * What an edge that Stancegraph wrote stands for: its statements and the documents that they are in, as far as its attributes tell
 * them apart. An edge of another program is one statement of the one document that it names.
 */

import { cleanText } from "../dna/name-records.ts";
import { type Attributes, type GatheredEdge, textOf } from "./gather.ts";

/** One statement of an edge. */
export interface Part {
  /** Id of its document; empty when the edge names none. */
  readonly source: string;
  /** The id that the statement is to have. */
  readonly id: string;
  /** Which of the edge's statements it is, and of how many; null when it may be several of them. */
  readonly place: { readonly at: number; readonly of: number } | null;
}

/** What an edge stands for. */
export interface Bundle {
  /** One for each of its documents, or the one that it is. */
  readonly parts: readonly Part[];
  /** Statements behind the edge. */
  readonly statements: number;
}

const itemsOf = (attributes: Attributes, name: string): readonly string[] => {
  const value = attributes.get(name) ?? [];
  return (typeof value === "string" ? value.split(";") : value)
    .map((item) => cleanText(item).trim())
    .filter((item) => item !== "");
};

/** A tie that is computed from what two actors say of issues: no document says it. */
export const isComputed = ({ attributes }: GatheredEdge): boolean =>
  textOf(attributes, "kind") === "agreement" && attributes.has("statements");

/** Ids of the statements behind an edge that Stancegraph wrote; none of other edges. */
const listedOf = ({ attributes }: GatheredEdge): readonly string[] =>
  attributes.has("count") ? itemsOf(attributes, "statements") : [];

/** The documents that an edge names: several only where it lists as many statements, for each is in one. */
function documentsOf(edge: GatheredEdge, listed: number): readonly string[] {
  const whole = cleanText(textOf(edge.attributes, "document")).trim();
  const several = [...new Set(itemsOf(edge.attributes, "document"))];
  return several.length > 1 && several.length <= listed ? several : [whole];
}

export function bundleOf(edge: GatheredEdge): Bundle {
  const listed = listedOf(edge);
  const count = Number(textOf(edge.attributes, "count"));
  if (isComputed(edge)) return { parts: [{ source: "", id: edge.id, place: null }], statements: 1 };
  const statements = Math.max(1, listed.length, Number.isSafeInteger(count) ? count : 1);
  const documents = documentsOf(edge, listed.length);
  // Documents stand in the order of their statements: as many of both are one each.
  const alone = documents.length === listed.length && listed.length === statements;
  const parts = documents.map(
    (source, at): Part => ({
      source,
      id: (alone ? listed[at] : undefined) ?? edge.id,
      place: alone ? { at, of: statements } : null,
    }),
  );
  return { parts, statements };
}

/** What an attribute with `separator` between its distinct values says of one statement: its own value where each has one, else all. */
export function saidOf(text: string, separator: string, { place }: Part): string {
  if (place === null || place.of === 1) return text;
  const values = text.split(separator);
  return values.length === place.of ? (values[place.at] ?? text) : text;
}

/** Titles of the documents by id, from edges with one document first: a title that has a semicolon can be told there only. */
export function documentTitles(edges: readonly GatheredEdge[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const learn = (id: string, title: string) => {
    if (title !== "" && !titles.has(id)) titles.set(id, title);
  };
  const shared: { readonly documents: readonly string[]; readonly said: readonly string[] }[] = [];
  for (const edge of edges) {
    if (isComputed(edge)) continue;
    const documents = documentsOf(edge, listedOf(edge).length);
    const title = cleanText(textOf(edge.attributes, "document_title")).trim();
    if (documents.length === 1) learn(documents[0] ?? "", title);
    else shared.push({ documents, said: title.split(";") });
  }
  for (const { documents, said } of shared)
    if (documents.length === said.length)
      for (const [at, id] of documents.entries()) learn(id, (said[at] ?? "").trim());
  return titles;
}
