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

/** A list of which only the items of a page need to be made. */
export interface PagedList<Item> {
  readonly length: number;
  /** The item of a place below `length`. */
  at(place: number): Item | undefined;
}

/**
 * Cuts one page out of a list in a stable order.
 * @throws Fault `bad-cursor` for a cursor that was not given out for this question.
 */
export function pageOf<Item extends { readonly id: string }>(
  items: PagedList<Item>,
  { limit, cursor, question }: PageQuestion,
): Page<Item> {
  const mark = fingerprint(question);
  const start = cursor === "" ? 0 : startAfter(items, decode(cursor), mark);
  const end = Math.min(items.length, start + limit);
  const page = Array.from({ length: end - start }, (_, at) => items.at(start + at) as Item);
  return { items: page, total: items.length, nextCursor: cursorAfter(items, end, question) };
}

/** The cursor of what follows the first `end` items; null when nothing does. */
export function cursorAfter(
  items: PagedList<{ readonly id: string }>,
  end: number,
  question: string,
): string | null {
  const last = end > 0 && end < items.length ? items.at(end - 1) : undefined;
  return last === undefined ? null : encode({ mark: fingerprint(question), offset: end, after: last.id });
}

function startAfter(items: PagedList<{ readonly id: string }>, cursor: Cursor | null, mark: string): number {
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
  // Negative places would count from the end.
  if (cursor.offset <= items.length && items.at(cursor.offset - 1)?.id === cursor.after) return cursor.offset;
  for (let at = 0; at < items.length; at++) if (items.at(at)?.id === cursor.after) return at + 1;
  return Math.min(cursor.offset, items.length);
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
