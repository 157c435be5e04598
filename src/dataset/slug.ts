/** Names for addresses. */

/** A name for addresses made of any text: lower-case letters, digits, `.`, `_`, `-`. */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return plain.replace(/[^a-z0-9._-]+/g, "-").replace(/^[-._]+|[-._]+$/g, "") || "dataset";
}
