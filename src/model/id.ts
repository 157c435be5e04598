/** Identifiers: branded strings that cannot be mixed up, and the node keys that stand for them in a graph. */

declare const brand: unique symbol;

/** A string that names a record of one kind. 1–200 characters, none of `; , :`, no control characters. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type ActorId = Id<"actor">;
export type IssueId = Id<"issue">;
export type SourceId = Id<"source">;
export type StatementId = Id<"statement">;
export type RelationId = Id<"relation">;
export type KindId = Id<"kind">;

/** The key of a node in every graph, path and export. */
export type NodeKey = `actor:${string}` | `issue:${string}`;

export const actorKey = (id: string): NodeKey => `actor:${id}`;
export const issueKey = (id: string): NodeKey => `issue:${id}`;

/** Splits a node key at its first colon; ids hold no colon, so this is exact. Returns null for any other string. */
export function parseNodeKey(key: string): { readonly type: "actor" | "issue"; readonly id: string } | null {
  const at = key.indexOf(":");
  const type = key.slice(0, at);
  if (at < 0 || (type !== "actor" && type !== "issue")) return null;
  return { type, id: key.slice(at + 1) };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f;,:]/;

/** Why a string cannot be an id, or null when it can. */
export function idFault(id: string): string | null {
  if (id.length === 0) return "is empty";
  if (id.length > 200) return "is longer than 200 characters";
  if (id !== id.trim()) return "begins or ends with a blank";
  if (FORBIDDEN.test(id)) return "holds one of ; , : or a control character";
  return null;
}

/** Orders strings by UTF-16 code unit, the order used wherever an order is promised. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the ids of datasets begin with that were opened in a browser: no served one does, so that an address shows whose it was. */
export const LOCAL_MARK = "~";
