/** Strong entity tags, and whether an asker has the answer already. */

import { createHash } from "node:crypto";
import type { RequestHandler } from "express";

/** The tag of all that an answer depends on; equal parts give equal tags. */
export function entityTag(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return `"${hash.digest("base64url").slice(0, 27)}"`;
}

/** The content codings that a transfer may have. */
const CODINGS = ["br", "gzip", "deflate"];

/** The tag of an answer in a content coding: other bytes, so another tag. `"x"` in gzip is `"x-gzip"`. */
export const codedTag = (tag: string, coding: string): string => `${tag.slice(0, -1)}-${coding}"`;

/**
 * The tag that `If-None-Match` names of an answer, in whatever coding the asker has it, or null. The comparison is the weak one
 * that RFC 9110 asks for here.
 */
export function knownTag(ifNoneMatch: string | undefined, tag: string): string | null {
  if (ifNoneMatch === undefined) return null;
  if (ifNoneMatch.trim() === "*") return tag;
  const given = new Set(ifNoneMatch.split(",").map((item) => item.trim().replace(/^W\//, "")));
  return [tag, ...CODINGS.map((coding) => codedTag(tag, coding))].find((known) => given.has(known)) ?? null;
}

/** Gives the tag of a response its coding, which is settled only when the head is written. Must be used before compression. */
export const tagCodings: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => typeof response;
  response.writeHead = (...head: unknown[]) => {
    const [tag, coding] = [response.getHeader("ETag"), response.getHeader("Content-Encoding")];
    if (typeof tag === "string" && tag.startsWith('"') && typeof coding === "string")
      response.setHeader("ETag", codedTag(tag, coding));
    return writeHead(...head);
  };
  next();
};
