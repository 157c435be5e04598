/** Strong entity tags, and whether an asker has the answer already. */

import { createHash } from "node:crypto";

/** The tag of all that an answer depends on; equal parts give equal tags, whatever the encoding of the transfer. */
export function entityTag(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return `"${hash.digest("base64url").slice(0, 27)}"`;
}

/** Whether `If-None-Match` names the tag; the comparison is the weak one that RFC 9110 asks for here. */
export function hasEntity(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((item) => item.trim().replace(/^W\//, "") === tag);
}
