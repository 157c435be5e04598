/** Lists in pages: a cursor names the last item seen and the question it belongs to, so it survives a change of the data. */

import type { Page } from "../../model/api.ts";
import { Fault } from "../../model/problem.ts";

/** Items on a page. A question for more is refused, not cut. */
export const PAGE_LIMITS = { byDefault: 100, most: 1000 } as const;

export interface PageQuestion {
  readonly limit: number;
  /** As given out with the page before; empty = the first page. */
  readonly cursor: string;
  /** The list and its filters in canonical form: a cursor of another question is refused. */
  readonly question: string;
}

/** The `offset` helps when the item has gone from the data. */
interface Cursor {
  readonly mark: string;
  readonly offset: number;
  readonly after: string;
}

/**
 * Cuts one page out of a list in a stable order.
 * @throws Fault `bad-cursor` for a cursor that was not given out for this question.
 */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  { limit, cursor, question }: PageQuestion,
): Page<Item> {
  const mark = fingerprint(question);
  const start = cursor === "" ? 0 : startAfter(items, decode(cursor), mark);
  const page = items.slice(start, start + limit);
  const end = start + page.length;
  const last = page.at(-1);
  return {
    items: page,
    total: items.length,
    nextCursor:
      last !== undefined && end < items.length ? encode({ mark, offset: end, after: last.id }) : null,
  };
}

function startAfter(items: readonly { readonly id: string }[], cursor: Cursor | null, mark: string): number {
  if (cursor === null || cursor.mark !== mark)
    throw new Fault({
      class: "bad-parameter",
      code: "bad-cursor",
      parameter: "cursor",
      message:
        cursor === null
          ? "The cursor is not one that was given out"
          : "The cursor belongs to another question",
      remedy:
        "Use nextCursor of the page before, with the same parameters, or leave cursor out to begin again.",
    });
  if (items[cursor.offset - 1]?.id === cursor.after) return cursor.offset;
  const at = items.findIndex(({ id }) => id === cursor.after);
  return at >= 0 ? at + 1 : Math.min(cursor.offset, items.length);
}

/** Base64url of JSON; both exist in Node and in the browser. */
function encode({ mark, offset, after }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([mark, offset, after]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function decode(text: string): Cursor | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(value) || value.length !== 3) return null;
    const [mark, offset, after] = value as readonly unknown[];
    if (typeof mark !== "string" || typeof after !== "string") return null;
    if (!Number.isSafeInteger(offset) || (offset as number) < 1) return null;
    return { mark, offset: offset as number, after };
  } catch {
    // Neither base64 nor JSON: the same answer as for any other foreign text.
    return null;
  }
}

/** FNV-1a over UTF-16 code units, 32 bits: tells questions apart, guards nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
