/** What is selected on the page, and its text in the address. */

import { parseNodeKey } from "../../model/id.ts";

/** A node by its key, two or more nodes, an edge by its key in the graph shown, all between two nodes, or one statement by its id. */
export type Selection =
  | { readonly type: "node"; readonly key: string }
  | { readonly type: "nodes"; readonly keys: readonly string[] }
  | { readonly type: "edge"; readonly key: string }
  | { readonly type: "pair"; readonly from: string; readonly to: string }
  | { readonly type: "statement"; readonly id: string };

/** `actor:egypt`, `nodes:<node key>;<node key>…`, `edge:<key>`, `pair:<node key>;<node key>` or `statement:<id>`. */
export function formatSelection(selection: Selection): string {
  if (selection.type === "node") return selection.key;
  if (selection.type === "nodes") return `nodes:${selection.keys.join(";")}`;
  if (selection.type === "pair") return `pair:${selection.from};${selection.to}`;
  return selection.type === "edge" ? `edge:${selection.key}` : `statement:${selection.id}`;
}

/** Reads the text of a selection; null when it is none. */
export function parseSelection(text: string): Selection | null {
  if (parseNodeKey(text)) return { type: "node", key: text };
  const at = text.indexOf(":");
  const rest = text.slice(at + 1);
  if (rest === "") return null;
  if (text.slice(0, at) === "pair") {
    const [from = "", to = "", ...more] = rest.split(";");
    return more.length === 0 && parseNodeKey(from) && parseNodeKey(to) ? { type: "pair", from, to } : null;
  }
  if (text.slice(0, at) === "nodes") {
    const keys = rest.split(";");
    return keys.every((key) => parseNodeKey(key)) ? selectionOf(keys) : null;
  }
  if (text.slice(0, at) === "edge") return { type: "edge", key: rest };
  return text.slice(0, at) === "statement" ? { type: "statement", id: rest } : null;
}

/** True when both select the same thing. */
export const sameSelection = (a: Selection | null, b: Selection | null): boolean =>
  a === b || (a !== null && b !== null && formatSelection(a) === formatSelection(b));

/** What selects these nodes, each once and in the order given: nothing, one, or several. */
export function selectionOf(keys: Iterable<string>): Selection | null {
  const unique = [...new Set(keys)];
  const [first] = unique;
  if (first === undefined) return null;
  return unique.length === 1 ? { type: "node", key: first } : { type: "nodes", keys: unique };
}

/** Keys of the nodes that are selected as such; none for an edge, a pair or a statement. */
export function selectedNodes(selection: Selection | null): readonly string[] {
  if (selection?.type === "node") return [selection.key];
  return selection?.type === "nodes" ? selection.keys : [];
}

/** The selection with a node added, or taken out when it is in. */
export function toggled(selection: Selection | null, key: string): Selection | null {
  const keys = selectedNodes(selection);
  return selectionOf(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
}
